/** The phrases that brought a paper to its first theme, with every place where they stand: what the model went by. */

import { type Paper, textOf } from "../papers/paper.js";
import type { Analyzer } from "../text/analyzer.js";
import { markedAnalyzer } from "../text/supplied.js";
import { tokenize } from "../text/tokenize.js";
import { analyzerOf } from "../themes/space.js";
import type { ThemeModel } from "../themes/theme-model.js";
import type { MapPaper } from "./map-document.js";

/** What argued for the theme: phrases with their places. */
export type Evidence = NonNullable<MapPaper["evidence"]>;

const listed = 6;
const longestPhrase = 4;
/** A word belongs to a phrase, and a phrase is told, from this share of the strongest weight on. */
const worthSaying = 0.2;

/** What a word adds, and the terms it is made of. */
interface WeighedWord {
  readonly weight: number;
  readonly terms: string;
}

const noWord: WeighedWord = { weight: 0, terms: "" };

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
 * A function that gives the evidence of a fitted paper. A word's weight is what it adds to the paper's cosine with its
 * theme above the mean theme, before smoothing by neighbours; words that follow each other are one phrase. None where
 * the model went by the caller's vectors alone, or by an analyzer that is not at hand. O(text of the paper).
 */
export function evidenceFinder(model: ThemeModel): (paper: Paper, row: number, theme: number) => Evidence {
  const { space, themes } = model;
  const unknownAnalyzer = "custom" in space.analyzer && markedAnalyzer(space.analyzer) === undefined;
  if (space.externalShare === 1 || unknownAnalyzer) return () => [];
  const columnsOf = columnLookup(analyzerOf(space), space.tfidf.vocabulary);
  const weights = termWeights(model);
  return (paper, row, theme) => {
    const weightOf = new Map<number, number>();
    for (let p = space.vectors.indptr[row]!; p < space.vectors.indptr[row + 1]!; p += 1) {
      const column = space.vectors.indices[p]!;
      weightOf.set(column, space.vectors.data[p]! * weights[column * themes.length + theme]!);
    }
    const strongest = Math.max(0, ...weightOf.values());
    const weigh = (word: string): WeighedWord => {
      const columns = columnsOf(word);
      return { terms: columns.join(" "), weight: columns.reduce((sum, c) => sum + (weightOf.get(c) ?? 0), 0) };
    };
    const places = (["title", "abstract"] as const).flatMap((field) => {
      return placesIn(textOf(paper, field), field, weigh, worthSaying * strongest);
    });
    return ranked(paper, places);
  };
}

/** The runs of telling words in a text: stop words and punctuation end a run, and so does its fourth word. */
function placesIn(text: string, field: Place["field"], weigh: (word: string) => WeighedWord, least: number): Place[] {
  const places: Place[] = [];
  let run: Place | undefined;
  let words = 0;
  for (const { kind, norm, start, end } of tokenize(text)) {
    const { weight, terms } = kind === "word" || kind === "acronym" ? weigh(norm) : noWord;
    if (weight > 0 && weight >= least) {
      const joined = run !== undefined && words < longestPhrase;
      if (run !== undefined && !joined) places.push(run);
      run = joined
        ? { ...run!, end, weight: run!.weight + weight, terms: `${run!.terms} ${terms}` }
        : { field, start, end, weight, terms };
      words = joined ? words + 1 : 1;
    } else if (run !== undefined) {
      places.push(run);
      run = undefined;
    }
  }
  return run === undefined ? places : [...places, run];
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

/** Columns of a word's terms; each word is analysed once. */
function columnLookup(analyzer: Analyzer, vocabulary: readonly string[]): (word: string) => readonly number[] {
  const columnOf = new Map(vocabulary.map((term, column) => [term, column]));
  const known = new Map<string, readonly number[]>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const columns = analyzer.terms(word).flatMap((term) => columnOf.get(term) ?? []);
    known.set(word, columns);
    return columns;
  };
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
