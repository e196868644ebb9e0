import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPaperIndex, type Paper } from "../../src/index.js";
import { demonstration, paperOf } from "../fixtures.js";

const papers: Paper[] = [
  paperOf("title", "Reward models of soil", "Nothing else is told here about the matter."),
  paperOf("abstract", "A study", "We train a reward on models of rain, and a model of soil."),
  paperOf("long", "Alignment", "Reinforcement learning from human feedback (RLHF) changes what a policy does."),
  paperOf("short", "RLHF in the field", "Farmers are asked, and RLHF follows what they say."),
  { ...paperOf("keyword", "Field work", "Rain falls."), keywords: ["irrigation", "soil"] },
];
const index = createPaperIndex(papers, { dimensions: 0 });
const ids = (text: string, options?: Parameters<typeof index.search>[1]): string[] =>
  index.search(text, options).map(({ paperId }) => paperId);

describe("PaperIndex.search", () => {
  it("search(text) finds words by stem in title, abstract and keywords, a title before an abstract", () => {
    expect(ids("rewarding model")).toEqual(["title", "abstract"]);
    expect(ids("IRRIGATION")).toEqual(["keyword"]);
    expect(ids("nobody wrote this word: qwertz")).toEqual([]);
    expect(ids("")).toEqual([]);
    expect(ids("the of and")).toEqual([]);
  });

  it("search(text) takes an acronym and its long form for one", () => {
    expect(ids("RLHF").sort()).toEqual(["long", "short"]);
    expect(ids("reinforcement learning from human feedback").sort()).toEqual(["long", "short"]);
  });

  it('search("...") with words in quotation marks wants them as they stand', () => {
    expect(ids('"reward models"')).toEqual(["title"]);
    expect(ids('"models of rain"')).toEqual(["abstract"]);
    expect(ids('"model of rain"')).toEqual([]);
    expect(ids('"reward models').sort()).toEqual(["abstract", "title"]);
  });

  it("search(text) wants a word with a single letter or a number as a whole, where a paper has it", () => {
    const means = createPaperIndex([
      paperOf("clusters", "Clusters by $k$-means", "We count papers."),
      paperOf("mean", "The mean of means", "A mean of the means of rain."),
    ]);
    const found = (text: string): string[] => means.search(text).map(({ paperId }) => paperId);
    expect(found("k-means")).toEqual(["clusters"]);
    expect(found("q-means").sort()).toEqual(["clusters", "mean"]);
  });

  it("search(text) tells the parts of a word with a hyphen as one", () => {
    const [best] = index.search("human-feedback", { denseShare: 0 });
    expect(best!.because.map(({ phrase }) => phrase)).toEqual(["human-feedback"]);
    expect(best!.because[0]!.weight).toBeCloseTo(best!.score, 12);
  });

  it('search(text, { match: "all" }) wants every word, { prefix } the beginning of the last, { fuzzy } forgives', () => {
    expect(ids("soil irrigation", { match: "all" })).toEqual(["keyword"]);
    expect(ids("soil irrigation")).toHaveLength(3);
    expect(ids("irri")).toEqual([]);
    expect(ids("irri", { prefix: true })).toEqual(["keyword"]);
    expect(ids("irigation")).toEqual([]);
    expect(ids("irigation", { fuzzy: true })).toEqual(["keyword"]);
    expect(ids("irrigatoin", { fuzzy: true })).toEqual(["keyword"]);
    expect(ids("qwertz", { fuzzy: true })).toEqual([]);
  });

  it("search(text) tells where the words stand: offsets into title and abstract", () => {
    const [found] = index.search("rewarding models", { filter: ({ id }) => id === "abstract" });
    const { title, abstract } = index.get("abstract")!;
    const words = found!.highlights.map(({ field, start, end }) => ({ title, abstract })[field].slice(start, end));
    expect(words).toEqual(["reward", "models", "model"]);
    expect(index.search("models", { highlight: false })[0]!.highlights).toEqual([]);
  });

  it("search(text) marks the long form of an acronym", () => {
    const [found] = index.search("RLHF", { filter: ({ id }) => id === "long" });
    const { abstract } = index.get("long")!;
    const words = found!.highlights.map(({ start, end }) => abstract.slice(start, end));
    expect(words).toEqual(["Reinforcement", "learning", "human", "feedback", "RLHF"]);
  });

  it("search(text, options) shares limit, minScore, filter, exclude and dates with related", () => {
    const all = index.search("soil");
    expect(index.search("soil", { limit: 1 })).toEqual(all.slice(0, 1));
    expect(index.search("soil", { minScore: all[0]!.score })).toEqual(all.slice(0, 1));
    expect(index.search("soil", { exclude: [all[0]!.paperId] })).toEqual(all.slice(1));
    expect(index.search("soil", { filter: ({ id }) => id === "keyword" })).toEqual(
      all.filter(({ paperId }) => paperId === "keyword"),
    );
    expect(index.search("soil", { from: 2000 })).toEqual([]);
  });

  it("search(text, { like }) prefers, among the papers with the words, those like a paper", () => {
    const demo = createPaperIndex(demonstration);
    const like = demonstration.find(({ themes }) => themes[0] === "rlhf")!.id;
    const theme = demo.get(like)!.themes[0];
    const share = (options: object): number =>
      demo
        .search("language model", { limit: 8, ...options })
        .filter(({ paperId }) => demo.get(paperId)!.themes[0] === theme).length;
    expect(share({ like: [like] })).toBeGreaterThan(share({}));
    expect(demo.search("language model", { like: [like] }).map(({ paperId }) => paperId)).not.toContain(like);
    expect(() => demo.search("language model", { like: ["nobody"] })).toThrow(/nobody/);
  });

  it("search(text) gives scores in 0..1, best first, to which the parts of the words add up", () => {
    const demo = createPaperIndex(demonstration, { dimensions: 0 });
    for (const text of ["reward model", "exploration bonus in deep RL", "LLM", '"in-context learning" of policies']) {
      const found = demo.search(text, { limit: 50 });
      expect(found.length).toBeGreaterThan(3);
      found.forEach(({ score, because }, i) => {
        expect(score).toBeLessThanOrEqual(1);
        if (i > 0) expect(score).toBeLessThanOrEqual(found[i - 1]!.score);
        expect(because.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 10);
      });
    }
  });

  it("search(text) is BM25: worked by hand for one word in two papers", () => {
    const two = createPaperIndex([paperOf("a", "", "soil soil rain"), paperOf("b", "", "soil")], { dimensions: 0 });
    const score = (count: number, length: number): number => count / (count + 1.2 * (0.25 + (0.75 * length) / 2));
    const found = new Map(two.search("soil").map((answer) => [answer.paperId, answer.score]));
    expect(found.get("a")).toBeCloseTo(score(2, 3), 12);
    expect(found.get("b")).toBeCloseTo(score(1, 1), 12);
  });

  it("search(text) after additions and removals answers as a fresh index does", () => {
    const word = fc.constantFrom("reward", "rewards", "soil", "policy", "(RLHF)", "RLHF", "__proto__", "constructor");
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));
    const paper = fc.record({ id: fc.nat({ max: 8 }).map((n) => `p${n}`), title: text, abstract: text });
    const step = fc.oneof(paper, fc.nat({ max: 8 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), text, (steps, query) => {
        const changed = createPaperIndex<Paper>([], { dimensions: 0 });
        const held = new Map<string, Paper>();
        for (const each of steps) {
          if (typeof each === "object") {
            changed.add([each]);
            held.set(each.id, each);
          } else if (held.delete(`p${each}`)) changed.remove([`p${each}`]);
          changed.search(query, { prefix: true });
        }
        const fresh = createPaperIndex([...held.values()], { dimensions: 0 });
        for (const options of [{}, { prefix: true, fuzzy: true }, { match: "all" as const }]) {
          expect(changed.search(query, options)).toEqual(fresh.search(query, options));
        }
      }),
    );
  });
});
