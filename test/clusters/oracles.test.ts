import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutTree } from "../../src/clusters/cut-tree.js";
import { euclideanStarts } from "../../src/clusters/euclidean-starts.js";
import { fillEmptyClusters } from "../../src/clusters/fill-empty.js";
import { updateCentroids } from "../../src/clusters/spherical-kmeans.js";
import { communityGraph, nodeWeights, undirected } from "../../src/clusters/weighted-graph.js";
import { communities, consensusClusters, type DenseMatrix, kmeans, sphericalKmeans } from "../../src/index.js";
import { type Random, seededRandom } from "../../src/matrix/random.js";
import { csrOf } from "../matrix/csr-of.js";

type Point = readonly number[];

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, n) => total + n, 0);
const dot = (a: Point, b: Point): number => sum(a.map((value, d) => value * b[d]!));
const squares = (a: Point, b: Point): number => sum(a.map((value, d) => (value - b[d]!) ** 2));
const unit = (a: Point): number[] => a.map((value) => value / Math.sqrt(dot(a, a)));
const mean = (points: readonly Point[]): number[] =>
  points[0]!.map((_, d) => sum(points.map((p) => p[d]!)) / points.length);
const argmax = (numbers: readonly number[]): number => numbers.indexOf(Math.max(...numbers));

/** Points around `groups` directions, each off by chance. */
function cloud(groups: number, rows: number, noise: number, seed: number): number[][] {
  const random = seededRandom(seed);
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: groups + 1 }, (__, d) => (d === i % groups ? 1 : 0) + noise * (random() - 0.5)),
  );
}

const dense = (points: readonly Point[]): DenseMatrix => {
  return { rows: points.length, columns: points[0]!.length, data: Float64Array.from(points.flat()) };
};

/** A place drawn with chance proportional to its weight. */
function drawn(weights: readonly number[], random: Random): number {
  let left = random() * sum(weights);
  return weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
}

/** Spherical k-means as the books tell it, from the starts of k-means++. */
function plainSpherical(points: readonly Point[], k: number, random: Random, most = 100) {
  const rows = points.map(unit);
  let centroids: number[][] = [];
  while (centroids.length < k) {
    const far = rows.map((row) => Math.min(2, ...centroids.map((c) => 1 - dot(row, c))));
    const place = centroids.length === 0 ? Math.floor(random() * rows.length) : drawn(far, random);
    centroids.push([...rows[place]!]);
  }
  let labels: number[] = [];
  let iterations = 0;
  let converged = false;
  while (iterations < most && !converged) {
    iterations += 1;
    const cosines = rows.map((row) => centroids.map((c) => dot(row, c)));
    const next = cosines.map(argmax);
    converged = next.every((label, i) => label === labels[i]);
    labels = next;
    if (!converged) {
      centroids = centroids.map((before, c) => {
        const own = rows.filter((_, i) => labels[i] === c);
        return own.length === 0 ? before : unit(mean(own));
      });
    }
  }
  const objective = sum(rows.map((row, i) => dot(row, centroids[labels[i]!]!)));
  return { labels, iterations, converged, objective, centroids, filled: new Set(labels).size === k };
}

