/** The phrases of a paper that argued for a theme, and against it: what each added to the score, and where it stands. */

import type { Paper, TextField } from "../papers/paper.js";
import { textOf } from "../papers/paper.js";
import { academicWords, emptyModifiers } from "../text/academic-words.js";
import { tokenize } from "../text/tokenize.js";

/** A phrase that counted. */
export interface TagEvidence {
  /** As written at the place given. */
  readonly phrase: string;
  /** What all its occurrences added to the theme's score above the mean theme's; negative: it argued against. */
  readonly weight: number;
  readonly field: TextField;
  /** UTF-16 code units into the field. */
  readonly start: number;
  readonly end: number;
}

/** A term of a text at its place. */
interface PlacedTerm {
  readonly term: string;
  readonly field: TextField;
  readonly start: number;
  readonly end: number;
  /** Whether nothing but a function word stands between this term and the one before. */
  readonly joined: boolean;
  /** Whether it is a word of papers about themselves, such as "approach" or "novel". */
  readonly empty: boolean;
}

const mostFor = 5;
const mostAgainst = 2;
/** A phrase that adds less than this share of the strongest one is left out. */
const worthSaying = 0.15;
const longestPhrase = 4;

/** A run of terms that the tagger knows, wherever it stands in a paper. */
export interface PlacedRun {
  readonly column: number;
  /** Where it stands: by turns the place of its first term among the placed ones, and its number of terms. */
  readonly places: number[];
}

/** The terms of a paper's title and abstract, one by one, each with its place. */
export function placeTerms(paper: Paper, termsOf: (token: string) => readonly string[]): PlacedTerm[] {
  const placed: PlacedTerm[] = [];
  for (const field of ["title", "abstract"] as const) {
    const text = textOf(paper, field);
    let between = Infinity;
    for (const token of tokenize(text)) {
      const terms = token.kind === "word" || token.kind === "acronym" ? termsOf(token.text) : [];
      const empty = academicWords.has(token.norm) || emptyModifiers.has(token.norm);
      for (const term of terms) {
        placed.push({ term, field, start: token.start, end: token.end, joined: between <= 1, empty });
        between = 0;
      }
      if (terms.length === 0) between += token.kind === "punctuation" && token.text !== "-" ? Infinity : 1;
    }
  }
  return placed;
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

/**
 * The phrases that argued, strongest first, those against the theme last.
 *
 * @param contribution what all occurrences of a run together add to the score
 */
export function findEvidence(
  paper: Paper,
  placed: readonly PlacedTerm[],
  runs: readonly PlacedRun[],
  contribution: (run: PlacedRun) => number,
): TagEvidence[] {
  const { weights, links } = weighPlaces(placed, runs, contribution);
  const phrases = new Map<string, { first: number; last: number; weight: number }>();
  for (let i = 0; i < placed.length; ) {
    let last = i;
    while (last + 1 < placed.length && last - i + 1 < longestPhrase && links[last + 1]! * weights[i]! > 0) last += 1;
    const next = last + 1;
    let first = i;
    while (first <= last && placed[first]!.empty) first += 1;
    while (last > first && placed[last]!.empty) last -= 1;
    let weight = 0;
    for (let j = first; j <= last; j += 1) weight += weights[j]!;
    const key = placed
      .slice(first, last + 1)
      .map(({ term }) => term)
      .join(" ");
    const known = phrases.get(key);
    if (known !== undefined) known.weight += weight;
    else if (weight !== 0) phrases.set(key, { first, last, weight });
    i = next;
  }
  const ordered = [...phrases.values()].sort((a, b) => b.weight - a.weight || a.first - b.first);
  return chosen(ordered).map(({ first, last, weight }) => {
    const { field, start } = placed[first]!;
    const end = placed[last]!.end;
    return { phrase: textOf(paper, field).slice(start, end), weight, field, start, end };
  });
}

/** Each run's contribution spread over its places; `links[i]` is what the run of places i - 1 and i adds. */
function weighPlaces(
  placed: readonly PlacedTerm[],
  runs: readonly PlacedRun[],
  contribution: (run: PlacedRun) => number,
): { weights: Float64Array; links: Float64Array } {
  const weights = new Float64Array(placed.length);
  const links = new Float64Array(placed.length);
  for (const run of runs) {
    const { places } = run;
    const each = contribution(run) / (places.length / 2);
    for (let p = 0; p < places.length; p += 2) {
      const i = places[p]!;
      const length = places[p + 1]!;
      for (let j = i; j < i + length; j += 1) weights[j]! += each / length;
      for (let j = i + 1; j < i + length; j += 1) if (placed[j]!.joined) links[j]! += each;
    }
  }
  return { weights, links };
}

/** The strongest for, then the strongest against; `phrases` from most for to most against. */
function chosen<T extends { readonly weight: number }>(phrases: readonly T[]): T[] {
  const strongest = Math.max(phrases[0]?.weight ?? 0, 0);
  const inFavour = phrases.filter(({ weight }) => weight > 0 && weight >= worthSaying * strongest).slice(0, mostFor);
  const against = phrases.filter(({ weight }) => weight < 0 && -weight >= worthSaying * strongest).slice(-mostAgainst);
  return [...inFavour, ...against];
}
