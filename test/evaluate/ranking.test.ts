import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isThemataError, rankingScores } from "../../src/index.js";

interface Golden {
  readonly queries: {
    readonly ranking: string[];
    readonly grades: Record<string, number>;
    readonly scores: { ndcg: number; map: number; recip_rank: number; ndcg_cut_5: number; recall_5: number };
  }[];
}

const golden: Golden = JSON.parse(readFileSync(new URL("../../fixtures/golden/ranking.json", import.meta.url), "utf8"));

describe("rankingScores", () => {
  it("rankingScores(rankings, judgements, { k }) equals trec_eval on graded judgements", () => {
    const rankings = golden.queries.map(({ ranking }) => ranking);
    const judgements = golden.queries.map(({ grades }) => grades);
    const cut = rankingScores(rankings, judgements, { k: 5 }).perQuery;
    const whole = rankingScores(rankings, judgements).perQuery;
    expect(cut).toHaveLength(40);
    golden.queries.forEach(({ scores }, i) => {
      expect(cut[i]!.ndcg).toBeCloseTo(scores.ndcg_cut_5, 10);
      expect(cut[i]!.recall).toBeCloseTo(scores.recall_5, 10);
      expect(whole[i]!.ndcg).toBeCloseTo(scores.ndcg, 10);
      expect(whole[i]!.map).toBeCloseTo(scores.map, 10);
      expect(whole[i]!.mrr).toBeCloseTo(scores.recip_rank, 10);
    });
  });

  it("rankingScores(rankings, judgements, { k }) by hand", () => {
    const scores = rankingScores([["p1", "p2", "p3"]], [["p1", "p3"]], { k: 2 });
    expect(scores.ndcg).toBeCloseTo(1 / (1 + 1 / Math.log2(3)), 12);
    expect(scores.map).toBeCloseTo((1 + 2 / 3) / 2, 12);
    expect([scores.recall, scores.mrr, scores.queries]).toEqual([0.5, 1, 1]);
  });

  it("rankingScores(rankings, judgements) takes lists, maps and records, by position or by query id", () => {
    const expected = rankingScores([["a", "b"], ["c"]], [["b"], ["d"]]);
    expect(expected.map).toBe(0.25);
    const records = rankingScores({ q1: ["a", "b"], q2: ["c"] }, { q2: { d: 1 }, q1: { b: 1, a: 0 } });
    const maps = rankingScores(
      new Map([["q1", ["a", "b"]]]),
      new Map([
        ["q1", new Map([["b", 1]])],
        ["q2", new Map([["d", 1]])],
      ]),
    );
    for (const scores of [records, maps]) {
      expect([scores.ndcg, scores.map, scores.recall, scores.mrr]).toEqual([
        expected.ndcg,
        expected.map,
        expected.recall,
        expected.mrr,
      ]);
    }
  });

  it("rankingScores(rankings, judgements) takes a set of ids for a list of them", () => {
    expect(rankingScores([["a", "b"]], [new Set(["b", "c"])])).toEqual(rankingScores([["a", "b"]], [["b", "c"]]));
  });

  it("rankingScores(rankings, judgements) counts a repeated answer once, and leaves out queries without a relevant id", () => {
    const scores = rankingScores([["a", "a", "b"], ["x"]], [["b"], []]);
    expect([scores.mrr, scores.queries]).toEqual([0.5, 1]);
    const nothing = rankingScores([], []);
    expect([nothing.ndcg, nothing.map, nothing.recall, nothing.mrr, nothing.queries]).toEqual([0, 0, 0, 0, 0]);
  });

  it("rankingScores(rankings, judgements) is safe with ids such as __proto__", () => {
    const grades = JSON.parse('{ "__proto__": 1, "constructor": 2 }') as Record<string, number>;
    expect(rankingScores([["constructor", "__proto__", "toString"]], [grades]).ndcg).toBe(1);
    expect(rankingScores([["toString"]], [grades]).ndcg).toBe(0);
  });

  it("rankingScores(rankings, judgements) gives 1 to the ideal ranking and never more to another", () => {
    const grades = fc.dictionary(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 5 }), {
      minKeys: 1,
      maxKeys: 12,
    });
    fc.assert(
      fc.property(grades, fc.integer({ min: 1, max: 15 }), (judged, k) => {
        const ids = Object.keys(judged);
        const ideal = [...ids].sort((a, b) => judged[b]! - judged[a]!);
        expect(rankingScores([ideal], [judged], { k }).ndcg).toBeCloseTo(1, 12);
        const other = rankingScores([ids], [judged], { k });
        for (const score of [other.ndcg, other.map, other.recall, other.mrr])
          expect(score).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it("rankingScores(rankings, judgements, options) refuses what has no meaning", () => {
    for (const k of [0, -1, 1.5, Number.NaN]) {
      expect(() => rankingScores([], [], { k })).toThrow(/k/);
    }
    expect(() => rankingScores([], [], { K: 3 } as never)).toThrow("Did you mean `k`?");
    expect(() => rankingScores([[{ paperId: "a" }]] as never, [["a"]])).toThrow(
      "ids, which are strings, got an object.",
    );
    expect(() => rankingScores([["a"]], [[1]] as never)).toThrow("ids, which are strings, got 1.");
    for (const grade of [Infinity, Number.NaN, "2"]) {
      expect(() => rankingScores([["a"]], [{ a: grade }] as never)).toThrow("finite grades");
    }
    try {
      rankingScores([["a"]], []);
      expect.unreachable();
    } catch (error) {
      expect(isThemataError(error, "INVALID_OPTION")).toBe(true);
    }
  });
});
