/** One answer for all versions of a paper. */

import type { Paper } from "../papers/paper.js";
import type { Collection } from "./collection.js";
import type { RankedRow } from "./rank-rows.js";
import { lexicalScorer } from "./row-scorer.js";
import { rowVector } from "./weighted-terms.js";

/** Cosine from which two papers are versions of one. */
const sameCosine = 0.7;

/**
 * The first `limit` of the ranked rows that are no versions of one before, each with its versions.
 *
 * @param ranked gives the best k rows, fewer where there are no more
 */
export function collapseVersions<P extends Paper>(
  collection: Collection<P>,
  ranked: (k: number) => readonly RankedRow[],
  limit: number,
): { ranked: RankedRow; versions: number[] }[] {
  for (let k = limit + 10; ; k *= 2) {
    const rows = ranked(k);
    const groups = grouped(collection, rows);
    if (groups.length >= limit || rows.length < k) return groups.slice(0, limit);
  }
}

function grouped<P extends Paper>(
  { lexical }: Collection<P>,
  rows: readonly RankedRow[],
): { ranked: RankedRow; versions: number[] }[] {
  const groups: { ranked: RankedRow; versions: number[]; similarity: (row: number) => number }[] = [];
  for (const ranked of rows) {
    const group = groups.find(({ similarity }) => similarity(ranked.row) >= sameCosine);
    if (group !== undefined) group.versions.push(ranked.row);
    else groups.push({ ranked, versions: [], similarity: lexicalScorer(lexical, rowVector(lexical, ranked.row)) });
  }
  return groups;
}
