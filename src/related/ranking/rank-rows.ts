/**
 * The rows most similar to a query, exactly, without looking closely at every row.
 *
 * The rarer terms of the query are added up for all rows. What the common terms left out can still add to a row is
 * bounded by their length in the query times their part of the row's length. Rows whose sum and bound reach the k-th
 * best sum are looked up in the list of their common terms, and those that then still do are scored in full.
 *
 * Reference: Turtle, H., Flood, J. (1995). Query evaluation: strategies and optimizations. Information Processing &
 * Management 31(6), 831-850. doi:10.1016/0306-4573(95)00020-H (max-score).
 * Departures: the bound on the terms left out is the Cauchy-Schwarz inequality over the common terms' part of each
 * row's length, not the sum of each term's largest contribution.
 */

import { topK } from "../../matrix/top-k.js";
import { countBits } from "../../vectors/packed-entry.js";
import type { DenseRows } from "../index/dense-rows.js";
import { type LexicalIndex, postRows } from "../index/lexical-index.js";
import { visitPosted } from "../index/postings.js";
import { fitScratch, type Scratch } from "../index/scratch.js";
import { settleLengths } from "../index/settle-lengths.js";
import {
  addCommon,
  entriesLeft,
  lookedUp,
  type Pass,
  type RankLimits,
  scoreOfSum,
  slack,
  startPass,
} from "./rank-pass.js";
import { type RowQuery, rowScorer } from "./row-scorer.js";

/** Looking up the common terms of a row costs about as much as adding so many entries. */
const lookUpEntries = 30;
/** Rows that have a term of so many papers or fewer are likely among the best. */
const rare = 16;

/** A row with its score. */
export interface RankedRow {
  readonly row: number;
  readonly score: number;
}

/** The best rows with a score above 0, best first, ties by position. */
export function rankRows(
  index: LexicalIndex,
  dense: DenseRows | undefined,
  scratch: Scratch,
  query: RowQuery,
  limits: RankLimits,
): RankedRow[] {
  postRows(index);
  settleLengths(index);
  fitScratch(scratch, index.rows);
  try {
    const pass = startPass(index, dense, scratch, query, limits);
    let found = findCandidates(pass, entriesLeft(pass) / lookUpEntries);
    if (found === undefined) {
      addCommon(pass);
      found = findCandidates(pass, Infinity)!;
    }
    return best(pass, rowScorer(index, dense, query), found);
  } finally {
    scratch.sums.fill(0, 0, index.rows);
  }
}

/** Rows in `scratch.touched` that may be among the best k, with the most they can score in `scratch.bounds`. */
interface Candidates {
  readonly count: number;
  /** A score that the k-th best row reaches for certain. */
  readonly floor: number;
}

/** Finds the rows that may be among the best k; undefined where more than `mostLookUps` must be looked up for that. */
function findCandidates(pass: Pass, mostLookUps: number): Candidates | undefined {
  const { limits, similarity, stretch, query, index, scratch } = pass;
  const { sums, touched, bounds } = scratch;
  const { inverse, commonPart } = index.lengths;
  const { rows } = index;
  const rest = stretch * pass.rest;
  const share = similarity === undefined ? 0 : query.denseShare;
  const kept = topK(limits.k);
  let floor = Math.max(limits.minScore, floorOf(pass));
  let lowest = Math.max(floor - slack, Number.MIN_VALUE);
  let lookUps = 0;
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const lexical = (1 - share) * (stretch * sums[row]! * inverse[row]! + rest * commonPart[row]!);
    if (lexical + share < lowest) continue;
    const second = similarity === undefined ? -1 : similarity(row, (lowest - lexical) / share - slack);
    if (second >= 0 ? lexical + share * second < lowest : lexical <= (1 - share) * lowest) continue;
    lookUps += 1;
    if (lookUps > mostLookUps) return undefined;
    const bound = lookedUp(pass, row, second);
    if (bound < floor) continue;
    touched[count] = row;
    bounds[count] = bound;
    count += 1;
    const least = leastOf(pass, bound);
    if (least <= floor || !limits.allowed(row)) continue;
    kept.push(row, least);
    floor = Math.max(floor, kept.threshold());
    lowest = Math.max(floor - slack, Number.MIN_VALUE);
  }
  return { count, floor };
}

/** A score that the k-th best row reaches for certain: the lowest of the best rows that have a rare term of the query. */
function floorOf(pass: Pass): number {
  const { query, index, limits, scratch } = pass;
  const leaders = topK(limits.k);
  const seen = new Set<number>();
  const similarityOf = (row: number): number => pass.similarity?.(row, 0) ?? -1;
  for (const term of query.lexical.terms) {
    if (index.frequency[term]! > rare) continue;
    visitPosted(index.postings, term, (page, from, end) => {
      for (let p = from; p < end; p += 1) {
        const row = page[p]! >>> countBits;
        const score = scoreOfSum(pass, row, scratch.sums[row]!, similarityOf(row));
        if (score <= leaders.threshold() || seen.has(row) || !limits.allowed(row)) continue;
        seen.add(row);
        leaders.push(row, score);
      }
    });
  }
  const least = leaders.drain().map(({ index: row }) => leastOf(pass, lookedUp(pass, row, similarityOf(row))));
  return least.length < limits.k ? 0 : Math.min(...least);
}

/** The least that a row scores that can score at most `bound` by {@link lookedUp}. */
function leastOf({ stretch }: Pass, bound: number): number {
  return bound / (stretch * stretch) - 2 * slack;
}

/** Scores the candidates and keeps the best. */
function best({ limits, scratch }: Pass, scoreOf: (row: number) => number, { count, floor }: Candidates): RankedRow[] {
  const { touched, bounds } = scratch;
  const { factor, minScore } = limits;
  const kept = topK(limits.k);
  let threshold = floor;
  for (let i = 0; i < count; i += 1) {
    const row = touched[i]!;
    if (bounds[i]! < threshold || !limits.allowed(row)) continue;
    const score = factor === undefined ? scoreOf(row) : scoreOf(row) * factor(row);
    if (score <= 0 || score < minScore) continue;
    kept.push(limits.positionOf(row), score);
    threshold = Math.max(floor, kept.threshold());
  }
  return kept.drain().map(({ index: position, score }) => ({ row: limits.rowAt(position), score }));
}
