/**
 * An iteration of dense k-means, 100 columns: spherical k-means by the kernels beside the package ml-kmeans, from the same
 * starts, taking turns; a long run less a short one, CPU milliseconds, medians.
 *
 *     npx tsx bench/speed/dense-kmeans.ts [rows = 10000] [k = 100] [rounds = 3]
 */

import { kmeans } from "ml-kmeans";
import { runFromCentroids } from "../../src/clusters/spherical-kmeans.js";
import { normalizeRows, selectDenseRows } from "../../src/matrix/dense.js";
import { nearestCentroids } from "../../src/matrix/nearest-centroids.js";
import { normalDeviate, seededRandom } from "../../src/matrix/random.js";

const [rows = 10_000, k = 100, rounds = 3] = process.argv.slice(2).map(Number);
const columns = 100;
const iterations = 4;
const random = seededRandom(1);
const unit = normalizeRows({
  rows,
  columns,
  data: Float64Array.from({ length: rows * columns }, () => normalDeviate(random)),
});
const starts = selectDenseRows(
  unit,
  Array.from({ length: k }, (_, c) => c),
);
const arrays = Array.from({ length: rows }, (_, i) => Array.from(unit.data.subarray(i * columns, (i + 1) * columns)));

const ours =
  (precision: "double" | "single") =>
  (most: number): number => {
    const assign = nearestCentroids(unit, k, precision);
    return runFromCentroids(unit, { ...starts, data: starts.data.slice() }, most, assign).iterations;
  };
const theirs = (most: number): number =>
  kmeans(arrays, k, { initialization: arrays.slice(0, k), maxIterations: most, tolerance: 0 }).iterations;

const sides = { "themata, double": ours("double"), "themata, single": ours("single"), "ml-kmeans": theirs };
const times = new Map(Object.keys(sides).map((name) => [name, [] as number[]]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, run] of Object.entries(sides)) times.get(name)!.push(anIteration(run));
}
const peer = median(times.get("ml-kmeans")!);
console.log(`${rows} rows, ${columns} columns, k = ${k}: milliseconds an iteration, and ml-kmeans's over it`);
for (const [name, own] of times)
  console.log(`${name}: ${median(own).toFixed(1)} ms, ${(peer / median(own)).toFixed(1)}x`);

function anIteration(run: (most: number) => number): number {
  const short = cpuOf(() => run(1));
  return (cpuOf(() => run(1 + iterations)) - short) / iterations;
}

function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((x, y) => x - y)[values.length >> 1]!;
}
