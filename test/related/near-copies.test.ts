import { describe, expect, it } from "vitest";
import { createPaperIndex, type Paper } from "../../src/index.js";
import { duplicateMatch, fingerprintOf } from "../../src/related/near-copies/near-duplicates.js";
import { paperOf } from "../fixtures.js";

/** A text of words that no other number has. */
const words = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => `w${(from + i).toString(36)}q`).join(" ");

const match = (a: Partial<Paper>, b: Partial<Paper>) =>
  duplicateMatch(fingerprintOf({ ...paperOf("a", ""), ...a }), fingerprintOf({ ...paperOf("b", ""), ...b }));

describe("duplicateMatch(a, b)", () => {
  const title = "Tides and the age of estuaries";
  const abstract = words(0, 120);

  it("goes by DOI and by arXiv id, whatever the texts", () => {
    expect(match({ doi: "10.1000/1" }, { doi: "10.1000/1", abstract })).toEqual({
      reason: "identifier",
      similarity: 1,
    });
    const url = "https://arxiv.org/abs/2401.01234";
    expect(match({ url }, { url: `${url}v2` })).toEqual({ reason: "identifier", similarity: 1 });
    expect(match({ doi: "10.1000/1" }, { doi: "10.1000/2" })).toBeUndefined();
  });

  it("takes one title for one paper where an abstract is lacking, unless year or authors tell them apart", () => {
    expect(match({ title }, { title, abstract })).toEqual({ reason: "title", similarity: 1 });
    expect(match({ title, date: "2020" }, { title, date: "2024" })).toBeUndefined();
    expect(match({ title }, { title: "Another title" })).toBeUndefined();
    expect(match({}, {})).toBeUndefined();
  });

  it("tells a copy, a cut copy and a revised text apart", () => {
    expect(match({ abstract }, { title, abstract })).toMatchObject({ reason: "copy", similarity: 1 });
    expect(match({ abstract }, { abstract: words(0, 60) })).toMatchObject({ reason: "truncated", similarity: 1 });
    const revised = `${words(0, 78)} ${words(500, 542)}`;
    const near = match({ title, abstract }, { title: `${title}, revisited`, abstract: revised });
    expect(near).toMatchObject({ reason: "revised" });
    expect(near!.similarity).toBeGreaterThan(0.5);
    expect(near!.similarity).toBeLessThan(0.75);
    expect(match({ title, abstract }, { title: "Quite another name", abstract: revised })).toBeUndefined();
    expect(match({ abstract }, { abstract: revised })).toBeUndefined();
  });

  it("takes texts with little in common for one paper only under one title, and not by two authors", () => {
    const other = `${words(0, 40)} ${words(500, 580)}`;
    const same = match({ title, abstract }, { title, abstract: other });
    expect(same).toMatchObject({ reason: "title" });
    expect(same!.similarity).toBeLessThan(0.5);
    expect(match({ title, abstract }, { title, abstract: words(900, 1_000) })).toBeUndefined();
    expect(
      match({ title, abstract, authors: ["Ada Lee"] }, { title, abstract: other, authors: ["Zoe Ray"] }),
    ).toBeUndefined();
  });

  it("keeps the parts of a series apart, but for texts that are all but the same", () => {
    const part = (n: number, text: string) => ({ title: `${title}, part ${n}`, abstract: text });
    const nearly = `${words(0, 110)} ${words(500, 510)}`;
    expect(match(part(1, abstract), part(2, nearly))).toBeUndefined();
    expect(match(part(1, abstract), part(2, abstract))).toMatchObject({ reason: "copy" });
    expect(match(part(1, abstract), { title, abstract: nearly })).toMatchObject({ reason: "copy" });
  });
});

describe("search(text) of acronyms with several long forms", () => {
  const defined = (id: string, long: string, text = ""): Paper => paperOf(id, `On ${long}`, `${long} (MDP) ${text}.`);
  const papers = [
    defined("a", "Markov decision process"),
    defined("b", "Markov decision process"),
    defined("c", "mean detection power"),
    paperOf("d", "Planning as a Markov decision process", "Value iteration."),
    paperOf("e", "Mean detection power of gauges", "Sensors."),
    paperOf("f", "Unrelated", "Soil and drought."),
  ];

  it("takes the one that most papers give, of equals the first by code units", () => {
    const ids = (from: readonly Paper[]): string[] =>
      createPaperIndex(from)
        .search("MDP", { limit: 10 })
        .map(({ paperId }) => paperId);
    expect(ids(papers)).toContain("d");
    expect(ids(papers)).not.toContain("e");
    const equal = papers.filter(({ id }) => id !== "b");
    expect(ids(equal)).toContain("d");
    expect(ids(equal)).not.toContain("e");
    expect(ids([...equal].reverse())).toContain("d");
    expect(ids([...equal].reverse())).not.toContain("e");
  });

  it("finds the acronym for its long form, also in an index without pairs", () => {
    const only = paperOf("m", "Solving an MDP", "Fast.");
    for (const longestRun of [1, 2] as const) {
      const found = createPaperIndex([...papers, only], { longestRun }).search("markov decision process", {
        limit: 10,
      });
      expect(found.map(({ paperId }) => paperId)).toEqual(expect.arrayContaining(["a", "b", "d"]));
      if (longestRun === 2) expect(found.map(({ paperId }) => paperId)).toContain("m");
    }
  });
});

describe("createPaperIndex(papers, { fields })", () => {
  const papers = [paperOf("a", "Reward models", "Feedback."), paperOf("b", "Feedback of annotators", "Reward models.")];

  it("weighs the fields from 0 to 8, in whole numbers, and refuses what is none of that", () => {
    const score = (title: number): number =>
      createPaperIndex(papers, { fields: { title, abstract: 1, keywords: 0 } }).similarity("a", "b");
    expect(score(8)).not.toBe(score(1));
    expect(score(0)).toBe(0);
    const all = { title: 1, abstract: 1, keywords: 1 };
    for (const fields of [
      null,
      7,
      "title",
      {},
      { title: 1 },
      { ...all, title: -1 },
      { ...all, abstract: 9 },
      { ...all, keywords: 0.5 },
    ]) {
      expect(() => createPaperIndex(papers, { fields: fields as never })).toThrow("`fields`");
    }
  });
});

describe("createPaperIndex(papers).toData().basis", () => {
  it("is learnt from two papers on that share two words or more", () => {
    const dimensions = (...titles: string[]) =>
      createPaperIndex(titles.map((title, i) => paperOf(`${i}`, title))).toData().basis?.dimensions;
    expect(dimensions("Reward models")).toBeUndefined();
    expect(dimensions("Reward models", "Reward shaping")).toBeUndefined();
    expect(dimensions("Reward models", "Models of reward")).toBeGreaterThan(0);
  });
});

describe("search(text) by words alone", () => {
  it("weighs words by the idf of BM25: ln(1 + (N - n + 1/2) / (n + 1/2))", () => {
    const titles = ["Alder then birch", "Birch bark", "Birch sap", "Cedar oil", "Willow roots"];
    const index = createPaperIndex(titles.map((title, i) => paperOf(`${i}`, title)));
    const [best] = index.search("alder birch", { limit: 1 });
    const weight = (phrase: string): number => best!.because.find((reason) => reason.phrase === phrase)!.weight;
    const idf = (n: number): number => Math.log(1 + (5 - n + 0.5) / (n + 0.5));
    expect(best!.paperId).toBe("0");
    expect(weight("alder") / weight("birch")).toBeCloseTo(idf(1) / idf(3), 6);
  });
});
