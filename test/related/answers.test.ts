import { describe, expect, it } from "vitest";
import { createPaperIndex } from "../../src/index.js";
import { demonstration, paperOf } from "../fixtures.js";

const index = createPaperIndex(demonstration);
const query = demonstration[0]!.id;
const all = index.related(query, { limit: Number.POSITIVE_INFINITY });
const ids = (answers: readonly { paperId: string }[]): string[] => answers.map(({ paperId }) => paperId);
const dateOf = (id: string): string => index.get(id)!.date ?? "";

describe("PaperIndex.related, which answers", () => {
  it("related(id) gives ten, related(id, { limit }) so many, Infinity all that share anything", () => {
    expect(index.related(query)).toEqual(all.slice(0, 10));
    expect(index.related(query, { limit: 3 })).toEqual(all.slice(0, 3));
    expect(all.length).toBeGreaterThan(100);
    expect(() => index.related(query, { limit: 0 })).toThrow(expect.objectContaining({ code: "INVALID_OPTION" }));
    expect(() => index.related(query, { limit: 1.5 })).toThrow(expect.objectContaining({ code: "INVALID_OPTION" }));
  });

  it("related(id, { minScore }) keeps a score that is just that", () => {
    const minScore = all[4]!.score;
    expect(index.related(query, { minScore, limit: 100 })).toEqual(all.slice(0, 5));
    expect(index.related(query, { minScore: 1 })).toEqual([]);
  });

  it("related(id, { filter, exclude }) fills the answer with the next best", () => {
    const filter = (paper: (typeof demonstration)[number]): boolean => paper.themes.includes("bandits-theory");
    const kept = all.filter(({ paperId }) => filter(index.get(paperId)!)).slice(0, 4);
    expect(kept).toHaveLength(4);
    expect(index.related(query, { filter, limit: 4 })).toEqual(kept);
    const exclude = [...ids(all.slice(0, 2)), "no such paper"];
    expect(index.related(query, { exclude, limit: 3 })).toEqual(all.slice(2, 5));
  });

  it("related(id, { from, to }) takes years and ISO dates, both ends included", () => {
    const dated = all.filter(({ paperId }) => dateOf(paperId).startsWith("2024"));
    expect(index.related(query, { from: 2024, to: 2024, limit: 200 })).toEqual(dated);
    expect(index.related(query, { from: "2024", to: "2024-12-31", limit: 200 })).toEqual(dated);
    const june = index.related(query, { from: "2024-06", to: "2024-06", limit: 200 });
    expect(june.length).toBeGreaterThan(0);
    expect(june.every(({ paperId }) => dateOf(paperId) === "2024-06")).toBe(true);
    const undated = createPaperIndex([paperOf("a", "soil"), paperOf("b", "soil")]);
    expect(undated.related("a", { from: 1900 })).toEqual([]);
    for (const from of ["soon", "2024/06", "2024-13", "20240", "2024-6", "2024-06-99"])
      expect(() => index.related(query, { from })).toThrow(/`from` to be a year or an ISO date/);
    expect(index.related(query, { from: "2024-06-17T12:00:00Z", limit: 200 })).toEqual(
      index.related(query, { from: "2024-06-17", limit: 200 }),
    );
  });

  it("related(id, { recency }) refuses a weight, a half-life or a date that is none", () => {
    const index = createPaperIndex([{ id: "a", title: "soil moisture", abstract: "" }]);
    const sound = { weight: 0.5, halfLife: 10 };
    for (const wrong of [7, { halfLife: 10 }, { ...sound, weight: -0.1 }, { ...sound, weight: 1.1 }, { weight: 1 }]) {
      expect(() => index.related("soil", { recency: wrong as never })).toThrow(/recency/);
    }
    for (const wrong of [{ halfLife: 0 }, { halfLife: -1 }, { now: "yesterday" }, { now: 2024 }]) {
      expect(() => index.related("soil", { recency: { ...sound, ...wrong } as never })).toThrow(/recency/);
    }
    expect(index.related("soil", { recency: { ...sound, weight: 0 } })).toHaveLength(1);
  });

  it("related(id, { recency }) halves the part of the score that depends on age", () => {
    const papers = ["2000", "2010", "2020"].map((date, i) => ({ ...paperOf(`p${i}`, "soil moisture"), date }));
    const dates = createPaperIndex([...papers, paperOf("undated", "soil moisture")], { dimensions: 0 });
    const scores = new Map(
      dates
        .related("soil moisture", { recency: { weight: 0.5, halfLife: 10 } })
        .map(({ paperId, score }) => [paperId, score]),
    );
    expect(scores.get("p2")).toBeCloseTo(1, 3);
    expect(scores.get("p1")).toBeCloseTo(0.5 + 0.5 * 0.5, 3);
    expect(scores.get("p0")).toBeCloseTo(0.5 + 0.5 * 0.25, 3);
    expect(scores.get("undated")).toBeCloseTo(scores.get("p0")!, 10);
    const [first] = dates.related("soil moisture", { recency: { weight: 0.5, halfLife: 10, now: "2030" }, limit: 1 });
    expect(first!.score).toBeCloseTo(0.75, 3);
    const told = dates.related("soil", { recency: { weight: 1, halfLife: 10 } });
    for (const { score, because } of told) expect(sum(because)).toBeCloseTo(score, 10);
  });

  it("related(id, { diversity }) keeps the best first and takes answers that differ from it", () => {
    const likeness = (answers: readonly { paperId: string }[]): number => {
      let most = 0;
      for (const a of answers) {
        for (const b of answers) if (a !== b) most = Math.max(most, index.similarity(a.paperId, b.paperId));
      }
      return most;
    };
    const varied = index.related(query, { diversity: 0.7, limit: 6 });
    expect(varied[0]).toEqual(all[0]);
    expect(new Set(ids(varied)).size).toBe(6);
    expect(likeness(varied)).toBeLessThan(likeness(all.slice(0, 6)));
    expect(index.related(query, { diversity: 0, limit: 6 })).toEqual(all.slice(0, 6));
  });

  it("related(id, { explain: false }) gives the same answers without reasons", () => {
    const plain = index.related(query, { explain: false });
    expect(plain).toEqual(all.slice(0, 10).map(({ paperId, score }) => ({ paperId, score, because: [] })));
  });

  it("related(id, options) names an unknown option and the one that was meant", () => {
    const wrong = { limt: 3 } as object;
    expect(() => index.related(query, wrong)).toThrow(/`limit`/);
  });
});

