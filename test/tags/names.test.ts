import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  correctTagger,
  deserialize,
  fitTagger,
  type Paper,
  serialize,
  suggestExamples,
  type Tagger,
  type ThemeDefinition,
  tagPapers,
} from "../../src/index.js";
import { foldWord } from "../../src/tags/names/name-words.js";
import { demonstration, paperOf } from "../fixtures.js";

const byName = (themes: readonly ThemeDefinition[], background: readonly Paper[] = []): Tagger =>
  fitTagger({ themes, background }, { method: "names" });
const named = (...names: string[]): ThemeDefinition[] => names.map((name) => ({ id: name, name }));
const given = (tagger: Tagger, title: string, abstract = "", precision = 0.2): string[] =>
  tagPapers(tagger, [paperOf("p", title, abstract)], { precision })[0]!.tags.map(({ themeId }) => themeId);

/** Names of invented words, as many as asked for. */
function manyThemes(count: number): ThemeDefinition[] {
  const syllables = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti"];
  const word = (n: number): string => {
    return [0, 3, 6, 9].map((shift) => syllables[(n >> shift) & 7]).join("");
  };
  return Array.from({ length: count }, (_, i) => ({ id: `t${i}`, name: `${word(i)} ${word((i * 7) % 4096)}` }));
}

