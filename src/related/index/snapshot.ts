/** An index as plain data and back. */

import type { Paper } from "../../papers/paper.js";
import type { Analyzer, AnalyzerOptions, FieldWeights } from "../../text/analyzer.js";
import { analyzerBehind, markAnalyzer, type SuppliedMark } from "../../text/supplied.js";
import { type Collection, createCollection, pack, seatPapers } from "./collection.js";
import type { DenseRows } from "./dense-rows.js";
import type { LatentBasis } from "./latent-basis.js";
import { addRow, lexicalIndex, rowEntries } from "./lexical-index.js";
import type { TermReader } from "./row-terms.js";
import { isPair, type TermTable, termTableOf } from "./term-table.js";

/** An index without what can be computed from the rest. Plain data: strings, numbers, typed arrays. */
export interface PaperIndexData<P extends Paper = Paper> {
  /** In the order that decides ties. */
  readonly papers: readonly P[];
  /** The options of the analyzer, or a mark for the caller's own, which must be given again. */
  readonly analyzer: AnalyzerOptions | SuppliedMark;
  readonly fields: FieldWeights;
  readonly longestRun: 1 | 2;
  readonly dimensions: number;
  readonly seed: number;
  readonly denseShare: number;
  readonly ownVectors: boolean;
  /** Single terms, and their numbers, ascending. */
  readonly strings: readonly string[];
  readonly singles: Uint32Array;
  /** The other numbers are pairs: places of their words in `strings`, in the order of the numbers. */
  readonly left: Uint16Array | Uint32Array;
  readonly right: Uint16Array | Uint32Array;
  /** Paper i has `entries[starts[i] .. starts[i + 1])`: a term in the upper 26 bits, its count in the lower 6. */
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
  /** `place` by `strings`. */
  readonly basis: LatentBasis | null;
  readonly dense: DenseRows | null;
  readonly fitted: number;
  readonly changed: number;
}

/** The data of a collection. */
export function collectionData<P extends Paper>(collection: Collection<P>, denseShare: number): PaperIndexData<P> {
  const { analyzer, fields, pairs } = collection.reader;
  if (collection.lexical.rows > collection.lexical.live) pack(collection, true);
  const { lexical, dense, basis, dimensions, seed, ownVectors, fitted, changed } = collection;
  const { terms, rows } = lexical;
  const starts = new Uint32Array(rows + 1);
  for (let row = 0; row < rows; row += 1) starts[row + 1] = starts[row]! + lexical.length[row]!;
  const entries = new Uint32Array(starts[rows]!);
  for (let row = 0; row < rows; row += 1) entries.set(rowEntries(lexical, row), starts[row]!);
  const singles = singlesOf(terms);
  return {
    papers: collection.rowAt.map((row) => collection.papers[row]!),
    analyzer: markAnalyzer(analyzer),
    fields,
    longestRun: pairs ? 2 : 1,
    dimensions,
    seed,
    denseShare,
    ownVectors,
    strings: terms.strings.slice(),
    singles,
    ...pairsOf(terms, singles.length),
    starts,
    entries,
    basis: basis === undefined ? null : { ...basis, place: singles.map((term) => basis.place[term] ?? 0) },
    dense: dense === undefined ? null : { ...dense, data: dense.data.slice(0, rows * dense.dimensions) },
    fitted,
    changed,
  };
}

/** Numbers of the single terms, in the order of their strings. */
function singlesOf(terms: TermTable): Uint32Array {
  const singles = new Uint32Array(terms.strings.length);
  for (let term = 0; term < terms.size; term += 1) if (!isPair(terms, term)) singles[terms.left[term]!] = term;
  return singles;
}

/** The words of all pairs as places of single terms. */
function pairsOf(terms: TermTable, singles: number): Pick<PaperIndexData, "left" | "right"> {
  const pairs = terms.size - singles;
  const left = singles < 2 ** 16 ? new Uint16Array(pairs) : new Uint32Array(pairs);
  const right = singles < 2 ** 16 ? new Uint16Array(pairs) : new Uint32Array(pairs);
  for (let term = 0, pair = 0; term < terms.size; term += 1) {
    if (!isPair(terms, term)) continue;
    left[pair] = terms.left[terms.left[term]!]!;
    right[pair] = terms.left[terms.right[term]!]!;
    pair += 1;
  }
  return { left, right };
}

/** The reader of such data. @throws ThemataError MODEL_FORMAT without the analyzer that was the caller's own */
export function readerOfData(data: PaperIndexData, analyzer?: Analyzer): TermReader {
  const { fields, longestRun } = data;
  return { analyzer: analyzerBehind(data.analyzer, analyzer), fields, pairs: longestRun === 2 };
}

/** The collection of such data. */
export function collectionOfData<P extends Paper>(data: PaperIndexData<P>, reader: TermReader): Collection<P> {
  const { papers, dimensions, seed, ownVectors, singles, starts, entries, basis, dense } = data;
  const collection = createCollection<P>(reader, { dimensions, seed, ownVectors });
  const lexical = { ...lexicalIndex(), terms: termTableOf(data.strings, singles, data.left, data.right) };
  for (let row = 0; row < papers.length; row += 1) {
    addRow(lexical, entries.subarray(starts[row]!, starts[row + 1]!));
  }
  collection.lexical = lexical;
  if (basis !== null) {
    const place = new Uint32Array(lexical.terms.size);
    basis.place.forEach((at, i) => {
      place[singles[i]!] = at;
    });
    collection.basis = { ...basis, place };
  }
  collection.dense = dense === null ? undefined : { ...dense, data: dense.data.slice() };
  collection.fitted = data.fitted;
  collection.changed = data.changed;
  seatPapers(collection, papers);
  return collection;
}
