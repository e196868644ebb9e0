/**
 * Ridge regression of many targets at once on sparse rows, by conjugate gradients.
 *
 * Reference: Hoerl, A. E., Kennard, R. W. (1970). Ridge regression. Technometrics 12(1), 55-67.
 * doi:10.1080/00401706.1970.10488634. Hestenes, M. R., Stiefel, E. (1952). Methods of conjugate gradients for solving
 * linear systems. J. Res. NBS 49(6), 409-436. doi:10.6028/jres.049.044
 */

import type { CsrMatrix } from "../matrix/csr.js";
import { type DenseMatrix, zeros } from "../matrix/dense.js";
import { scoreRows, sumRows } from "./theme-weights.js";

/** A linear map: scores of a row x are `x . weights + intercepts`. */
export interface LinearMap {
  /** terms x themes */
  readonly weights: DenseMatrix;
  readonly intercepts: Float64Array;
}

const strength = 1;
const mostIterations = 100;
const tolerance = 1e-5;

/**
 * The weights that least squares with a ridge of 1 gives for each column of `targets` (rows x themes), the column's mean
 * as intercept. Solved in the space of the rows: O(iterations x non-zeros x themes).
 */
export function fitRidge(vectors: CsrMatrix, targets: DenseMatrix): LinearMap {
  const { rows, columns } = targets;
  const intercepts = columnSums(targets).map((sum) => sum / Math.max(1, rows));
  const residual = { rows, columns, data: targets.data.map((value, p) => value - intercepts[p % columns]!) };
  const duals = zeros(rows, columns);
  let direction = { rows, columns, data: residual.data.slice() };
  let squares = columnSquares(residual);
  const enough = squares.map((square) => square * tolerance * tolerance);
  for (let i = 0; i < mostIterations && squares.some((square, t) => square > enough[t]!); i += 1) {
    const image = scoreRows(vectors, sumRows(vectors, direction));
    for (let p = 0; p < image.data.length; p += 1) image.data[p]! += strength * direction.data[p]!;
    const curvature = columnDots(direction, image);
    const steps = squares.map((square, t) => (curvature[t]! > 0 ? square / curvature[t]! : 0));
    for (let p = 0; p < image.data.length; p += 1) {
      const step = steps[p % columns]!;
      duals.data[p]! += step * direction.data[p]!;
      residual.data[p]! -= step * image.data[p]!;
    }
    const next = columnSquares(residual);
    const turns = next.map((square, t) => (squares[t]! > 0 ? square / squares[t]! : 0));
    direction = {
      rows,
      columns,
      data: residual.data.map((value, p) => value + turns[p % columns]! * direction.data[p]!),
    };
    squares = next;
  }
  return { weights: sumRows(vectors, duals), intercepts };
}

function columnSums({ data, columns }: DenseMatrix): Float64Array {
  const sums = new Float64Array(columns);
  for (let p = 0; p < data.length; p += 1) sums[p % columns]! += data[p]!;
  return sums;
}

function columnSquares(matrix: DenseMatrix): Float64Array {
  return columnDots(matrix, matrix);
}

function columnDots(a: DenseMatrix, b: DenseMatrix): Float64Array {
  const sums = new Float64Array(a.columns);
  for (let p = 0; p < a.data.length; p += 1) sums[p % a.columns]! += a.data[p]! * b.data[p]!;
  return sums;
}