describe('fitTagger(input, { method: "names" })', () => {
  it("is chosen by itself for more than 300 themes without examples, and holds no table of papers, terms and themes", () => {
    const themes = manyThemes(4000);
    const tagger = fitTagger({ themes, background: demonstration });
    expect(new Set(tagger.methods.map(({ method }) => method))).toEqual(new Set(["names"]));
    expect(tagger.ranking.weights.data).toHaveLength(0);
    expect(tagger.definitions.data).toHaveLength(0);
    expect(fitTagger({ themes: themes.slice(0, 300) }).methods[0]!.method).toBe("description");
    const { name, id } = themes[1234]!;
    const [tagged] = tagPapers(tagger, [paperOf("p", `On ${name}`, `We study ${name}.`)]);
    expect(tagged!.tags.map(({ themeId }) => themeId)).toEqual([id]);
  });

  it("finds a name in the plural, with other hyphens and spaces, in British spelling, by its stems", () => {
    const tagger = byName(
      named("reward model", "peer-to-peer", "data set", "behavioral modeling", "image segmentation"),
    );
    expect(given(tagger, "Learned reward models")).toEqual(["reward model"]);
    expect(given(tagger, "Peer to peer review")).toEqual(["peer-to-peer"]);
    expect(given(tagger, "New datasets for all")).toEqual(["data set"]);
    expect(given(tagger, "Behavioural modelling")).toEqual(["behavioral modeling"]);
    expect(given(tagger, "Segmented images? image segments", "", 0)).toEqual(["image segmentation"]);
    expect(given(tagger, "A set of data", "Models reward us. Image; segmentation.")).toEqual([]);
    expect(given(byName(named("cybersecurity")), "Cyber security")).toEqual(["cybersecurity"]);
  });

  it("reads acronyms: a paper's own, those of the background, those of names in brackets", () => {
    const themes = named("reinforcement learning (rl)", "graph neural networks", "ice");
    const background = ["a", "b", "c"].map((id) =>
      paperOf(id, "Graph neural networks", "Graph neural networks (GNNs) pass messages."),
    );
    const tagger = byName(themes, background);
    expect(given(tagger, "RL from pixels")).toEqual(["reinforcement learning (rl)"]);
    expect(given(tagger, "A GNN for chemistry")).toEqual(["graph neural networks"]);
    expect(given(byName(themes), "A GNN for chemistry")).toEqual([]);
    expect(given(tagger, "ICE edits", "In-context editing (ICE) edits with ICE. ICE is fast.", 0)).toEqual([]);
    expect(given(tagger, "Melting ice", "The ice melts.")).toEqual(["ice"]);
  });

  it("joins spelling variants of one topic, and says so", () => {
    const tagger = byName(
      named("ontology", "ontologies", "peer to peer", "peer-to-peer", "optimisation", "optimization"),
    );
    expect(tagger.methods.map(({ sameAs }) => sameAs)).toEqual([
      undefined,
      "ontology",
      undefined,
      "peer to peer",
      undefined,
      "optimisation",
    ]);
    expect(given(tagger, "Ontologies in peer-to-peer optimization")).toEqual([
      "peer to peer",
      "ontology",
      "optimisation",
    ]);
  });

  it("reads names in library order, and takes a single word that is told apart in brackets for no name", () => {
    const tagger = byName(named("Ranking, statistical", "Structures (built objects)", "Reward modelling (RM)"));
    expect(given(tagger, "Statistical ranking of teams")).toEqual(["Ranking, statistical"]);
    expect(given(tagger, "Structures of proteins", "Structures and structures.")).toEqual([]);
    expect(given(tagger, "An RM for robots", "The RM is small.")).toEqual(["Reward modelling (RM)"]);
  });

  it("takes the longest name at a place, and its head not beside it", () => {
    const tagger = byName(named("neural networks", "convolutional neural networks", "networks"));
    const abstract = "Convolutional neural networks are neural networks. Convolutional neural networks see.";
    expect(given(tagger, "Convolutional neural networks", abstract)).toEqual(["convolutional neural networks"]);
  });

  it("trusts a name in the title and a long one more, a plain single word less", () => {
    const tagger = byName(named("policy gradient", "policy", "policy transfer", "policy search", "method"));
    const abstract = "A policy may transfer. Their policy gradient is steep. The method works.";
    const [tagged] = tagPapers(tagger, [paperOf("p", "Policy search", abstract)], { precision: 0 });
    expect(tagged!.tags.map(({ themeId }) => themeId)).toEqual([
      "policy search",
      "policy gradient",
      "policy",
      "method",
    ]);
  });

  it("takes a name of 100,000 words", () => {
    const words = Array.from({ length: 100_000 }, (_, i) => `w${i}x`).join(" ");
    const tagger = byName(named(words, "Bandits"));
    expect(given(tagger, "Bandits", words)).toEqual(["Bandits"]);
    expect(tagPapers(tagger, [paperOf("p", "", words)], { abstain: false })[0]!.tags[0]!.themeId).toBe(words);
  });

  it("gives with abstain: false the theme of whose definition most words stand in the paper, below any name", () => {
    const tagger = byName([
      { id: "reward", name: "reward models", description: "Preferences of people." },
      ...named("graph colouring", "graph partitioning"),
    ]);
    const paper = paperOf("p", "Preferences and partitions of a graph", "The graph is partitioned by people.");
    expect(tagPapers(tagger, [paper])[0]!.tags).toEqual([]);
    const [tag, ...others] = tagPapers(tagger, [paper], { abstain: false, precision: 0 })[0]!.tags;
    expect(others).toEqual([]);
    expect(tag!.themeId).toBe("graph partitioning");
    expect(tag!.score).toBeLessThan(0.5);
    expect(tag!.evidence.map(({ phrase }) => phrase)).toEqual(["partitions", "graph"]);
    expect(tagPapers(tagger, [paper], { abstain: false, evidence: false })[0]!.tags[0]!.evidence).toEqual([]);
    const preferences = byName([{ id: "rlhf", name: "RLHF", description: "Learning from preferences of people." }]);
    const tagged = tagPapers(preferences, demonstration, { abstain: false });
    expect(tagged.filter(({ tags }) => tags.length > 0).length).toBeGreaterThan(
      tagPapers(preferences, demonstration).filter(({ tags }) => tags.length > 0).length,
    );
  });

  it("explains by the words as written, and gives where no word of a definition stands no tag, whatever abstain says", () => {
    const tagger = byName(named("reward model"));
    const paper = paperOf("p", "Reward-models", "Reward models, and a reward model.");
    const [tagged] = tagPapers(tagger, [paper]);
    const { evidence, score } = tagged!.tags[0]!;
    expect(evidence.map(({ phrase }) => phrase)).toEqual(["Reward-models", "Reward models", "reward model"]);
    for (const { phrase, field, start, end } of evidence) expect(paper[field].slice(start, end)).toBe(phrase);
    expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 12);
    expect(tagged!.fit).toBe(score);
    const strange = [paperOf("q", "Sourdough")];
    expect(tagPapers(tagger, strange, { abstain: false })).toEqual([{ paperId: "q", fit: 0, tags: [] }]);
    const once = [paperOf("q", "", `${"Sourdough rises. ".repeat(50)}Models reward.`)];
    expect(tagPapers(tagger, once)[0]!.tags).toEqual([]);
    expect(tagPapers(tagger, once, { abstain: false })[0]!.tags[0]!.evidence[0]!.phrase).toBe("reward");
  });

  it("is saved and loaded, cloned, corrected; examples hold for their papers", () => {
    const examples = [{ paper: demonstration[0]!, themes: ["own"] }];
    const themes = [...named("reinforcement learning", "language models", "graph"), { id: "own", name: "Own" }];
    const tagger = fitTagger({ themes, examples, background: demonstration }, { method: "names" });
    const expected = tagPapers(tagger, demonstration);
    expect(expected[0]!.tags[0]).toMatchObject({ themeId: "own", score: 1 });
    expect(tagPapers(structuredClone(tagger), demonstration)).toEqual(expected);
    expect(tagPapers(deserialize(serialize(tagger)) as Tagger, demonstration)).toEqual(expected);
    const corrected = correctTagger(tagger, [{ paper: demonstration[0]!, add: ["graph"], remove: ["own"] }]);
    expect(tagPapers(corrected, demonstration)[0]!.tags.map(({ themeId }) => themeId)).toContain("graph");
    expect(tagPapers(corrected, demonstration)[0]!.tags.map(({ themeId }) => themeId)).not.toContain("own");
    expect(tagPapers(corrected, demonstration).slice(1)).toEqual(expected.slice(1));
    const suggested = suggestExamples(tagger, demonstration, { limit: 3 });
    expect(suggested).toHaveLength(3);
    expect(suggested.map(({ paperId }) => paperId)).not.toContain(demonstration[0]!.id);
  });

  it("suggests nothing where every paper is labelled, and takes papers without a word", () => {
    const tagger = fitTagger({ themes: named("graph") }, { method: "names" });
    expect(suggestExamples(tagger, [])).toEqual([]);
    expect(
      suggestExamples(correctTagger(tagger, [{ paper: paperOf("p", "Graphs"), add: ["graph"] }]), [paperOf("p", "")]),
    ).toEqual([]);
    expect(suggestExamples(tagger, [paperOf("empty", "")]).map(({ paperId }) => paperId)).toEqual(["empty"]);
  });

  it("takes any text, and names such as __proto__", () => {
    const tagger = byName(named("__proto__", "constructor", "(", "a b", "état"));
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("__proto__ constructor", "\ud800 état (A)"));
    fc.assert(
      fc.property(text, text, (title, abstract) => {
        const paper = { id: "p", title, abstract };
        for (const { evidence } of tagPapers(tagger, [paper], { precision: 0 })[0]!.tags) {
          for (const { phrase, field, start, end } of evidence) expect(paper[field].slice(start, end)).toBe(phrase);
        }
      }),
      { numRuns: 100 },
    );
    expect(given(tagger, "The constructor constructor", "", 0)).toEqual(["constructor"]);
  });
});

