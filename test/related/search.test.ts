import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAnalyzer, createPaperIndex, type Paper } from "../../src/index.js";
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

/** BM25F of each paper, given as texts of words, for words and those that follow each other: as a share of the highest. */
function plainBm25f(papers: readonly (readonly string[])[], asked: readonly string[]): number[] {
  const texts = papers.map((fields) => fields.map((field) => field.split(" ").filter((word) => word !== "")));
  const lengths = texts.map((fields) => fields.flat().length);
  const mean = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / texts.length);
  const pairs = asked.slice(1).map((word, i) => [asked[i]!, word]);
  const countOf = (fields: readonly (readonly string[])[], run: readonly string[]): number =>
    fields.flatMap((words) => words.filter((_, at) => run.every((word, i) => words[at + i] === word))).length;
  const unique = (runs: string[][]): string[][] => [...new Map(runs.map((run) => [run.join(" "), run])).values()];
  const concepts = [
    ...unique(asked.map((word) => [word])).map((run) => ({ run, weight: 1 })),
    ...unique(pairs).map((run) => ({ run, weight: 0.3 })),
  ].map(({ run, weight }) => {
    const counts = texts.map((fields) => countOf(fields, run));
    const df = counts.filter((count) => count > 0).length;
    const idf = Math.log(1 + (texts.length - df + 0.5) / (df + 0.5));
    return { counts, worth: weight === 1 || df > 0 ? weight * idf : 0 };
  });
  const highest = concepts.reduce((sum, { worth }) => sum + worth, 0);
  return texts.map((_, i) =>
    concepts.reduce((sum, { counts, worth }) => {
      const count = counts[i]!;
      return sum + ((worth / highest) * count) / (count + 1.2 * (0.25 + (0.75 * lengths[i]!) / mean));
    }, 0),
  );
}

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

  it.each([
    ["behavior", ["british", "american"]],
    ["behaviour", ["british", "american"]],
    ["optimize", ["american", "british"]],
    ["optimised", ["british", "american"]],
    ["dialog", ["british"]],
    ["centers", ["british"]],
    ["artifacts", ["british"]],
    ["schrodinger", ["plain", "accents"]],
    ["Schrödinger", ["accents", "plain", "spelled"]],
    ["Schroedinger", ["spelled", "accents"]],
    ["naive", ["accents"]],
    ["Łukasiewicz", ["plain"]],
    ["lukasiewicz", ["plain"]],
    ["color-based", ["british"]],
    ["resume", ["both", "one"]],
    ["resumé", ["both", "one"]],
  ])("search(text) finds British and American spelling, letters with and without accents: %s", (text, expected) => {
    const written = createPaperIndex(
      [
        paperOf("british", "Behaviour", "We optimise colour-based dialogue around centres, without artefacts."),
        paperOf("american", "Behavior", "We optimize what exercise promises."),
        paperOf("accents", "A Schrödinger bridge", "It is naïve."),
        paperOf("spelled", "Schroedinger", "His cat."),
        paperOf("plain", "Schrodinger", "Logic of Lukasiewicz."),
        paperOf("both", "Résumé", "One accent is enough."),
        paperOf("one", "Resumé", "Two are better."),
      ],
      { dimensions: 0 },
    );
    const found = written.search(text);
    expect(found.map(({ paperId }) => paperId).sort()).toStrictEqual([...expected].sort());
    for (const { highlights } of found) expect(highlights.length).toBeGreaterThan(0);
  });

  it("search(text) finds two words that stand together in another spelling, and the spellings of words added later", () => {
    const changing = createPaperIndex(
      [
        paperOf("apart", "Behaviour of many kinds of cloning", "Rain."),
        paperOf("together", "Kinds of many behaviour cloning", "Rain."),
      ],
      { dimensions: 0 },
    );
    expect(changing.search("behavior cloning").map(({ paperId }) => paperId)).toStrictEqual(["together", "apart"]);
    expect(changing.search("godel")).toStrictEqual([]);
    changing.add([paperOf("later", "Gödel machines", "Rain.")]);
    expect(changing.search("godel").map(({ paperId }) => paperId)).toStrictEqual(["later"]);
  });

  it("search(text) takes long words as they stand: no other spelling, not two words in one", () => {
    const long = "floccinaucinihilipilifications";
    const colour = `${long}-colours`.replace("-", "");
    const written = createPaperIndex(
      [paperOf("british", colour, long), paperOf("american", colour.replace("our", "or"), long)],
      { dimensions: 0 },
    );
    expect(colour).toHaveLength(37);
    const ids = (text: string) => written.search(text).map(({ paperId }) => paperId);
    expect(ids(colour)).toStrictEqual(["british", "american"]);
    expect(ids(`${long}${colour}`)).toStrictEqual([]);
    expect(ids(`${long} ${long}`).sort()).toStrictEqual(["american", "british"]);
  });

  it.each([
    ["pretraining", ["hyphen", "one"], [0, 12]],
    ["pre-training", ["hyphen", "one"], [0, 12]],
    ["data set", ["hyphen", "one"], [23, 27, 28, 32]],
    ["datasets", ["hyphen", "one"], [23, 27, 28, 32]],
  ])("search(text) finds what is written in one word or in two: %s", (text, expected, places) => {
    const written = createPaperIndex(
      [
        paperOf("hyphen", "Pre-training with some data sets", "Nothing else."),
        paperOf("one", "Pretraining with a dataset", "Nothing else."),
        paperOf("apart", "A set of trains before data", "Nothing else."),
      ],
      { dimensions: 0 },
    );
    const found = written.search(text).filter(({ score }) => score > 0.3);
    expect(found.map(({ paperId }) => paperId).sort()).toStrictEqual([...expected].sort());
    for (const { highlights } of found) expect(highlights.length).toBeGreaterThan(0);
    const marked = found.find(({ paperId }) => paperId === "hyphen")?.highlights;
    expect(marked?.flatMap(({ start, end }) => [start, end])).toStrictEqual(places);
  });

  it('search("...") with words in quotation marks wants them as they stand', () => {
    expect(ids('"reward models"')).toEqual(["title"]);
    expect(ids('"models of rain"')).toEqual(["abstract"]);
    expect(ids('"model of rain"')).toEqual([]);
    expect(ids('"reward models').sort()).toEqual(["abstract", "title"]);
  });

  it('search("...") finds a quotation with and without accents', () => {
    const accents = createPaperIndex([
      paperOf("with", "A Schrödinger equation", "Erdős–Rényi graphs."),
      paperOf("without", "The Schrodinger equation", "The equation of Schrödinger."),
    ]);
    for (const query of ['"Schrodinger equation"', '"Schrödinger equation"']) {
      expect(
        accents
          .search(query)
          .map(({ paperId }) => paperId)
          .sort(),
      ).toEqual(["with", "without"]);
    }
    expect(accents.search('"Erdos Renyi graph"')).toEqual([]);
    expect(accents.search('"Erdos-Renyi graphs"').map(({ paperId }) => paperId)).toEqual(["with"]);
  });

  it('search("...") finds a quotation in British and in American spelling', () => {
    const index = createPaperIndex([
      paperOf("british", "Behaviour cloning", "We analyse it."),
      paperOf("american", "Behavior cloning", "We analyze it."),
      paperOf("apart", "Cloning behavior", "Analyses of it."),
    ]);
    const found = (query: string): string[] =>
      index
        .search(query)
        .map(({ paperId }) => paperId)
        .sort();
    expect(found('"behaviour cloning"')).toEqual(["american", "british"]);
    expect(found('"behavior cloning"')).toEqual(["american", "british"]);
    expect(found('"we analyze it"')).toEqual(["american", "british"]);
  });

  it.each([
    ["colour modelling", "color modeling"],
    ["labelled dialogue", "labeled dialog"],
    ["signalling at centres", "signaling at centers"],
    ["focussed travellers", "focused travelers"],
    ["enrolment fulfils", "enrollment fulfills"],
  ])('search("...") finds a quotation where one spelling doubles a letter: %s, %s', (british, american) => {
    const spelt = createPaperIndex([paperOf("a", british, "Rain falls."), paperOf("b", american, "Snow falls.")]);
    for (const query of [british, american]) expect(spelt.search(`"${query}"`)).toHaveLength(2);
  });

  it('search("...") takes two words for two that a doubled letter tells apart', () => {
    const words = createPaperIndex([paperOf("till", "Tilling soils", ""), paperOf("tile", "Tiling planes", "")]);
    expect(words.search('"tilling"').map(({ paperId }) => paperId)).toEqual(["till"]);
    expect(words.search('"tiling"').map(({ paperId }) => paperId)).toEqual(["tile"]);
  });

  it("search(text, { prefix }) finds the beginning of a word with and without accents", () => {
    const index = createPaperIndex([
      paperOf("a", "The Schrödinger bridge", ""),
      paperOf("b", "A Schrodinger equation", ""),
    ]);
    for (const begun of ["schrod", "schröd"]) {
      const found = index.search(begun, { prefix: true }).map(({ paperId }) => paperId);
      expect([begun, found.sort()]).toEqual([begun, ["a", "b"]]);
    }
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

  it("search(text, { fuzzy }) finds the words of fewest mistakes, two in eight letters and more, one in four and more", () => {
    const letters = (shortest: number) =>
      fc.array(fc.constantFrom("a", "b", "c"), { minLength: shortest, maxLength: 10 });
    const word = letters(3).map((all) => all.join(""));
    /** Letters too many, missing, wrong or swapped with the next, each pair swapped once. */
    const mistakes = (a: string, b: string): number => {
      if (a === "" || b === "") return a.length + b.length;
      const [restA, restB] = [a.slice(1), b.slice(1)];
      if (a[0] === b[0]) return mistakes(restA, restB);
      const isSwap = a[0] === b[1] && a[1] === b[0] && a.length > 1;
      const swapped = isSwap ? mistakes(a.slice(2), b.slice(2)) : Number.POSITIVE_INFINITY;
      return 1 + Math.min(mistakes(restA, restB), mistakes(restA, b), mistakes(a, restB), swapped);
    };
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 12 }), word, (words, typed) => {
        const found = createPaperIndex(
          words.map((each) => paperOf(each, "", each)),
          { analyzer: { terms: (line) => [line] }, dimensions: 0 },
        ).search(typed, { fuzzy: true, limit: 100 });
        const most = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
        const near = words.includes(typed) ? [typed] : words.filter((each) => each[0] === typed[0]);
        const least = Math.min(...near.map((each) => mistakes(typed, each)));
        const expected = least > most ? [] : near.filter((each) => mistakes(typed, each) === least);
        expect(found.map(({ paperId }) => paperId).sort()).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
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
    // The mean length of a word and of nothing is taken to be a word.
    const [only] = createPaperIndex([paperOf("a", "", "soil"), paperOf("b", "")], { dimensions: 0 }).search("soil");
    expect(only!.score).toBeCloseTo(1 / (1 + 1.2), 12);
  });

  it("search(text) is BM25F: by plain loops, of words, of those that stand together and of those that no paper has", () => {
    const word = fc.constantFrom("reward", "soil", "ocean", "bandit", "regret");
    const line = fc.array(word, { maxLength: 9 }).map((words) => words.join(" "));
    const text = fc.oneof(line, fc.constant(""));
    const anyPapers = fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(
        anyPapers,
        fc.array(fc.oneof(word, fc.constant("quark")), { minLength: 1, maxLength: 5 }),
        (all, asked) => {
          const found = createPaperIndex(
            all.map(([title, abstract, keyword], i) => ({ id: `${i}`, title, abstract, keywords: [keyword] })),
            { dimensions: 0, fields: { title: 3, abstract: 1, keywords: 2 } },
          ).search(asked.join(" "), { limit: 100 });
          const expected = plainBm25f(
            all.map(([title, abstract, keyword]) => [title, title, title, abstract, keyword, keyword]),
            asked,
          );
          expect(found.map(({ paperId }) => paperId).sort()).toEqual(
            [...expected.keys()].filter((i) => expected[i]! > 0).map(String),
          );
          for (const { paperId, score } of found) expect(score).toBeCloseTo(expected[Number(paperId)]!, 10);
        },
      ),
    );
  });

  it("search(text, { like, denseShare }) adds up words, place in the latent space, and likeness by halves", () => {
    const demo = createPaperIndex(demonstration);
    const like = demonstration[7]!.id;
    const every = { limit: Number.POSITIVE_INFINITY, explain: false };
    for (const text of ["reward model", "exploration", "language"]) {
      const byId = (answers: readonly { paperId: string; score: number }[]): Map<string, number> =>
        new Map(answers.map(({ paperId, score }) => [paperId, score]));
      const words = byId(demo.search(text, { denseShare: 0, limit: 200 }));
      const places = byId(demo.related(text, { ...every, denseShare: 1 }));
      for (const denseShare of [undefined, 0.2, 0.6]) {
        const share = denseShare ?? 0.2;
        const alike = byId(demo.related(like, { ...every, denseShare: share }));
        const plain = (id: string): number => (1 - share) * words.get(id)! + share * (places.get(id) ?? 0);
        const found = demo.search(text, { denseShare, limit: 200 });
        expect(found).toHaveLength(words.size);
        for (const { paperId, score } of found) expect(score).toBeCloseTo(plain(paperId), 6);
        const liked = demo.search(text, { denseShare, like: [like], limit: 200 });
        expect(liked.length).toBeGreaterThan(5);
        for (const { paperId, score } of liked) {
          expect(score).toBeCloseTo(0.5 * plain(paperId) + 0.5 * (alike.get(paperId) ?? 0), 6);
        }
      }
    }
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

  it("search(text) reads a word of many parts in work linear in its parts", () => {
    const { terms } = createAnalyzer({ normal: "surface" });
    let reads = 0;
    const analyzer = {
      terms: (line: string) => {
        reads += 1;
        return terms(line);
      },
    };
    const index = createPaperIndex([paperOf("a", "Regret", "Bandits have regret"), paperOf("b", "Soil", "")], {
      analyzer,
      dimensions: 0,
    });
    const readsOf = (parts: number): number => {
      reads = 0;
      index.search(Array.from({ length: parts }, (_, i) => `w${i}`).join("-"), { prefix: true, fuzzy: true });
      return reads;
    };
    readsOf(1);
    expect(readsOf(800)).toBeLessThan(3 * readsOf(400));
  });
});