describe("sphericalKmeans(matrix, { k, seed, nInit, maxIterations })", () => {
  it("equals the textbook algorithm from the same starts, dense and sparse, whatever stops it", () => {
    let compared = 0;
    for (let seed = 0; seed < 12; seed += 1) {
      const points = cloud(4, 30, 1.6, seed);
      for (const maxIterations of [1, 2, 100]) {
        const plain = plainSpherical(points, 4, seededRandom(seed, 0), maxIterations);
        if (!plain.filled) continue;
        for (const matrix of [dense(points), csrOf(points)]) {
          const found = sphericalKmeans(matrix, { k: 4, seed, nInit: 1, maxIterations });
          expect([...found.labels]).toEqual(plain.labels);
          expect(found).toMatchObject({ k: 4, iterations: plain.iterations, converged: plain.converged });
          expect(found.objective).toBeCloseTo(plain.objective, 9);
          plain.centroids.flat().forEach((value, p) => {
            expect(found.centroids.data[p]).toBeCloseTo(value, 9);
          });
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(50);
  });

  it("makes one cluster of all rows around their mean direction", () => {
    const points = cloud(3, 15, 1.2, 6);
    const { labels, objective, iterations } = sphericalKmeans(dense(points), { k: 1, seed: 3, nInit: 1 });
    const plain = plainSpherical(points, 1, seededRandom(3, 0));
    expect([new Set(labels).size, iterations]).toEqual([1, plain.iterations]);
    expect(objective).toBeCloseTo(plain.objective, 9);
  });

  it("keeps the best of several starts", () => {
    const points = cloud(6, 40, 1.8, 3);
    const each = Array.from({ length: 6 }, (_, start) => plainSpherical(points, 6, seededRandom(7, start)).objective);
    for (const nInit of [1, 3, 6]) {
      const { objective } = sphericalKmeans(dense(points), { k: 6, seed: 7, nInit });
      expect(objective).toBeCloseTo(Math.max(...each.slice(0, nInit)), 9);
    }
    expect(new Set(each.map((value) => value.toFixed(6))).size).toBeGreaterThan(1);
  });
});

describe("updateCentroids(unit, labels, centroids, pull)", () => {
  it("is the direction of the sum of a cluster's rows and its pull; a cluster without either stays", () => {
    const points = cloud(3, 12, 1, 4).map(unit);
    const labels = Int32Array.from(points, (_, i) => [0, 2, 2][i % 3]!);
    const pull = Float64Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0, 0, 2);
    for (const pulled of [undefined, pull]) {
      const expected = [0, 1, 2].flatMap((c) => {
        const own = points.filter((_, i) => labels[i] === c);
        if (own.length === 0) return [1, 2, 3, 4];
        return unit(own[0]!.map((_, d) => sum(own.map((p) => p[d]!)) + (pulled?.[4 * c + d] ?? 0)));
      });
      for (const rows of [dense(points), csrOf(points)]) {
        const centroids = dense([0, 1, 2].map(() => [1, 2, 3, 4]));
        updateCentroids(rows, labels, centroids, pulled);
        expected.forEach((value, p) => {
          expect(centroids.data[p]).toBeCloseTo(value, 12);
        });
      }
    }
  });
});

describe("kmeans(dense, { k, seed, nInit })", () => {
  it("starts with rows that the greedy k-means++ of the books draws", () => {
    for (let seed = 0; seed < 10; seed += 1) {
      const points = cloud(3, 25, 2, seed);
      const random = seededRandom(seed);
      const starts = [points[Math.floor(random() * points.length)]!];
      while (starts.length < 7) {
        const far = (given: readonly Point[]): number[] =>
          points.map((p) => Math.min(...given.map((s) => squares(p, s))));
        // 2 + floor(ln 7) draws.
        const tried = Array.from({ length: 3 }, () => points[drawn(far(starts), random)]!);
        const costs = tried.map((row) => sum(far([...starts, row])));
        starts.push(tried[costs.indexOf(Math.min(...costs))]!);
      }
      expect(euclideanStarts(points, 7, seededRandom(seed))).toEqual(starts);
    }
  });

  it("ends where each row is with the nearest of the means, and its inertia is their squared distances", () => {
    for (let seed = 0; seed < 10; seed += 1) {
      const points = cloud(4, 40, 1.5, seed);
      const { labels, centroids, inertia, converged, iterations } = kmeans(dense(points), { k: 5, seed, tolerance: 0 });
      expect(converged).toBe(true);
      expect(iterations).toBeGreaterThan(1);
      const means = Array.from({ length: 5 }, (_, c) => mean(points.filter((__, i) => labels[i] === c)));
      means.flat().forEach((value, p) => {
        expect(centroids.data[p]).toBeCloseTo(value, 9);
      });
      const distances = points.map((point) => means.map((m) => squares(point, m)));
      expect([...labels]).toEqual(distances.map((row) => row.indexOf(Math.min(...row))));
      expect(inertia).toBeCloseTo(sum(distances.map((row) => Math.min(...row))), 9);
      expect(inertia).toBeLessThanOrEqual(kmeans(dense(points), { k: 5, seed, nInit: 1 }).inertia + 1e-9);
    }
  });

  it("stops after maxIterations, and where no centroid moves more than the tolerance", () => {
    const points = dense(cloud(4, 60, 3, 1));
    expect(kmeans(points, { k: 6, nInit: 1, maxIterations: 1, tolerance: 0 })).toMatchObject({
      iterations: 1,
      converged: false,
    });
    const far = kmeans(points, { k: 6, nInit: 1, tolerance: 1e3 });
    expect([far.converged, far.iterations]).toEqual([true, 1]);
  });
});

describe("fillEmptyClusters(labels, fit, k)", () => {
  it("gives each empty cluster the item that fits worst, of clusters that keep another", () => {
    const labels = Int32Array.of(0, 0, 0, 3, 3, 4);
    const fit = Float64Array.of(0.9, 0.3, 0.8, 0.5, 0.6, 0.1);
    expect(fillEmptyClusters(labels, fit, 5)).toBe(true);
    expect([...labels]).toEqual([0, 1, 0, 2, 3, 4]);
    expect([...fit]).toEqual([0.9, Infinity, 0.8, Infinity, 0.6, 0.1]);
    expect(fillEmptyClusters(labels, fit, 5)).toBe(false);
  });

  it("leaves clusters empty where there are fewer items", () => {
    const labels = Int32Array.of(0, 0);
    expect(fillEmptyClusters(labels, Float64Array.of(0.2, 0.1), 4)).toBe(true);
    expect([...labels]).toEqual([0, 1]);
  });
});

describe("consensusClusters(dense, { k, runs, minSize, seed })", () => {
  it("counts the runs that put two rows together, and iterates as they do", () => {
    const points = cloud(3, 20, 1.6, 5);
    const told: number[] = [];
    const { coassociation, iterations, converged } = consensusClusters(dense(points), { k: 3, runs: 8, seed: 2 }, (f) =>
      told.push(f),
    );
    const runs = Array.from({ length: 8 }, (_, run) => plainSpherical(points, 3, seededRandom(2, run)));
    for (let i = 0; i < 20; i += 1) {
      for (let j = 0; j < 20; j += 1) {
        const together = runs.filter(({ labels }) => labels[i] === labels[j]).length;
        expect(coassociation.counts[i * 20 + j]).toBe(together);
      }
    }
    expect([iterations, converged]).toEqual([sum(runs.map((run) => run.iterations)), true]);
    expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 8].map((n) => n / 8));
  });

  it("cuts for clusters of minSize, gives strays the cluster they were most often with, moves items by modularity of votes", () => {
    let strays = 0;
    let moved = 0;
    for (let seed = 0; seed < 20; seed += 1) {
      const points = [...cloud(3, 24, 2.4, seed), ...cloud(1, 2, 6, seed + 50).map((p) => [...p, -2, 1].slice(0, 4))];
      const n = points.length;
      const { labels, merges, coassociation } = consensusClusters(dense(points), { k: 4, runs: 10, seed, minSize: 4 });
      const cuts = [4, 3, 2, 1].map((size) => cutTree(merges, n, 4, size));
      const cut = cuts.find((labelled) => Math.max(...labelled) === 3)!;
      const votes = Array.from({ length: n }, (_, i) => Array.from(coassociation.counts.subarray(i * n, (i + 1) * n)));
      const start = Array.from(cut, (label, i) => {
        if (label >= 0) return label;
        strays += 1;
        const likeness = [0, 1, 2, 3].map((c) => {
          const members = [...cut.keys()].filter((j) => cut[j] === c);
          return sum(members.map((j) => votes[i]![j]!)) / members.length;
        });
        return argmax(likeness);
      });
      const settled = plainlySettled(votes, start, 4, 4);
      expect([...labels]).toEqual(settled);
      moved += settled.filter((label, i) => label !== start[i]).length;
    }
    expect(strays).toBeGreaterThan(5);
    expect(moved).toBeGreaterThan(5);
  });
});

