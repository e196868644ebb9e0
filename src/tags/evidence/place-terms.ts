/** The words of a paper as terms at their places, and the runs of them that a tagger knows. */

import { type Paper, type TextField, textOf } from "../../papers/paper.js";
import { auxiliaries } from "../../text/grammar-words.js";
import { phraseRoles } from "../../text/part-of-speech.js";
import { type Token, tokenize } from "../../text/tokenize.js";
import { longerRun, type WordTree } from "../word-tree.js";

/** A term as it is wherever its word stands. */
export interface KnownTerm {
  readonly term: string;
  /** More than one only by an analyzer of the caller's. */
  readonly words: readonly string[];
  /** Whether it is a word of papers about themselves, such as "approach" or "novel". */
  readonly isEmpty: boolean;
  /** Whether it says what is done, as a verb does: a phrase has none within it. */
  readonly isVerb: boolean;
  /** What the tagger knows that it is, by its column, or begins; undefined without any. */
  readonly run: WordTree<number> | undefined;
}

/** A term of a text at its place. */
export interface PlacedTerm {
  readonly known: KnownTerm;
  readonly field: TextField;
  readonly start: number;
  readonly end: number;
  /** Whether nothing but a function word, and no verb, stands between this term and the one before. */
  readonly joined: boolean;
  /** The number of its token in the field. */
  readonly token: number;
}

/** The terms of a paper, and what can be asked of the one at a place. */
export interface PlacedText {
  readonly terms: readonly PlacedTerm[];
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
  /** Of its column in the paper. */
  readonly weight: number;
  /** Where it stands: by turns the place of its first term among the placed ones, and its number of terms. */
  readonly places: number[];
}

/** The terms of a paper's title and abstract, one by one, each with its place. */
export function placeTerms(paper: Paper, termsOf: (token: string) => readonly KnownTerm[]): PlacedText {
  const terms: PlacedTerm[] = [];
  const tokens = { title: tokenize(textOf(paper, "title")), abstract: tokenize(textOf(paper, "abstract")) };
  for (const field of ["title", "abstract"] as const) {
    let between = Infinity;
    const list = tokens[field];
    for (let token = 0; token < list.length; token += 1) {
      const { text, norm, kind, start, end } = list[token]!;
      const own = kind === "word" || kind === "acronym" ? termsOf(text) : none;
      for (let i = 0; i < own.length; i += 1) {
        terms.push({ known: own[i]!, field, start, end, joined: between <= 1, token });
        between = 0;
      }
      const parts = kind === "punctuation" ? text !== "-" : auxiliaries.has(norm);
      if (own.length === 0) between += parts ? Infinity : 1;
    }
  }
  const nounPhrases = { title: nounPhrasesOf(tokens.title), abstract: nounPhrasesOf(tokens.abstract) };
  return {
    terms,
    nounPhrase: (place) => nounPhrases[terms[place]!.field](terms[place]!.token).number,
    phraseEnd: (place) => nounPhrases[terms[place]!.field](terms[place]!.token).end,
  };
}

const none: readonly KnownTerm[] = [];

/** Where a token stands. */
interface NounPlace {
  /** The number of the noun phrase it stands in, -1 outside of one. */
  readonly number: number;
  /** Its end: for a modifier that of its noun phrase, if that is near. */
  readonly end: number;
}

/**
 * Tells of the words of a text in which noun phrases they stand. A clause is read when one of its words is asked about:
 * no noun phrase and no word's part of speech reaches over punctuation, and few phrases are long enough to ask.
 */
function nounPhrasesOf(tokens: readonly Token[]): (token: number) => NounPlace {
  const places: NounPlace[] = [];
  return (token) => {
    if (places[token] === undefined) placeClause(tokens, token, places);
    return places[token]!;
  };
}

function placeClause(tokens: readonly Token[], token: number, places: NounPlace[]): void {
  let first = token;
  while (first > 0 && tokens[first]!.kind !== "punctuation") first -= 1;
  let last = token;
  while (last + 1 < tokens.length && tokens[last]!.kind !== "punctuation") last += 1;
  const roles = phraseRoles(tokens.slice(first, last + 1));
  let noun = -1;
  for (let i = last; i >= first; i -= 1) {
    const role = roles[i - first];
    if (role === "other") noun = -1;
    else if (noun < 0 && role === "noun") noun = i;
    const isCut = role === "modifier" && noun > i && noun - i <= mostAdded;
    places[i] = { number: noun, end: tokens[isCut ? noun : i]!.end };
  }
}

/**
 * The runs of a paper's terms that are columns, in the order in which they are first met.
 *
 * @param longest terms of a run at most
 * @param weightOf the weight of a column in the paper
 */
export function placeRuns(
  placed: readonly PlacedTerm[],
  longest: number,
  weightOf: (column: number) => number,
): PlacedRun[] {
  const runs = new Map<number, PlacedRun>();
  for (let i = 0; i < placed.length; i += 1) {
    let { run } = placed[i]!.known;
    for (let length = 1; run !== undefined; length += 1) {
      const column = run.value;
      const before = column === undefined ? undefined : runs.get(column);
      if (before !== undefined) before.places.push(i, length);
      else if (column !== undefined) runs.set(column, { column, weight: weightOf(column), places: [i, length] });
      const next = placed[i + length];
      if (length === longest || next === undefined || next.field !== placed[i]!.field) break;
      run = longerRun(run, next.known.words);
    }
  }
  return [...runs.values()];
}
