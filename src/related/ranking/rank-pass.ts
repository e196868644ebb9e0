/** A query under way: the rarer terms added up, the common ones ready to be looked up in a row. */

import { countBits, countMask } from "../../vectors/packed-entry.js";
import { type DenseRows, denseScorer } from "../index/dense-rows.js";
import type { LexicalIndex } from "../index/lexical-index.js";
import { visitPosted } from "../index/postings.js";
import type { Scratch } from "../index/scratch.js";
import { countWeights, idfOf } from "../index/term-weights.js";
import type { RowQuery } from "./row-scorer.js";

/** Guards the bounds against rounding. */
export const slack = 1e-9;
/** Runs of so many entries are worth a call of the kernel. */
const longRun = 32;

/** Which rows count, and how much. */
export interface RankLimits {
  readonly k: number;
  /** Lowest score, inclusive. */
  readonly minScore: number;
  readonly allowed: (row: number) => boolean;
  /** What a row's score is multiplied by, in (0, 1]; absent for 1. */
  readonly factor?: ((row: number) => number) | undefined;
  /** Place of a row in the collection, which decides ties, and the row of a place. */
  readonly positionOf: (row: number) => number;
  readonly rowAt: (position: number) => number;
}

/** A query under way. */
export interface Pass {
  readonly index: LexicalIndex;
  readonly query: RowQuery;
  readonly limits: RankLimits;
  readonly scratch: Scratch;
  /** Dense similarity of a row where it counts: right where it reaches what is needed; -1 for none. */
  readonly similarity: ((row: number, needed: number) => number) | undefined;
  /** Rows may be longer or shorter than the index has them by this factor. */
  readonly stretch: number;
  /** What each common term adds to a row for a count of one; undefined once they are in the sums. */
  common: Float64Array | undefined;
  /** Places of the common terms in the query, and their Euclidean length. */
  readonly commonPlaces: readonly number[];
  rest: number;
}

/** Adds up the rarer terms and notes the common ones. */
export function startPass(
  index: LexicalIndex,
  dense: DenseRows | undefined,
  scratch: Scratch,
  query: RowQuery,
  limits: RankLimits,
): Pass {
  const { terms, weights } = query.lexical;
  const { common: commonTerms, commonNumber, drift } = index.lengths;
  const common = new Float64Array(commonTerms.length);
  const commonPlaces: number[] = [];
  let squares = 0;
  for (let i = 0; query.denseShare < 1 && i < terms.length; i += 1) {
    const number = commonNumber[terms[i]!] ?? 0;
    if (number === 0) addTerm(index, scratch, terms[i]!, weights[i]!);
    else {
      commonPlaces.push(i);
      common[number - 1] = weights[i]! * idfOf(index, terms[i]!);
      squares += weights[i]! ** 2;
    }
  }
  const isMixed = query.denseShare > 0 && dense !== undefined;
  return {
    index,
    query,
    limits,
    scratch,
    similarity: isMixed ? denseScorer(dense, query.dense!) : undefined,
    stretch: 1 + drift,
    common: commonPlaces.length === 0 ? undefined : common,
    commonPlaces,
    rest: Math.sqrt(squares),
  };
}

/** Adds the products of a term to the sums of all rows that have it. */
function addTerm(index: LexicalIndex, scratch: Scratch, term: number, weight: number): void {
  const scale = weight * idfOf(index, term);
  visitPosted(index.postings, term, (page, from, end) => addEntries(scratch, page, from, end, scale));
}

/** Adds the products of a run of entries: long runs by the kernel, to whose memory they are copied. */
function addEntries(scratch: Scratch, page: Uint32Array, from: number, end: number, scale: number): void {
  const { sums, weights, entries, kernels } = scratch;
  let p = from;
  while (end - p >= longRun) {
    const next = Math.min(end, p + entries.length);
    entries.set(page.subarray(p, next));
    kernels!.addEntries(entries, next - p, weights, scale, sums);
    p = next;
  }
  for (; p < end; p += 1) sums[page[p]! >>> countBits]! += scale * countWeights[page[p]! & countMask]!;
}

/** Adds up the common terms too: nothing is left to look up. */
export function addCommon(pass: Pass): void {
  const { terms, weights } = pass.query.lexical;
  for (const i of pass.commonPlaces) addTerm(pass.index, pass.scratch, terms[i]!, weights[i]!);
  pass.common = undefined;
  pass.rest = 0;
}

/** Entries of the common terms. */
export function entriesLeft({ index, commonPlaces, query }: Pass): number {
  return commonPlaces.reduce((sum, i) => sum + index.frequency[query.lexical.terms[i]!]!, 0);
}

/** The most that a row can score: its score where the lengths of rows are exact, but for rounding. */
export function lookedUp(pass: Pass, row: number, similarity: number): number {
  const { common } = pass;
  let sum = pass.scratch.sums[row]!;
  if (common !== undefined) {
    const { commonStart, commonEntries } = pass.index.lengths;
    const end = commonStart[row + 1]!;
    for (let p = commonStart[row]!; p < end; p += 1) {
      const entry = commonEntries[p]!;
      sum += common[entry >>> countBits]! * countWeights[entry & countMask]!;
    }
  }
  return scoreOfSum(pass, row, pass.stretch * sum, similarity) + slack;
}

/** The score of a row by the sum of its products and its dense similarity, -1 for none. */
export function scoreOfSum({ index, query, limits }: Pass, row: number, sum: number, similarity: number): number {
  const lexical = sum * index.lengths.inverse[row]!;
  const score = similarity < 0 ? lexical : (1 - query.denseShare) * lexical + query.denseShare * similarity;
  return limits.factor === undefined ? score : score * limits.factor(row);
}
