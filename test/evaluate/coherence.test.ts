import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coherence } from "../../src/index.js";

const golden: { coherence: { documents: string[][]; topics: string[][]; perTopic: number[] } } = JSON.parse(
  readFileSync(new URL("../../fixtures/golden/evaluate.json", import.meta.url), "utf8"),
);

describe("coherence(topWords, documents)", () => {
  it("follows a case worked by hand: words always together score 1, never together -1", () => {
    const documents = [["reward", "policy"], ["reward", "policy"], ["image"], ["graph"]];
    expect(coherence([["reward", "policy"]], documents).npmi).toBeCloseTo(1, 9);
    expect(coherence([["reward", "policy"]], documents).npmi).toBeLessThanOrEqual(1);
    expect(coherence([["image", "graph"]], documents).npmi).toBeLessThan(-0.85);
  });

  it("equals gensim's c_npmi over whole documents", () => {
    const { documents, topics, perTopic } = golden.coherence;
    const scores = coherence(topics, documents);
    perTopic.forEach((value, i) => {
      expect(scores.perTopic[i]).toBeCloseTo(value, 9);
    });
    expect(scores.npmi).toBeCloseTo(perTopic.reduce((sum, value) => sum + value, 0) / perTopic.length, 9);
  });

  it("counts a word that never occurs as nothing, and is defined without documents, topics or words", () => {
    expect(coherence([["reward", "nowhere"]], [["reward"]])).toEqual({ npmi: 0, perTopic: [0], diversity: 1 });
    expect(coherence([], [])).toEqual({ npmi: 0, perTopic: [], diversity: 1 });
    expect(coherence([[], ["one"]], [])).toEqual({ npmi: 0, perTopic: [0, 0], diversity: 1 });
  });

  it("measures diversity as the share of distinct words", () => {
    expect(
      coherence(
        [
          ["a", "b"],
          ["b", "c"],
        ],
        [["a"]],
      ).diversity,
    ).toBe(0.75);
  });

  it("stays within -1 and 1, prototype keys included", () => {
    const words = fc.constantFrom("__proto__", "constructor", "a", "b", "c");
    fc.assert(
      fc.property(
        fc.array(fc.array(words), { maxLength: 5 }),
        fc.array(fc.array(words), { maxLength: 8 }),
        (topics, documents) => {
          for (const value of coherence(topics, documents).perTopic) {
            expect(value).toBeGreaterThanOrEqual(-1);
            expect(value).toBeLessThanOrEqual(1 + 1e-9);
          }
        },
      ),
    );
  });
});
