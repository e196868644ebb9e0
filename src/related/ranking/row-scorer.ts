/** The score of one row for a query: cosine of TF-IDF vectors, mixed with that of dense vectors. */

import { countBits, countMask } from "../../vectors/packed-entry.js";
import { type DenseRows, denseScorer, hasDenseRow } from "../index/dense-rows.js";
import type { LexicalIndex } from "../index/lexical-index.js";
import { pageOf, placeOf } from "../index/page-store.js";
import { inverseLengthOf } from "../index/settle-lengths.js";
import { countWeights, idfOf } from "../index/term-weights.js";
import type { WeightedTerms } from "../index/weighted-terms.js";

/** What rows are compared with. */
export interface RowQuery {
  readonly lexical: WeightedTerms;
  /** Unit vector, where there is one. */
  readonly dense: Float64Array | undefined;
  /** Share of the dense similarity in the score, 0 without `dense`. */
  readonly denseShare: number;
}

/** Computes the exact score of one row, in the order of the row's own terms, whatever happened to the index before. */
export function rowScorer(index: LexicalIndex, dense: DenseRows | undefined, query: RowQuery): (row: number) => number {
  const lexical = lexicalScorer(index, query.lexical);
  const similarity = query.denseShare > 0 && dense !== undefined ? denseScorer(dense, query.dense!) : undefined;
  return (row) => {
    const second = similarity === undefined ? -1 : similarity(row, 0);
    const share = second < 0 ? 0 : query.denseShare;
    return Math.min(1, (share < 1 ? (1 - share) * lexical(row) : 0) + share * second);
  };
}

/** Share of the dense similarity in the score of a row: none where the query or the row has no dense vector. */
export function denseShareOf(dense: DenseRows | undefined, query: RowQuery, row: number): number {
  return query.denseShare > 0 && dense !== undefined && hasDenseRow(dense, row) ? query.denseShare : 0;
}

/** Computes the cosine of the query's terms and one row. */
function lexicalScorer(index: LexicalIndex, query: WeightedTerms): (row: number) => number {
  const weightOf = queryWeights(index, query);
  return (row) => {
    const length = index.length[row]!;
    if (length === 0) return 0;
    const page = pageOf(index.entries, index.start[row]!);
    const from = placeOf(index.start[row]!);
    let sum = 0;
    for (let p = from; p < from + length; p += 1) {
      const weight = weightOf(page[p]! >>> countBits);
      if (weight > 0) sum += weight * countWeights[page[p]! & countMask]!;
    }
    return Math.min(1, sum * inverseLengthOf(index, row));
  };
}

/** Looks up the weight of a term in the query times its idf, 0 for other terms. */
export function queryWeights(index: LexicalIndex, { terms, weights }: WeightedTerms): (term: number) => number {
  // Most terms of a row are not in the query: with a table this sparse the first look turns them away.
  const mask = (1 << (32 - Math.clz32(8 * terms.length + 7))) - 1;
  const keys = new Int32Array(mask + 1).fill(-1);
  const values = new Float64Array(mask + 1);
  const slotOf = (term: number): number => {
    // Numbers of words and pairs lie close together, in order of first sight: multiplying spreads them.
    let slot = (Math.imul(term, 0x9e3779b1) >>> 12) & mask;
    while (keys[slot] !== term && keys[slot] !== -1) slot = (slot + 1) & mask;
    return slot;
  };
  terms.forEach((term, i) => {
    const slot = slotOf(term);
    keys[slot] = term;
    values[slot] = weights[i]! * idfOf(index, term);
  });
  return (term) => {
    const slot = slotOf(term);
    return keys[slot] === term ? values[slot]! : 0;
  };
}