describe("PaperIndex.related, by what is liked", () => {
  const some = demonstration.filter(({ themes }) => themes[0] === "bandits-theory").map(({ id }) => id);

  it("related(id) tells what two long texts share, every word another", { timeout: 60_000 }, () => {
    const text = Array.from({ length: 70_000 }, (_, i) => `w${i}`).join(" ");
    const copies = createPaperIndex([paperOf("a", "Alpha", text), paperOf("b", "Alpha", text)]);
    const [copy] = copies.related("a");
    expect(copy!.because.length).toBeGreaterThan(10_000);
    expect(sum(copy!.because)).toBeCloseTo(0.7, 6);
  });

  it("related({ like }) of one paper ranks as related(id)", () => {
    expect(ids(index.related({ like: [query] }))).toEqual(ids(all.slice(0, 10)));
  });

  it("related({ like, unlike }) goes away from what is disliked, and answers with neither", () => {
    const like = some.slice(0, 3);
    const before = index.related({ like }, { limit: 100 });
    const unlike = [before[0]!.paperId];
    const after = index.related({ like, unlike }, { limit: 100 });
    for (const id of [...like, ...unlike]) expect(ids(after)).not.toContain(id);
    const drop = (id: string): number =>
      before.find((answer) => answer.paperId === id)!.score -
      (after.find((answer) => answer.paperId === id)?.score ?? 0);
    const [nearest] = index.related(unlike[0]!, { exclude: like, limit: 1 });
    expect(drop(nearest!.paperId)).toBeGreaterThan(0);
  });

  it("related({ like, about }) is like a paper and about a text", () => {
    const answers = index.related({ like: [query], about: "bandit regret" }, { limit: 20 });
    const themes = ids(answers).map((id) => index.get(id)!.themes[0]);
    expect(themes).toContain("bandits-theory");
    expect(themes).toContain(index.get(query)!.themes[0]);
  });

  it("related({ like }) refuses ids that are unknown, and nothing to be like", () => {
    expect(() => index.related({ like: ["nobody"] })).toThrow(expect.objectContaining({ code: "UNKNOWN_PAPER" }));
    expect(() => index.related({ like: [query], unlike: ["nobody"] })).toThrow(/nobody/);
    for (const [wrong, field] of [
      [{ like: query }, "like"],
      [{ like: [7] }, "like"],
      [{ like: [query], unlike: query }, "unlike"],
      [{ about: 7 }, "about"],
      [{ likes: [query] }, "likes"],
      [[query], "query"],
    ] as const) {
      for (const ask of [() => index.related(wrong as never), () => index.similarity(wrong as never, query)]) {
        expect(ask).toThrow(expect.objectContaining({ code: "INVALID_OPTION" }));
        expect(ask).toThrow(`\`${field}\``);
      }
    }
    expect(() => index.related({ title: "Reward models", abstract: "" } as never)).toThrow("expected `id` of paper 0");
    expect(() => index.related({ like: [] })).toThrow(expect.objectContaining({ code: "INVALID_OPTION" }));
  });
});

function sum(because: readonly { weight: number }[]): number {
  return because.reduce((total, { weight }) => total + weight, 0);
}
