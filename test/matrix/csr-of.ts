/** A sparse matrix written as rows of numbers, for tests. */

import type { CsrMatrix } from "../../src/matrix/csr.js";

export function csrOf(rows: readonly (readonly number[])[]): CsrMatrix {
  const indptr = new Uint32Array(rows.length + 1);
  const indices: number[] = [];
  const data: number[] = [];
  rows.forEach((row, i) => {
    row.forEach((entry, j) => {
      if (entry === 0) return;
      indices.push(j);
      data.push(entry);
    });
    indptr[i + 1] = indices.length;
  });
  const columns = rows[0]?.length ?? 0;
  return { rows: rows.length, columns, indptr, indices: Uint32Array.from(indices), data: Float64Array.from(data) };
}
