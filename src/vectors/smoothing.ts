/**
 * Neighbour smoothing: each row moves towards the weighted mean of its neighbours, which gives short texts the words
 * they lack.
 *
 * Reference: Singhal, A., Pereira, F. (1999). Document expansion for speech retrieval. SIGIR, 34-41.
 * doi:10.1145/312624.312645
 */

import type { CsrMatrix } from "../matrix/csr.js";
import { type DenseMatrix, zeros } from "../matrix/dense.js";

/**
 * (1 - share) x row + share x mean of the rows of `collection` that its row of `graph` names, weighted by the values
 * there. A row without neighbours stays as it is.
 *
 * @param graph matrix.rows x collection.rows
 */
export function smoothRows(matrix: DenseMatrix, collection: DenseMatrix, graph: CsrMatrix, share: number): DenseMatrix {
  const { rows, columns } = matrix;
  const smoothed = zeros(rows, columns);
  for (let i = 0; i < rows; i += 1) {
    const from = graph.indptr[i]!;
    const to = graph.indptr[i + 1]!;
    let total = 0;
    for (let p = from; p < to; p += 1) total += graph.data[p]!;
    const own = total > 0 ? 1 - share : 1;
    for (let d = 0; d < columns; d += 1) smoothed.data[i * columns + d] = own * matrix.data[i * columns + d]!;
    for (let p = from; p < to; p += 1) {
      const weight = (share * graph.data[p]!) / total;
      const at = graph.indices[p]! * columns;
      for (let d = 0; d < columns; d += 1) smoothed.data[i * columns + d]! += weight * collection.data[at + d]!;
    }
  }
  return smoothed;
}
