import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assignThemes,
  discoverThemes,
  mergeThemes,
  movePapers,
  type Paper,
  renameTheme,
  splitTheme,
  type ThemeModel,
} from "../../src/index.js";
import { codeOf, demonstration } from "../fixtures.js";
import { brokenDecisions, sequences } from "./followed-decisions.js";

const model = discoverThemes(demonstration, { k: 8 });
const [first, second, third] = model.themes.map(({ id }) => id) as [string, string, string];

const idsOf = ({ themes }: ThemeModel): string[] => themes.map(({ id }) => id);
const papersOf = ({ themes }: ThemeModel, id: string): readonly string[] =>
  themes.find((theme) => theme.id === id)!.paperIds;
const scoreOf = ({ assignments }: ThemeModel, paperId: string, id: string): number =>
  assignments.find((assignment) => assignment.paperId === paperId)!.themes.find(({ themeId }) => themeId === id)
    ?.score ?? 0;

describe("renameTheme(model, id, label)", () => {
  it("gives a new model with the label and leaves the old one", () => {
    const renamed = renameTheme(model, first, "  My own name ");
    expect(renamed.themes[0]!.label).toBe("  My own name ");
    expect(renamed.themes[0]!.id).toBe(first);
    expect(model.themes[0]!.label).not.toBe(renamed.themes[0]!.label);
    expect(model.decisions.renamed).toEqual([]);
  });

  it("refuses unknown themes with the nearest id, and empty labels", () => {
    expect(() => renameTheme(model, `${first}x`, "A")).toThrow(`Did you mean "${first}"`);
    expect(codeOf(() => renameTheme(model, "no such theme at all", "A"))).toBe("UNKNOWN_THEME");
    for (const label of ["", " ", null, 3]) {
      expect(codeOf(() => renameTheme(model, first, label as never))).toBe("INVALID_OPTION");
    }
  });
});

describe("mergeThemes(model, ids)", () => {
  const merged = mergeThemes(model, [second, first]);

  it("puts the papers of all into the first named, and leaves every other theme as it was", () => {
    expect(merged.themes.length).toBe(7);
    expect([...papersOf(merged, second)].sort()).toEqual(
      [...papersOf(model, first), ...papersOf(model, second)].sort(),
    );
    for (const id of idsOf(merged)) if (id !== second) expect(papersOf(merged, id)).toEqual(papersOf(model, id));
    expect(assignThemes(merged, demonstration)).toEqual(merged.assignments);
  });

  it("keeps the label of the first named, or takes a name that a person gave", () => {
    const labelOf = (of: ThemeModel, id: string): string => of.themes.find((theme) => theme.id === id)!.label;
    expect(labelOf(merged, second)).toBe(labelOf(model, second));
    expect(labelOf(mergeThemes(renameTheme(model, first, "Given"), [second, first]), second)).toBe("Given");
  });

  it("refuses fewer than two different themes, and unknown ones", () => {
    expect(codeOf(() => mergeThemes(model, [first, first]))).toBe("INVALID_OPTION");
    expect(codeOf(() => mergeThemes(model, []))).toBe("INVALID_OPTION");
    expect(codeOf(() => mergeThemes(model, [first, "__proto__"]))).toBe("UNKNOWN_THEME");
  });
});

describe("splitTheme(model, id, { k })", () => {
  const split = splitTheme(model, first, { k: 3 });

  it("divides the theme's papers among k parts, and leaves every other theme as it was", () => {
    expect(split.themes.length).toBe(10);
    const parts = split.themes.filter(({ id }) => id === first || !idsOf(model).includes(id));
    expect(parts.length).toBe(3);
    expect(parts.every(({ paperIds }) => paperIds.length > 0)).toBe(true);
    expect(parts.flatMap(({ paperIds }) => paperIds).sort()).toEqual([...papersOf(model, first)].sort());
    for (const id of idsOf(model)) if (id !== first) expect(papersOf(split, id)).toEqual(papersOf(model, id));
    expect(assignThemes(split, demonstration)).toEqual(split.assignments);
    expect(new Set(split.themes.map(({ label }) => label.toLowerCase())).size).toBe(10);
  });

  it("divides parts and merged themes again", () => {
    const merged = mergeThemes(split, [second, first]);
    const again = splitTheme(splitTheme(merged, second, { k: 2 }), third, { k: 2 });
    expect(again.themes.length).toBe(11);
    expect(again.themes.flatMap(({ paperIds }) => paperIds).length).toBe(demonstration.length);
    expect(assignThemes(again, demonstration)).toEqual(again.assignments);
    expect(idsOf(again)).not.toContain(first);
  });

  it("refuses fewer than two parts and more parts than papers", () => {
    expect(codeOf(() => splitTheme(model, first, { k: 1 }))).toBe("INVALID_OPTION");
    expect(codeOf(() => splitTheme(model, first, { k: 500 }))).toBe("TOO_FEW_PAPERS");
    expect(codeOf(() => splitTheme(model, "nothing", { k: 2 }))).toBe("UNKNOWN_THEME");
  });
});