/** Moves items one by one to the cluster of highest modularity of votes, computed over all pairs each time. */
function plainlySettled(votes: readonly (readonly number[])[], start: readonly number[], k: number, minSize: number) {
  const labels = [...start];
  const degree = votes.map((row, i) => sum(row) - row[i]!);
  const total = sum(degree);
  const modularityWith = (item: number, cluster: number): number => {
    const tried = labels.map((label, i) => (i === item ? cluster : label));
    const pairs = tried.flatMap((a, i) => tried.map((b, j) => (a === b && i !== j ? [i, j] : [])));
    return sum(pairs.map(([i, j]) => (i === undefined ? 0 : votes[i]![j!]! * total - degree[i]! * degree[j!]!)));
  };
  for (let moved = true; moved; ) {
    moved = false;
    for (const item of labels.keys()) {
      if (labels.filter((label) => label === labels[item]).length <= minSize) continue;
      const scores = Array.from({ length: k }, (_, c) => modularityWith(item, c));
      const best = argmax(scores);
      if (scores[best]! <= scores[labels[item]!]!) continue;
      labels[item] = best;
      moved = true;
    }
  }
  return labels;
}

/** Zachary's karate club (1977): who meets whom outside of it, members 1 to 34. */
const karate =
  "1-2 1-3 1-4 1-5 1-6 1-7 1-8 1-9 1-11 1-12 1-13 1-14 1-18 1-20 1-22 1-32 2-3 2-4 2-8 2-14 2-18 2-20 2-22 2-31 3-4 3-8 3-9 3-10 3-14 3-28 3-29 3-33 4-8 4-13 4-14 5-7 5-11 6-7 6-11 6-17 7-17 9-31 9-33 9-34 10-34 14-34 15-33 15-34 16-33 16-34 19-33 19-34 20-34 21-33 21-34 23-33 23-34 24-26 24-28 24-30 24-33 24-34 25-26 25-28 25-32 26-32 27-30 27-34 28-34 29-32 29-34 30-33 30-34 31-33 31-34 32-33 32-34 33-34";

