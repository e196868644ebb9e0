/**
 * Communities of a graph by the Louvain method: nodes move to the neighbouring community that gains most modularity,
 * then communities become the nodes of a smaller graph, until nothing moves.
 *
 * Reference: Blondel, V. D., Guillaume, J.-L., Lambiotte, R., Lefebvre, E. (2008). Fast unfolding of communities in
 * large networks. J. Stat. Mech. P10008. doi:10.1088/1742-5468/2008/10/P10008
 * Departures: only nodes whose neighbours moved are looked at again (the queue of Traag, V. A., Waltman, L., van Eck,
 * N. J. (2019). From Louvain to Leiden. Scientific Reports 9, 5233. doi:10.1038/s41598-019-41695-z); a resolution
 * (Reichardt, J., Bornholdt, S. (2006). doi:10.1103/PhysRevE.74.016110).
 */

import { numberOf } from "../matrix/by-key.js";
import { checkSparse } from "../matrix/check-matrix.js";
import type { CsrMatrix } from "../matrix/csr.js";
import { seededRandom, shuffledIndices } from "../matrix/random.js";
import { integer, number, type Optional, type OptionRules, resolveOptions } from "../options.js";
import { modularity } from "./modularity.js";
import { communityGraph, nodeWeights, undirected, type WeightedGraph } from "./weighted-graph.js";

/** How fine to divide. */
export interface CommunityOptions {
  /** Above 1 more and smaller communities, below 1 fewer. @defaultValue 1 */
  readonly resolution: number;
  /** Decides the order in which nodes are looked at. @defaultValue 0 */
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

/** A move must gain at least this share of all weight: rounding must not move nodes to and fro. */
const smallestGain = 1e-12;

/**
 * Divides a neighbour graph, taken as undirected, into communities. A node without edges is one of its own.
 *
 * Near-linear in the edges.
 *
 * @param graph square, non-negative weights, as `neighbourGraph` gives it
 * @throws ThemataError INVALID_OPTION
 * @example
 * communities(neighbourGraph(applyTfidf(model, documents))).labels;
 */
export function communities(graph: CsrMatrix, options?: Optional<CommunityOptions>): CommunityResult {
  checkSparse("communities", graph);
  const { resolution, seed } = resolveOptions("communities", options, rules);
  const random = seededRandom(seed);
  let level = undirected(graph);
  let labels = Int32Array.from({ length: level.rows }, (_, node) => node);
  for (;;) {
    const moved = numbered(moveNodes(level, resolution, shuffledIndices(level.rows, random)));
    labels = labels.map((node) => moved.labels[node]!);
    if (moved.k === level.rows) break;
    level = communityGraph(level, moved.labels, moved.k);
  }
  const { labels: byAppearance, k } = numbered(labels);
  return { labels: byAppearance, k, modularity: modularity(graph, byAppearance, resolution) };
}

/** Moves nodes one by one, each at first a community of its own, until no move gains. */
function moveNodes(graph: WeightedGraph, resolution: number, order: Uint32Array): Int32Array {
  const { rows: nodes, indptr, indices, data } = graph;
  const weights = nodeWeights(graph);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const labels = Int32Array.from({ length: nodes }, (_, node) => node);
  const communityWeights = weights.slice();
  const links = new Float64Array(nodes);
  const queue = nodeQueue(order);
  for (let node = queue.take(); node !== undefined; node = queue.take()) {
    const home = labels[node]!;
    communityWeights[home]! -= weights[node]!;
    const met = [home];
    for (let p = indptr[node]!; p < indptr[node + 1]!; p += 1) {
      const community = labels[indices[p]!]!;
      if (links[community] === 0 && community !== home) met.push(community);
      links[community]! += data[p]!;
    }
    const cost = total === 0 ? 0 : (resolution * weights[node]!) / total;
    const best = bestOf(met, links, communityWeights, cost, smallestGain * total);
    for (const community of met) links[community] = 0;
    communityWeights[best]! += weights[node]!;
    if (best === home) continue;
    labels[node] = best;
    for (let p = indptr[node]!; p < indptr[node + 1]!; p += 1) {
      if (labels[indices[p]!] !== best) queue.put(indices[p]!);
    }
  }
  return labels;
}

/** The community whose links exceed its expected ones most; the first, where the node is, unless another is better. */
function bestOf(
  met: readonly number[],
  links: Float64Array,
  communityWeights: Float64Array,
  cost: number,
  leastGain: number,
): number {
  let best = met[0]!;
  let bestGain = links[best]! - cost * communityWeights[best]! + leastGain;
  for (let m = 1; m < met.length; m += 1) {
    const gain = links[met[m]!]! - cost * communityWeights[met[m]!]!;
    if (gain > bestGain) {
      best = met[m]!;
      bestGain = gain;
    }
  }
  return best;
}

/** A queue in which each node stands at most once; it begins with all of them. */
function nodeQueue(order: Uint32Array): { take(): number | undefined; put(node: number): void } {
  const ring = order.slice();
  const waiting = new Uint8Array(order.length).fill(1);
  let head = 0;
  let length = order.length;
  return {
    take: () => {
      if (length === 0) return undefined;
      const node = ring[head]!;
      head = (head + 1) % ring.length;
      length -= 1;
      waiting[node] = 0;
      return node;
    },
    put: (node) => {
      if (waiting[node] === 1) return;
      ring[(head + length) % ring.length] = node;
      length += 1;
      waiting[node] = 1;
    },
  };
}

/** The same partition, numbered by first appearance. */
function numbered(labels: Int32Array): { labels: Int32Array; k: number } {
  const numbers = new Map<number, number>();
  return { labels: labels.map((label) => numberOf(numbers, label)), k: numbers.size };
}
