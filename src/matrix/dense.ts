/** Row-major dense matrices. */

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
  return normalizeRowsInPlace({ ...matrix, data: matrix.data.slice() });
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

/** Dot product of `length` numbers from two places. */
export function dotAt(a: Float64Array, i: number, b: Float64Array, j: number, length: number): number {
  let sum = 0;
  for (let d = 0; d < length; d += 1) sum += a[i + d]! * b[j + d]!;
  return sum;
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
  const data = new Float64Array(a.data.length + b.data.length);
  data.set(a.data);
  data.set(b.data, a.data.length);
  return { rows: a.rows + b.rows, columns: a.columns, data };
}
