import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Paper } from "../../src/papers/paper.js";
import { extractKeyphrases } from "../../src/text/keyphrases.js";
import { statisticalPhrases } from "../../src/text/noun-phrases.js";
import { phraseKey } from "../../src/text/phrase-key.js";
import { fitPhraseStatistics } from "../../src/text/phrase-statistics.js";
import { stem } from "../../src/text/stem.js";
import { demonstration, paperOf } from "../fixtures.js";

const background = fitPhraseStatistics(demonstration);

describe("extractKeyphrases(paper, { background, phrases, limit })", () => {
  const paper = paperOf(
    "1",
    "RLHF without tears",
    "Reinforcement learning from human feedback (RLHF) needs a reward model. RLHF trains the reward model on pairwise comparisons. In extensive experiments the proposed method is better.",
  );

  it("ranks what the paper says often and early, and shows where", () => {
    const found = extractKeyphrases(paper, { limit: 3 });
    expect(found.map(({ phrase }) => phrase)).toContain("reward model");
    for (const { phrase, field, start, end, score } of found) {
      expect(paper[field].slice(start, end)).toBe(phrase);
      expect(score).toBeGreaterThan(0);
    }
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
  });

  it("leaves out the language of papers about themselves", () => {
    const all = extractKeyphrases(paper, { limit: 100 }).map(({ phrase }) => phrase.toLowerCase());
    expect(all).not.toContain("extensive experiments");
    expect(all).not.toContain("experiments");
    expect(all).not.toContain("method");
    expect(all).toContain("pairwise comparisons");
  });

  it("counts an acronym for its long form and never gives both", () => {
    const two = paperOf(
      "2",
      "MCTS for games",
      "Monte Carlo tree search (MCTS) is slow. MCTS is old. We speed up MCTS.",
    );
    const found = extractKeyphrases(two).map(({ phrase }) => phrase);
    expect(found[0]).toBe("Monte Carlo tree search");
    expect(found).not.toContain("MCTS");
  });

  it("gives no phrase inside another, no stem and no more than the limit, in every paper", () => {
    for (const one of demonstration) {
      const found = extractKeyphrases(one, { background, limit: 8 });
      expect(found.length).toBeLessThanOrEqual(8);
      const keys = found.map(({ phrase }) => ` ${phraseKey(phrase)} `);
      keys.forEach((key, i) => {
        keys.forEach((other, j) => {
          if (i !== j) expect(key.includes(other)).toBe(false);
        });
      });
      for (const { phrase, field, start, end } of found) expect(one[field].slice(start, end)).toBe(phrase);
    }
  });

  it("ranks a phrase that the collection seldom has before one that it often has", () => {
    const often = {
      ...background,
      keys: ["rare chair", "usual chair"],
      surfaces: ["rare chair", "usual chair"],
      documentFrequency: Uint32Array.of(1, 150),
    };
    const text = paperOf("3", "", "The usual chair meets the rare chair.");
    const plain = (field: string) =>
      field === ""
        ? []
        : [
            { phrase: "usual chair", start: 4, end: 15 },
            { phrase: "rare chair", start: 26, end: 36 },
          ];
    expect(extractKeyphrases(text, { phrases: plain })[0]!.phrase).toBe("usual chair");
    expect(extractKeyphrases(text, { phrases: plain, background: often })[0]!.phrase).toBe("rare chair");
  });

  it("gives no phrase that stands before the subject of any paper", () => {
    const text = "A large body of work, in rapid development, asks a limited number of judges about parrots.";
    const found = extractKeyphrases(paperOf("1", "", text)).map(({ phrase }) => phrase);
    expect(found).toContain("judges");
    expect(found.join()).not.toMatch(/body|number|development/);
  });

  it("gives nothing for an empty paper and refuses options that are none", () => {
    expect(extractKeyphrases(paperOf("1", "", ""))).toEqual([]);
    expect(() => extractKeyphrases(paper, { limit: 0 })).toThrow(/limit/);
    expect(() => extractKeyphrases(paper, { background: "x" as never })).toThrow(/background/);
  });
});

const inspec = new URL("../../../shared/corpora/inspec/inspec-dev.jsonl", import.meta.url);

describe.skipIf(!existsSync(inspec))("extractKeyphrases on Inspec", () => {
  it("reaches F1@10 of .36 without a part-of-speech model on 300 abstracts", () => {
    const papers = readFileSync(inspec, "utf8")
      .split("\n", 300)
      .map((line) => JSON.parse(line) as Paper & { keyphrases: string[] });
    const own = fitPhraseStatistics(papers);
    const stemmed = (phrase: string): string => phrase.toLowerCase().split(/\s+/).map(stem).join(" ");
    let sum = 0;
    for (const paper of papers) {
      const gold = new Set(paper.keyphrases.map(stemmed));
      const options = { background: own, phrases: statisticalPhrases(), limit: 10 };
      const found = new Set(extractKeyphrases(paper, options).map(({ phrase }) => stemmed(phrase)));
      const hits = [...found].filter((phrase) => gold.has(phrase)).length;
      sum += (2 * hits) / (found.size + gold.size);
    }
    expect(sum / papers.length).toBeGreaterThan(0.36);
  });
});
