/**
 * A collection in which every paper is half itself and half the mean of its nearest papers, so that two papers on one
 * subject in different words meet.
 *
 * Reference: Singhal, A., Pereira, F. (1999). Document expansion for speech retrieval. SIGIR, 34-41.
 * doi:10.1145/312624.312645
 * Departures: the smoothed rows are never made. They are linear in the rows, so scores and sums of them are scores and
 * sums of the rows, mixed over the neighbours afterwards.
 */

import { type CsrMatrix, selectRows, selectSquare } from "../../matrix/csr.js";
import { type DenseMatrix, zeros } from "../../matrix/dense.js";
import { neighbourGraph } from "../../vectors/neighbour-graph.js";
import { blend } from "./propagation.js";
import { scoreRows, sumRows } from "./theme-weights.js";

/** Papers with their neighbours. */
export interface SmoothedCollection {
  readonly vectors: CsrMatrix;
  /** Nearest papers of each, values adding up to 1 over a row (or 0 where a paper has none). */
  readonly graph: CsrMatrix;
  /** 1 / length of each smoothed row, 0 for an empty one. */
  readonly scales: Float64Array;
}

const mostNeighbours = 10;

/** Finds the neighbours of unit rows. Among few papers a paper has fewer neighbours: the square root of their number. */
export function smoothCollection(vectors: CsrMatrix): SmoothedCollection {
  const k = Math.max(1, Math.min(mostNeighbours, Math.floor(Math.sqrt(vectors.rows))));
  const graph = stochastic(neighbourGraph(vectors, { k }));
  return { vectors, graph, scales: scalesOf(vectors, graph) };
}

/** The collection without all but the rows given (ascending); neighbours that are left out are not replaced. */
export function subCollection({ vectors, graph }: SmoothedCollection, rows: Uint32Array): SmoothedCollection {
  const within = stochastic(selectSquare(graph, rows));
  const chosen = selectRows(vectors, rows);
  return { vectors: chosen, graph: within, scales: scalesOf(chosen, within) };
}

/** Scores of the smoothed papers: rows x themes. */
export function smoothedScores(collection: SmoothedCollection, weights: DenseMatrix): DenseMatrix {
  const own = scoreRows(collection.vectors, weights);
  const mixed = blend(collection.graph, own, own, 0.5);
  for (let row = 0; row < own.rows; row += 1) {
    const scale = collection.scales[row]!;
    for (let p = row * own.columns; p < (row + 1) * own.columns; p += 1) mixed.data[p]! *= scale;
  }
  return mixed;
}

/** Sums of the smoothed papers weighted by each theme's share in them: terms x themes. */
export function smoothedSums({ vectors, graph, scales }: SmoothedCollection, shares: DenseMatrix): DenseMatrix {
  const { rows, columns } = shares;
  const spreadShares = zeros(rows, columns);
  for (let row = 0; row < rows; row += 1) {
    const own = graph.indptr[row] === graph.indptr[row + 1] ? 1 : 0.5;
    for (let t = 0; t < columns; t += 1) {
      const share = shares.data[row * columns + t]! * scales[row]!;
      if (share === 0) continue;
      spreadShares.data[row * columns + t]! += own * share;
      for (let p = graph.indptr[row]!; p < graph.indptr[row + 1]!; p += 1) {
        spreadShares.data[graph.indices[p]! * columns + t]! += 0.5 * graph.data[p]! * share;
      }
    }
  }
  return sumRows(vectors, spreadShares);
}

function stochastic(graph: CsrMatrix): CsrMatrix {
  const data = Float64Array.from(graph.data);
  for (let row = 0; row < graph.rows; row += 1) {
    let total = 0;
    for (let p = graph.indptr[row]!; p < graph.indptr[row + 1]!; p += 1) total += data[p]!;
    for (let p = graph.indptr[row]!; p < graph.indptr[row + 1]!; p += 1) data[p]! /= total;
  }
  return { ...graph, data };
}

/** Lengths of the smoothed rows, made one at a time. */
function scalesOf(vectors: CsrMatrix, graph: CsrMatrix): Float64Array {
  const sums = new Float64Array(vectors.columns);
  const add = (row: number, share: number): void => {
    for (let p = vectors.indptr[row]!; p < vectors.indptr[row + 1]!; p += 1) {
      sums[vectors.indices[p]!]! += share * vectors.data[p]!;
    }
  };
  let squares = 0;
  const clear = (row: number): void => {
    for (let p = vectors.indptr[row]!; p < vectors.indptr[row + 1]!; p += 1) {
      const column = vectors.indices[p]!;
      squares += sums[column]! * sums[column]!;
      sums[column] = 0;
    }
  };
  return Float64Array.from({ length: vectors.rows }, (_, row) => {
    const from = graph.indptr[row]!;
    const to = graph.indptr[row + 1]!;
    add(row, from === to ? 1 : 0.5);
    for (let p = from; p < to; p += 1) add(graph.indices[p]!, 0.5 * graph.data[p]!);
    squares = 0;
    clear(row);
    for (let p = from; p < to; p += 1) clear(graph.indices[p]!);
    return squares > 0 ? 1 / Math.sqrt(squares) : 0;
  });
}
