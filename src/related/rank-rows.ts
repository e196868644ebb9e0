/**
 * The rows most similar to a query, exactly, without looking at every row.
 *
 * The rarest terms of the query are added up first. A row that has none of them can still share the common terms, but no
 * more than their length in the query allows; once that bound lies below the k-th best score only the rows met so
 * far matter, and of these only those whose sum and bound together reach it. They are then scored in full.
 *
 * Reference: Turtle, H., Flood, J. (1995). Query evaluation: strategies and optimizations. Information Processing &
 * Management 31(6), 831-850. doi:10.1016/0306-4573(95)00020-H (max-score).
 * Departures: the bound on the terms left out is the Cauchy-Schwarz inequality over the common terms' part of each
 * row's length, not the sum of each term's largest contribution.
 */

import { topK } from "../matrix/top-k.js";
import { type DenseRows, denseSimilarity, hasDenseRow } from "./dense-rows.js";
import { pageOf, placeOf } from "./growing.js";
import { countWeights, idfOf, isCommon, type LexicalIndex, refreshRows } from "./lexical-index.js";
import { blockLength, countBits, countMask, firstBlock, headerLength } from "./postings.js";
import { type RowQuery, rowScorer } from "./row-scorer.js";
import type { WeightedTerms } from "./weighted-terms.js";

/** Guards the bounds against rounding. */
const slack = 1e-9;
const worthwhile = 4;

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

/** A row with its score. */
export interface RankedRow {
  readonly row: number;
  readonly score: number;
}

/** Space that queries share: sums of all rows (zeros between queries) and the rows met. */
export interface Scratch {
  sums: Float64Array;
  touched: Uint32Array;
}

/** Makes room for so many rows. */
export function fitScratch(scratch: Scratch, rows: number): void {
  if (scratch.sums.length >= rows) return;
  scratch.sums = new Float64Array(Math.ceil(1.5 * rows));
  scratch.touched = new Uint32Array(scratch.sums.length);
}

/** A query under way. */
interface Pass {
  readonly index: LexicalIndex;
  readonly dense: DenseRows | undefined;
  readonly query: RowQuery;
  readonly limits: RankLimits;
  readonly score: (row: number) => number;
  readonly sums: Float64Array;
  readonly touched: Uint32Array;
  /** Rows in `touched`. */
  met: number;
  /** Places of the query's terms, rarest first, ties in the query's order. */
  readonly order: Float64Array;
  /** Euclidean length of the terms from `order[i]` on. */
  readonly rest: Float64Array;
  /** Terms of `order` that are added up. */
  next: number;
}

/** The best rows with a score above 0, best first, ties by position. */
export function rankRows(
  index: LexicalIndex,
  dense: DenseRows | undefined,
  scratch: Scratch,
  query: RowQuery,
  limits: RankLimits,
): RankedRow[] {
  const pass = startPass(index, dense, scratch, query, limits);
  try {
    while (pass.next < pass.order.length && !isCommon(index, termAt(pass, pass.next))) addNext(pass);
    let floor = Number.NEGATIVE_INFINITY;
    // Looking for the floor costs about as much as adding a few entries for each row met.
    if (entriesLeft(pass) > worthwhile * pass.met) floor = floorOf(pass);
    while (pass.next < pass.order.length && outsidersMatter(pass, floor)) {
      addUntil(pass, floor, Math.max(worthwhile * pass.met, entriesLeft(pass) / 2));
      if (pass.next < pass.order.length) floor = floorOf(pass);
    }
    if (pass.next === pass.order.length) floor = floorOf(pass);
    return outsidersMatter(pass, floor) ? best(pass, floor, allRows(pass)) : best(pass, floor, pass.touched, pass.met);
  } finally {
    for (let i = 0; i < pass.met; i += 1) pass.sums[pass.touched[i]!] = 0;
  }
}

function startPass(
  index: LexicalIndex,
  dense: DenseRows | undefined,
  scratch: Scratch,
  query: RowQuery,
  limits: RankLimits,
): Pass {
  fitScratch(scratch, index.rows);
  const { terms, weights } = query.lexical;
  const order = query.denseShare < 1 ? rarestFirst(index, terms) : new Float64Array(0);
  const rest = new Float64Array(order.length + 1);
  for (let i = order.length - 1; i >= 0; i -= 1) rest[i] = Math.sqrt(rest[i + 1]! ** 2 + weights[order[i]!]! ** 2);
  const score = rowScorer(index, dense, query);
  return {
    index,
    dense,
    query,
    limits,
    score,
    sums: scratch.sums,
    touched: scratch.touched,
    met: 0,
    order,
    rest,
    next: 0,
  };
}

function rarestFirst(index: LexicalIndex, terms: WeightedTerms["terms"]): Float64Array {
  const keys = new Float64Array(terms.length);
  for (let i = 0; i < terms.length; i += 1) keys[i] = index.frequency[terms[i]!]! * terms.length + i;
  keys.sort();
  for (let i = 0; i < terms.length; i += 1) keys[i]! %= terms.length;
  return keys;
}

