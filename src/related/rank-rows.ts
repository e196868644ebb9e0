/**
 * The rows most similar to a query, exactly, without looking at every row.
 *
 * The rarest terms of the query are added up first. What the common terms left out can still add to a row is bounded
 * by their length in the query times their part of the row's length; only rows whose sum and bound together reach
 * the k-th best sum are scored in full.
 *
 * Reference: Turtle, H., Flood, J. (1995). Query evaluation: strategies and optimizations. Information Processing &
 * Management 31(6), 831-850. doi:10.1016/0306-4573(95)00020-H (max-score).
 * Departures: the bound on the terms left out is the Cauchy-Schwarz inequality over the common terms' part of each
 * row's length, not the sum of each term's largest contribution.
 */

import { topK } from "../matrix/top-k.js";
import { type DenseRows, denseSimilarities } from "./dense-rows.js";
import { pageOf, placeOf } from "./growing.js";
import { countWeights, idfOf, isCommon, type LexicalIndex, refreshAll } from "./lexical-index.js";
import { blockLength, countBits, countMask, firstBlock, headerLength } from "./postings.js";
import { type RowQuery, rowScorer } from "./row-scorer.js";
import type { WeightedTerms } from "./weighted-terms.js";

/** Guards the bounds against rounding. */
const slack = 1e-9;
/** Scoring a row in full costs about as much as adding so many entries. */
const scoringEntries = 400;

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

/** Space that queries share: sums of all rows (zeros between queries), rows to look at, their bounds, dense similarities. */
export interface Scratch {
  sums: Float64Array;
  touched: Uint32Array;
  bounds: Float64Array;
  similarities: Float64Array;
}

/** Space for no rows. */
export function emptyScratch(): Scratch {
  return {
    sums: new Float64Array(0),
    touched: new Uint32Array(0),
    bounds: new Float64Array(0),
    similarities: new Float64Array(0),
  };
}

/** Makes room for so many rows. */
export function fitScratch(scratch: Scratch, rows: number): void {
  if (scratch.sums.length >= rows) return;
  scratch.sums = new Float64Array(Math.ceil(1.5 * rows));
  scratch.touched = new Uint32Array(scratch.sums.length);
  scratch.bounds = new Float64Array(scratch.sums.length);
  scratch.similarities = new Float64Array(scratch.sums.length);
}

