import { describe, expect, it } from "vitest";
import {
  correctTagger,
  crossValidateTagger,
  deserialize,
  discoverThemes,
  fitTagger,
  isThemataError,
  learningCurve,
  serialize,
  suggestExamples,
  type TaggerInput,
  tagPapers,
} from "../../src/index.js";
import { demonstration, paperOf } from "../fixtures.js";

const [first, second] = demonstration;
const theme = { id: "a", name: "reward models" };
const papers = demonstration.slice(0, 16);

/** Code and field of a refusal. */
function refusal(act: () => unknown): [string, unknown] | undefined {
  try {
    act();
  } catch (error) {
    if (isThemataError(error)) return [error.code, "field" in error.details ? error.details.field : undefined];
    throw error;
  }
  return undefined;
}

describe("fitTagger(input)", () => {
  it.each<[string, unknown, string, unknown]>([
    ["themes that are no list", { themes: {} }, "INVALID_THEME", "themes"],
    ["a theme that is none", { themes: [null] }, "INVALID_THEME", "theme"],
    ["a theme without an id", { themes: [{ name: "A" }] }, "INVALID_THEME", "id"],
    ["a theme without a name", { themes: [{ id: "a", name: "" }] }, "INVALID_THEME", "name"],
    ["an id twice", { themes: [theme, theme] }, "INVALID_THEME", "id"],
    ["a description that is no text", { themes: [{ ...theme, description: 7 }] }, "INVALID_THEME", "description"],
    ["keywords in one text", { themes: [{ ...theme, keywords: "a, b" }] }, "INVALID_THEME", "keywords"],
    ["aliases that are no texts", { themes: [{ ...theme, aliases: [7] }] }, "INVALID_THEME", "aliases"],
    ["an example that is none", { examples: [null] }, "INVALID_PAPER", "themes"],
    ["an example without a list of themes", { examples: [{ paper: first }] }, "INVALID_PAPER", "themes"],
    ["an example without a paper", { examples: [{ themes: ["a"] }] }, "INVALID_PAPER", "paper"],
    ["a theme of an example without a name", { examples: [{ paper: first, themes: [""] }] }, "INVALID_THEME", "themes"],
    ["a hole among the examples", { examples: new Array(2) }, "INVALID_PAPER", "themes"],
    ["a background that is none", { themes: [theme], background: [null] }, "INVALID_PAPER", "paper"],
  ])("refuses %s", (_, input, code, field) => {
    for (const ask of [fitTagger, crossValidateTagger, learningCurve]) {
      expect(refusal(() => ask(input as TaggerInput))).toEqual([code, field]);
    }
  });

  it("takes null, undefined and absent for the same in a theme, and keeps neither", () => {
    const other = { id: "b", name: "exploration", parents: ["a"] };
    const wanted = fitTagger({ themes: [theme, other] });
    for (const nothing of [null, undefined]) {
      const bare = { description: nothing, keywords: nothing, aliases: nothing };
      const themes = [
        { ...theme, ...bare, parents: nothing },
        { ...bare, ...other },
      ];
      for (const method of ["auto", "names"] as const) {
        const tagger = fitTagger({ themes: themes as never }, { method });
        expect(tagger.themes).toStrictEqual([theme, other]);
        expect(tagPapers(deserialize(serialize(tagger)) as typeof tagger, papers)).toEqual(tagPapers(tagger, papers));
      }
      expect(tagPapers(fitTagger({ themes: themes as never }), papers)).toEqual(tagPapers(wanted, papers));
      expect(discoverThemes(papers, { k: 3, seeds: [themes[0]] as never }).themes[0]!.id).toBe("a");
    }
  });

  it.each<[string, unknown, RegExp]>([
    [
      "a part that is not known",
      { themes: [theme], backgruond: papers },
      /fitTagger: unknown option `backgruond`.*`background`/,
    ],
    ["examples that are no list", { themes: [theme], examples: {} }, /expected `examples` to be an array/],
    ["a model that is none", { themes: [theme], model: { themes: [] } }, /expected `model` to be a model/],
  ])("refuses %s", (_, input, message) => {
    expect(refusal(() => fitTagger(input as TaggerInput))).toEqual(["INVALID_OPTION", undefined]);
    expect(() => fitTagger(input as TaggerInput)).toThrow(message);
    expect(refusal(() => crossValidateTagger(input as TaggerInput))?.[0]).toBe("INVALID_OPTION");
  });

  it("says that neither themes nor papers have a word", () => {
    expect(() => fitTagger({ themes: [{ id: "a", name: "the of" }] })).toThrow(
      /^fitTagger: expected words in the themes/,
    );
  });

  it("gives a paper that is an example twice the themes of both", () => {
    const both = { themes: [theme], examples: [{ paper: first!, themes: ["a"] }] };
    const again = { ...both, examples: [...both.examples, { paper: first!, themes: ["b"] }] };
    expect(tagPapers(fitTagger(again), papers)).toEqual(
      tagPapers(fitTagger({ themes: [theme], examples: [{ paper: first!, themes: ["a", "b"] }] }), papers),
    );
  });

  it("takes what is said of a paper of the model as an example over what the model says", () => {
    const model = discoverThemes(papers, { k: 3 });
    const [one, other] = model.themes.map(({ id }) => id) as [string, string];
    const paper = papers.find(({ id }) => model.themes[0]!.paperIds.includes(id))!;
    const tagger = fitTagger({ model, examples: [{ paper, themes: [other] }] });
    const labelled = [...tagger.memory.labelledRows].map((row) => tagger.memory.paperIds[row]);
    expect(labelled.filter((id) => id === paper.id)).toHaveLength(1);
    expect(tagPapers(tagger, [paper], { abstain: false, limit: 1 })[0]!.tags[0]!.themeId).not.toBe(one);
  });
});