describe("tagPapers(tagger, papers) with parents", () => {
  const family = [
    { id: "ml", name: "Machine learning" },
    { id: "rl", name: "Reinforcement learning", parents: ["ml"] },
    { id: "bandits", name: "Bandits", parents: ["rl"] },
    { id: "loop", name: "Exploration", parents: ["pool"] },
    { id: "pool", name: "Optimism", parents: ["loop"] },
  ];

  it("does not repeat a parent where a child says more, however far above it stands", () => {
    for (const tagger of [byName(family), fitTagger({ themes: family })]) {
      expect(given(tagger, "Machine learning by bandits", "Bandits and machine learning.")).toEqual(["bandits"]);
      expect(given(tagger, "Machine learning", "On machine learning.")).toEqual(["ml"]);
    }
    expect(given(byName(family), "Optimism and exploration", "", 0).sort()).toEqual(["loop", "pool"]);
  });
});

describe("foldWord(word)", () => {
  it("joins plurals, British and American spelling, and accents", () => {
    const pairs = [
      ["networks", "network"],
      ["ontologies", "ontology"],
      ["analyses", "analysis"],
      ["matrices", "matrix"],
      ["modelling", "modeling"],
      ["optimisation", "optimization"],
      ["behaviours", "behavior"],
      ["centre", "center"],
      ["naïve", "naive"],
      ["classes", "class"],
    ];
    for (const [one, other] of pairs) expect(foldWord(one!)).toBe(foldWord(other!));
    expect(new Set(["analysis", "bus", "news", "new", "class", "gas"].map(foldWord)).size).toBe(6);
  });
});
