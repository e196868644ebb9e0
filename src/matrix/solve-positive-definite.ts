/**
 * Solves a small symmetric positive definite system.
 *
 * Reference: Golub, G. H., Van Loan, C. F. (2013). Matrix Computations, 4th ed., section 4.2 (Cholesky).
 * doi:10.56021/9781421407944
 */

import type { DenseMatrix } from "./dense.js";

/**
 * The x with `matrix x = right`. A pivot that rounding has made zero or negative gives that unknown the value 0.
 *
 * Cubic in the rows: made for up to a few hundred.
 */
export function solvePositiveDefinite(matrix: DenseMatrix, right: Float64Array): Float64Array {
  const n = matrix.rows;
  const lower = matrix.data.slice();
  for (let j = 0; j < n; j += 1) {
    const pivot = lower[j * n + j]! - rowDot(lower, n, j, j, j);
    const root = pivot > 1e-12 * Math.abs(matrix.data[j * n + j]!) ? Math.sqrt(pivot) : Infinity;
    lower[j * n + j] = root;
    for (let i = j + 1; i < n; i += 1) {
      lower[i * n + j] = (lower[i * n + j]! - rowDot(lower, n, i, j, j)) / root;
    }
  }
  const x = right.slice();
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i]! -= lower[i * n + k]! * x[k]!;
    x[i]! /= lower[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i]! -= lower[k * n + i]! * x[k]!;
    x[i]! /= lower[i * n + i]!;
  }
  return x;
}

function rowDot(data: Float64Array, n: number, i: number, j: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += data[i * n + k]! * data[j * n + k]!;
  return sum;
}
