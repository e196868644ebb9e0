/** An undirected weighted graph as sparse rows, and the graph of its communities. */

import { type CsrMatrix, matrixByRows, transpose } from "../matrix/csr.js";
import { clusterMembers } from "./cluster-members.js";

/** Each edge stands in the rows of both its ends; edges from a node to itself are kept apart in `loops`. */
export interface WeightedGraph extends CsrMatrix {
  /** Twice the weight of each node's edges to itself. */
  readonly loops: Float64Array;
}

/** A neighbour graph read as undirected: the weights of i -> j and j -> i add up, those of i -> i are left out. */
export function undirected(graph: CsrMatrix): WeightedGraph {
  const reversed = transpose(graph);
  const loops = new Float64Array(graph.rows);
  return gather(graph.rows, loops, (node, add) => {
    for (const part of [graph, reversed]) {
      for (let p = part.indptr[node]!; p < part.indptr[node + 1]!; p += 1) {
        if (part.indices[p] !== node) add(part.indices[p]!, part.data[p]!);
      }
    }
  });
}

/** One node a community, joined by the sum of the edges between them. `labels` run from 0 to `communities - 1`. */
export function communityGraph(graph: WeightedGraph, labels: Int32Array, communities: number): WeightedGraph {
  const members = clusterMembers(labels, communities);
  const loops = new Float64Array(communities);
  return gather(communities, loops, (community, add) => {
    for (const node of members[community]!) {
      loops[community]! += graph.loops[node]!;
      for (let p = graph.indptr[node]!; p < graph.indptr[node + 1]!; p += 1) {
        const other = labels[graph.indices[p]!]!;
        if (other === community) loops[community]! += graph.data[p]!;
        else add(other, graph.data[p]!);
      }
    }
  });
}

/** Sum of the weights at each node, edges to itself counted twice. */
export function nodeWeights({ rows, indptr, data, loops }: WeightedGraph): Float64Array {
  const weights = loops.slice();
  for (let node = 0; node < rows; node += 1) {
    for (let p = indptr[node]!; p < indptr[node + 1]!; p += 1) weights[node]! += data[p]!;
  }
  return weights;
}

type AddEdge = (other: number, weight: number) => void;

/** Rows from edges told one node after the other; edges to the same node add up in the order told. */
function gather(nodes: number, loops: Float64Array, tell: (node: number, add: AddEdge) => void): WeightedGraph {
  const sums = new Float64Array(nodes);
  const rowOf = new Int32Array(nodes).fill(-1);
  const matrix = matrixByRows(nodes, nodes, (node, add) => {
    const others: number[] = [];
    tell(node, (other, weight) => {
      if (rowOf[other] !== node) {
        rowOf[other] = node;
        sums[other] = 0;
        others.push(other);
      }
      sums[other]! += weight;
    });
    for (const other of others.sort((a, b) => a - b)) add(other, sums[other]!);
  });
  return { ...matrix, loops };
}
