/**
 * Runs of spherical k-means that look at nothing but the products of the rows: cheap where rows are few or long.
 *
 * Reference: Dhillon, I. S., Guan, Y., Kulis, B. (2004). Kernel k-means: spectral clustering and normalized cuts. KDD,
 * 551-556. doi:10.1145/1014052.1014118
 * Departures: k-means++ starts; the sums of products stay from one iteration to the next, and follow the rows that move.
 */

import type { DenseMatrix } from "../matrix/dense.js";
import type { Random } from "../matrix/random.js";
import { dotsWith } from "../matrix/rows.js";
import { fillEmptyClusters } from "./fill-empty.js";
import { drawStarts } from "./kmeans-plus-plus.js";
import type { SphericalKmeansResult } from "./spherical-kmeans.js";

/** Runs on the same rows, each from random starts. */
export type PreparedRuns = (
  random: Random,
  maxIterations: number,
) => Pick<SphericalKmeansResult, "labels" | "iterations" | "converged">;

/** Prepares runs on unit rows; takes rows x rows numbers of memory. */
export function productRuns(unit: DenseMatrix, k: number): PreparedRuns {
  const { rows } = unit;
  const products = productsOfRows(unit);
  const productsOf = (row: number): Float64Array => products.subarray(row * rows, (row + 1) * rows);
  /** Product of the sum of each cluster with each row: k x rows. */
  const sums = new Float64Array(k * rows);
  const fit = new Float64Array(rows);
  return (random, maxIterations) => {
    const labels = new Int32Array(rows);
    const before = new Int32Array(rows).fill(-1);
    const squares = new Float64Array(k).fill(1);
    drawStarts(rows, k, random, 0, (c, row) => {
      sums.set(productsOf(row), c * rows);
      return productsOf(row);
    });
    for (let iterations = 1; ; iterations += 1) {
      takeNearest(sums, squares, labels, fit);
      fillEmptyClusters(labels, fit, k);
      const converged = labels.every((label, i) => label === before[i]);
      if (converged || iterations === maxIterations) return { labels, iterations, converged };
      if (iterations === 1) sums.fill(0);
      addMoved(sums, products, labels, before, 1);
      addMoved(sums, products, before, labels, -1);
      before.set(labels);
      squares.fill(0);
      for (let i = 0; i < rows; i += 1) squares[labels[i]!]! += sums[labels[i]! * rows + i]!;
    }
  };
}

/** Dot products of each row with all, and a row of zeros. */
function productsOfRows(unit: DenseMatrix): Float64Array {
  const { rows, columns, data } = unit;
  const products = new Float64Array((rows + 1) * rows);
  for (let i = 0; i < rows; i += 1) {
    products.set(dotsWith(unit, data.subarray(i * columns, (i + 1) * columns)), i * rows);
  }
  return products;
}

/** Adds `sign` times the products of each row to the sums of its cluster, where other labels say another; -1 is none. */
function addMoved(
  sums: Float64Array,
  products: Float64Array,
  labels: Int32Array,
  others: Int32Array,
  sign: number,
): void {
  const rows = labels.length;
  const moved = Array.from({ length: sums.length / rows }, () => [] as number[]);
  for (let i = 0; i < rows; i += 1) {
    if (labels[i] !== others[i]) moved[labels[i]!]?.push(i * rows);
  }
  const zeros = rows * rows;
  moved.forEach((from, cluster) => {
    const sum = sums.subarray(cluster * rows, (cluster + 1) * rows);
    // Four at once: the sums are read and written a fourth as often.
    for (let m = 0; m < from.length; m += 4) {
      const a = from[m]!;
      const b = from[m + 1] ?? zeros;
      const c = from[m + 2] ?? zeros;
      const d = from[m + 3] ?? zeros;
      for (let i = 0; i < rows; i += 1) {
        sum[i]! += sign * (products[a + i]! + products[b + i]! + products[c + i]! + products[d + i]!);
      }
    }
  });
}

/** Sets each row's label to the cluster whose unit mean is nearest, the first of equals, and its fit to their cosine. */
function takeNearest(sums: Float64Array, squares: Float64Array, labels: Int32Array, fit: Float64Array): void {
  fit.fill(-Infinity);
  for (let c = 0, at = 0; c < squares.length; c += 1) {
    const scale = squares[c]! > 0 ? 1 / Math.sqrt(squares[c]!) : 0;
    for (let i = 0; i < labels.length; i += 1, at += 1) {
      const score = sums[at]! * scale;
      if (score > fit[i]!) {
        fit[i] = score;
        labels[i] = c;
      }
    }
  }
}
