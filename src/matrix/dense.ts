/** Row-major dense matrices. */

import { longer } from "./growing-arrays.js";

/** `data[i * columns + j]` is row `i`, column `j`. */
export interface DenseMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

/** A matrix of zeros. */
export function zeros(rows: number, columns: number): DenseMatrix {
  return { rows, columns, data: new Float64Array(rows * columns) };
}

/** The matrix with each row scaled to unit Euclidean length; a row of zeros stays. */
export function normalizeRows(matrix: DenseMatrix): DenseMatrix {
  return normalizeRowsInPlace(copyOf(matrix));
}

/** The same matrix, each row scaled to unit Euclidean length. */
export function normalizeRowsInPlace(matrix: DenseMatrix): DenseMatrix {
  const { rows, columns, data } = matrix;
  for (let i = 0; i < rows; i += 1) normalizeInPlace(data, i * columns, columns);
  return matrix;
}

/** Scales `data[start .. start + length)` to unit length; zeros stay. Returns the length it had. */
export function normalizeInPlace(data: Float64Array, start: number, length: number): number {
  let squares = 0;
  for (let j = start; j < start + length; j += 1) squares += data[j]! * data[j]!;
  const norm = Math.sqrt(squares);
  if (norm > 0) for (let j = start; j < start + length; j += 1) data[j]! /= norm;
  return norm;
}

/** Dot product of row `i` of `a` and row `j` of `b`. */
export function dotDense(a: DenseMatrix, i: number, b: DenseMatrix, j: number): number {
  const { columns } = a;
  let sum = 0;
  for (let d = 0, p = i * columns, q = j * columns; d < columns; d += 1) sum += a.data[p + d]! * b.data[q + d]!;
  return sum;
}

/** Euclidean length of each row. */
export function rowLengths(matrix: DenseMatrix): Float64Array {
  return Float64Array.from({ length: matrix.rows }, (_, i) => Math.sqrt(dotDense(matrix, i, matrix, i)));
}

/** The same numbers, to be changed. */
export function copyOf(matrix: DenseMatrix): DenseMatrix {
  return { ...matrix, data: matrix.data.slice() };
}

/** Adds `weight` times a row of one matrix to a row of another. */
export function addWeightedRow(to: DenseMatrix, row: number, from: DenseMatrix, source: number, weight: number): void {
  const { columns } = to;
  for (let d = 0; d < columns; d += 1) to.data[row * columns + d]! += weight * from.data[source * columns + d]!;
}

/** The chosen rows, in the order given. */
export function selectDenseRows(matrix: DenseMatrix, chosen: ArrayLike<number>): DenseMatrix {
  const { columns } = matrix;
  const data = new Float64Array(chosen.length * columns);
  for (let i = 0; i < chosen.length; i += 1) {
    data.set(matrix.data.subarray(chosen[i]! * columns, (chosen[i]! + 1) * columns), i * columns);
  }
  return { rows: chosen.length, columns, data };
}

/** The rows of one matrix followed by those of another of as many columns. */
export function appendDenseRows(a: DenseMatrix, b: DenseMatrix): DenseMatrix {
  const data = longer(a.data, a.data.length + b.data.length);
  data.set(b.data, a.data.length);
  return { rows: a.rows + b.rows, columns: a.columns, data };
}
