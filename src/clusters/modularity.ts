/**
 * Modularity of a partition of a weighted graph.
 *
 * Reference: Newman, M. E. J. (2006). Modularity and community structure in networks. PNAS 103(23), 8577-8582.
 * doi:10.1073/pnas.0601602103. Resolution: Reichardt, J., Bornholdt, S. (2006). doi:10.1103/PhysRevE.74.016110
 */

import { addTo } from "../matrix/by-key.js";
import type { CsrMatrix } from "../matrix/csr.js";

/**
 * The share of edge weight within clusters minus what a random graph of the same degrees would have there, in [-.5, 1].
 *
 * @param graph square; i -> j and j -> i add up, so a directed neighbour graph is read as undirected
 * @param resolution weight of the random part: above 1 favours more, smaller clusters
 */
export function modularity(graph: CsrMatrix, labels: ArrayLike<number>, resolution = 1): number {
  const degrees = new Map<number, number>();
  let within = 0;
  let total = 0;
  for (let i = 0; i < graph.rows; i += 1) {
    for (let p = graph.indptr[i]!; p < graph.indptr[i + 1]!; p += 1) {
      const weight = graph.data[p]!;
      const from = labels[i]!;
      const to = labels[graph.indices[p]!]!;
      if (from === to) within += weight;
      total += weight;
      addTo(degrees, from, weight);
      addTo(degrees, to, weight);
    }
  }
  if (total === 0) return 0;
  let expected = 0;
  for (const degree of degrees.values()) expected += (degree / (2 * total)) ** 2;
  return within / total - resolution * expected;
}
