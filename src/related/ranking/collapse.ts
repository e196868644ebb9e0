/** One answer for all versions of a paper. */

import type { Paper } from "../../papers/paper.js";
import type { Collection } from "../index/collection.js";
import { duplicateMatch, type Fingerprint, fingerprintOf } from "../near-copies/near-duplicates.js";
import type { RankedRow } from "./rank-rows.js";

/** An answer with the rows of its other versions, best first. */
export interface Collapsed {
  readonly ranked: RankedRow;
  readonly versions: number[];
}

/**
 * The first `limit` of the ranked rows that are no versions of one before, each with its versions among them.
 *
 * @param ranked gives the best k rows, fewer where there are no more
 */
export function collapseVersions(
  collection: Collection<Paper>,
  ranked: (k: number) => readonly RankedRow[],
  limit: number,
): Collapsed[] {
  for (let k = 2 * limit + 10; ; k *= 2) {
    const rows = ranked(k);
    const groups = grouped(collection, rows);
    if (groups.length >= limit || rows.length < k) return groups.slice(0, limit);
  }
}

function grouped({ papers }: Collection<Paper>, rows: readonly RankedRow[]): Collapsed[] {
  const groups: (Collapsed & { readonly print: Fingerprint })[] = [];
  for (const ranked of rows) {
    const print = fingerprintOf(papers[ranked.row]!);
    const group = groups.find((known) => duplicateMatch(known.print, print) !== undefined);
    if (group !== undefined) group.versions.push(ranked.row);
    else groups.push({ ranked, versions: [], print });
  }
  return groups.map(({ ranked, versions }) => ({ ranked, versions }));
}
