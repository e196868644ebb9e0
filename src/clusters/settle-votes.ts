/**
 * Moves items to the cluster that the votes speak for more than chance would: local moving on the modularity of the
 * graph of votes, its number of clusters kept.
 *
 * References: Newman, M. E. J. (2006). Modularity and community structure in networks. PNAS 103(23), 8577-8582.
 * doi:10.1073/pnas.0601602103. Blondel, V. D., Guillaume, J.-L., Lambiotte, R., Lefebvre, E. (2008). Fast unfolding of
 * communities in large networks. J. Stat. Mech. P10008. doi:10.1088/1742-5468/2008/10/P10008 (the local moves).
 */

import { clusterSizes } from "./cluster-sizes.js";
import type { Coassociation } from "./coassociation.js";

const roundLimit = 50;

/**
 * Changes the labels in place until no item gains by a move. A cluster of `minSize` items or fewer gives none away.
 *
 * @param labels cluster of each item, 0 to k - 1
 */
export function settleVotes(labels: Int32Array, k: number, together: Coassociation, minSize: number): void {
  const { items } = together;
  const sizes = clusterSizes(labels, k);
  /** Votes of each item for the others of each cluster: items x k. */
  const votes = new Float64Array(items * k);
  for (let i = 0; i < items; i += 1) addVotes(votes, k, labels[i]!, i, together, 1);
  const votesOf = (i: number): Float64Array => votes.subarray(i * k, (i + 1) * k);
  const degrees = Float64Array.from({ length: items }, (_, i) => votesOf(i).reduce((sum, count) => sum + count, 0));
  const total = degrees.reduce((sum, degree) => sum + degree, 0);
  const degreeOf = new Float64Array(k);
  for (let i = 0; i < items; i += 1) degreeOf[labels[i]!]! += degrees[i]!;
  for (let round = 0, moved = true; moved && round < roundLimit; round += 1) {
    moved = false;
    for (let i = 0; i < items; i += 1) {
      const from = labels[i]!;
      if (sizes[from]! <= minSize) continue;
      degreeOf[from]! -= degrees[i]!;
      const to = mostAboveChance(votesOf(i), from, total, degrees[i]!, degreeOf);
      degreeOf[to]! += degrees[i]!;
      if (to === from) continue;
      sizes[from]! -= 1;
      sizes[to]! += 1;
      addVotes(votes, k, from, i, together, -1);
      addVotes(votes, k, to, i, together, 1);
      labels[i] = to;
      moved = true;
    }
  }
}

/** Counts one item as a member of a cluster, or with sign -1 no longer, in what all others say of that cluster. */
function addVotes(
  votes: Float64Array,
  k: number,
  cluster: number,
  item: number,
  { items, counts }: Coassociation,
  sign: 1 | -1,
): void {
  for (let j = 0; j < items; j += 1) {
    if (j !== item) votes[j * k + cluster]! += sign * counts[item * items + j]!;
  }
}

/** The cluster whose votes exceed most what the degrees alone would give; the present one where none exceeds it. */
function mostAboveChance(
  votes: Float64Array,
  present: number,
  total: number,
  degree: number,
  degreeOf: Float64Array,
): number {
  const gain = (c: number): number => votes[c]! * total - degree * degreeOf[c]!;
  let best = present;
  for (let c = 0; c < votes.length; c += 1) if (gain(c) > gain(best)) best = c;
  return best;
}
