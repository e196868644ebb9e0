/** The words of a paper as terms at their places, and the runs of them that a tagger knows. */

import { type Paper, type TextField, textOf } from "../papers/paper.js";
import { tokensOf } from "../text/last-tokens.js";
import { type WordClass, wordClass } from "../text/lexicon.js";
import { phraseRoles } from "../text/part-of-speech.js";
import type { Token } from "../text/tokenize.js";

/** A term of a text at its place. */
export interface PlacedTerm {
  readonly term: string;
  readonly field: TextField;
  readonly start: number;
  readonly end: number;
  /** Whether nothing but a function word stands between this term and the one before. */
  readonly joined: boolean;
  /** Whether it is a word of papers about themselves, such as "approach" or "novel". */
  readonly empty: boolean;
  /** Whether it says what is done, as a verb does: a phrase has none within it. */
  readonly verb: boolean;
  /** Number of the noun phrase it stands in, -1 outside of one. */
  readonly nounPhrase: number;
  /** Its end; of a modifier, that of the noun phrase it stands in. */
  readonly phraseEnd: number;
}

/** So many words may be added to a phrase that would end amid a noun phrase. */
const mostAdded = 3;

/** A run of terms that the tagger knows, wherever it stands in a paper. */
export interface PlacedRun {
  readonly column: number;
  /** Where it stands: by turns the place of its first term among the placed ones, and its number of terms. */
  readonly places: number[];
}

/**
 * The terms of a paper's title and abstract, one by one, each with its place.
 *
 * @param isEmpty whether a word (lower case, then as a term) is one of papers about themselves
 */
export function placeTerms(
  paper: Paper,
  termsOf: (token: string) => readonly string[],
  isEmpty: (word: string, term: string) => boolean,
): PlacedTerm[] {
  const placed: PlacedTerm[] = [];
  for (const field of ["title", "abstract"] as const) {
    const tokens = tokensOf(textOf(paper, field));
    const { ends, nounPhrases } = nounPhrasesOf(tokens);
    let between = Infinity;
    tokens.forEach((token, i) => {
      const terms = token.kind === "word" || token.kind === "acronym" ? termsOf(token.text) : [];
      for (const term of terms) {
        const empty = isEmpty(token.norm, term);
        const verb = verbClasses.has(wordClass(token.norm));
        const { start, end } = token;
        const nounPhrase = nounPhrases[i]!;
        placed.push({ term, field, start, end, joined: between <= 1, empty, verb, nounPhrase, phraseEnd: ends[i]! });
        between = 0;
      }
      if (terms.length === 0) between += token.kind === "punctuation" && token.text !== "-" ? Infinity : 1;
    });
  }
  return placed;
}

const verbClasses: ReadonlySet<WordClass> = new Set(["verb", "verbish", "adverb"]);

/**
 * For each token the number of the noun phrase it stands in (-1 outside of one), and its end: for a modifier that of its
 * noun phrase, if that is near.
 */
function nounPhrasesOf(tokens: readonly Token[]): { ends: number[]; nounPhrases: number[] } {
  const roles = phraseRoles(tokens);
  const ends: number[] = [];
  const nounPhrases: number[] = [];
  let noun = -1;
  for (let i = tokens.length - 1; i >= 0; i -= 1) {
    if (roles[i] === "other") noun = -1;
    else if (noun < 0 && roles[i] === "noun") noun = i;
    const isCut = roles[i] === "modifier" && noun > i && noun - i <= mostAdded;
    ends[i] = tokens[isCut ? noun : i]!.end;
    nounPhrases[i] = noun;
  }
  return { ends, nounPhrases };
}

/**
 * The runs of a paper's terms that are columns, in the order in which they are first met.
 *
 * @param columnOf the vocabulary
 * @param beginnings what a longer term of the vocabulary begins with
 * @param longest terms of a run at most
 */
export function placeRuns(
  placed: readonly PlacedTerm[],
  columnOf: ReadonlyMap<string, number>,
  beginnings: ReadonlySet<string>,
  longest: number,
): PlacedRun[] {
  const runs = new Map<number, PlacedRun>();
  for (let i = 0; i < placed.length; i += 1) {
    let run = placed[i]!.term;
    for (let length = 1; ; length += 1) {
      const column = columnOf.get(run);
      const known = column === undefined ? undefined : runs.get(column);
      if (known !== undefined) known.places.push(i, length);
      else if (column !== undefined) runs.set(column, { column, places: [i, length] });
      const next = placed[i + length];
      if (length === longest || next === undefined || next.field !== placed[i]!.field || !beginnings.has(run)) break;
      run = `${run} ${next.term}`;
    }
  }
  return [...runs.values()];
}
