/** The first partition of a collection's rows into themes, by the method asked for. */

import { averageLinkage } from "../clusters/average-linkage.js";
import { communities } from "../clusters/communities.js";
import { consensusClusters } from "../clusters/consensus.js";
import { cutTree } from "../clusters/cut-tree.js";
import { kmeans } from "../clusters/kmeans.js";
import { assignRows, updateCentroids } from "../clusters/spherical-kmeans.js";
import type { CsrMatrix } from "../matrix/csr.js";
import { type DenseMatrix, dotAt, normalizeRows, selectDenseRows, zeros } from "../matrix/dense.js";
import type { Precision } from "../matrix/kernels/kernels.js";
import { seededRandom, shuffledIndices } from "../matrix/random.js";

/** How themes are first cut. */
export type ThemeMethod = "consensus" | "communities" | "kmeans";

/** A partition of all rows, with how firmly the runs agreed on it. */
export interface Partition {
  /** 0 to k - 1 for each row. */
  readonly labels: Int32Array;
  readonly k: number;
  /** Mean share of its votes that a row gives its own cluster, in (0, 1]; undefined for methods that do not vote. */
  readonly agreement?: number;
}

/** Rows up to which consensus compares all pairs; above it a sample is clustered and the rest follow. */
export const consensusLimit = 5_000;
/** Rows of that sample for each cluster, and the fewest and most in all; more make no better or steadier clusters. */
const sampled = { each: 100, fewest: 2_500, most: consensusLimit };
/** Size of the sample for a quick look. */
const quickLimit = 1_500;
/** Base runs of a consensus: the votes of so many rows in all, in so many runs at least and at most. */
const voted = { rows: 100_000, fewest: 30, most: 200 };

const fewestPapers = 3;

/** How to partition. */
export interface PartitionOptions {
  readonly method: ThemeMethod;
  readonly k: number;
  readonly seed: number;
  /** All base runs of a consensus, or a fifth of them for a quick look. */
  readonly thorough: boolean;
  /** Told the share of base runs done. */
  readonly onRun?: (fraction: number) => void;
}

/**
 * Cuts unit rows into `k` clusters of three rows or more (fewer where the rows do not suffice).
 *
 * @param graph neighbour graph of the rows
 */
export function partition(rows: DenseMatrix, graph: () => CsrMatrix, options: PartitionOptions): Partition {
  const { method, k, seed } = options;
  if (method === "kmeans") return { labels: kmeans(rows, { k, seed }).labels, k };
  if (method === "communities") return exactly(rows, communitiesOf(graph(), k, seed), k);
  if (rows.rows <= consensusLimit) return byConsensus(rows, "double", options);
  return bySample(rows, options);
}

function byConsensus(
  rows: DenseMatrix,
  precision: Precision,
  { k, seed, thorough, onRun }: PartitionOptions,
): Partition {
  const all = Math.max(voted.fewest, Math.min(voted.most, Math.round(voted.rows / rows.rows)));
  const runs = thorough ? all : Math.round(all / 5);
  const { labels, k: found, coassociation } = consensusClusters(rows, { k, seed, runs, precision }, onRun);
  return { labels, k: found, agreement: ownVotes(labels, found, coassociation.counts) };
}

function bySample(rows: DenseMatrix, options: PartitionOptions): Partition {
  const enough = Math.max(sampled.fewest, Math.min(sampled.most, sampled.each * options.k));
  const size = options.thorough ? enough : quickLimit;
  const sample = shuffledIndices(rows.rows, seededRandom(options.seed)).subarray(0, size).sort();
  const part = byConsensus(selectDenseRows(rows, sample), "single", options);
  return { ...part, labels: nearestCluster(rows, sample, part.labels, part.k) };
}

/** Gives every row the cluster of the nearest mean of the labelled sample. */
function nearestCluster(rows: DenseMatrix, sample: Uint32Array, sampleLabels: Int32Array, k: number): Int32Array {
  const centroids = zeros(k, rows.columns);
  updateCentroids(selectDenseRows(rows, sample), sampleLabels, centroids);
  const labels = new Int32Array(rows.rows);
  assignRows(rows, centroids, labels, new Float64Array(rows.rows));
  return labels;
}

/** Communities at the lowest of a row of resolutions that gives `k` of three rows or more, else those of the highest. */
function communitiesOf(graph: CsrMatrix, k: number, seed: number): Int32Array {
  let found = communities(graph, { seed });
  for (let resolution = 0.5; resolution < 200; resolution *= 1.25) {
    found = communities(graph, { resolution, seed });
    if (countLarge(found.labels, found.k) >= k) break;
  }
  return found.labels;
}

function countLarge(labels: Int32Array, k: number): number {
  const sizes = new Uint32Array(k);
  for (const label of labels) sizes[label]! += 1;
  return sizes.filter((size) => size >= fewestPapers).length;
}

/** Joins clusters whose means are nearest, by average linkage, until k are left. */
function exactly(rows: DenseMatrix, labels: Int32Array, k: number): Partition {
  const found = labels.reduce((most, label) => Math.max(most, label), -1) + 1;
  const means = zeros(found, rows.columns);
  updateCentroids(rows, labels, means);
  const unit = normalizeRows(means);
  const distances = new Float64Array(found * found);
  for (let a = 0; a < found; a += 1) {
    for (let b = 0; b < found; b += 1) {
      distances[a * found + b] = 1 - dotAt(unit.data, a * rows.columns, unit.data, b * rows.columns, rows.columns);
    }
  }
  const joined = cutTree(averageLinkage(distances, found), found, Math.min(k, found), 1);
  return { labels: labels.map((label) => joined[label]!), k: Math.min(k, found) };
}

/** Mean share of a row's votes, averaged over each cluster's rows, that goes to its own cluster. */
function ownVotes(labels: Int32Array, k: number, counts: Uint16Array): number {
  const items = labels.length;
  const sizes = new Float64Array(k);
  for (const label of labels) sizes[label]! += 1;
  const votes = new Float64Array(k);
  let sum = 0;
  for (let i = 0; i < items; i += 1) {
    votes.fill(0);
    for (let j = 0; j < items; j += 1) votes[labels[j]!]! += counts[i * items + j]!;
    let all = 0;
    for (let t = 0; t < k; t += 1) all += votes[t]! / sizes[t]!;
    sum += votes[labels[i]!]! / sizes[labels[i]!]! / all;
  }
  return sum / items;
}
