/**
 * Spherical k-means: k-means with cosine in place of Euclidean distance.
 *
 * Reference: Dhillon, I. S., Modha, D. S. (2001). Concept decompositions for large sparse text data using clustering.
 * Machine Learning 42, 143-175. doi:10.1023/A:1007612920971
 * Departures: k-means++ starts; a cluster that becomes empty takes the item that fits its own cluster worst.
 */

import { checkRows } from "../matrix/check-matrix.js";
import { type DenseMatrix, normalizeInPlace } from "../matrix/dense.js";
import type { Precision } from "../matrix/kernels/kernels.js";
import { type AssignRows, nearestCentroids } from "../matrix/nearest-centroids.js";
import { seededRandom } from "../matrix/random.js";
import { addRow, type Rows, unitRows } from "../matrix/rows.js";
import { choice, integer, type Optional, type OptionRules, resolveOptions } from "../options.js";
import { checkClusters } from "./check-clusters.js";
import { fillEmptyClusters } from "./fill-empty.js";
import { kmeansPlusPlus } from "./kmeans-plus-plus.js";

/** How to cluster. */
export interface SphericalKmeansOptions {
  /** Number of clusters, at most the number of rows. */
  readonly k: number;
  /** @defaultValue 0 */
  readonly seed: number;
  /** Starts, of which the best objective is kept. @defaultValue 10 */
  readonly nInit: number;
  /** Most iterations of a start. @defaultValue 100 */
  readonly maxIterations: number;
  /** Of the comparisons with centroids, for dense rows; sparse rows are compared in that of their data. @defaultValue "double" */
  readonly precision: Precision;
}

/** A partition with its unit centroids. */
export interface SphericalKmeansResult {
  /** Cluster of each row, 0 to k - 1. */
  readonly labels: Int32Array;
  readonly k: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Sum over rows of the cosine with the own centroid; larger is better. A row of zeros adds nothing. */
  readonly objective: number;
  /** k x columns, unit rows; zeros for a cluster of nothing but rows of zeros. */
  readonly centroids: DenseMatrix;
}

const rules: OptionRules<SphericalKmeansOptions> = {
  k: integer(1, 1),
  seed: integer(0, 0),
  nInit: integer(10, 1, 10_000),
  maxIterations: integer(100, 1),
  precision: choice<Precision>("double", ["double", "single"]),
};

/**
 * Clusters rows by direction; rows are scaled to unit length first, rows of zeros go to the first cluster, or to one
 * that would be empty.
 *
 * O(nInit x iterations x k x non-zeros).
 *
 * @throws ThemataError INVALID_OPTION, also for k above the number of rows
 */
export function sphericalKmeans(
  matrix: Rows,
  options: Optional<SphericalKmeansOptions> & { readonly k: number },
): SphericalKmeansResult {
  checkRows("sphericalKmeans", matrix);
  const { k, seed, nInit, maxIterations, precision } = resolveOptions("sphericalKmeans", options, rules);
  checkClusters("sphericalKmeans", options?.k, matrix.rows);
  const unit = unitRows(matrix);
  const assign = nearestCentroids(unit, k, precision);
  let best: SphericalKmeansResult | undefined;
  for (let start = 0; start < nInit; start += 1) {
    const centroids = kmeansPlusPlus(unit, k, seededRandom(seed, start));
    const run = runFromCentroids(unit, centroids, maxIterations, assign);
    const objective = run.converged ? run.objective : objectiveOf(unit, run);
    if (best === undefined || objective > best.objective) best = { ...run, objective };
  }
  return best!;
}

/** The objective with the centroids of the end: where a run was cut short they moved after the last comparison. */
function objectiveOf(unit: Rows, { labels, centroids }: SphericalKmeansResult): number {
  const { rows: k, columns, data } = centroids;
  const { order, starts } = byCluster(labels, k);
  let objective = 0;
  for (let c = 0; c < k; c += 1) {
    const sum = new Float64Array(columns);
    for (let p = starts[c]!; p < starts[c + 1]!; p += 1) addRow(unit, order[p]!, sum, 0);
    for (let d = 0; d < columns; d += 1) objective += sum[d]! * data[c * columns + d]!;
  }
  return objective;
}

/**
 * Lloyd's iterations from given unit centroids, which are changed in place, until no label changes.
 *
 * @param unit unit rows
 * @param assign the rows prepared for comparison, which several runs share
 * @param pull what is added to the sum of each cluster's rows, k x columns
 */
export function runFromCentroids(
  unit: Rows,
  centroids: DenseMatrix,
  maxIterations: number,
  assign: AssignRows,
  pull?: Float64Array,
): SphericalKmeansResult {
  const labels = new Int32Array(unit.rows).fill(-1);
  const similarity = new Float64Array(unit.rows);
  let iterations = 0;
  let converged = false;
  while (iterations < maxIterations && !converged) {
    iterations += 1;
    converged = assign(centroids, labels, similarity) === 0;
    if (fillEmptyClusters(labels, similarity, centroids.rows)) converged = false;
    if (!converged) updateCentroids(unit, labels, centroids, pull);
  }
  let objective = 0;
  for (let i = 0; i < unit.rows; i += 1) objective += Math.min(1, similarity[i]!);
  return { labels, k: centroids.rows, iterations, converged, objective, centroids };
}

/**
 * Unit means of the rows of each cluster; an empty cluster keeps its centroid.
 *
 * @param pull what is added to the sum of each cluster's rows, k x columns
 */
export function updateCentroids(unit: Rows, labels: Int32Array, centroids: DenseMatrix, pull?: Float64Array): void {
  const { columns } = unit;
  if (!("indptr" in unit)) {
    const sums = sumsByCluster(unit, labels, pull?.slice() ?? new Float64Array(centroids.rows * columns));
    for (let at = 0; at < sums.length; at += columns) {
      if (normalizeInPlace(sums, at, columns) > 0) centroids.data.set(sums.subarray(at, at + columns), at);
    }
    return;
  }
  const sum = new Float64Array(columns);
  const { order, starts } = byCluster(labels, centroids.rows);
  for (let c = 0; c < centroids.rows; c += 1) {
    if (pull === undefined) sum.fill(0);
    else sum.set(pull.subarray(c * columns, (c + 1) * columns));
    for (let p = starts[c]!; p < starts[c + 1]!; p += 1) addRow(unit, order[p]!, sum, 0);
    if (normalizeInPlace(sum, 0, columns) > 0) centroids.data.set(sum, c * columns);
  }
}

/** Adds each row to the sum of its cluster. Few dense sums stay in the cache, so the rows are read in their order. */
function sumsByCluster({ columns, data }: DenseMatrix, labels: Int32Array, sums: Float64Array): Float64Array {
  for (let i = 0, from = 0; i < labels.length; i += 1) {
    for (let to = labels[i]! * columns, end = to + columns; to < end; to += 1, from += 1) sums[to]! += data[from]!;
  }
  return sums;
}

/** The rows of cluster c, ascending, are `order[starts[c] .. starts[c + 1])`. */
function byCluster(labels: Int32Array, k: number): { order: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(k + 1);
  for (const label of labels) starts[label + 1]! += 1;
  for (let c = 0; c < k; c += 1) starts[c + 1]! += starts[c]!;
  const next = starts.slice(0, k);
  const order = new Uint32Array(labels.length);
  for (let i = 0; i < labels.length; i += 1) order[next[labels[i]!]!++] = i;
  return { order, starts };
}
