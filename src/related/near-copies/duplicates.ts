/** Groups of records that are of one paper. */

import { appendTo } from "../../matrix/by-key.js";
import type { Paper } from "../../papers/paper.js";
import { visitCandidates } from "./duplicate-candidates.js";
import { type DuplicateMatch, type DuplicateReason, duplicateMatch, fingerprintOf } from "./near-duplicates.js";

/** Records of one paper. */
export interface DuplicateGroup {
  /** Two ids or more, in the order of the collection. */
  readonly paperIds: string[];
  /** Why: of the weakest of the matches that hold the group together. */
  readonly reason: DuplicateReason;
  /** Share of the shorter abstract that is in the other too, 0 to 1, of that match. */
  readonly similarity: number;
}

/**
 * The groups of a collection, by their first paper.
 *
 * Linear in the text, and in the pairs that share enough runs of words, usually few.
 *
 * @param minSimilarity matches below it are passed over
 */
export function duplicateGroups(papers: readonly Paper[], minSimilarity: number): DuplicateGroup[] {
  const prints = papers.map(fingerprintOf);
  const leader = papers.map((_, i) => i);
  const weakest = new Map<number, DuplicateMatch>();
  const join = (a: number, b: number): void => {
    const first = Math.min(leaderOf(leader, a), leaderOf(leader, b));
    const second = Math.max(leaderOf(leader, a), leaderOf(leader, b));
    if (first === second) return;
    const match = duplicateMatch(prints[a]!, prints[b]!);
    if (match === undefined || match.similarity < minSimilarity) return;
    leader[second] = first;
    for (const known of [weakest.get(first), weakest.get(second), match]) {
      const held = weakest.get(first);
      if (known !== undefined && (held === undefined || known.similarity < held.similarity)) weakest.set(first, known);
    }
  };
  visitCandidates(
    prints.map(({ shingles }) => shingles),
    join,
  );
  for (const key of ["doi", "arxivId", "title"] as const) {
    const last = new Map<string, number>();
    prints.forEach(({ identity }, row) => {
      const value = identity[key];
      if (value === undefined || value === "") return;
      const before = last.get(value);
      if (before !== undefined) join(before, row);
      last.set(value, row);
    });
  }
  const groups = new Map<number, string[]>();
  papers.forEach(({ id }, row) => {
    const first = leaderOf(leader, row);
    appendTo(groups, first, id);
  });
  return [...groups].flatMap(([first, paperIds]) => {
    const match = weakest.get(first);
    return match === undefined ? [] : [{ paperIds, ...match }];
  });
}

/** The first row of the group of a row; shortens the way for the next time. */
function leaderOf(leader: number[], row: number): number {
  let first = row;
  while (leader[first] !== first) {
    leader[first] = leader[leader[first]!]!;
    first = leader[first]!;
  }
  return first;
}
