/**
 * Runs of spherical k-means that look at nothing but the products of the rows: cheap where rows are few or long.
 *
 * Reference: Dhillon, I. S., Guan, Y., Kulis, B. (2004). Kernel k-means: spectral clustering and normalized cuts. KDD,
 * 551-556. doi:10.1145/1014052.1014118
 * Departures: k-means++ starts; the sums of products stay from one iteration to the next, and follow the rows that move.
 */

import type { DenseMatrix } from "../matrix/dense.js";
import { kernelArena } from "../matrix/kernels/load-kernels.js";
import type { Random } from "../matrix/random.js";
import { dotsWith } from "../matrix/rows.js";
import { fillEmptyClusters } from "./fill-empty.js";
import { drawStarts } from "./kmeans-plus-plus.js";
import type { SphericalKmeansResult } from "./spherical-kmeans.js";

/** Runs on the same rows, each from random starts; the labels of a run are overwritten by the next. */
export type PreparedRuns = (
  random: Random,
  maxIterations: number,
) => Pick<SphericalKmeansResult, "labels" | "iterations" | "converged">;

/** Prepares runs on unit rows; takes rows x rows numbers of memory. */
export function productRuns(unit: DenseMatrix, k: number): PreparedRuns {
  const { rows } = unit;
  // Kernels take two numbers at once.
  const width = rows + (rows & 1);
  const arena = kernelArena(8 * ((rows + 2 + k) * width + k) + 4 * (2 * width + 8 * k), 7);
  const { nearestSums, moveSums } = arena.kernels;
  const products = arena.float64((rows + 1) * width);
  fillProducts(products, unit, width);
  const productsOf = (row: number): Float64Array => products.subarray(row * width, (row + 1) * width);
  /** Product of the sum of each cluster with each row: k x rows. */
  const sums = arena.float64(k * width);
  const scales = arena.float64(k);
  const labels = arena.int32(width).subarray(0, rows);
  const best = arena.float64(width).subarray(0, rows);
  const before = arena.int32(rows);
  const waiting = arena.uint32(8 * k);
  return (random, maxIterations) => {
    before.fill(-1);
    scales.fill(1);
    drawStarts(rows, k, random, 0, (c, row) => {
      sums.set(productsOf(row), c * width);
      return productsOf(row);
    });
    for (let iterations = 1; ; iterations += 1) {
      nearestSums(sums, scales, { labels, best });
      fillEmptyClusters(labels, best, k);
      const converged = labels.every((label, i) => label === before[i]);
      if (converged || iterations === maxIterations) return { labels, iterations, converged };
      if (iterations === 1) sums.fill(0);
      moveSums(sums, k, products, labels, before, 1, waiting);
      moveSums(sums, k, products, before, labels, -1, waiting);
      before.set(labels);
      measure(scales, sums, labels, width);
    }
  };
}

/** Dot products of each row with all, each row `width` numbers long. */
function fillProducts(products: Float64Array, unit: DenseMatrix, width: number): void {
  const { rows, columns, data } = unit;
  for (let i = 0; i < rows; i += 1) {
    products.set(dotsWith(unit, data.subarray(i * columns, (i + 1) * columns)), i * width);
  }
}

/** Sets the scale of each cluster to one over the length of its sum, 0 where that is 0. */
function measure(scales: Float64Array, sums: Float64Array, labels: Int32Array, width: number): void {
  scales.fill(0);
  for (let i = 0; i < labels.length; i += 1) scales[labels[i]!]! += sums[labels[i]! * width + i]!;
  for (let c = 0; c < scales.length; c += 1) scales[c] = scales[c]! > 0 ? 1 / Math.sqrt(scales[c]!) : 0;
}
