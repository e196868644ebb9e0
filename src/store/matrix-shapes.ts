/** Checks of loaded matrices: everything that later loops trust without looking. */

import type { CsrMatrix } from "../matrix/csr.js";
import type { DenseMatrix } from "../matrix/dense.js";
import { type Check, misshapen, type Path, record, typed, whole } from "./shape.js";

/** Rows and columns that a matrix must have, where they are known. */
export interface MatrixSize {
  readonly rows?: number | undefined;
  readonly columns?: number | undefined;
}

/** A dense matrix of finite numbers. */
export function denseMatrix(size: MatrixSize = {}): Check {
  return (value, path) => {
    record<DenseMatrix>({ rows: whole(), columns: whole(), data: typed(["Float64Array"]) })(value, path);
    const matrix = value as DenseMatrix;
    checkSize(matrix, size, path);
    if (matrix.data.length !== matrix.rows * matrix.columns) throw misshapen(path, "rows x columns numbers", value);
    checkFinite(matrix.data, path);
  };
}

/** Sparse rows: ascending columns within bounds, finite numbers. */
export function csrMatrix(size: MatrixSize = {}): Check {
  return (value, path) => {
    record<CsrMatrix>({
      rows: whole(),
      columns: whole(),
      indptr: typed(["Uint32Array"]),
      indices: typed(["Uint32Array"]),
      data: typed(["Float32Array", "Float64Array"]),
    })(value, path);
    const matrix = value as CsrMatrix;
    checkSize(matrix, size, path);
    checkRows(matrix, path);
    checkFinite(matrix.data, path);
  };
}

function checkSize(matrix: { rows: number; columns: number }, { rows, columns }: MatrixSize, path: Path): void {
  if (rows !== undefined && matrix.rows !== rows) throw misshapen(`${path}.rows`, `${rows}`, matrix.rows);
  if (columns !== undefined && matrix.columns !== columns) {
    throw misshapen(`${path}.columns`, `${columns}`, matrix.columns);
  }
}

function checkRows({ rows, columns, indptr, indices, data }: CsrMatrix, path: Path): void {
  if (indptr.length !== rows + 1 || indptr[0] !== 0 || indptr[rows] !== indices.length) {
    throw misshapen(`${path}.indptr`, "the starts of the rows", indptr);
  }
  if (data.length !== indices.length) throw misshapen(`${path}.data`, "one number for each index", data);
  for (let row = 0; row < rows; row += 1) {
    if (indptr[row]! > indptr[row + 1]!) throw misshapen(`${path}.indptr[${row}]`, "ascending", indptr[row]);
    for (let p = indptr[row]!; p < indptr[row + 1]!; p += 1) {
      const inOrder = p === indptr[row] || indices[p - 1]! < indices[p]!;
      if (!inOrder || indices[p]! >= columns) throw misshapen(`${path}.indices[${p}]`, "ascending columns", indices[p]);
    }
  }
}

/** Numbers without NaN or infinity. */
export function checkFinite(data: Float32Array | Float64Array, path: Path): void {
  for (let i = 0; i < data.length; i += 1) {
    if (!Number.isFinite(data[i])) throw misshapen(`${path}[${i}]`, "a finite number", data[i]);
  }
}