/** A graph as sparse rows, each edge in the row of its first end. */
function graphOf(nodes: number, edges: readonly (readonly [number, number, number])[]) {
  const table = Array.from({ length: nodes }, () => new Array<number>(nodes).fill(0));
  for (const [a, b, weight] of edges) table[a]![b]! += weight;
  return csrOf(table);
}

/** Modularity as it is defined: over all pairs of nodes. */
function plainModularity(
  nodes: number,
  edges: readonly (readonly [number, number, number])[],
  labels: ArrayLike<number>,
) {
  const degree = new Array<number>(nodes).fill(0);
  for (const [a, b, weight] of edges) {
    degree[a]! += weight;
    degree[b]! += weight;
  }
  const twice = sum(degree);
  let q = 0;
  for (const [a, b, weight] of edges) if (labels[a] === labels[b]) q += (2 * weight) / twice;
  for (let a = 0; a < nodes; a += 1) {
    for (let b = 0; b < nodes; b += 1) if (labels[a] === labels[b]) q -= (degree[a]! * degree[b]!) / twice ** 2;
  }
  return q;
}

describe("undirected(graph), communityGraph(graph, labels, k)", () => {
  it("add up the weights of both directions, of all edges between two communities, and within one", () => {
    const graph = csrOf([
      [9, 2, 0, 1],
      [3, 0, 4, 0],
      [0, 1, 0, 0],
      [0, 6, 5, 0],
    ]);
    const whole = undirected(graph);
    const rowsOf = ({ rows, indptr, indices, data }: typeof whole): number[][][] =>
      Array.from({ length: rows }, (_, i) =>
        Array.from(indices.subarray(indptr[i], indptr[i + 1]), (j, e) => [j, data[indptr[i]! + e]!]),
      );
    expect(rowsOf(whole)).toEqual([
      [
        [1, 5],
        [3, 1],
      ],
      [
        [0, 5],
        [2, 5],
        [3, 6],
      ],
      [
        [1, 5],
        [3, 5],
      ],
      [
        [0, 1],
        [1, 6],
        [2, 5],
      ],
    ]);
    const two = communityGraph(whole, Int32Array.of(0, 0, 1, 1), 2);
    expect(rowsOf(two)).toEqual([[[1, 12]], [[0, 12]]]);
    expect([...two.loops]).toEqual([10, 10]);
    expect([...nodeWeights(two)]).toEqual([22, 22]);
    expect([...communityGraph(two, Int32Array.of(0, 0), 1).loops]).toEqual([44]);
  });
});

