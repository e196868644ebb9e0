/**
 * Communities of a neighbour graph by the Louvain method, from the package graphology-communities-louvain.
 *
 * Reference: Blondel, V. D., Guillaume, J.-L., Lambiotte, R., Lefebvre, E. (2008). Fast unfolding of communities in
 * large networks. J. Stat. Mech. P10008. doi:10.1088/1742-5468/2008/10/P10008
 */

import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import type { CsrMatrix } from "../matrix/csr.js";
import { seededRandom } from "../matrix/random.js";
import { integer, number, type OptionRules, resolveOptions } from "../options.js";

/** How fine to divide. */
export interface CommunityOptions {
  /** Above 1 more and smaller communities, below 1 fewer. @defaultValue 1 */
  readonly resolution: number;
  /** @defaultValue 0 */
  readonly seed: number;
}

/** A partition of the graph's nodes. */
export interface CommunityResult {
  /** Community of each row, 0 to k - 1, numbered by first appearance. */
  readonly labels: Int32Array;
  readonly k: number;
  readonly modularity: number;
}

const rules: OptionRules<CommunityOptions> = { resolution: number(1, 0.001), seed: integer(0, 0) };

/**
 * Divides a neighbour graph, taken as undirected, into communities.
 *
 * @param graph square, non-negative weights, as `neighbourGraph` gives it
 * @throws ThemataError INVALID_OPTION
 */
export function communities(graph: CsrMatrix, options?: Partial<CommunityOptions>): CommunityResult {
  const { resolution, seed } = resolveOptions("communities", options, rules);
  const found = louvain.detailed(undirected(graph), {
    resolution,
    rng: seededRandom(seed),
    getEdgeWeight: "weight",
    randomWalk: false,
  });
  const numbers = new Map<number, number>();
  const labels = Int32Array.from({ length: graph.rows }, (_, i) => {
    const community = found.communities[i]!;
    if (!numbers.has(community)) numbers.set(community, numbers.size);
    return numbers.get(community)!;
  });
  return { labels, k: numbers.size, modularity: found.modularity };
}

function undirected(matrix: CsrMatrix): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let i = 0; i < matrix.rows; i += 1) graph.addNode(i);
  for (let i = 0; i < matrix.rows; i += 1) {
    for (let p = matrix.indptr[i]!; p < matrix.indptr[i + 1]!; p += 1) {
      const j = matrix.indices[p]!;
      if (i === j) continue;
      if (graph.hasEdge(i, j)) graph.updateEdgeAttribute(i, j, "weight", (weight: number) => weight + matrix.data[p]!);
      else graph.addEdge(i, j, { weight: matrix.data[p]! });
    }
  }
  return graph;
}
