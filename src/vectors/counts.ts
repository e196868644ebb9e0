/** Counting terms: a vocabulary, its document frequencies and the sparse counts of each document. */

import { addTo } from "../matrix/by-key.js";
import { type CsrMatrix, matrixByRows } from "../matrix/csr.js";
import {
  checkArgument,
  checkLists,
  type Optional,
  type OptionRule,
  type OptionRules,
  resolveOptions,
  value,
} from "../options.js";
import { ngrams } from "../text/ngrams.js";

/** In how many documents each term occurs. Mergeable: counts of two parts of a collection add up to its counts. */
export interface TermCounts {
  /** Documents counted. */
  readonly documents: number;
  /** Terms in ascending order of code units. */
  readonly vocabulary: readonly string[];
  /** For each term of the vocabulary the number of documents that have it. */
  readonly documentFrequencies: Uint32Array;
}

/** How terms are counted. */
export interface CountOptions {
  /** Shortest and longest run of terms. @defaultValue [1, 1] */
  readonly ngramRange: readonly [number, number];
}

/** The rule for `ngramRange`, shared by every function that counts. */
export const ngramRangeRule: OptionRule<readonly [number, number]> = value<readonly [number, number]>(
  [1, 1],
  "[shortest, longest] with 1 <= shortest <= longest <= 8",
  (v) => {
    if (!Array.isArray(v) || v.length !== 2 || !v.every(Number.isInteger)) return false;
    return v[0] >= 1 && v[1] >= v[0] && v[1] <= 8;
  },
);

const rules: OptionRules<CountOptions> = { ngramRange: ngramRangeRule };

/** Document frequencies of a collection of term lists. Linear in the terms. @throws ThemataError INVALID_OPTION */
export function countTerms(documents: readonly (readonly string[])[], options?: Optional<CountOptions>): TermCounts {
  checkDocuments("countTerms", documents);
  const { ngramRange } = resolveOptions("countTerms", options, rules);
  const frequencies = new Map<string, number>();
  for (const document of documents) {
    for (const term of new Set(runs(document, ngramRange))) addTo(frequencies, term, 1);
  }
  return countsOf(frequencies, documents.length);
}

/** @throws ThemataError INVALID_OPTION unless each document is an array of terms */
export function checkDocuments(where: string, documents: readonly (readonly string[])[]): void {
  checkLists(where, "documents", "arrays of terms", documents);
}

/** @throws ThemataError INVALID_OPTION unless counts have a document frequency for each term */
export function checkCounts(where: string, counts: TermCounts): void {
  const { documents, vocabulary, documentFrequencies } = counts ?? ({} as Partial<TermCounts>);
  const fit = Number.isInteger(documents) && haveNumbers(vocabulary, documentFrequencies);
  checkArgument(where, "counts", "what countTerms gave", fit, counts);
}

/** Whether there is a list of terms, and a number for each of them. */
export function haveNumbers(vocabulary: unknown, numbers: ArrayLike<number> | undefined): boolean {
  return Array.isArray(vocabulary) && vocabulary.every((_, i) => typeof numbers?.[i] === "number");
}

/** The counts of the union of two disjoint collections: equal to counting all their documents at once, in one `ngramRange`. */
export function mergeCounts(a: TermCounts, b: TermCounts): TermCounts {
  for (const counts of [a, b]) checkCounts("mergeCounts", counts);
  const frequencies = new Map<string, number>();
  for (const counts of [a, b]) {
    counts.vocabulary.forEach((term, i) => {
      addTo(frequencies, term, counts.documentFrequencies[i]!);
    });
  }
  return countsOf(frequencies, a.documents + b.documents);
}

/** How often each document has each term of a vocabulary; terms outside it are passed over. */
export function countMatrix(
  documents: readonly (readonly string[])[],
  vocabulary: readonly string[],
  ngramRange: readonly [number, number],
): CsrMatrix {
  const columnOf = columnsOf(vocabulary);
  return matrixByRows(documents.length, vocabulary.length, (row, add) => {
    const counts = new Map<number, number>();
    for (const term of runs(documents[row]!, ngramRange)) {
      const column = columnOf.get(term);
      if (column !== undefined) addTo(counts, column, 1);
    }
    for (const column of Uint32Array.from(counts.keys()).sort()) add(column, counts.get(column)!);
  });
}

/** The column of each term. */
export function columnsOf(vocabulary: readonly string[]): Map<string, number> {
  return new Map(vocabulary.map((term, column) => [term, column]));
}

function runs(document: readonly string[], range: readonly [number, number]): readonly string[] {
  return range[1] === 1 ? document : ngrams(document, range);
}

/** Counts by what is known of each term. */
export function countsOf(frequencies: ReadonlyMap<string, number>, documents: number): TermCounts {
  const vocabulary = [...frequencies.keys()].sort();
  const documentFrequencies = Uint32Array.from(vocabulary, (term) => frequencies.get(term)!);
  return { documents, vocabulary, documentFrequencies };
}
