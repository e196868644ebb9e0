import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createPaperIndex, type Paper, readPapers } from "../../src/index.js";

const paper = (id: string, title: string, abstract: string, more: Partial<Paper> = {}): Paper => ({
  id,
  title,
  abstract,
  ...more,
});

const papers: Paper[] = [
  paper("rlhf", "Reward models for feedback", "We train reward models from human feedback for language models."),
  paper(
    "dpo",
    "Preference optimisation",
    "Direct optimisation of language models from human feedback without reward models.",
  ),
  paper("bandit", "Contextual bandits", "Regret bounds for contextual bandits with linear payoffs."),
  paper("thompson", "Thompson sampling", "Thompson sampling has low regret in contextual bandits."),
  paper("soil", "Soil moisture", "Satellites measure the moisture of soil in drought."),
];

describe("createPaperIndex", () => {
  it("createPaperIndex([]) may be empty and answers nothing", () => {
    const index = createPaperIndex([]);
    expect(index.size).toBe(0);
    expect(index.related("anything")).toEqual([]);
    expect(index.get("anything")).toBeUndefined();
  });

  it("related(id) finds the paper on the same matter first, and never the query", () => {
    const index = createPaperIndex(papers);
    expect(index.related("rlhf")[0]!.paperId).toBe("dpo");
    expect(index.related("bandit")[0]!.paperId).toBe("thompson");
    for (const { id } of papers) expect(index.related(id).map(({ paperId }) => paperId)).not.toContain(id);
  });

  it("related(text) takes a draft, related(paper) a paper from elsewhere", () => {
    const index = createPaperIndex(papers);
    expect(index.related("A draft on regret of bandits")[0]!.paperId).toMatch(/bandit|thompson/);
    expect(index.related(paper("new", "Drought", "Moisture of soil from space"))[0]!.paperId).toBe("soil");
    expect(index.related({ ...papers[0]! }).map(({ paperId }) => paperId)).not.toContain("rlhf");
  });

  it("related(paper) of a paper of the index is related(id), and its changed text is not", () => {
    const { papers: demonstration } = readPapers(readFileSync("fixtures/abstracts.jsonl", "utf8"));
    const index = createPaperIndex(demonstration);
    for (const known of demonstration.slice(0, 30)) {
      expect(index.related({ ...known })).toEqual(index.related(known.id));
      expect(index.similarity(known, known.id)).toBeCloseTo(1, 6);
    }
    const [changed] = demonstration;
    expect(index.related({ ...changed!, abstract: "" })).not.toEqual(index.related(changed!.id));
  });

  it("related(id) gives scores in 0..1, best first, and reasons that add up to the lexical share", () => {
    const index = createPaperIndex(papers);
    for (const denseShare of [0, 0.3, 1]) {
      for (const { id } of papers) {
        const answers = index.related(id, { denseShare });
        answers.forEach(({ paperId, score, because }, i) => {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          if (i > 0) expect(score).toBeLessThanOrEqual(answers[i - 1]!.score);
          const lexical = index.related(id, { denseShare: 0 }).find((other) => other.paperId === paperId)?.score ?? 0;
          const told = because.reduce((sum, { weight }) => sum + weight, 0);
          expect(told).toBeCloseTo((1 - denseShare) * lexical, 10);
        });
      }
    }
  });
});
