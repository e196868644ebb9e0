import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { DenseMatrix } from "../../src/matrix/dense.js";
import { fitCalibration, leadsOf, probabilities } from "../../src/tags/learning/calibration.js";
import { fitLinearSvm } from "../../src/tags/learning/linear-svm.js";
import { firstAmongBest, rankingPrecision } from "../../src/tags/learning/ranking-precision.js";
import { fitRidge } from "../../src/tags/learning/ridge.js";
import { smoothCollection, smoothedScores, subCollection } from "../../src/tags/learning/smoothed-collection.js";
import { fitThresholds } from "../../src/tags/learning/thresholds.js";
import { reliabilityOf } from "../../src/tags/reliability.js";
import { csrOf } from "../matrix/csr-of.js";

interface Golden {
  readonly rows: number[][];
  readonly signs: number[];
  readonly svm: { c: number; weights: number[]; intercept: number }[];
  readonly ridge: { targets: number[][]; weights: number[][]; intercepts: number[] };
  readonly calibration: {
    ranking: number[][];
    relevance: number[][];
    labels: number[][];
    slopes: number[];
    offsets: number[];
    rankingPrecision: number;
  };
}

const golden: Golden = JSON.parse(readFileSync(new URL("../../fixtures/golden/tagging.json", import.meta.url), "utf8"));
const dense = (rows: number[][]): DenseMatrix => ({
  rows: rows.length,
  columns: rows[0]!.length,
  data: Float64Array.from(rows.flat()),
});

describe("fitLinearSvm", () => {
  it("fitLinearSvm(vectors, signs) finds the plane of scikit-learn's balanced LinearSVC", () => {
    const vectors = csrOf(golden.rows);
    for (const { c, weights, intercept } of golden.svm) {
      const found = fitLinearSvm(vectors, Int8Array.from(golden.signs), { c, tol: 1e-9, maxIter: 100_000 });
      found.weights.forEach((weight, i) => {
        expect(weight).toBeCloseTo(weights[i]!, 5);
      });
      expect(found.intercept).toBeCloseTo(intercept, 5);
    }
  });

  it("fitLinearSvm(vectors, signs) leaves out the rows of sign 0", () => {
    const vectors = csrOf([...golden.rows, [9, 9, 9, 9, 9, 9]]);
    const signs = Int8Array.from([...golden.signs, 0]);
    const without = fitLinearSvm(csrOf(golden.rows), Int8Array.from(golden.signs), { tol: 1e-9, maxIter: 100_000 });
    const found = fitLinearSvm(vectors, signs, { tol: 1e-9, maxIter: 100_000 });
    expect([...found.weights]).toEqual([...without.weights]);
  });

  it("fitLinearSvm(vectors, signs) parts two points halfway", () => {
    const { weights, intercept } = fitLinearSvm(csrOf([[1], [-1]]), Int8Array.of(1, -1), { c: 1e6 });
    expect(weights[0]).toBeCloseTo(1, 3);
    expect(intercept).toBeCloseTo(0, 3);
  });
});

describe("fitRidge", () => {
  it("fitRidge(vectors, targets) solves the normal equations as numpy does", () => {
    const { weights, intercepts } = fitRidge(csrOf(golden.rows), dense(golden.ridge.targets));
    golden.ridge.weights.flat().forEach((weight, p) => {
      expect(weights.data[p]).toBeCloseTo(weight, 2);
    });
    golden.ridge.intercepts.forEach((intercept, t) => {
      expect(intercepts[t]).toBeCloseTo(intercept, 12);
    });
  });
});

