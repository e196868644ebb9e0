import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CsrMatrix,
  clusteringScores,
  communities,
  consensusClusters,
  type DenseMatrix,
  kmeans,
  sphericalKmeans,
} from "../../src/index.js";
import { seededRandom } from "../../src/matrix/random.js";
import { codeOf } from "../fixtures.js";

/** `groups` bundles of directions, `each` rows a bundle, spread by `noise`. */
function bundles(groups: number, each: number, noise: number, seed = 1): { rows: DenseMatrix; gold: number[] } {
  const random = seededRandom(seed);
  const columns = groups + 2;
  const data = new Float64Array(groups * each * columns);
  const gold = Array.from({ length: groups * each }, (_, i) => i % groups);
  gold.forEach((group, i) => {
    for (let d = 0; d < columns; d += 1) data[i * columns + d] = (d === group ? 1 : 0) + noise * (random() - 0.5);
  });
  return { rows: { rows: gold.length, columns, data }, gold };
}

const methods = {
  "kmeans(dense, { k, seed })": (rows: DenseMatrix, k: number, seed: number) => kmeans(rows, { k, seed }),
  "sphericalKmeans(matrix, { k, seed })": (rows: DenseMatrix, k: number, seed: number) =>
    sphericalKmeans(rows, { k, seed }),
  "consensusClusters(dense, { k, seed })": (rows: DenseMatrix, k: number, seed: number) =>
    consensusClusters(rows, { k, seed, runs: 20 }),
};

for (const [title, cluster] of Object.entries(methods)) {
  describe(title, () => {
    it("finds bundles that lie apart", () => {
      const { rows, gold } = bundles(4, 12, 0.6);
      const { labels, k } = cluster(rows, 4, 0);
      expect(k).toBe(4);
      expect(clusteringScores(labels, gold).ari).toBe(1);
    });

    it("gives the same bits for the same seed", () => {
      const { rows } = bundles(5, 8, 2);
      expect(cluster(rows, 5, 3)).toEqual(cluster(rows, 5, 3));
    });

    it("labels every row 0 to k - 1 and leaves no cluster empty", () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 5 }), fc.nat(1000), (k, seed) => {
          const { rows } = bundles(3, 6, 3, seed);
          const { labels } = cluster(rows, k, seed);
          expect(labels.length).toBe(18);
          expect(new Set(labels)).toEqual(new Set(Array.from({ length: k }, (_, c) => c)));
        }),
        { numRuns: 25 },
      );
    });

    it("fills every cluster though most rows are the same", () => {
      const data = Float64Array.from([1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 1]);
      for (let k = 1; k <= 6; k += 1) {
        for (let seed = 0; seed < 4; seed += 1) {
          const { labels } = cluster({ rows: 6, columns: 2, data }, k, seed);
          expect(new Set(labels).size).toBe(k);
          // The row apart is never put with others while a cluster is to spare.
          if (k > 1) expect(Array.from(labels).filter((label) => label === labels[5])).toHaveLength(1);
          const halves = Float64Array.from([1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1]);
          expect(new Set(cluster({ rows: 6, columns: 2, data: halves }, k, seed).labels).size).toBe(k);
        }
      }
    });

    it("refuses more clusters than rows, unknown options and numbers that are none", () => {
      const { rows } = bundles(2, 2, 0.1);
      for (const k of [5, 0, 1.5, Number.NaN]) expect(codeOf(() => cluster(rows, k, 0))).toBe("INVALID_OPTION");
      expect(codeOf(() => cluster(rows, 2, -1))).toBe("INVALID_OPTION");
      for (const k of [undefined, 5]) {
        const expected = `expected \`k\` to be a whole number from 1 to the number of rows, 4, got ${k}.`;
        expect(() => cluster(rows, k as never, 0)).toThrow(expected);
      }
    });

    it("refuses whole numbers, whose unit rows they could not hold", () => {
      const dense = { rows: 3, columns: 2, data: Int32Array.of(3, 1, 1, 3, 2, 0) as never };
      expect(codeOf(() => cluster(dense, 2, 0))).toBe("INVALID_OPTION");
    });

    it("refuses numbers that are not finite", () => {
      for (const wrong of [Number.NaN, Infinity, -Infinity]) {
        const dense = { rows: 3, columns: 2, data: Float64Array.of(0, 1, wrong, 1, 1, 0) };
        expect(() => cluster(dense, 2, 0)).toThrow(
          `expected \`dense\` to be a matrix of finite numbers, got ${wrong}.`,
        );
      }
    });
  });
}

