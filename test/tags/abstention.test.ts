import { describe, expect, it } from "vitest";
import {
  createAnalyzer,
  deserialize,
  fitTagger,
  fitTfidf,
  serialize,
  type Tagger,
  type ThemeDefinition,
  tagPapers,
} from "../../src/index.js";
import { namesOfThemes, namingOf } from "../../src/tags/learning/naming.js";
import { applyTfidf } from "../../src/vectors/tfidf.js";
import { demonstration, paperOf } from "../fixtures.js";

const named = (...names: string[]): ThemeDefinition[] => names.map((name) => ({ id: name, name }));
const untagged = (tagger: Tagger): number =>
  tagPapers(tagger, demonstration, { evidence: false }).filter(({ tags }) => tags.length === 0).length /
  demonstration.length;

const own = named(
  "exploration",
  "in-context learning",
  "bandits",
  "RLHF",
  "offline RL",
  "LLM agents",
  "LLM reasoning",
  "decision-focused learning",
);
const strange = named(
  "boundary layer flow",
  "heat transfer in supersonic nozzles",
  "crop rotation and soil erosion",
  "robustness of river dams",
  "cognition in primates",
  "survey of medieval trade",
);

describe("fitTagger({ themes, background }) with themes of another subject", () => {
  it("leaves nearly every paper without a tag, though some words of the names stand in the papers", () => {
    expect(untagged(fitTagger({ themes: strange, background: demonstration }))).toBeGreaterThan(0.9);
    expect(untagged(fitTagger({ themes: own, background: demonstration }))).toBeLessThan(0.25);
  });

  it("leaves papers without a tag when hundreds of names are offered, and is sure of none", () => {
    const words = "soil river heat trade nozzle crop primate dam wheat harbour glacier engine orbit pollen alloy".split(
      " ",
    );
    const many = words.flatMap((a) => words.slice(0, 12).map((b) => `${a} ${b} model`));
    const themes = named(...new Set(many));
    const tagged = tagPapers(fitTagger({ themes, background: demonstration }), demonstration, { evidence: false });
    expect(tagged.filter(({ tags }) => tags.length > 0).length).toBeLessThan(0.1 * demonstration.length);
    expect(tagged.every(({ tags }) => tags.every(({ score }) => score < 0.8))).toBe(true);
  });

  it("gives with abstain: false a theme to every paper all the same", () => {
    const tagger = fitTagger({ themes: strange, background: demonstration });
    for (const { tags } of tagPapers(tagger, demonstration, { abstain: false, evidence: false })) {
      expect(tags.length).toBeGreaterThan(0);
    }
  });

  it("is saved with what the collection bears out", () => {
    const tagger = fitTagger({ themes: own, background: demonstration });
    expect(tagger.calibration.standings).toHaveLength(own.length);
    expect(deserialize(serialize(tagger))).toEqual(tagger);
    const alone = fitTagger({ themes: own });
    expect(deserialize(serialize(alone))).toEqual(alone);
    expect(tagPapers(deserialize(serialize(alone)) as Tagger, demonstration)).toEqual(tagPapers(alone, demonstration));
  });
});

describe("tagPapers(tagger, papers) without examples", () => {
  const themes = [
    {
      id: "rlhf",
      name: "RLHF",
      description: "Learning from human preferences: reward models, preference optimisation.",
    },
    { id: "bandits", name: "Bandits", description: "Regret bounds for multi-armed and contextual bandits." },
    { id: "exploration", name: "Exploration", keywords: ["intrinsic motivation", "curiosity", "novelty bonus"] },
    { id: "icl", name: "In-context learning", aliases: ["ICL"] },
  ];
  const taggers = {
    alone: fitTagger({ themes }),
    "few papers": fitTagger({ themes, background: demonstration.slice(0, 10) }),
    background: fitTagger({ themes, background: demonstration }),
  };
  const tagsOf = (tagger: Tagger, title: string): string[] =>
    tagPapers(tagger, [paperOf("p", title)])[0]!.tags.map(({ themeId }) => themeId);

  it.each(Object.entries(taggers))("gives none for a word that is a small part of a theme's name (%s)", (_, tagger) => {
    for (const title of ["A model of cheese", "Learning Japanese cooking", "Context matters", "Learning"]) {
      expect(tagsOf(tagger, title), title).toEqual([]);
    }
    expect(tagsOf(tagger, "Learning from human preferences")).toEqual(["rlhf"]);
    expect(tagsOf(tagger, "In-context learning of recipes")).toEqual(["icl"]);
    expect(tagsOf(tagger, "Bandits")).toEqual(["bandits"]);
  });

  it.each(Object.entries(taggers))("gives none without a phrase of the paper that speaks for it (%s)", (_, tagger) => {
    const tags = tagPapers(tagger, demonstration).flatMap(({ tags: given }) => given);
    expect(tags.length).toBeGreaterThan(30);
    for (const { evidence } of tags) expect(evidence[0]!.weight).toBeGreaterThan(0);
    const silent = tagPapers(tagger, demonstration, { evidence: false }).flatMap(({ tags: given }) => given);
    expect(silent.map(({ score }) => score)).toEqual(tags.map(({ score }) => score));
  });

  it("knows a theme whose name is a word of papers about themselves", () => {
    const tagger = fitTagger({ themes: [...themes, { id: "survey", name: "Surveys" }] });
    const [tagged] = tagPapers(tagger, [paperOf("p", "A survey of cheese")]);
    expect(tagged!.tags.map(({ themeId, evidence }) => [themeId, evidence[0]!.phrase])).toEqual([["survey", "survey"]]);
  });

  it("needs more of a name of one word among many themes than of several words", () => {
    const many = named(...Array.from({ length: 150 }, (_, i) => `${String.fromCharCode(97 + (i % 26))}q${i} subject`));
    const tagger = fitTagger({ themes: [...many, ...named("Sound", "Speech recognition in noise")] });
    expect(tagsOf(tagger, "A sound approach to cheese")).toEqual([]);
    expect(tagsOf(tagger, "Speech recognition in noise")).toEqual(["Speech recognition in noise"]);
  });
});