describe("communities(graph)", () => {
  it("finds the four communities of the karate club, and none better than the best known", () => {
    const edges = karate
      .split(" ")
      .map((edge) => [...edge.split("-").map((n) => Number(n) - 1), 1] as [number, number, number]);
    expect(edges).toHaveLength(78);
    const found = Array.from({ length: 8 }, (_, seed) => communities(graphOf(34, edges), { seed }));
    for (const { modularity, labels } of found) {
      // The highest there is is 0.4198.
      expect(modularity).toBeGreaterThan(0.39);
      expect(modularity).toBeLessThan(0.4199);
      expect(modularity).toBeCloseTo(plainModularity(34, edges, labels), 12);
    }
    expect(communities(graphOf(34, edges))).toEqual(found[0]);
    // Where nodes are not looked at again after their neighbours moved, the mean is 0.411.
    expect(sum(found.map(({ modularity }) => modularity)) / 8).toBeGreaterThan(0.413);
    const best = found.reduce((a, b) => (b.modularity > a.modularity ? b : a));
    expect(best.modularity).toBeGreaterThan(0.4187);
    expect(best.k).toBe(4);
  });

  it("ends where no two communities are better as one", () => {
    const weighted = fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 1, max: 9 })), { maxLength: 40 });
    fc.assert(
      fc.property(weighted, fc.nat(50), (all, seed) => {
        const edges = all.filter(([a, b]) => a !== b);
        const { labels, k, modularity } = communities(graphOf(12, edges), { seed });
        expect(new Set(labels).size).toBe(k);
        if (edges.length === 0) expect([k, modularity]).toEqual([12, 0]);
        if (edges.length === 0) return;
        expect(modularity).toBeCloseTo(plainModularity(12, edges, labels), 10);
        for (let a = 0; a < k; a += 1) {
          for (let b = a + 1; b < k; b += 1) {
            const merged = labels.map((label) => (label === b ? a : label));
            expect(plainModularity(12, edges, merged)).toBeLessThanOrEqual(modularity + 1e-9);
          }
        }
      }),
    );
  });

  it("finds planted groups, more of them at a higher resolution", () => {
    const random = seededRandom(4);
    const edges: [number, number, number][] = [];
    for (let a = 0; a < 60; a += 1) {
      for (let b = 0; b < a; b += 1) {
        const chance = a % 6 === b % 6 ? 0.9 : a % 2 === b % 2 ? 0.1 : 0.01;
        if (random() < chance) edges.push([a, b, 1]);
      }
    }
    const planted = Array.from({ length: 60 }, (_, i) => i % 6);
    const found = communities(graphOf(60, edges), { resolution: 1 });
    expect(found.modularity).toBeGreaterThanOrEqual(plainModularity(60, edges, planted) - 1e-9);
    expect([...found.labels]).toEqual(planted);
    expect([...communities(graphOf(60, edges), { resolution: 0.3 }).labels]).toEqual(planted.map((g) => g % 2));
  });
});