describe("kmeans(dense, options)", () => {
  it("takes explicit undefined as absent", () => {
    const { rows } = bundles(3, 6, 0.5);
    const options = { k: 3, tolerance: undefined, maxIterations: undefined };
    expect(kmeans(rows, options)).toEqual(kmeans(rows, { k: 3 }));
  });

  it("goes on while a centroid moves by more than a thousandth", () => {
    for (const [half, iterations] of [
      [0.0009, 1],
      [0.0011, 2],
    ] as const) {
      const two = { rows: 2, columns: 1, data: Float64Array.of(0, 2 * half) };
      expect(kmeans(two, { k: 1 })).toMatchObject({ iterations, converged: true });
    }
  });

  it("reports the inertia of its labels", () => {
    const square: DenseMatrix = { rows: 4, columns: 1, data: Float64Array.of(0, 2, 10, 12) };
    const { labels, inertia, centroids } = kmeans(square, { k: 2 });
    expect(labels[0]).toBe(labels[1]);
    expect(inertia).toBeCloseTo(4, 12);
    expect(Array.from(centroids.data).sort((a, b) => a - b)).toEqual([1, 11]);
  });

  it("refuses values whose squares are beyond all numbers", () => {
    expect(codeOf(() => kmeans({ rows: 2, columns: 1, data: Float64Array.of(0, 1e101) }, { k: 1 }))).toBe(
      "INVALID_OPTION",
    );
  });
});

describe("sphericalKmeans(matrix, options)", () => {
  it("gives a sparse matrix the labels of its dense twin", () => {
    const { rows, gold } = bundles(3, 10, 0.4);
    const sparse: CsrMatrix = {
      rows: rows.rows,
      columns: rows.columns,
      indptr: Uint32Array.from({ length: rows.rows + 1 }, (_, i) => i * rows.columns),
      indices: Uint32Array.from(rows.data, (_, p) => p % rows.columns),
      data: rows.data,
    };
    const fromSparse = sphericalKmeans(sparse, { k: 3 });
    expect(clusteringScores(fromSparse.labels, gold).ari).toBe(1);
    expect(Array.from(fromSparse.labels)).toEqual(Array.from(sphericalKmeans(rows, { k: 3 }).labels));
  });

  it("counts a row of zeros for nothing, also where it fills a cluster", () => {
    const rows: DenseMatrix = { rows: 4, columns: 2, data: Float64Array.of(0, 0, 0, 0, 0, 0, 3, 4) };
    for (const k of [1, 2, 3, 4]) {
      const { objective, labels } = sphericalKmeans(rows, { k });
      expect(objective).toBeCloseTo(1, 12);
      expect(new Set(labels).size).toBe(k);
    }
  });

  it("does not see the length of rows", () => {
    const { rows } = bundles(3, 6, 0.5);
    const longer = { ...rows, data: rows.data.map((value) => value * 8) };
    expect(sphericalKmeans(longer, { k: 3 }).labels).toEqual(sphericalKmeans(rows, { k: 3 }).labels);
  });
});

describe("consensusClusters(dense, { k, runs, minSize })", () => {
  it("counts how often two rows were together", () => {
    const { rows } = bundles(2, 5, 0.2);
    const { coassociation } = consensusClusters(rows, { k: 2, runs: 10 });
    expect(coassociation).toMatchObject({ items: 10, runs: 10 });
    for (let i = 0; i < 10; i += 1) expect(coassociation.counts[i * 10 + i]).toBe(10);
    expect(coassociation.counts[0 * 10 + 2]).toBe(10);
    expect(coassociation.counts[0 * 10 + 1]).toBe(0);
  });

  it("votes as spherical k-means of the same seed does, with few rows and with many", () => {
    for (const each of [4, 40]) {
      for (let seed = 0; seed < 6; seed += 1) {
        const { rows } = bundles(4, each, 2, seed);
        const { labels, iterations } = sphericalKmeans(rows, { k: 4, seed, nInit: 1 });
        const voted = consensusClusters(rows, { k: 4, seed, runs: 1 });
        expect(voted.iterations).toBe(iterations);
        const together = Array.from(labels, (one) => Array.from(labels, (other) => (one === other ? 1 : 0))).flat();
        expect(Array.from(voted.coassociation.counts)).toEqual(together);
      }
    }
  });

  it("cuts for clusters of two where there are too few rows for minSize", () => {
    const rows = { rows: 5, columns: 2, data: Float64Array.of(1, 0, 1, 0, 0.8, 0.6, 0.8, 0.6, -1, 0) };
    const { labels } = consensusClusters(rows, { k: 2, minSize: 3 });
    for (const c of [0, 1]) expect(labels.filter((label) => label === c).length).toBeGreaterThan(1);
  });

  it("absorbs strays: no cluster is smaller than minSize while others can be", () => {
    const { rows } = bundles(3, 12, 1.2);
    const { labels } = consensusClusters(rows, { k: 5, minSize: 3, runs: 30 });
    for (let c = 0; c < 5; c += 1) expect(labels.filter((label) => label === c).length).toBeGreaterThan(2);
  });
});

