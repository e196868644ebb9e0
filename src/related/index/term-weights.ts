/**
 * TF-IDF of a collection that changes: counts are stored, weights follow from the document frequencies of the moment.
 *
 * weight of term t in a paper = (1 + ln count) x idf(t), idf(t) = ln((1 + n) / (1 + df(t))) + 1, each paper scaled to
 * unit length. A pair of terms weighs three quarters of that, and counts from the second paper that has it.
 */

import { ln } from "../../matrix/elementary.js";
import { grown } from "../../matrix/growing-arrays.js";
import { countMask } from "../../vectors/packed-entry.js";
import type { LexicalIndex } from "./lexical-index.js";
import { isPair } from "./term-table.js";

/** 1 + ln count, by count. */
export const countWeights: Float64Array = Float64Array.from({ length: countMask + 1 }, (_, n) =>
  n === 0 ? 0 : 1 + ln(n),
);

/** Pairs say again what their words say. */
const pairWeight = 0.75;

/** Weight of a term by its rarity now: its idf, for a pair three quarters of it, 0 for a pair of one paper only. */
export function idfOf(index: LexicalIndex, term: number): number {
  const frequency = index.frequency[term] ?? 0;
  if (frequency === 0) return 0;
  const pair = isPair(index.terms, term);
  if (pair && frequency === 1) return 0;
  const idf = logarithm(index, index.live) - logarithm(index, frequency) + 1;
  return pair ? pairWeight * idf : idf;
}

/** ln(1 + count), from a table. */
export function logarithm(index: LexicalIndex, count: number): number {
  if (count >= index.logarithms.length) {
    const from = index.logarithms.length;
    index.logarithms = grown(index.logarithms, count + 1);
    for (let i = from; i < index.logarithms.length; i += 1) index.logarithms[i] = ln(1 + i);
  }
  return index.logarithms[count]!;
}
