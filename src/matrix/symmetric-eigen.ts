/**
 * Eigenvalues and eigenvectors of a small symmetric matrix.
 *
 * Reference: Golub, G. H., Van Loan, C. F. (2013). Matrix Computations, 4th ed., section 8.5 (cyclic Jacobi).
 * doi:10.56021/9781421407944
 */

import type { DenseMatrix } from "./dense.js";

const sweepLimit = 60;

/**
 * The eigen decomposition of a symmetric `n x n` matrix: values descending, `vectors` with one eigenvector a column.
 *
 * Cubic in n for each of about eight sweeps: made for n up to a few hundred.
 */
export function symmetricEigen(matrix: DenseMatrix): { values: Float64Array; vectors: DenseMatrix } {
  const n = matrix.rows;
  const a = matrix.data.slice();
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) v[i * n + i] = 1;
  for (let sweep = 0; sweep < sweepLimit && !isDiagonal(a, n); sweep += 1) {
    for (let p = 0; p < n - 1; p += 1) for (let q = p + 1; q < n; q += 1) rotatePair(a, v, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j * n + j]! - a[i * n + i]! || i - j);
  const values = Float64Array.from(order, (i) => a[i * n + i]!);
  const vectors = new Float64Array(n * n);
  for (let r = 0; r < n; r += 1) for (let c = 0; c < n; c += 1) vectors[r * n + c] = v[r * n + order[c]!]!;
  return { values, vectors: { rows: n, columns: n, data: vectors } };
}

function isDiagonal(a: Float64Array, n: number): boolean {
  let off = 0;
  let total = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      const square = a[i * n + j]! * a[i * n + j]!;
      total += square;
      if (i !== j) off += square;
    }
  }
  return off <= 1e-30 * total;
}

/** One Jacobi rotation that makes a[p][q] zero, applied to both sides of `a` and gathered in `v`. */
function rotatePair(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]!;
  if (apq === 0) return;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k += 1) turn(a, k * n + p, k * n + q, c, s);
  for (let k = 0; k < n; k += 1) turn(a, p * n + k, q * n + k, c, s);
  for (let k = 0; k < n; k += 1) turn(v, k * n + p, k * n + q, c, s);
}

function turn(x: Float64Array, i: number, j: number, c: number, s: number): void {
  const xi = x[i]!;
  const xj = x[j]!;
  x[i] = c * xi - s * xj;
  x[j] = s * xi + c * xj;
}