describe("movePapers(model, paperIds, themeId)", () => {
  const mover = papersOf(model, first)[0]!;
  const moved = movePapers(model, [mover], second);

  it("puts the papers where the person wants them and keeps them there", () => {
    expect(papersOf(moved, second)).toContain(mover);
    expect(papersOf(moved, first)).not.toContain(mover);
    expect(moved.assignments.find(({ paperId }) => paperId === mover)!.themes).toEqual([{ themeId: second, score: 1 }]);
    expect(assignThemes(moved, demonstration)).toEqual(moved.assignments);
    expect(papersOf(movePapers(moved, [mover], first), first)).toContain(mover);
  });

  it("lets papers like the moved one lean the same way", () => {
    const twin: Paper = { ...demonstration.find(({ id }) => id === mover)!, id: "twin" };
    const scoreIn = (of: ThemeModel): number =>
      assignThemes(of, [twin])[0]!.themes.find(({ themeId }) => themeId === second)?.score ?? 0;
    expect(scoreIn(moved)).toBeGreaterThan(scoreIn(model));
    const others = papersOf(model, first).filter((id) => id !== mover);
    const lean = (of: ThemeModel): number => others.reduce((sum, id) => sum + scoreOf(of, id, second), 0);
    expect(lean(moved)).toBeGreaterThan(lean(model));
  });

  it("refuses unknown papers and themes", () => {
    expect(codeOf(() => movePapers(model, ["constructor"], first))).toBe("UNKNOWN_PAPER");
    expect(codeOf(() => movePapers(model, [mover], "constructor"))).toBe("UNKNOWN_THEME");
    expect(codeOf(() => movePapers(model, mover as never, first))).toBe("INVALID_OPTION");
  });
});

describe("decisions of a person", () => {
  it("hold through random sequences of decisions, updates, refits, saves and loads", () => {
    const [papers, later] = [demonstration.slice(0, 36), demonstration.slice(36, 66)];
    const start = discoverThemes(papers, { k: 4, method: "kmeans" });
    fc.assert(
      fc.property(sequences(3, 6), (sequence) => {
        expect(brokenDecisions(start, papers, later, sequence)).toEqual([]);
      }),
      { numRuns: 10, seed: 7 },
    );
  });
});

describe("splitTheme(model, id) of a theme that papers were moved to", () => {
  const mover = papersOf(model, second)[0]!;
  const moved = movePapers(model, [mover], first);

  it("keeps each decision, with the part that the paper is nearest to", () => {
    const split = splitTheme(movePapers(moved, [papersOf(model, first)[1]!], third), first, { k: 2 });
    const parts = split.themes.map(({ id }) => id).filter((id) => id === first || !idsOf(model).includes(id));
    const [decision, elsewhere] = split.decisions.moved;
    expect(parts).toContain(decision!.themeId);
    expect(papersOf(split, decision!.themeId)).toContain(mover);
    expect(elsewhere).toEqual({ paperId: papersOf(model, first)[1]!, themeId: third });
    expect(assignThemes(split, demonstration)).toEqual(split.assignments);
  });

  it("keeps the decisions on papers that the model lacks with the part that keeps the id", () => {
    const absent = { paperId: "gone", themeId: first };
    const remembered = { ...model, decisions: { ...model.decisions, moved: [absent] } };
    const split = splitTheme(remembered, first, { k: 2 });
    expect(split.decisions.moved).toEqual([absent]);
    expect(papersOf(mergeThemes(split, [second, third]), first)).toEqual(papersOf(split, first));
  });

  it("parts of one theme and of another stay apart by decisions of their own", () => {
    const both = splitTheme(splitTheme(model, first, { k: 2 }), second, { k: 2 });
    expect(both.decisions.split.map(({ themeId }) => themeId)).toEqual([first, second]);
    const again = splitTheme(both, both.decisions.split[1]!.into[1]!, { k: 2 });
    expect(again.decisions.split.map(({ into }) => into.length)).toEqual([2, 3]);
  });
});
