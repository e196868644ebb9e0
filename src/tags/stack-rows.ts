/** Sparse matrices one above the other. */

import type { CsrMatrix } from "../matrix/csr.js";

/** The rows of both; they must have the same columns. */
export function stackRows(upper: CsrMatrix, lower: CsrMatrix): CsrMatrix {
  const nonZeros = upper.indices.length;
  const indptr = new Uint32Array(upper.rows + lower.rows + 1);
  indptr.set(upper.indptr);
  for (let row = 0; row <= lower.rows; row += 1) indptr[upper.rows + row] = nonZeros + lower.indptr[row]!;
  const indices = new Uint32Array(nonZeros + lower.indices.length);
  indices.set(upper.indices);
  indices.set(lower.indices, nonZeros);
  const data = new Float64Array(indices.length);
  data.set(upper.data);
  data.set(lower.data, nonZeros);
  return { rows: upper.rows + lower.rows, columns: upper.columns, indptr, indices, data };
}
