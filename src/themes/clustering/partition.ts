/** A collection's rows divided into themes, by the method asked for. */

import { averageLinkage } from "../../clusters/average-linkage.js";
import { clusterSizes } from "../../clusters/cluster-sizes.js";
import { communities } from "../../clusters/communities.js";
import { consensusOf } from "../../clusters/consensus.js";
import { cutTree } from "../../clusters/cut-tree.js";
import { kmeans } from "../../clusters/kmeans.js";
import { updateCentroids } from "../../clusters/spherical-kmeans.js";
import type { CsrMatrix } from "../../matrix/csr.js";
import { type DenseMatrix, dotDense, normalizeRows, selectDenseRows, zeros } from "../../matrix/dense.js";
import type { Precision } from "../../matrix/kernels/kernels.js";
import { nearestLabels } from "../../matrix/nearest-centroids.js";
import { seededRandom, shuffledIndices } from "../../matrix/random.js";
import { fixedPoint } from "./fixed-point.js";
import { type VotePrototypes, votePrototypes } from "./vote-prototypes.js";

/** How themes are first cut. */
export type ThemeMethod = "consensus" | "communities" | "kmeans";

/** A partition that its own prototypes give back. */
export interface Partition {
  /** Theme of each row, 0 to k - 1: the one of the nearest prototype, ties to the lower. */
  readonly labels: Int32Array;
  /** One unit row a theme. */
  readonly prototypes: DenseMatrix;
  /** Mean share of its votes that a row gives its own theme, in (0, 1]; undefined for methods that do not vote. */
  readonly agreement?: number;
}

/** Rows up to which consensus compares all pairs; above it a sample is clustered and the rest follow. */
const consensusLimit = 5_000;
/** Rows of that sample for each cluster, and the fewest and most in all; more make no better or steadier clusters. */
const sampled = { each: 100, fewest: 2_500, most: consensusLimit };
/** Size of the sample for a quick look. */
const quickLimit = 1_500;
/**
 * Base runs of a consensus: the votes of so many rows in all, of a sample fewer since all rows settle its themes later; in so
 * many runs at least and at most, and at least for a quick look. Many runs of a few iterations say more of what belongs
 * together than few that settle.
 */
const voted = { rows: 400_000, ofSample: 100_000, fewest: 40, most: 800, quick: 20, iterations: 6 };

const fewestPapers = 3;

/** How to partition. */
export interface PartitionOptions {
  readonly method: ThemeMethod;
  readonly k: number;
  readonly seed: number;
  /** All base runs of a consensus, or a tenth of them for a quick look. */
  readonly thorough: boolean;
  /** Told the share of base runs done. */
  readonly onRun?: (fraction: number) => void;
}

/**
 * Divides unit rows into `k` themes, each with a row at least.
 *
 * @param graph neighbour graph of the rows
 */
export function partition(rows: DenseMatrix, graph: () => CsrMatrix, options: PartitionOptions): Partition {
  const { method, k, seed } = options;
  if (method === "kmeans") return fixedPoint(rows, kmeans(rows, { k, seed }).labels, k);
  if (method === "communities") return fixedPoint(rows, exactly(rows, communitiesOf(graph(), k, seed), k), k);
  if (rows.rows <= consensusLimit) return assigned(rows, byConsensus(rows, voted.rows, options), "double");
  const votes = byConsensus(sampleOf(rows, options), voted.ofSample, options);
  const { labels, agreement } = assigned(rows, votes, "single");
  options.onRun?.(1);
  // A sample's prototypes differ from sample to sample; the means of all rows hardly do.
  return { ...fixedPoint(rows, labels, k, undefined, () => options.onRun?.(1)), agreement };
}

/** The prototypes that many runs of k-means vote for. */
function byConsensus(rows: DenseMatrix, votes: number, { k, seed, thorough, onRun }: PartitionOptions): VotePrototypes {
  const all = Math.max(voted.fewest, Math.min(voted.most, Math.round(votes / rows.rows)));
  const runs = thorough ? all : Math.max(voted.quick, Math.round(all / 10));
  const options = { k, seed, runs, minSize: fewestPapers, maxIterations: voted.iterations };
  const { labels, coassociation } = consensusOf(rows, options, onRun);
  return votePrototypes(rows, labels, k, coassociation);
}

function sampleOf(rows: DenseMatrix, { k, seed, thorough }: PartitionOptions): DenseMatrix {
  const enough = Math.max(sampled.fewest, Math.min(sampled.most, sampled.each * k));
  const size = thorough ? enough : quickLimit;
  return selectDenseRows(rows, shuffledIndices(rows.rows, seededRandom(seed)).subarray(0, size).sort());
}

/** Gives every row to the nearest prototype; if that leaves a theme without a row, goes on to a fixed point. */
function assigned(
  rows: DenseMatrix,
  { prototypes, agreement }: VotePrototypes,
  precision: Precision,
): Partition & VotePrototypes {
  const k = prototypes.rows;
  const labels = nearestLabels(rows, prototypes, precision);
  const found = new Set(labels).size === k ? { labels, prototypes } : fixedPoint(rows, labels, k);
  return { ...found, agreement };
}

/** Communities at the lowest of a row of resolutions that gives `k` of three rows or more, else those of the highest. */
function communitiesOf(graph: CsrMatrix, k: number, seed: number): Int32Array {
  let found = communities(graph, { seed });
  for (let resolution = 0.5; resolution < 200; resolution *= 1.25) {
    found = communities(graph, { resolution, seed });
    if (clusterSizes(found.labels, found.k).filter((size) => size >= fewestPapers).length >= k) break;
  }
  return found.labels;
}

/** Joins clusters whose means are nearest, by average linkage, until k are left. */
function exactly(rows: DenseMatrix, labels: Int32Array, k: number): Int32Array {
  const found = labels.reduce((most, label) => Math.max(most, label), -1) + 1;
  const means = zeros(found, rows.columns);
  updateCentroids(rows, labels, means);
  const unit = normalizeRows(means);
  const distances = new Float64Array(found * found);
  for (let a = 0; a < found; a += 1) {
    for (let b = 0; b < found; b += 1) {
      distances[a * found + b] = 1 - dotDense(unit, a, unit, b);
    }
  }
  const joined = cutTree(averageLinkage(distances, found), found, Math.min(k, found), 1);
  return labels.map((label) => joined[label]!);
}
