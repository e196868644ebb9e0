import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isThemataError, type TaggingScores, taggingScores } from "../../src/index.js";

const golden: { tagging: { predicted: string[][]; gold: string[][]; scores: TaggingScores }[] } = JSON.parse(
  readFileSync(new URL("../../fixtures/golden/tagging.json", import.meta.url), "utf8"),
);

const tagSets = fc.array(fc.array(fc.constantFrom("a", "b", "__proto__", "constructor"), { maxLength: 4 }), {
  minLength: 1,
  maxLength: 12,
});

describe("taggingScores", () => {
  it("taggingScores(predicted, gold) equals scikit-learn's averages and its figures for each theme", () => {
    expect(golden.tagging.length).toBeGreaterThan(2);
    for (const { predicted, gold, scores } of golden.tagging) {
      const found = taggingScores(predicted, gold);
      for (const key of ["microF1", "macroF1", "precision", "recall"] as const) {
        expect(found[key]).toBeCloseTo(scores[key], 12);
      }
      expect(found.perTheme.map(({ themeId, support }) => [themeId, support])).toEqual(
        scores.perTheme.map(({ themeId, support }) => [themeId, support]),
      );
      found.perTheme.forEach((theme, i) => {
        expect(theme.precision).toBeCloseTo(scores.perTheme[i]!.precision, 12);
        expect(theme.recall).toBeCloseTo(scores.perTheme[i]!.recall, 12);
        expect(theme.f1).toBeCloseTo(scores.perTheme[i]!.f1, 12);
      });
    }
  });

  it("taggingScores(predicted, gold) by hand", () => {
    const scores = taggingScores([["rlhf"], ["bandits", "rlhf"], []], [["rlhf"], ["bandits"], ["rlhf"]]);
    expect(scores.precision).toBeCloseTo(2 / 3, 12);
    expect(scores.recall).toBeCloseTo(2 / 3, 12);
    expect(scores.microF1).toBeCloseTo(2 / 3, 12);
    expect(scores.macroF1).toBeCloseTo((1 + 1 / 2) / 2, 12);
    expect(scores.coverage).toBeCloseTo(2 / 3, 12);
    expect(scores.exactMatch).toBeCloseTo(1 / 3, 12);
  });

  it("taggingScores(gold, gold) is perfect, and order and repetition do not count", () => {
    fc.assert(
      fc.property(tagSets, (gold) => {
        fc.pre(gold.some((tags) => tags.length > 0));
        const doubled = gold.map((tags) => [...tags, ...tags].reverse());
        const { microF1, macroF1, exactMatch } = taggingScores(doubled, gold);
        expect([microF1, macroF1, exactMatch]).toEqual([1, 1, 1]);
      }),
    );
  });

  it("taggingScores(predicted, gold) swaps precision and recall when its arguments are swapped", () => {
    fc.assert(
      fc.property(tagSets, (gold) => {
        const predicted = [...gold].reverse();
        const there = taggingScores(predicted, gold);
        const back = taggingScores(gold, predicted);
        expect(there.precision).toBe(back.recall);
        expect(there.microF1).toBe(back.microF1);
      }),
    );
  });

  it("taggingScores([], []) has nothing to score, and lists of unequal length are refused", () => {
    expect(taggingScores([], [])).toMatchObject({ microF1: 0, macroF1: 0, coverage: 0, perTheme: [] });
    let code = "none";
    try {
      taggingScores([["a"]], []);
    } catch (error) {
      if (isThemataError(error)) code = error.code;
    }
    expect(code).toBe("INVALID_OPTION");
  });
});
