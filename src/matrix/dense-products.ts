/** The dot product of every row of a dense matrix with each of a few others. */

import type { DenseMatrix } from "./dense.js";
import { fillPanels } from "./fill-panels.js";
import { lanesOf } from "./kernels/kernels.js";
import { kernelArena } from "./kernels/load-kernels.js";

/** Rows that are brought to the kernels at a time. */
const blockRows = 1_024;

/** left x transposed(right). Each product is summed in the order of the columns. */
export function denseProducts(left: DenseMatrix, right: DenseMatrix): DenseMatrix {
  const { rows, columns } = left;
  const k = right.rows;
  const products = new Float64Array(rows * k);
  if (products.length === 0) return { rows, columns: k, data: products };
  const lanes = lanesOf(products);
  const width = Math.ceil(k / lanes) * lanes;
  const most = Math.min(rows + (rows % 2), blockRows);
  const arena = kernelArena(8 * (most * columns + width * columns + most * width + 2 * most), 5);
  const block = arena.float64(most * columns);
  const table = arena.float64(width * columns);
  const out = arena.float64(most * width);
  const nearest = { labels: arena.int32(most), best: arena.float64(most) };
  fillPanels(table, right, lanes);
  for (let first = 0; first < rows; first += most) {
    const count = Math.min(most, rows - first);
    block.set(left.data.subarray(first * columns, (first + count) * columns));
    arena.kernels.nearest(block, columns, table, k, out, nearest);
    for (let i = 0; i < count; i += 1) products.set(out.subarray(i * width, i * width + k), (first + i) * k);
  }
  return { rows, columns: k, data: products };
}
