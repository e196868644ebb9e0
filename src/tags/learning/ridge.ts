/**
 * Ridge regression of many targets at once on sparse rows, by conjugate gradients.
 *
 * References: Hoerl, A. E., Kennard, R. W. (1970). Ridge regression. Technometrics 12(1), 55-67.
 * doi:10.1080/00401706.1970.10488634. Hestenes, M. R., Stiefel, E. (1952). Methods of conjugate gradients for solving
 * linear systems. J. Res. NBS 49(6), 409-436. doi:10.6028/jres.049.044
 */

import type { CsrMatrix } from "../../matrix/csr.js";
import { copyOf, type DenseMatrix, zeros } from "../../matrix/dense.js";
import { scoreRows, sumRows } from "./theme-weights.js";

/** A linear map: scores of a row x are `x . weights + intercepts`. */
export interface LinearMap {
  /** terms x themes */
  readonly weights: DenseMatrix;
  readonly intercepts: Float64Array;
}

const strength = 1;
const mostIterations = 50;
const tolerance = 1e-3;

/**
 * The weights that least squares with a ridge of 1 gives for each column of `targets` (rows x themes), the column's mean
 * as intercept. Solved in the space of the rows: O(iterations x non-zeros x themes).
 */
export function fitRidge(vectors: CsrMatrix, targets: DenseMatrix): LinearMap {
  const { rows, columns } = targets;
  const intercepts = columnDots(targets, ones(rows, columns)).map((sum) => sum / Math.max(1, rows));
  const residual = addScaled(
    copyOf(targets),
    ones(rows, columns),
    intercepts.map((mean) => -mean),
  );
  const duals = zeros(rows, columns);
  const direction = copyOf(residual);
  let squares = columnDots(residual, residual);
  const enough = squares.map((square) => square * tolerance * tolerance);
  for (let i = 0; i < mostIterations && squares.some((square, t) => square > enough[t]!); i += 1) {
    const image = scoreRows(vectors, sumRows(vectors, direction));
    for (let p = 0; p < image.data.length; p += 1) image.data[p]! += strength * direction.data[p]!;
    const curvature = columnDots(direction, image);
    const steps = squares.map((square, t) => (curvature[t]! > 0 ? square / curvature[t]! : 0));
    addScaled(duals, direction, steps);
    addScaled(
      residual,
      image,
      steps.map((step) => -step),
    );
    const next = columnDots(residual, residual);
    turn(
      direction,
      residual,
      next.map((square, t) => (squares[t]! > 0 ? square / squares[t]! : 0)),
    );
    squares = next;
  }
  return { weights: sumRows(vectors, duals), intercepts };
}

/** direction = residual + turn[t] x direction */
function turn(direction: DenseMatrix, residual: DenseMatrix, turns: Float64Array): void {
  const { rows, columns, data } = direction;
  for (let row = 0, p = 0; row < rows; row += 1) {
    for (let t = 0; t < columns; t += 1, p += 1) data[p] = residual.data[p]! + turns[t]! * data[p]!;
  }
}

/** matrix += share[t] x other, in place */
function addScaled(matrix: DenseMatrix, other: DenseMatrix, shares: Float64Array): DenseMatrix {
  const { rows, columns, data } = matrix;
  for (let row = 0, p = 0; row < rows; row += 1) {
    for (let t = 0; t < columns; t += 1, p += 1) data[p]! += shares[t]! * other.data[p]!;
  }
  return matrix;
}

function columnDots(a: DenseMatrix, b: DenseMatrix): Float64Array {
  const sums = new Float64Array(a.columns);
  for (let row = 0, p = 0; row < a.rows; row += 1) {
    for (let t = 0; t < a.columns; t += 1, p += 1) sums[t]! += a.data[p]! * b.data[p]!;
  }
  return sums;
}

function ones(rows: number, columns: number): DenseMatrix {
  return { rows, columns, data: new Float64Array(rows * columns).fill(1) };
}
