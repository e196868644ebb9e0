/**
 * k-means on dense rows, by the package ml-kmeans.
 *
 * References: Lloyd, S. (1982). Least squares quantization in PCM. IEEE Transactions on Information Theory 28(2).
 * doi:10.1109/TIT.1982.1056489. Arthur, D., Vassilvitskii, S. (2007). k-means++. SODA, 1027-1035.
 * Departures: best inertia of several seeded starts; an empty cluster takes the row farthest from its centroid.
 */

import { kmeans as mlKmeans } from "ml-kmeans";
import { checkDense } from "../matrix/check-matrix.js";
import type { DenseMatrix } from "../matrix/dense.js";
import { seededRandom } from "../matrix/random.js";
import { checkArgument, integer, number, type Optional, type OptionRules, resolveOptions } from "../options.js";
import { checkClusters } from "./check-clusters.js";
import { clusterSizes } from "./cluster-sizes.js";
import { euclideanStarts } from "./euclidean-starts.js";
import { fillEmptyClusters } from "./fill-empty.js";

/** How to cluster. */
export interface KmeansOptions {
  /** Number of clusters, at most the number of rows. */
  readonly k: number;
  /** @defaultValue 0 */
  readonly seed: number;
  /** Starts, of which the lowest inertia is kept. @defaultValue 10 */
  readonly nInit: number;
  /** Most iterations of a start. @defaultValue 100 */
  readonly maxIterations: number;
  /** Squared distance that a centroid may still move when the run counts as converged. @defaultValue 1e-6 */
  readonly tolerance: number;
}

/** A partition with its centroids. */
export interface KmeansResult {
  /** Cluster of each row, 0 to k - 1. */
  readonly labels: Int32Array;
  readonly k: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Sum over rows of the squared distance to the own centroid; smaller is better. */
  readonly inertia: number;
  /** k x columns. */
  readonly centroids: DenseMatrix;
}

const rules: OptionRules<KmeansOptions> = {
  k: integer(1, 1),
  seed: integer(0, 0),
  nInit: integer(10, 1, 10_000),
  maxIterations: integer(100, 1),
  tolerance: number(1e-6, 0),
};

/** Squares of larger numbers could add up to infinity. */
const largest = 1e100;

/**
 * Clusters the rows of a dense matrix by Euclidean distance. Meant for reduced vectors of up to about 100 columns.
 *
 * O(nInit x iterations x k x rows x columns).
 *
 * @throws ThemataError INVALID_OPTION, also for k above the number of rows and for values that are not finite
 */
export function kmeans(dense: DenseMatrix, options: Optional<KmeansOptions> & { readonly k: number }): KmeansResult {
  checkDense("kmeans", dense);
  const resolved = resolveOptions("kmeans", options, rules);
  checkClusters("kmeans", options?.k, dense.rows);
  const rows = rowArrays(dense);
  let best: KmeansResult | undefined;
  for (let start = 0; start < resolved.nInit; start += 1) {
    const run = oneStart(dense, rows, resolved, start);
    if (best === undefined || run.inertia < best.inertia) best = run;
  }
  return best!;
}

function oneStart(dense: DenseMatrix, rows: number[][], options: KmeansOptions, start: number): KmeansResult {
  const { k, seed, maxIterations, tolerance } = options;
  // The package's own starts need its matrix library, twelve times its size; a build may leave that out.
  const initialization = euclideanStarts(rows, k, seededRandom(seed, start));
  const result = mlKmeans(rows, k, { initialization, maxIterations, tolerance });
  const labels = Int32Array.from(result.clusters);
  fillEmptyClusters(labels, negativeDistances(dense, labels, means(dense, labels, k)), k);
  const centroids = means(dense, labels, k);
  let inertia = 0;
  for (const distance of negativeDistances(dense, labels, centroids)) inertia -= distance;
  return { labels, k, iterations: result.iterations, converged: result.converged, inertia, centroids };
}

function rowArrays({ rows, columns, data }: DenseMatrix): number[][] {
  const strange = data.find((value) => Math.abs(value) > largest);
  const expected = `a matrix of numbers between -${largest} and ${largest}`;
  checkArgument("kmeans", "dense", expected, strange === undefined, strange);
  return Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * columns, (i + 1) * columns)));
}

function means(dense: DenseMatrix, labels: Int32Array, k: number): DenseMatrix {
  const { columns } = dense;
  const data = new Float64Array(k * columns);
  const sizes = clusterSizes(labels, k);
  for (let i = 0; i < dense.rows; i += 1) {
    for (let d = 0; d < columns; d += 1) data[labels[i]! * columns + d]! += dense.data[i * columns + d]!;
  }
  for (let c = 0; c < k; c += 1) {
    for (let d = 0; d < columns; d += 1) data[c * columns + d]! /= Math.max(1, sizes[c]!);
  }
  return { rows: k, columns, data };
}

function negativeDistances(dense: DenseMatrix, labels: Int32Array, centroids: DenseMatrix): Float64Array {
  const { columns } = dense;
  return Float64Array.from(labels, (label, i) => {
    let squares = 0;
    for (let d = 0; d < columns; d += 1) {
      const difference = dense.data[i * columns + d]! - centroids.data[label * columns + d]!;
      squares += difference * difference;
    }
    return -squares;
  });
}
