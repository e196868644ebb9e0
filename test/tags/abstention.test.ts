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
import { namesOfThemes, namingOf } from "../../src/tags/naming.js";
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
    expect(fitTagger({ themes: own }).calibration.standings).toBeUndefined();
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