function termAt(pass: Pass, i: number): number {
  return pass.query.lexical.terms[pass.order[i]!]!;
}

/** Adds the products of the next term to the sums of all rows that have it. */
function addNext(pass: Pass): void {
  const { index, sums, touched } = pass;
  const { store, tail, room } = index.postings;
  const term = termAt(pass, pass.next);
  const scale = pass.query.lexical.weights[pass.order[pass.next]!]! * idfOf(index, term);
  let met = pass.met;
  for (let block = firstBlock(index.postings, term); block !== 0; ) {
    const page = pageOf(store, block);
    const from = placeOf(block);
    const end = from + blockLength(page, from) - (block === tail[term] ? room[term]! : 0);
    for (let p = from + headerLength; p < end; p += 1) {
      const entry = page[p]!;
      const row = entry >>> countBits;
      const sum = sums[row]!;
      if (sum === 0) touched[met++] = row;
      sums[row] = sum + scale * countWeights[entry & countMask]!;
    }
    block = page[from]!;
  }
  pass.met = met;
  pass.next += 1;
}

/** Adds terms until rows not met are out of the race, or as many entries are read as `budget` says. */
function addUntil(pass: Pass, floor: number, budget: number): void {
  let read = 0;
  while (pass.next < pass.order.length && outsidersMatter(pass, floor) && read <= budget) {
    read += pass.index.frequency[termAt(pass, pass.next)]!;
    addNext(pass);
  }
}

/** Entries of the terms not added yet. */
function entriesLeft(pass: Pass): number {
  let entries = 0;
  for (let i = pass.next; i < pass.order.length; i += 1) entries += pass.index.frequency[termAt(pass, i)]!;
  return entries;
}

/** Whether a row that was not met may be among the best. */
function outsidersMatter(pass: Pass, floor: number): boolean {
  const bound = (1 - pass.query.denseShare) * pass.rest[pass.next]! + pass.query.denseShare;
  return bound > 0 && bound + slack >= floor;
}

/** A score that the k-th best row reaches for certain: -Infinity while fewer are met. */
function floorOf(pass: Pass): number {
  const { index, limits, sums, touched, met } = pass;
  const { factor } = limits;
  refreshRows(index, touched, met);
  const { inverseLength } = index;
  const kept = topK(limits.k);
  let threshold = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < met; i += 1) {
    const row = touched[i]!;
    let partial = sums[row]! * inverseLength[row]!;
    if (factor !== undefined) partial *= factor(row);
    if (partial <= threshold || !limits.allowed(row)) continue;
    kept.push(row, partial);
    threshold = kept.threshold();
  }
  const rows = kept.drain();
  if (rows.length < limits.k) return limits.minScore > 0 ? limits.minScore : Number.NEGATIVE_INFINITY;
  if (pass.query.denseShare === 0) return Math.max(rows.at(-1)!.score - slack, limits.minScore);
  let lowest = 1;
  for (const { index: row } of rows) lowest = Math.min(lowest, scoreOf(pass, row));
  return Math.max(lowest, limits.minScore);
}

function allRows(pass: Pass): Uint32Array {
  return Uint32Array.from({ length: pass.index.rows }, (_, row) => row);
}

/** Scores the rows whose bound reaches the floor, and keeps the best. */
function best(pass: Pass, floor: number, rows: Uint32Array, count = rows.length): RankedRow[] {
  const { index, limits, sums } = pass;
  const { denseShare } = pass.query;
  refreshRows(index, rows, count);
  const { inverseLength, commonPart } = index;
  const rest = pass.rest[pass.next]!;
  const kept = topK(limits.k);
  let threshold = floor;
  for (let i = 0; i < count; i += 1) {
    const row = rows[i]!;
    const cosine = sums[row]! * inverseLength[row]! + rest * commonPart[row]! + slack;
    if (cosine * (1 - denseShare) + denseShare < threshold || mixedBound(pass, row, cosine) < threshold) continue;
    const score = scoreOf(pass, row);
    if (score <= 0 || score < threshold || !limits.allowed(row)) continue;
    kept.push(limits.positionOf(row), score);
    threshold = Math.max(floor, kept.threshold());
  }
  return kept.drain().map(({ index: position, score }) => ({ row: limits.rowAt(position), score }));
}

/** The score that a row has with this cosine. */
function mixedBound({ query, dense }: Pass, row: number, cosine: number): number {
  if (query.denseShare === 0 || dense === undefined) return cosine;
  const similarity = denseSimilarity(dense, query.dense!, row);
  if (similarity === 0 && !hasDenseRow(dense, row)) return cosine;
  return (1 - query.denseShare) * cosine + query.denseShare * similarity;
}

function scoreOf(pass: Pass, row: number): number {
  const { factor } = pass.limits;
  return factor === undefined ? pass.score(row) : pass.score(row) * factor(row);
}
