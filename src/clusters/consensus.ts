/**
 * Consensus clustering: many k-means runs vote on which items belong together, average linkage reads the votes.
 *
 * References: Fred, A. L. N., Jain, A. K. (2005). Combining multiple clusterings using evidence accumulation. IEEE TPAMI
 * 27(6), 835-850. doi:10.1109/TPAMI.2005.113
 * Departures: base runs are spherical k-means, many rows compared in single precision; the tree is cut until k clusters
 * of `minSize` remain, the items of smaller ones join the cluster they were most often with, then items move to the
 * cluster that the votes speak for.
 */

import { checkDense } from "../matrix/check-matrix.js";
import { type DenseMatrix, normalizeRows } from "../matrix/dense.js";
import { nearestCentroids } from "../matrix/nearest-centroids.js";
import { seededRandom } from "../matrix/random.js";
import { integer, type Optional, type OptionRules, resolveOptions } from "../options.js";
import { averageLinkage, type Merge } from "./average-linkage.js";
import { checkClusters } from "./check-clusters.js";
import { clusterSizes } from "./cluster-sizes.js";
import { type Coassociation, countTogether, distances, mirror } from "./coassociation.js";
import { cutTree } from "./cut-tree.js";
import { kmeansPlusPlus } from "./kmeans-plus-plus.js";
import { type PreparedRuns, productRuns } from "./product-runs.js";
import { settleVotes } from "./settle-votes.js";
import { runFromCentroids } from "./spherical-kmeans.js";

/** How to vote and cut. */
export interface ConsensusOptions {
  /** Number of clusters, at most the number of rows. */
  readonly k: number;
  /** Base runs of k-means. @defaultValue 100 */
  readonly runs: number;
  /** @defaultValue 0 */
  readonly seed: number;
  /** Fewest items of a cluster, where the data have k clusters of so many. @defaultValue 3 */
  readonly minSize: number;
  /** Most iterations of a base run; runs that are cut short differ more from each other. @defaultValue 100 */
  readonly maxIterations: number;
}

/** A partition with the votes it was read from. */
export interface ConsensusResult {
  /** Cluster of each row, 0 to k - 1. */
  readonly labels: Int32Array;
  readonly k: number;
  /** Iterations of all base runs together. */
  readonly iterations: number;
  /** Whether every base run converged. */
  readonly converged: boolean;
  readonly coassociation: Coassociation;
  /** The tree that was cut. */
  readonly merges: readonly Merge[];
}

const rules: OptionRules<ConsensusOptions> = {
  k: integer(1, 1),
  runs: integer(100, 1, 65_535),
  seed: integer(0, 0),
  minSize: integer(3, 1),
  maxIterations: integer(100, 1),
};

/** Products for each of a row's numbers up to which runs on products are the cheaper ones. */
const fewProducts = 10;

/**
 * Clusters the rows of a dense matrix by consensus. Memory and time are quadratic in the rows: made for up to about
 * 5,000 rows.
 *
 * @param onRun told after each base run the share of them that is done, and after the tree once more that all are
 * @throws ThemataError INVALID_OPTION, also for k above the number of rows
 */
export function consensusClusters(
  dense: DenseMatrix,
  options: Optional<ConsensusOptions> & { readonly k: number },
  onRun?: (fraction: number) => void,
): ConsensusResult {
  checkDense("consensusClusters", dense);
  const resolved = resolveOptions("consensusClusters", options, rules);
  checkClusters("consensusClusters", options?.k, dense.rows);
  return consensusOf(normalizeRows(dense), resolved, onRun);
}

/** The same for unit rows. */
export function consensusOf(
  unit: DenseMatrix,
  { k, runs, seed, minSize, maxIterations }: ConsensusOptions,
  onRun?: (fraction: number) => void,
): ConsensusResult {
  const run = prepareRuns(unit, k);
  const counts = new Uint16Array(unit.rows * unit.rows);
  let iterations = 0;
  let converged = true;
  for (let r = 0; r < runs; r += 1) {
    const result = run(seededRandom(seed, r), maxIterations);
    iterations += result.iterations;
    converged &&= result.converged;
    countTogether(result.labels, k, counts);
    onRun?.((r + 1) / runs);
  }
  mirror(counts, unit.rows);
  const coassociation = { items: unit.rows, runs, counts };
  const merges = averageLinkage(distances(coassociation), unit.rows);
  onRun?.(1);
  const labels = absorb(cutIntoLarge(merges, unit.rows, k, minSize), coassociation);
  settleVotes(labels, k, coassociation, minSize);
  return { labels, k, iterations, converged, coassociation, merges };
}

/** Runs on the products of the rows where a row has few of them for each of its numbers, else on the rows themselves. */
function prepareRuns(unit: DenseMatrix, k: number): PreparedRuns {
  if (unit.rows <= fewProducts * unit.columns) return productRuns(unit, k);
  const assign = nearestCentroids(unit, k, "single");
  return (random, maxIterations) => runFromCentroids(unit, kmeansPlusPlus(unit, k, random), maxIterations, assign);
}

/** The cut into `k` clusters of `minSize` items, or of as many as still gives k. */
function cutIntoLarge(merges: readonly Merge[], items: number, k: number, minSize: number): Int32Array {
  for (let size = Math.min(minSize, Math.floor(items / k)); size > 1; size -= 1) {
    const labels = cutTree(merges, items, k, size);
    if (largest(labels) === k - 1) return labels;
  }
  return cutTree(merges, items, k, 1);
}

function largest(labels: Int32Array): number {
  let most = -1;
  for (const label of labels) if (label > most) most = label;
  return most;
}

/** Gives each item of label -1 the cluster with which it was together most often on average. */
function absorb(labels: Int32Array, { items, counts }: Coassociation): Int32Array {
  const k = largest(labels) + 1;
  const sizes = clusterSizes(labels, k);
  return labels.map((label, i) => {
    if (label >= 0 || k === 0) return Math.max(label, 0);
    const votes = new Float64Array(k);
    for (let j = 0; j < items; j += 1) if (labels[j]! >= 0) votes[labels[j]!]! += counts[i * items + j]!;
    let best = 0;
    for (let c = 1; c < k; c += 1) if (votes[c]! / sizes[c]! > votes[best]! / sizes[best]!) best = c;
    return best;
  });
}
