/** The words of a paper as terms at their places, and the runs of them that a tagger knows. */

import { type Paper, type TextField, textOf } from "../../papers/paper.js";
import { type WordClass, wordClass } from "../../text/lexicon.js";
import { phraseRoles } from "../../text/part-of-speech.js";
import { type Token, tokenize } from "../../text/tokenize.js";

/** A term of a text at its place. */
export interface PlacedTerm {
  readonly term: string;
  /** The word in lower case. */
  readonly norm: string;
  readonly field: TextField;
  readonly start: number;
  readonly end: number;
  /** Whether nothing but a function word stands between this term and the one before. */
  readonly joined: boolean;
  /** The number of its token in the field. */
  readonly token: number;
}

/** The terms of a paper, and what can be asked of the one at a place. */
export interface PlacedText {
  readonly terms: readonly PlacedTerm[];
  /** Whether it is a word of papers about themselves, such as "approach" or "novel". */
  isEmpty(place: number): boolean;
  /** Whether it says what is done, as a verb does: a phrase has none within it. */
  isVerb(place: number): boolean;
  /** Number of the noun phrase it stands in, -1 outside of one. */
  nounPhrase(place: number): number;
  /** Its end; of a modifier, that of the noun phrase it stands in. */
  phraseEnd(place: number): number;
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
): PlacedText {
  const terms: PlacedTerm[] = [];
  const tokens = { title: tokenize(textOf(paper, "title")), abstract: tokenize(textOf(paper, "abstract")) };
  for (const field of ["title", "abstract"] as const) {
    let between = Infinity;
    tokens[field].forEach(({ text, norm, kind, start, end }, token) => {
      const own = kind === "word" || kind === "acronym" ? termsOf(text) : [];
      for (const term of own) {
        terms.push({ term, norm, field, start, end, joined: between <= 1, token });
        between = 0;
      }
      if (own.length === 0) between += kind === "punctuation" && text !== "-" ? Infinity : 1;
    });
  }
  // Few phrases are long enough for the noun phrases of a text to matter.
  const known: { [field in TextField]?: NounPhrases } = {};
  const nounPhrases = (field: TextField): NounPhrases => (known[field] ??= nounPhrasesOf(tokens[field]));
  return {
    terms,
    isEmpty: (place) => isEmpty(terms[place]!.norm, terms[place]!.term),
    isVerb: (place) => verbClasses.has(wordClass(terms[place]!.norm)),
    nounPhrase: (place) => nounPhrases(terms[place]!.field).numbers[terms[place]!.token]!,
    phraseEnd: (place) => nounPhrases(terms[place]!.field).ends[terms[place]!.token]!,
  };
}

const verbClasses: ReadonlySet<WordClass> = new Set(["verb", "verbish", "adverb"]);

/** Of each token of a text. */
interface NounPhrases {
  /** The number of the noun phrase it stands in, -1 outside of one. */
  readonly numbers: readonly number[];
  /** Its end: for a modifier that of its noun phrase, if that is near. */
  readonly ends: readonly number[];
}

function nounPhrasesOf(tokens: readonly Token[]): NounPhrases {
  const roles = phraseRoles(tokens);
  const ends: number[] = [];
  const numbers: number[] = [];
  let noun = -1;
  for (let i = tokens.length - 1; i >= 0; i -= 1) {
    if (roles[i] === "other") noun = -1;
    else if (noun < 0 && roles[i] === "noun") noun = i;
    const isCut = roles[i] === "modifier" && noun > i && noun - i <= mostAdded;
    ends[i] = tokens[isCut ? noun : i]!.end;
    numbers[i] = noun;
  }
  return { numbers, ends };
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
