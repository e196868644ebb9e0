/** Rows of a dense matrix as the columns of panels, which the kernels read. */

import type { DenseMatrix } from "./dense.js";
import type { Reals } from "./kernels/kernels.js";

/**
 * The rows transposed, `lanes` of them a panel; what lanes beyond the last row give means nothing.
 *
 * @param order the columns that the panel has rows for; all by default
 */
export function fillPanels(table: Reals, matrix: DenseMatrix, lanes: number, order?: Uint32Array): void {
  const { rows, columns, data } = matrix;
  const height = order?.length ?? columns;
  for (let c = 0; c < rows; c += 1) {
    const at = (c - (c % lanes)) * height + (c % lanes);
    for (let d = 0; d < height; d += 1)
      table[at + d * lanes] = data[c * columns + (order === undefined ? d : order[d]!)]!;
  }
}