describe("correctTagger(tagger, corrections)", () => {
  it("takes null for no themes", () => {
    const tagger = fitTagger({ themes: [theme] });
    const wanted = correctTagger(tagger, [{ paper: first!, add: ["a"] }]);
    expect(correctTagger(tagger, [{ paper: first!, add: ["a"], remove: null as never }])).toEqual(wanted);
  });

  it("refuses lists of themes that are none", () => {
    const tagger = fitTagger({ themes: [theme] });
    expect(refusal(() => correctTagger(tagger, [{ paper: first!, add: "a" as never }]))?.[0]).toBe("INVALID_OPTION");
  });
});

describe("suggestExamples(tagger, papers)", () => {
  const tagger = fitTagger({
    themes: [theme],
    examples: [
      { paper: first!, themes: ["a"] },
      { paper: second!, themes: ["b"] },
    ],
  });

  it("knows no paper nearer than another where none has words in common with the tagger", () => {
    const strangers = ["x", "y"].map((id) => paperOf(id, "Zzyzx qwfp"));
    expect(suggestExamples(tagger, strangers)).toHaveLength(2);
  });

  it("refuses an analyzer that gives no terms", () => {
    for (const analyzer of [{}, null, "words"]) {
      expect(refusal(() => suggestExamples(tagger, papers, { analyzer: analyzer as never }))?.[0]).toBe(
        "INVALID_OPTION",
      );
      expect(refusal(() => tagPapers(tagger, papers, { analyzer: analyzer as never }))?.[0]).toBe("INVALID_OPTION");
    }
  });
});

describe("crossValidateTagger(input)", () => {
  it("has no accuracy where no example has a theme, and refuses options that are none", () => {
    const examples = papers.map((paper) => ({ paper, themes: [] }));
    const report = crossValidateTagger({ themes: [theme], examples }, { folds: 2 });
    expect(report.accuracy).toBe(0);
    expect(report.confusions).toEqual([]);
    for (const name of ["fit", "tag"]) {
      expect(refusal(() => crossValidateTagger({ themes: [theme], examples }, { [name]: null as never }))?.[0]).toBe(
        "INVALID_OPTION",
      );
    }
  });

  it("lists confusions by their number, then by theme", () => {
    const examples = demonstration.slice(0, 80).map((paper) => ({ paper, themes: [paper.themes[0]!] }));
    const { confusions } = crossValidateTagger({ examples }, { folds: 4 });
    const keys = confusions.map(({ gold, given, papers: n }) => [String(1000 - n), gold, given].join(" "));
    expect(keys).toEqual([...keys].sort());
    expect(confusions.length).toBeGreaterThan(3);
  });
});