describe("calibration", () => {
  const scores = { ranking: dense(golden.calibration.ranking), relevance: dense(golden.calibration.relevance) };
  const labels = Int8Array.from(golden.calibration.labels.flat());

  it("fitCalibration(scores, labels) climbs to where scipy's minimiser does", () => {
    const { slopes, offsets } = fitCalibration(scores, labels);
    golden.calibration.slopes.forEach((slope, i) => {
      expect(slopes[i]).toBeCloseTo(slope, 3);
    });
    golden.calibration.offsets.forEach((offset, t) => {
      expect(offsets[t]).toBeCloseTo(offset, 3);
    });
  });

  it("fitCalibration(scores, labels) stays finite where scores part the labels cleanly", () => {
    const clean = dense([
      [9, -9],
      [-9, 9],
      [8, -8],
    ]);
    const curve = fitCalibration({ ranking: clean, relevance: clean }, Int8Array.of(1, -1, -1, 1, 1, -1));
    const chances = probabilities(curve, { ranking: clean, relevance: clean });
    expect(Math.min(chances.data[0]!, chances.data[3]!)).toBeGreaterThan(0.9);
    expect(Math.max(...curve.slopes)).toBeLessThan(10);
  });

  it("fitCalibration(scores, labels) passes over what nobody said", () => {
    const some = labels.map((label, p) => (p % 3 === 0 ? 0 : label));
    const moved = {
      ...scores,
      relevance: { ...scores.relevance, data: scores.relevance.data.map((v, p) => (p % 3 ? v : 99)) },
    };
    expect(fitCalibration(moved, some)).toEqual(fitCalibration(scores, some));
  });

  it("leadsOf(scores, start, length) is the distance to the best of the others", () => {
    expect([...leadsOf(Float64Array.of(7, 1, 5, 3), 1, 3)]).toEqual([-4, 2, -2]);
    expect([...leadsOf(Float64Array.of(2, 2), 0, 2)]).toEqual([0, 0]);
    expect([...leadsOf(Float64Array.of(5), 0, 1)]).toEqual([0]);
  });

  it("fitThresholds(chances, labels) puts a common threshold between right and wrong", () => {
    const chances = dense([[0.9], [0.8], [0.3], [0.2]]);
    const threshold = fitThresholds(chances, Int8Array.of(1, 1, -1, -1))[0]!;
    expect(threshold).toBeCloseTo(0.55, 12);
  });

  it("firstAmongBest(precisions) takes the first way whose lack is within one standard error of the difference", () => {
    const best = Float64Array.of(1, 0.5, 1, 1);
    // Behind by .25 on average: one paper of four, a standard error of .217.
    expect(firstAmongBest([Float64Array.of(0, 0.5, 1, 1), best])).toBe(1);
    // Behind by .125, with the differences 1, -.5, 0, 0: a standard error of .27.
    expect(firstAmongBest([Float64Array.of(0, 1, 1, 1), best])).toBe(0);
    expect(firstAmongBest([best, best])).toBe(0);
    expect(firstAmongBest([new Float64Array(0)])).toBe(0);
  });

  it("rankingPrecision(scores, labels) equals scikit-learn's label ranking average precision", () => {
    const precisions = rankingPrecision(scores.ranking, labels);
    const mean = precisions.reduce((sum, precision) => sum + precision, 0) / precisions.length;
    expect(mean).toBeCloseTo(golden.calibration.rankingPrecision, 12);
  });

  it("reliabilityOf(chances, right) is without error for chances that come true", () => {
    const chances = Array.from({ length: 100 }, (_, i) => (Math.floor(i / 10) + 0.5) / 10);
    const right = chances.map((chance, i) => i % 10 < chance * 10 - 0.5);
    const { bins, error } = reliabilityOf(chances, right);
    expect(bins).toHaveLength(10);
    expect(error).toBeCloseTo(0.05, 12);
    expect(reliabilityOf([1, 1], [false, false]).error).toBe(1);
    expect(reliabilityOf([], [])).toEqual({ bins: [], error: 0 });
  });
});

describe("smoothCollection", () => {
  const rows = [
    [0.8, 0.6, 0],
    [0.6, 0.8, 0],
    [0, 0.6, 0.8],
    [0, 0, 1],
  ];

  it("smoothedScores(collection, weights) equals the scores of rows smoothed one by one", () => {
    const collection = smoothCollection(csrOf(rows));
    const weights = dense([
      [1, 0],
      [0, 2],
      [1, 1],
    ]);
    const found = smoothedScores(collection, weights);
    rows.forEach((row, i) => {
      const mixed = row.map((value) => value / 2);
      for (let p = collection.graph.indptr[i]!; p < collection.graph.indptr[i + 1]!; p += 1) {
        rows[collection.graph.indices[p]!]!.forEach((value, c) => {
          mixed[c]! += (collection.graph.data[p]! * value) / 2;
        });
      }
      const length = Math.hypot(...mixed);
      const [a, b] = [(mixed[0]! + mixed[2]!) / length, (2 * mixed[1]! + mixed[2]!) / length];
      expect(found.data[2 * i]).toBeCloseTo(a, 12);
      expect(found.data[2 * i + 1]).toBeCloseTo(b, 12);
    });
  });

  it("subCollection(collection, rows) keeps rows and the neighbours among them", () => {
    const part = subCollection(smoothCollection(csrOf(rows)), Uint32Array.of(0, 1));
    expect(part.vectors.rows).toBe(2);
    expect([...part.graph.indices]).toEqual([1, 0]);
    expect([...part.graph.data]).toEqual([1, 1]);
  });
});
