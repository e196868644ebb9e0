/**
 * BM25F: how well rows match the concepts of a query. Fields count by their weight within the term's count and the
 * paper's length.
 *
 * Reference: Robertson, S., Zaragoza, H., Taylor, M. (2004). Simple BM25 extension to multiple weighted fields. CIKM
 * 2004, 42-49. doi:10.1145/1031171.1031181
 * Departures: idf is ln(1 + (n - df + 0.5) / (df + 0.5)), never negative; several terms may count as one concept; two words
 * standing together add to their own scores; the sum is divided by the highest a paper could reach, so that
 * scores lie in 0..1.
 */

import { addTo } from "../../matrix/by-key.js";
import { ln } from "../../matrix/elementary.js";
import { countTokens, type LexicalIndex, visitPostings, visitRow } from "../index/lexical-index.js";
import type { Scratch } from "../index/scratch.js";
import type { Concept } from "./search-concepts.js";

const k1 = 1.2;
const b = 0.75;

/** Concepts with their weights in an index as it is. */
export interface WeighedConcepts {
  readonly concepts: readonly Concept[];
  /** Share of each concept in the highest score. */
  readonly shares: readonly number[];
  /** Count of each concept in each row that has it, for concepts that are more than one term. */
  readonly counts: readonly (ReadonlyMap<number, number> | undefined)[];
  readonly meanLength: number;
}

/** Weighs the concepts of a query. */
export function weighConcepts(index: LexicalIndex, concepts: readonly Concept[]): WeighedConcepts {
  countTokens(index);
  const counts = concepts.map((concept) => mergedCounts(index, concept));
  const idfs = concepts.map(({ terms, weight }, i) => {
    const rows = counts[i]?.size ?? (terms.length === 0 ? 0 : index.frequency[terms[0]!]!);
    return weight * ln(1 + (index.live - rows + 0.5) / (rows + 0.5));
  });
  let highest = 0;
  for (const idf of idfs) highest += idf;
  const shares = idfs.map((idf) => (highest === 0 ? 0 : idf / highest));
  return { concepts, shares, counts, meanLength: Math.max(1, index.allTokens / Math.max(1, index.live)) };
}

/**
 * Adds up the scores of all rows that have a concept, in `scratch`; the caller sets the sums of the rows met back to 0.
 *
 * @returns how many of `scratch.touched` are rows met
 */
export function addConcepts(index: LexicalIndex, weighed: WeighedConcepts, scratch: Scratch): number {
  const { sums, touched } = scratch;
  let met = 0;
  const add = (row: number, score: number): void => {
    if (index.length[row] === 0 || score === 0) return;
    if (sums[row] === 0) touched[met++] = row;
    sums[row]! += score;
  };
  weighed.concepts.forEach(({ terms }, i) => {
    const share = weighed.shares[i]!;
    const merged = weighed.counts[i];
    if (merged !== undefined)
      for (const [row, count] of merged) add(row, share * saturated(index, weighed, row, count));
    else if (terms.length === 1) {
      visitPostings(index, terms[0]!, (row, count) => add(row, share * saturated(index, weighed, row, count)));
    }
  });
  return met;
}

/** What each concept adds to the score of a row. */
export function conceptParts(index: LexicalIndex, weighed: WeighedConcepts, row: number): number[] {
  const counts = new Map<number, number>();
  visitRow(index, row, (term, count) => counts.set(term, count));
  return weighed.concepts.map(({ terms }, i) => {
    const merged = weighed.counts[i];
    const count = merged === undefined ? counts.get(terms[0]!) : merged.get(row);
    return weighed.shares[i]! * saturated(index, weighed, row, count ?? 0);
  });
}

/** 0 to 1: rises with the count, falls with the length of the paper. */
function saturated(index: LexicalIndex, { meanLength }: WeighedConcepts, row: number, count: number): number {
  return count / (count + k1 * (1 - b + (b * index.tokens[row]!) / meanLength));
}

function mergedCounts(index: LexicalIndex, { terms, spelledOut, rows }: Concept): Map<number, number> | undefined {
  if (terms.length <= 1 && spelledOut.length === 0 && rows === undefined) return undefined;
  const sums = new Map<number, number>();
  const add = (row: number, count: number): void => {
    if (index.length[row] !== 0 && rows?.has(row) !== false) addTo(sums, row, count);
  };
  for (const term of terms) visitPostings(index, term, add);
  let least: Map<number, number> | undefined;
  for (const term of spelledOut) {
    const both = new Map<number, number>();
    visitPostings(index, term, (row, count) => {
      const before = least === undefined ? count : least.get(row);
      if (before !== undefined && index.length[row] !== 0) both.set(row, Math.min(before, count));
    });
    least = both;
  }
  for (const [row, count] of least ?? []) add(row, count);
  return sums;
}