describe("kmeans(dense, { k }), sphericalKmeans(matrix, { k }), consensusClusters(dense, { k })", () => {
  it("stop after 100 iterations unless told otherwise", () => {
    const rows = 2000;
    // Directions in a quarter of a circle, denser towards one end: clusters move for long.
    const angles = Array.from({ length: rows }, (_, i) => Math.sqrt(i / rows) * (Math.PI / 2));
    const arc = { rows, columns: 2, data: Float64Array.from(angles.flatMap((a) => [Math.cos(a), Math.sin(a)])) };
    const runs = {
      kmeans: (most?: number) => kmeans(arc, { k: 12, seed: 1, nInit: 1, maxIterations: most, tolerance: 0 }),
      spherical: (most?: number) => sphericalKmeans(arc, { k: 12, seed: 2, nInit: 1, maxIterations: most }),
      consensus: (most?: number) => consensusClusters(arc, { k: 12, seed: 2, runs: 1, maxIterations: most }),
    };
    for (const run of Object.values(runs)) {
      expect(run()).toMatchObject({ iterations: 100, converged: false });
      const whole = run(1000);
      expect([whole.iterations > 100, whole.converged]).toEqual([true, true]);
    }
  });

  it("keep the best of 10 starts unless told otherwise", () => {
    const { rows } = bundles(6, 8, 2.5, 13);
    const options = { k: 6, seed: 13 };
    const objectives = [5, 10, 20].map((nInit) => sphericalKmeans(rows, { ...options, nInit }).objective);
    const inertias = [5, 10, 20].map((nInit) => -kmeans(rows, { ...options, nInit }).inertia);
    expect(sphericalKmeans(rows, options).objective).toBe(objectives[1]);
    expect(-kmeans(rows, options).inertia).toBe(inertias[1]);
    // Or it would not matter how many there are.
    for (const [five, ten, twenty] of [objectives, inertias]) expect(five! < ten! && ten! < twenty!).toBe(true);
  });

  it("begin with seed 0, vote a hundred times and look for clusters of three unless told otherwise", () => {
    const { rows } = bundles(4, 6, 2.5, 8);
    const differs = (other: object, usual: object, cluster: (options: { k: number }) => unknown): void => {
      expect(cluster({ k: 5 })).toEqual(cluster({ k: 5, ...usual }));
      expect(cluster({ k: 5 })).not.toEqual(cluster({ k: 5, ...other }));
    };
    differs({ seed: 1 }, { seed: 0 }, (options) => kmeans(rows, { ...options, nInit: 1 }));
    differs({ seed: 1 }, { seed: 0 }, (options) => sphericalKmeans(rows, { ...options, nInit: 1 }));
    for (const other of [{ seed: 1 }, { runs: 50 }, { runs: 200 }, { minSize: 2 }, { minSize: 4 }]) {
      const usual = { seed: 0, runs: 100, minSize: 3 };
      differs(other, usual, (options) => consensusClusters(rows, options));
    }
  });

  it("take no more than 65,535 runs, whose votes are counted in sixteen bits", () => {
    const one: DenseMatrix = { rows: 1, columns: 1, data: Float64Array.of(1) };
    expect([...consensusClusters(one, { k: 1, runs: 65_535 }).coassociation.counts]).toEqual([65_535]);
    expect(codeOf(() => consensusClusters(one, { k: 1, runs: 65_536 }))).toBe("INVALID_OPTION");
  });
});

describe("communities(graph, { resolution, seed })", () => {
  const twoTriangles = edges(6, [
    [0, 1],
    [1, 2],
    [0, 2],
    [3, 4],
    [4, 5],
    [3, 5],
    [2, 3],
  ]);

  it("finds two triangles joined by an edge, with their modularity", () => {
    const { labels, k, modularity } = communities(twoTriangles);
    expect(k).toBe(2);
    expect(Array.from(labels)).toEqual([0, 0, 0, 1, 1, 1]);
    // 6 of 7 edges inside, each side holds half of the degrees: 6/7 - 1/2.
    expect(modularity).toBeCloseTo(6 / 7 - 0.5, 9);
  });

  it("divides more at a higher resolution and gives the same bits again", () => {
    expect(communities(twoTriangles, { resolution: 10 }).k).toBeGreaterThan(2);
    expect(communities(twoTriangles, { seed: 4 })).toEqual(communities(twoTriangles, { seed: 4 }));
  });

  it("leaves nodes without edges alone", () => {
    expect(communities(edges(3, [])).k).toBe(3);
  });
});

function edges(nodes: number, pairs: readonly (readonly [number, number])[]): CsrMatrix {
  const neighbours = Array.from({ length: nodes }, () => [] as number[]);
  for (const [a, b] of pairs) {
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
  }
  const indptr = new Uint32Array(nodes + 1);
  neighbours.forEach((list, i) => {
    indptr[i + 1] = indptr[i]! + list.length;
  });
  const indices = Uint32Array.from(neighbours.flatMap((list) => list.sort((a, b) => a - b)));
  return { rows: nodes, columns: nodes, indptr, indices, data: new Float64Array(indices.length).fill(1) };
}
