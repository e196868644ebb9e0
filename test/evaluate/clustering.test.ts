import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusteringScores, isThemataError } from "../../src/index.js";

type Golden = { labels: number[]; gold: number[] } & Record<string, number>;
const golden: { clustering: Golden[] } = JSON.parse(
  readFileSync(new URL("../../fixtures/golden/evaluate.json", import.meta.url), "utf8"),
);

describe("clusteringScores(labels, gold)", () => {
  it("gives one for a clustering that is the gold under other names", () => {
    expect(clusteringScores(["a", "a", "b"], [2, 2, 1])).toEqual({
      nmi: 1,
      ami: 1,
      ari: 1,
      vMeasure: 1,
      homogeneity: 1,
      completeness: 1,
      purity: 1,
    });
  });

  it("follows a case worked by hand: one cluster holds both of two classes", () => {
    const scores = clusteringScores([0, 0, 0, 0], ["a", "a", "b", "b"]);
    expect(scores).toMatchObject({ nmi: 0, ami: 0, ari: 0, homogeneity: 0, completeness: 1, purity: 0.5 });
  });

  it("equals scikit-learn within 1e-9", () => {
    expect(golden.clustering.length).toBeGreaterThan(9);
    for (const { labels, gold, ...expected } of golden.clustering) {
      const scores: Record<string, number> = { ...clusteringScores(labels, gold) };
      for (const [name, value] of Object.entries(expected)) expect(Math.abs(scores[name]! - value)).toBeLessThan(1e-9);
    }
  });

  it("does not depend on the names of clusters nor on which side is the gold, purity and its kin apart", () => {
    const pairs = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(pairs, (items) => {
        const one = clusteringScores(
          items.map(([a]) => a),
          items.map(([, b]) => b),
        );
        const other = clusteringScores(
          items.map(([, b]) => `c${b}`),
          items.map(([a]) => 9 - a),
        );
        expect(other.nmi).toBeCloseTo(one.nmi, 12);
        expect(other.ami).toBeCloseTo(one.ami, 9);
        expect(other.ari).toBeCloseTo(one.ari, 12);
        expect(other.homogeneity).toBeCloseTo(one.completeness, 12);
      }),
    );
  });

  it("takes no items as perfect agreement and refuses lists of different lengths", () => {
    expect(clusteringScores([], []).nmi).toBe(1);
    try {
      clusteringScores([1], []);
      expect.unreachable();
    } catch (error) {
      expect(isThemataError(error, "INVALID_OPTION")).toBe(true);
    }
  });
});