/** A query under way. */
interface Pass {
  readonly index: LexicalIndex;
  readonly dense: DenseRows | undefined;
  readonly query: RowQuery;
  readonly limits: RankLimits;
  readonly score: (row: number) => number;
  readonly scratch: Scratch;
  /** Places of the query's terms, rarest first, ties in the query's order. */
  readonly order: Float64Array;
  /** Euclidean length of the terms from `order[i]` on. */
  readonly rest: Float64Array;
  /** Terms of `order` that are added up. */
  next: number;
  similarities: Float64Array | undefined;
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
    let floor = floorOf(pass);
    let candidates = collectCandidates(pass, floor);
    if (scoringEntries * candidates > entriesLeft(pass) + 2 * index.rows && pass.next < pass.order.length) {
      while (pass.next < pass.order.length) addNext(pass);
      floor = floorOf(pass);
      candidates = collectCandidates(pass, floor);
    }
    return best(pass, floor, candidates);
  } finally {
    scratch.sums.fill(0, 0, index.rows);
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
  refreshAll(index);
  const { terms, weights } = query.lexical;
  const order = query.denseShare < 1 ? rarestFirst(index, terms) : new Float64Array(0);
  const rest = new Float64Array(order.length + 1);
  for (let i = order.length - 1; i >= 0; i -= 1) rest[i] = Math.sqrt(rest[i + 1]! ** 2 + weights[order[i]!]! ** 2);
  return {
    index,
    dense,
    query,
    limits,
    score: rowScorer(index, dense, query),
    scratch,
    order,
    rest,
    next: 0,
    similarities: undefined,
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
  const { index } = pass;
  const { sums } = pass.scratch;
  const { store, tail, room } = index.postings;
  const term = termAt(pass, pass.next);
  const scale = pass.query.lexical.weights[pass.order[pass.next]!]! * idfOf(index, term);
  for (let block = firstBlock(index.postings, term); block !== 0; ) {
    const page = pageOf(store, block);
    const from = placeOf(block);
    const end = from + blockLength(page, from) - (block === tail[term] ? room[term]! : 0);
    addEntries(sums, page, from + headerLength, end, scale);
    block = page[from]!;
  }
  pass.next += 1;
}

/** Adds the products of a run of entries; four at a time takes half the time of one. */
function addEntries(sums: Float64Array, page: Uint32Array, from: number, end: number, scale: number): void {
  let p = from;
  for (; p + 3 < end; p += 4) {
    const a = page[p]!;
    const b = page[p + 1]!;
    const c = page[p + 2]!;
    const d = page[p + 3]!;
    sums[a >>> countBits]! += scale * countWeights[a & countMask]!;
    sums[b >>> countBits]! += scale * countWeights[b & countMask]!;
    sums[c >>> countBits]! += scale * countWeights[c & countMask]!;
    sums[d >>> countBits]! += scale * countWeights[d & countMask]!;
  }
  for (; p < end; p += 1) sums[page[p]! >>> countBits]! += scale * countWeights[page[p]! & countMask]!;
}

/** Entries of the terms not added yet. */
function entriesLeft(pass: Pass): number {
  let entries = 0;
  for (let i = pass.next; i < pass.order.length; i += 1) entries += pass.index.frequency[termAt(pass, i)]!;
  return entries;
}

/** A score that the k-th best row reaches for certain: -Infinity while fewer are met. */
function floorOf(pass: Pass): number {
  const { limits, scratch } = pass;
  const { inverseLength, rows: count } = pass.index;
  const { factor } = limits;
  const { sums } = scratch;
  const kept = topK(limits.k);
  let threshold = 0;
  for (let row = 0; row < count; row += 1) {
    let partial = sums[row]! * inverseLength[row]!;
    if (partial <= threshold) continue;
    if (factor !== undefined) partial *= factor(row);
    if (partial <= threshold || !limits.allowed(row)) continue;
    kept.push(row, partial);
    threshold = Math.max(0, kept.threshold());
  }
  const rows = kept.drain();
  if (rows.length < limits.k) return limits.minScore > 0 ? limits.minScore : Number.NEGATIVE_INFINITY;
  let lowest = 1;
  for (const { index: row } of rows) lowest = Math.min(lowest, scoreOf(pass, row));
  return Math.max(lowest, limits.minScore);
}

/** Puts the rows whose bound reaches the floor into `scratch.touched`. Returns how many they are. */
function collectCandidates(pass: Pass, floor: number): number {
  const { sums, touched, bounds } = pass.scratch;
  const { inverseLength, commonPart, rows } = pass.index;
  const { denseShare } = pass.query;
  const rest = pass.rest[pass.next]!;
  const lowest = Math.max(floor - slack, Number.MIN_VALUE);
  const similarities = denseShare > 0 ? similaritiesOf(pass) : undefined;
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    let bound = sums[row]! * inverseLength[row]! + rest * commonPart[row]!;
    if (similarities !== undefined && similarities[row]! >= 0) {
      bound = (1 - denseShare) * bound + denseShare * similarities[row]!;
    }
    if (bound < lowest) continue;
    touched[count] = row;
    bounds[count] = bound + slack;
    count += 1;
  }
  return count;
}

/** The dense similarities of all rows to the query, computed once. */
function similaritiesOf(pass: Pass): Float64Array {
  pass.similarities ??= denseSimilarities(pass.dense!, pass.query.dense!, pass.index.rows, pass.scratch.similarities);
  return pass.similarities;
}

/** Scores the candidates and keeps the best. */
function best(pass: Pass, floor: number, count: number): RankedRow[] {
  const { limits } = pass;
  const { touched, bounds } = pass.scratch;
  const kept = topK(limits.k);
  let threshold = floor;
  for (let i = 0; i < count; i += 1) {
    const row = touched[i]!;
    if (bounds[i]! < threshold) continue;
    const score = scoreOf(pass, row);
    if (score <= 0 || score < threshold || !limits.allowed(row)) continue;
    kept.push(limits.positionOf(row), score);
    threshold = Math.max(floor, kept.threshold());
  }
  return kept.drain().map(({ index: position, score }) => ({ row: limits.rowAt(position), score }));
}

function scoreOf(pass: Pass, row: number): number {
  const { factor } = pass.limits;
  return factor === undefined ? pass.score(row) : pass.score(row) * factor(row);
}
