/**
 * Products of sparse papers with dense theme weights: the arithmetic that every way of tagging shares.
 *
 * Theme weights are a terms x themes matrix, so that the weights of one term for all themes lie side by side.
 */

import type { CsrMatrix } from "../../matrix/csr.js";
import { type DenseMatrix, zeros } from "../../matrix/dense.js";

/** Scores of all rows for all themes: `vectors x weights`, rows x themes. */
export function scoreRows(vectors: CsrMatrix, weights: DenseMatrix): DenseMatrix {
  const { indptr, indices, data } = vectors;
  const { columns: themes, data: weightOf } = weights;
  const scores = zeros(vectors.rows, themes);
  const sums = scores.data;
  for (let row = 0; row < vectors.rows; row += 1) {
    const at = row * themes;
    for (let p = indptr[row]!; p < indptr[row + 1]!; p += 1) {
      const weight = data[p]!;
      const from = indices[p]! * themes;
      for (let t = 0; t < themes; t += 1) sums[at + t]! += weight * weightOf[from + t]!;
    }
  }
  return scores;
}

/** Sums of the rows weighted by each theme's share in them: `vectors transposed x shares`, terms x themes. */
export function sumRows(vectors: CsrMatrix, shares: DenseMatrix): DenseMatrix {
  const themes = shares.columns;
  const sums = zeros(vectors.columns, themes);
  for (let row = 0; row < vectors.rows; row += 1) {
    const at = row * themes;
    if (!anyOf(shares.data, at, themes)) continue;
    for (let p = vectors.indptr[row]!; p < vectors.indptr[row + 1]!; p += 1) {
      const weight = vectors.data[p]!;
      const to = vectors.indices[p]! * themes;
      for (let t = 0; t < themes; t += 1) sums.data[to + t]! += weight * shares.data[at + t]!;
    }
  }
  return sums;
}

/** Scales each theme's weights to unit length, in place; a theme without weights stays so. */
export function normalizeThemes(weights: DenseMatrix): DenseMatrix {
  const { rows, columns, data } = weights;
  const squares = new Float64Array(columns);
  for (let r = 0; r < rows; r += 1) {
    for (let t = 0; t < columns; t += 1) squares[t]! += data[r * columns + t]! * data[r * columns + t]!;
  }
  const scales = squares.map((square) => (square > 0 ? 1 / Math.sqrt(square) : 0));
  for (let r = 0; r < rows; r += 1) for (let t = 0; t < columns; t += 1) data[r * columns + t]! *= scales[t]!;
  return weights;
}

/** Adds `share[t] x other` to each theme's weights, in place. */
export function addThemes(weights: DenseMatrix, other: DenseMatrix, share: (theme: number) => number): DenseMatrix {
  const { columns, data } = weights;
  const shares = Float64Array.from({ length: columns }, (_, t) => share(t));
  for (let p = 0, t = 0; p < data.length; p += 1, t = t + 1 === columns ? 0 : t + 1) {
    data[p]! += shares[t]! * other.data[p]!;
  }
  return weights;
}

/** Place of the highest of `length` numbers from `start` on, counted from there; the first of equals. */
export function highest(data: ArrayLike<number>, start: number, length: number): number {
  let best = 0;
  for (let t = 1; t < length; t += 1) if (data[start + t]! > data[start + best]!) best = t;
  return best;
}

/** Mean and standard deviation of all numbers; a deviation of 1 where they are all alike. */
export function spread(data: ArrayLike<number>): { mean: number; deviation: number } {
  let sum = 0;
  for (let i = 0; i < data.length; i += 1) sum += data[i]!;
  const mean = data.length === 0 ? 0 : sum / data.length;
  let squares = 0;
  for (let i = 0; i < data.length; i += 1) squares += (data[i]! - mean) ** 2;
  const deviation = data.length === 0 ? 0 : Math.sqrt(squares / data.length);
  return { mean, deviation: deviation > 1e-12 ? deviation : 1 };
}

function anyOf(data: Float64Array, start: number, length: number): boolean {
  for (let t = start; t < start + length; t += 1) if (data[t] !== 0) return true;
  return false;
}
