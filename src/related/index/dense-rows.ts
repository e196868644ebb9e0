/** One dense vector of unit length for each row: latent, or the caller's own. */

import { grown } from "../../matrix/growing-arrays.js";

/** Row `i` is `data[i * dimensions .. (i + 1) * dimensions)`; a row without a vector is zeros. */
export interface DenseRows {
  readonly dimensions: number;
  data: Float32Array;
}

/** No rows yet, with room for so many. */
export function denseRows(dimensions: number, room = 0): DenseRows {
  return { dimensions, data: new Float32Array(room * dimensions) };
}

/** Sets the vector of a row; undefined for none. */
export function setDenseRow(rows: DenseRows, row: number, vector: Float64Array | undefined): void {
  rows.data = grown(rows.data, (row + 1) * rows.dimensions);
  if (vector !== undefined) rows.data.set(vector, row * rows.dimensions);
}

/** The vector of a row; undefined where it has none. */
export function denseRow(rows: DenseRows, row: number): Float64Array | undefined {
  if (!hasDenseRow(rows, row)) return undefined;
  return Float64Array.from(rows.data.subarray(row * rows.dimensions, (row + 1) * rows.dimensions));
}

/**
 * The cosine of a unit vector and a row, negative ones as 0; any number below `needed` where it is below, -1 for a row
 * without a vector.
 */
export function denseScorer(rows: DenseRows, vector: Float64Array): (row: number, needed: number) => number {
  const { dimensions, data } = rows;
  const whole = dimensions & ~3;
  /** Squared length of the vector from each dimension on. */
  const squares = new Float64Array(dimensions + 1);
  for (let d = dimensions - 1; d >= 0; d -= 1) squares[d] = squares[d + 1]! + vector[d]! * vector[d]!;
  return (row, needed) => {
    const from = row * dimensions;
    let sum = 0;
    let left = 1.0001;
    for (let d = 0; d < whole; d += 4) {
      const a = data[from + d]!;
      const b = data[from + d + 1]!;
      const c = data[from + d + 2]!;
      const e = data[from + d + 3]!;
      sum += vector[d]! * a + vector[d + 1]! * b + (vector[d + 2]! * c + vector[d + 3]! * e);
      left -= a * a + b * b + (c * c + e * e);
      // By the Cauchy-Schwarz inequality the rest adds at most the product of the lengths left, which unit rows tell.
      const missing = needed - sum;
      if (missing > 0 && missing * missing > squares[d + 4]! * left) break;
    }
    for (let d = whole; d < dimensions; d += 1) sum += vector[d]! * data[from + d]!;
    if (sum > 0) return Math.min(1, sum);
    return sum < 0 || hasDenseRow(rows, row) ? 0 : -1;
  };
}

/** Whether a row has a vector. */
export function hasDenseRow({ dimensions, data }: DenseRows, row: number): boolean {
  for (let d = row * dimensions; d < (row + 1) * dimensions; d += 1) if (data[d] !== 0) return true;
  return false;
}
