import { describe, expect, it } from "vitest";
import {
  assignThemes,
  deserialize,
  discoverThemes,
  fitTagger,
  isThemataError,
  mergeThemes,
  movePapers,
  renderCsv,
  renderHtml,
  serialize,
  splitTheme,
  suggestExamples,
  type ThemeModel,
  tagPapers,
  themeTree,
  updateThemes,
} from "../../src/index.js";
import { demonstration } from "../fixtures.js";

const papers = demonstration.slice(0, 30);
const model = discoverThemes(papers, { k: 3, method: "kmeans" });
const ids = model.themes.map(({ id }) => id);
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

const verbs: Readonly<Record<string, (model: ThemeModel) => unknown>> = {
  assignThemes: (of) => assignThemes(of, papers),
  updateThemes: (of) => updateThemes(of, demonstration.slice(30, 33)),
  mergeThemes: (of) => mergeThemes(of, ids.slice(0, 2)),
  splitTheme: (of) => splitTheme(of, ids[0]!, { k: 2 }),
  movePapers: (of) => movePapers(of, [papers[0]!.id], ids[0]!),
  renderHtml: (of) => renderHtml(of, papers),
  fitTagger: (of) => fitTagger({ model: of }),
};
const readers: Readonly<Record<string, (model: ThemeModel) => unknown>> = { themeTree, renderCsv };

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return isThemataError(error, "INVALID_OPTION") ? error.message : `not refused: ${String(error)}`;
  }
  return "not refused";
}

describe("a model that is no longer as it was made", () => {
  it.each(Object.entries(verbs))("is refused by %s where JSON took its typed arrays, with what to do", (name, verb) => {
    expect(refusal(() => verb(throughJson(model)))).toMatch(`${name}: expected \`model\` to be`);
    expect(refusal(() => verb(throughJson(model)))).toContain("use serialize and deserialize");
  });

  it.each(Object.entries(readers))("is read by %s after JSON, as it needs no vectors", (_, reader) => {
    expect(reader(throughJson(model))).toEqual(reader(model));
  });

  it.each(Object.entries({ ...verbs, ...readers }))(
    "is refused by %s where a theme or a paper was taken out",
    (_, verb) => {
      const { themes, assignments, papers: held } = model;
      for (const part of [
        { themes: themes.slice(1) },
        { papers: held.slice(1) },
        { assignments: assignments.slice(1) },
      ]) {
        expect(refusal(() => verb({ ...model, ...part }))).toContain("mergeThemes and its like change them");
      }
    },
  );

  it("or a tagger is refused likewise", () => {
    const tagger = fitTagger({ themes: [{ id: "a", name: "bandits" }], background: papers });
    for (const altered of [throughJson(tagger), { ...tagger, themes: [] }]) {
      expect(refusal(() => tagPapers(altered, papers))).toContain("use serialize and deserialize");
      expect(refusal(() => suggestExamples(altered, papers))).toContain("use serialize and deserialize");
    }
  });

  const moved = [{ paperId: papers[0]!.id, themeId: "no-theme" }];
  const astray: ThemeModel = { ...model, decisions: { ...model.decisions, moved } };

  it.each(Object.entries(verbs))(
    "is refused by %s where a paper was moved to a theme that is not there",
    (name, verb) => {
      expect(() => verb(astray)).toThrow(
        expect.objectContaining({
          code: "UNKNOWN_THEME",
          message: expect.stringContaining(`${name}, model.decisions`),
        }),
      );
    },
  );

  it("is refused by deserialize where a paper was moved to a theme that is not there", () => {
    expect(() => deserialize(serialize(astray))).toThrow(
      expect.objectContaining({ code: "MODEL_FORMAT", message: expect.stringContaining("decisions.moved") }),
    );
  });
});
