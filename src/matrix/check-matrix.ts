/** Whether what a caller gives as a matrix is one: lengths, columns, order, finite numbers. */

import { checkArgument } from "../options.js";
import type { CsrMatrix } from "./csr.js";
import type { DenseMatrix } from "./dense.js";
import type { Rows } from "./rows.js";

/** @throws ThemataError INVALID_OPTION */
export function checkSparse(where: string, matrix: CsrMatrix): void {
  checkArgument(where, "matrix", "a sparse matrix { rows, columns, indptr, indices, data }", isSparse(matrix), matrix);
  checkFinite(where, "matrix", matrix.data.subarray(0, matrix.indptr[matrix.rows]));
}

/** @throws ThemataError INVALID_OPTION */
export function checkDense(where: string, matrix: DenseMatrix): void {
  checkArgument(where, "dense", "a matrix { rows, columns, data } of rows x columns numbers", isDense(matrix), matrix);
  checkFinite(where, "dense", matrix.data);
}

function checkFinite(where: string, name: string, data: Float64Array | Float32Array): void {
  for (let i = 0; i < data.length; i += 1) {
    if (!Number.isFinite(data[i])) checkArgument(where, name, "a matrix of finite numbers", false, data[i]);
  }
}

/** @throws ThemataError INVALID_OPTION */
export function checkRows(where: string, matrix: Rows): void {
  if (typeof matrix === "object" && matrix !== null && "indptr" in matrix) checkSparse(where, matrix);
  else checkDense(where, matrix);
}

function isDense(matrix: DenseMatrix | null | undefined): boolean {
  const { rows, columns, data } = matrix ?? ({} as Partial<DenseMatrix>);
  return isSize(rows) && isSize(columns) && isReals(data) && data.length === rows * columns;
}

function isSparse(matrix: CsrMatrix | null | undefined): boolean {
  const { rows, columns, indptr, indices, data } = matrix ?? ({} as Partial<CsrMatrix>);
  if (!isSize(rows) || !isSize(columns)) return false;
  if (!(indptr instanceof Uint32Array && indices instanceof Uint32Array && isReals(data))) return false;
  if (indptr.length !== rows + 1 || indptr[0] !== 0 || indptr[rows]! > Math.min(indices.length, data.length))
    return false;
  for (let row = 0; row < rows; row += 1) {
    const end = indptr[row + 1]!;
    if (end < indptr[row]!) return false;
    for (let p = indptr[row]!; p < end; p += 1) {
      if (indices[p]! >= columns || (p > indptr[row]! && indices[p]! <= indices[p - 1]!)) return false;
    }
  }
  return true;
}

/** Arrays of whole numbers would take unit rows for zeros. */
function isReals(data: unknown): data is Float64Array | Float32Array {
  return data instanceof Float64Array || data instanceof Float32Array;
}

function isSize(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
