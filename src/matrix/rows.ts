/** What clustering asks of rows, whether they are dense or sparse. */

import type { CsrMatrix } from "./csr.js";
import { type DenseMatrix, normalizeRows } from "./dense.js";

/** A matrix seen as a list of rows. */
export type Rows = DenseMatrix | CsrMatrix;

/** The rows scaled to unit Euclidean length; rows of zeros stay. */
export function unitRows(rows: Rows): Rows {
  if (!("indptr" in rows)) return normalizeRows(rows);
  const data = rows.data.slice();
  for (let i = 0; i < rows.rows; i += 1) {
    let squares = 0;
    for (let p = rows.indptr[i]!; p < rows.indptr[i + 1]!; p += 1) squares += data[p]! * data[p]!;
    const norm = Math.sqrt(squares);
    if (norm > 0) for (let p = rows.indptr[i]!; p < rows.indptr[i + 1]!; p += 1) data[p]! /= norm;
  }
  return { ...rows, data };
}

/** Adds row `i` to the numbers from `at` on. */
export function addRow(rows: Rows, i: number, target: Float64Array, at: number): void {
  const { data, columns } = rows;
  if ("indptr" in rows) {
    for (let p = rows.indptr[i]!; p < rows.indptr[i + 1]!; p += 1) target[at + rows.indices[p]!]! += data[p]!;
  } else {
    for (let d = 0; d < columns; d += 1) target[at + d]! += data[i * columns + d]!;
  }
}

/** The dot product of every row with a vector. */
export function dotsWith(rows: Rows, vector: Float64Array): Float64Array {
  const dots = new Float64Array(rows.rows);
  if ("indptr" in rows) {
    const { indptr, indices, data } = rows;
    for (let i = 0; i < dots.length; i += 1) {
      let sum = 0;
      for (let p = indptr[i]!; p < indptr[i + 1]!; p += 1) sum += data[p]! * vector[indices[p]!]!;
      dots[i] = sum;
    }
    return dots;
  }
  const { data, columns } = rows;
  const inFours = dots.length - (dots.length % 4);
  // Four sums at once: one alone waits for its last addition at every step.
  for (let i = 0; i < inFours; i += 4) {
    const p = i * columns;
    let a = 0;
    let b = 0;
    let c = 0;
    let e = 0;
    for (let d = 0; d < columns; d += 1) {
      const x = vector[d]!;
      a += data[p + d]! * x;
      b += data[p + columns + d]! * x;
      c += data[p + 2 * columns + d]! * x;
      e += data[p + 3 * columns + d]! * x;
    }
    dots[i] = a;
    dots[i + 1] = b;
    dots[i + 2] = c;
    dots[i + 3] = e;
  }
  for (let i = inFours; i < dots.length; i += 1) {
    for (let d = 0; d < columns; d += 1) dots[i]! += data[i * columns + d]! * vector[d]!;
  }
  return dots;
}