describe("evidence of tagPapers(tagger, papers)", () => {
  it("is whole phrases: it begins with no verb and ends amid no noun phrase", () => {
    const adaptation = {
      id: "da",
      name: "Domain adaptation",
      description: "Unsupervised domain adaptation of models.",
    };
    const tagger = fitTagger({ themes: [adaptation, ...named("Bandits")] });
    const abstract = "We propose the novel unsupervised domain adaptation of cheese.";
    const [tagged] = tagPapers(tagger, [paperOf("p", "Cheese", abstract)]);
    expect(tagged!.tags[0]!.evidence.map(({ phrase }) => phrase)).toEqual(["unsupervised domain adaptation"]);
  });

  it("has no verb between its nouns, an auxiliary or a participle", () => {
    const shells = { id: "s", name: "Shells", description: "Cylindrical shells loaded, tested and tailored. Vessels." };
    const tagger = fitTagger({ themes: [shells, ...named("Bandits")] });
    const phrasesOf = (abstract: string): string[] =>
      tagPapers(tagger, [paperOf("p", "Shells", abstract)])[0]!.tags[0]!.evidence.map(({ phrase }) => phrase);
    expect(phrasesOf("Here cylindrical shells are vessels.")).toContain("cylindrical shells");
    expect(phrasesOf("Here cylindrical shells loaded from above.")).toContain("cylindrical shells");
  });
});

describe("namingOf(vectors, names, themes)", () => {
  const analyzer = createAnalyzer({ ngramRange: [1, 2] });
  const papers = [
    paperOf("both", "Number theory"),
    paperOf("apart", "A theory of one number"),
    paperOf("half", "A number"),
    paperOf("other", "Games"),
  ];
  const documents = papers.map(({ title }) => analyzer.terms(title));
  const naming = (theme: Omit<ThemeDefinition, "id">): number[] => {
    const definition = { id: "t", ...theme };
    const tfidf = fitTfidf([...documents, analyzer.terms(theme.name)]);
    const names = namesOfThemes([definition], tfidf, analyzer);
    return [...namingOf(applyTfidf(tfidf, documents), names, 1).data];
  };

  it("counts the words of a name by their squared idf, a quarter of each for its neighbour", () => {
    const [both, apart, half, other] = naming({ name: "number theory" });
    expect(both).toBeCloseTo(1, 12);
    expect(apart).toBeCloseTo(0.75, 12);
    // idf of "number" (four of five) and of "theory" (three).
    const squares = [4, 3].map((df) => (Math.log(6 / (1 + df)) + 1) ** 2);
    expect(half).toBeCloseTo((0.75 * squares[0]!) / (squares[0]! + squares[1]!), 12);
    expect(other).toBe(0);
  });

  it("counts the best of alternatives for half, any other name in full, a part of a description for less", () => {
    const [, , , conjoined] = naming({ name: "games and number theory" });
    expect(conjoined).toBeGreaterThan(0.5);
    expect(conjoined).toBeLessThan(0.9);
    expect(naming({ name: "number theory", aliases: ["games"] })[3]).toBe(1);
    expect(naming({ name: "games", description: "Such as: number theory." })[0]).toBeCloseTo(0.7, 12);
    expect(naming({ name: "unheard music" })).toEqual([0, 0, 0, 0]);
  });
});
