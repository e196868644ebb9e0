/** A sparse matrix without its empty columns: rows of a sample hold few of the words of a large collection. */

import type { CsrMatrix } from "./csr.js";
import { type DenseMatrix, zeros } from "./dense.js";

/** The columns that have an entry, ascending; column `c` of `narrow` is column `filled[c]` of the matrix. */
export function withoutEmptyColumns(matrix: CsrMatrix): { narrow: CsrMatrix; filled: Uint32Array } {
  const { columns, indices } = matrix;
  const place = new Uint32Array(columns);
  for (let p = 0; p < indices.length; p += 1) place[indices[p]!] = 1;
  const filled = new Uint32Array(place.reduce((sum, one) => sum + one, 0));
  let count = 0;
  for (let c = 0; c < columns; c += 1) {
    if (place[c] === 0) continue;
    filled[count] = c;
    place[c] = count;
    count += 1;
  }
  if (count === columns) return { narrow: matrix, filled };
  return { narrow: { ...matrix, columns: count, indices: indices.map((column) => place[column]!) }, filled };
}

/** Rows over the filled columns as rows over all of them, zero in between. */
export function overAllColumns({ rows, columns, data }: DenseMatrix, filled: Uint32Array, all: number): DenseMatrix {
  const wide = zeros(rows, all);
  for (let row = 0; row < rows; row += 1) {
    for (let c = 0; c < columns; c += 1) wide.data[row * all + filled[c]!] = data[row * columns + c]!;
  }
  return wide;
}
