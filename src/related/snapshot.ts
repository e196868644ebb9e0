/** An index as plain data and back. */

import { ThemataError } from "../errors.js";
import type { Paper } from "../papers/paper.js";
import { type Analyzer, type AnalyzerOptions, createAnalyzer } from "../text/analyzer.js";
import { markAnalyzer, markedAnalyzer, type SuppliedMark } from "../text/supplied.js";
import { type Collection, createCollection, pack } from "./collection.js";
import type { DenseRows } from "./dense-rows.js";
import { pageOf, placeOf } from "./growing.js";
import type { LatentBasis } from "./latent-basis.js";
import { lexicalIndex, postRows, storeRow } from "./lexical-index.js";
import { yearsOf } from "./paper-dates.js";
import { countBits, countMask } from "./postings.js";
import type { FieldWeights } from "./row-terms.js";
import { termTableOf } from "./term-table.js";

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
  /** Single terms; term i is `strings[left[i]]` where `right[i]` is 2 ** 32 - 1, else terms `left[i]` and `right[i]`. */
  readonly strings: readonly string[];
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** Paper i has `entries[starts[i] .. starts[i + 1])`: a term in the upper 26 bits, its count in the lower 6. */
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
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
  for (let row = 0; row < rows; row += 1) {
    if (lexical.length[row] === 0) continue;
    const from = placeOf(lexical.start[row]!);
    const page = pageOf(lexical.entries, lexical.start[row]!);
    entries.set(page.subarray(from, from + lexical.length[row]!), starts[row]!);
  }
  return {
    papers: collection.rowAt.map((row) => collection.papers[row]!),
    analyzer: analyzer.options ?? markAnalyzer(analyzer),
    fields,
    longestRun: pairs ? 2 : 1,
    dimensions,
    seed,
    denseShare,
    ownVectors,
    strings: terms.strings.slice(),
    left: terms.left.slice(0, terms.size),
    right: terms.right.slice(0, terms.size),
    starts,
    entries,
    basis: basis ?? null,
    dense: dense === undefined ? null : { ...dense, data: dense.data.slice(0, rows * dense.dimensions) },
    fitted,
    changed,
  };
}

/** The collection of such data. @throws ThemataError MODEL_FORMAT without the analyzer that was the caller's own */
export function collectionOfData<P extends Paper>(data: PaperIndexData<P>, analyzer?: Analyzer): Collection<P> {
  const { papers, fields, longestRun, dimensions, seed, ownVectors, starts, entries, basis, dense } = data;
  const reader = { analyzer: analyzer ?? savedAnalyzer(data.analyzer), fields, pairs: longestRun === 2 };
  const collection = createCollection<P>(reader, { dimensions, seed, ownVectors });
  const lexical = { ...lexicalIndex(), terms: termTableOf(data.strings, data.left, data.right) };
  for (let row = 0; row < papers.length; row += 1) {
    const terms: number[] = [];
    const counts: number[] = [];
    for (let p = starts[row]!; p < starts[row + 1]!; p += 1) {
      terms.push(entries[p]! >>> countBits);
      counts.push(entries[p]! & countMask);
    }
    storeRow(lexical, terms, counts);
  }
  postRows(lexical);
  collection.lexical = lexical;
  collection.basis = basis ?? undefined;
  collection.dense = dense === null ? undefined : { ...dense, data: dense.data.slice() };
  collection.fitted = data.fitted;
  collection.changed = data.changed;
  papers.forEach((paper, row) => {
    collection.papers[row] = paper;
    collection.years[row] = yearsOf(paper.date ?? "") ?? Number.NaN;
    collection.rowOf.set(paper.id, row);
    collection.positionOf[row] = row;
    collection.rowAt[row] = row;
  });
  return collection;
}

function savedAnalyzer(saved: AnalyzerOptions | SuppliedMark): Analyzer {
  if (!("custom" in saved)) return createAnalyzer(saved);
  const known = markedAnalyzer(saved);
  if (known !== undefined) return known;
  const name = saved.name === "" ? "" : ` (\`${saved.name}\`)`;
  const message = `paperIndexFromData: the index was made with an analyzer of the caller's own${name}. Pass it again: { analyzer }`;
  throw new ThemataError("MODEL_FORMAT", message, { reason: "analyzer" });
}
