/** The phrases that brought a paper to its first theme, with every place where they stand: what the model went by. */

import { type Paper, textOf } from "../papers/paper.js";
import { readTerms } from "../text/analyzer.js";
import { remembered } from "../text/remembered.js";
import { analyzerBehind, isAnalyzerKnown } from "../text/supplied.js";
import { tokenize } from "../text/tokenize.js";
import type { ThemeModel } from "../themes/model/theme-model.js";
import type { MapPaper } from "./map-document.js";

/** What argued for the theme: phrases with their places. */
export type Evidence = NonNullable<MapPaper["evidence"]>;

const listed = 6;
const longestPhrase = 4;
/** A word belongs to a phrase, and a phrase is told, from this share of the strongest weight on. */
const worthSaying = 0.2;

/** A word of a text, its terms and what they add. */
interface WeighedWord {
  readonly start: number;
  readonly end: number;
  readonly terms: readonly string[];
  weight: number;
}

/** A phrase of a text and its place. */
interface Place {
  readonly field: "title" | "abstract";
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  /** Its terms: "preference" and "preferences" are one phrase. */
  readonly terms: string;
}

/**
 * A function that gives the evidence of a fitted paper. A word's weight is what it, and its pairs with the words beside
 * it, add to the paper's cosine with its theme above the mean theme, before smoothing by neighbours; words that follow
 * each other are one phrase. None where the model went by the caller's vectors alone, or by an analyzer that is not at
 * hand. O(text of the paper).
 */
export function evidenceFinder(model: ThemeModel): (paper: Paper, row: number, theme: number) => Evidence {
  const { space, themes } = model;
  if (space.externalShare === 1 || !isAnalyzerKnown(space.analyzer)) return () => [];
  const analyzer = analyzerBehind(space.analyzer);
  const termsOf = remembered((word) => readTerms(analyzer, word));
  const weights = termWeights(model);
  return (paper, row, theme) => {
    const weightOf = new Map<string, number>();
    for (let p = space.vectors.indptr[row]!; p < space.vectors.indptr[row + 1]!; p += 1) {
      const column = space.vectors.indices[p]!;
      const weight = space.vectors.data[p]! * weights[column * themes.length + theme]!;
      weightOf.set(space.tfidf.vocabulary[column]!, weight);
    }
    const strongest = Math.max(0, ...weightOf.values());
    const places = (["title", "abstract"] as const).flatMap((field) => {
      const words = weighedWords(textOf(paper, field), termsOf, weightOf);
      return placesIn(words, field, worthSaying * strongest);
    });
    return ranked(paper, places);
  };
}

/** The words of a text; whatever is no word has no terms. */
function weighedWords(
  text: string,
  termsOf: (word: string) => readonly string[],
  weightOf: ReadonlyMap<string, number>,
): WeighedWord[] {
  const words = tokenize(text).map(({ kind, norm, start, end }): WeighedWord => {
    const terms = kind === "word" || kind === "acronym" ? termsOf(norm) : [];
    return { start, end, terms, weight: terms.reduce((sum, term) => sum + (weightOf.get(term) ?? 0), 0) };
  });
  for (let i = 1; i < words.length; i += 1) {
    const pair = `${words[i - 1]!.terms.at(-1)} ${words[i]!.terms[0]}`;
    const half = (weightOf.get(pair) ?? 0) / 2;
    words[i - 1]!.weight += half;
    words[i]!.weight += half;
  }
  return words;
}

/** The runs of telling words: stop words and punctuation end a run, and so does its fourth word. */
function placesIn(words: readonly WeighedWord[], field: Place["field"], least: number): Place[] {
  const places: Place[] = [];
  let run: Place | undefined;
  let length = 0;
  const finish = (): void => {
    if (run !== undefined) places.push(run);
    run = undefined;
    length = 0;
  };
  for (const { start, end, terms, weight } of words) {
    if (weight <= 0 || weight < least || length === longestPhrase) finish();
    if (weight <= 0 || weight < least) continue;
    const before: Place = run ?? { field, start, end, weight: 0, terms: "" };
    run = { ...before, end, weight: before.weight + weight, terms: `${before.terms} ${terms.join(" ")}` };
    length += 1;
  }
  finish();
  return places;
}

/** Places of the same terms together, heaviest first; ties by place. */
function ranked(paper: Paper, places: readonly Place[]): Evidence {
  const phrases = new Map<string, { phrase: string; weight: number; spans: ["t" | "a", number, number][] }>();
  for (const { field, start, end, weight, terms } of places) {
    const phrase = textOf(paper, field).slice(start, end);
    const known = phrases.get(terms) ?? { phrase, weight, spans: [] };
    known.weight = Math.max(known.weight, weight);
    known.spans.push([field === "title" ? "t" : "a", start, end]);
    phrases.set(terms, known);
  }
  return [...phrases.values()]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, listed)
    .map(({ phrase, spans }) => ({ phrase, spans }));
}

/** terms x themes: what a unit of the term adds to the cosine with each theme, above the mean over the themes. */
function termWeights({ space, prototypes, themes }: ThemeModel): Float64Array {
  const { rows: dimensions, columns: terms, data } = space.components;
  const k = themes.length;
  const weights = new Float64Array(terms * k);
  for (let t = 0; t < k; t += 1) {
    for (let d = 0; d < dimensions; d += 1) {
      const along = prototypes.data[t * prototypes.columns + d]!;
      for (let term = 0; term < terms; term += 1) weights[term * k + t]! += data[d * terms + term]! * along;
    }
  }
  // With a single theme there is nothing to stand out from.
  for (let term = 0; k > 1 && term < terms; term += 1) {
    let mean = 0;
    for (let t = 0; t < k; t += 1) mean += weights[term * k + t]! / k;
    for (let t = 0; t < k; t += 1) weights[term * k + t]! -= mean;
  }
  return weights;
}
