import { describe, expect, it } from "vitest";
import {
  addKeywords,
  assignThemes,
  createAnalyzer,
  createPaperIndex,
  deserialize,
  discoverThemes,
  extractKeyphrases,
  fitPhraseStatistics,
  fitTagger,
  type Paper,
  type PaperIndex,
  paperIndexFromData,
  serialize,
  suggestExamples,
  sweepThemes,
  type ThemeModel,
  tagPapers,
  updateThemes,
} from "../../src/index.js";
import { vectorizeStream } from "../../src/node/index.js";
import { demonstration } from "../fixtures.js";

const papers = demonstration.slice(0, 40);
const newer = demonstration.slice(40, 50);
const themes = [
  { id: "a", name: "reward models" },
  { id: "b", name: "bandits" },
];
const examples = papers.map((paper, i) => ({ paper, themes: [i % 2 === 0 ? "a" : "b"] }));
const words = (text: string): string[] => text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
const own = { terms: words };
const model = discoverThemes(papers, { k: 3, analyzer: own });
const index = createPaperIndex(papers, { analyzer: own });
const tagger = fitTagger({ themes, background: papers }, { analyzer: own });

const wrong: [string, unknown][] = [
  ["null", null],
  ["undefined", undefined],
  ["a number", 5],
  ["a text", "reward model"],
  ["an object", {}],
  ["a set", new Set(["reward"])],
  ["a promise", Promise.resolve(["reward"])],
  ["numbers", [1, 2]],
  ["lists", [["reward"]]],
  ["an array with null in it", ["reward", null]],
  // biome-ignore lint/suspicious/noSparseArray: that is the case
  ["an array with a hole", ["reward", , "model"]],
];

describe("a caller's analyzer", () => {
  it.each(wrong)("that gives %s is told so at every door", async (_, answer) => {
    const analyzer = { terms: (text: string) => (text.length > 1000 ? words(text) : answer) as string[] };
    const doors = [
      () => discoverThemes(papers, { k: 3, analyzer }),
      () => sweepThemes(papers, { from: 2, to: 3, analyzer }),
      () => assignThemes(model, papers, { analyzer }),
      () => updateThemes(model, newer, { analyzer }),
      () => createPaperIndex(papers, { analyzer }),
      () => paperIndexFromData(index.toData(), { analyzer }).search("reward model"),
      () => (deserialize(serialize(index), { analyzer }) as PaperIndex).related("reward model"),
      () => assignThemes(deserialize(serialize(model), { analyzer }) as ThemeModel, papers),
      () => fitTagger({ themes, background: papers }, { analyzer }),
      () => fitTagger({ examples }, { analyzer }),
      () => tagPapers(tagger, papers, { analyzer }),
      () => suggestExamples(tagger, papers, { analyzer }),
    ];
    const refused = expect.objectContaining({
      code: "INVALID_OPTION",
      message: expect.stringMatching(/^analyzer: expected `terms` to be a function that gives an array of texts, got /),
    });
    for (const open of doors) expect(open).toThrow(refused);
    await expect(vectorizeStream(papers, { analyzer })).rejects.toThrow(refused);
  });

  it("that wraps one of ours, options and all, is asked for again after loading", () => {
    const base = createAnalyzer();
    const wrapped = { ...base, terms: (text: string) => base.terms(text).filter((term) => term !== "reward") };
    const fitted = discoverThemes(papers, { k: 3, analyzer: wrapped });
    expect(assignThemes(fitted, papers)).toEqual(fitted.assignments);
    expect(() => deserialize(serialize(fitted))).toThrow(expect.objectContaining({ code: "MODEL_FORMAT" }));
    const loaded = deserialize(serialize(fitted), { analyzer: wrapped }) as ThemeModel;
    expect(assignThemes(loaded, papers)).toEqual(fitted.assignments);
  });

  it("with options that are no analyzer's is refused", () => {
    const analyzer = { terms: words, options: { language: "en" } };
    expect(() => createPaperIndex(papers, { analyzer: analyzer as never })).toThrow("those of createAnalyzer");
  });
});

describe("a caller's phrases", () => {
  const spans: [string, unknown][] = [
    ...wrong,
    // biome-ignore lint/suspicious/noSparseArray: that is the case
    ["a hole before a phrase", [, { phrase: "reward model", start: 0, end: 12 }]],
    ["places that are no numbers", [{ phrase: "reward model", start: "0", end: 12n }]],
    ["a phrase that ends before it begins", [{ phrase: "reward model", start: 12, end: 0 }]],
  ];

  it.each(spans)("that are %s are told so", (_, answer) => {
    const phrases = (() => answer) as () => never[];
    const doors = [
      () => discoverThemes(papers, { k: 3, phrases }),
      () => fitPhraseStatistics(papers, { phrases }),
      () => extractKeyphrases(papers[0]!, { phrases }),
    ];
    for (const open of doors) expect(open).toThrow(expect.objectContaining({ code: "INVALID_OPTION" }));
  });
});

describe("a caller's lists", () => {
  it("of keywords hold texts", () => {
    const line = '{"id":"a","title":"Reward models","abstract":"Agents learn."}\n';
    for (const given of [[1], [null], new Array(2)]) {
      expect(() => addKeywords(line, () => given as string[])).toThrow("a function that gives an array of texts");
    }
  });

  it("of themes have no holes", () => {
    const holed = [undefined, themes[0]];
    delete holed[0];
    expect(() => fitTagger({ themes: holed as never })).toThrow("Expected `theme` of theme 0 to be an object");
    const example = { paper: papers[0] as Paper, themes: new Array(2).concat("a") as string[] };
    expect(() => fitTagger({ examples: [example] })).toThrow("expected the themes of example 0 to be theme ids");
  });
});
