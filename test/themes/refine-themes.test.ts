import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  alignThemes,
  assignThemes,
  deserialize,
  discoverThemes,
  isThemataError,
  mergeThemes,
  movePapers,
  type Paper,
  renameTheme,
  serialize,
  splitTheme,
  type ThemeModel,
  updateThemes,
} from "../../src/index.js";
import { demonstration } from "../fixtures.js";

const model = discoverThemes(demonstration, { k: 8 });
const [first, second, third] = model.themes.map(({ id }) => id) as [string, string, string];

const idsOf = ({ themes }: ThemeModel): string[] => themes.map(({ id }) => id);
const papersOf = ({ themes }: ThemeModel, id: string): readonly string[] =>
  themes.find((theme) => theme.id === id)!.paperIds;
const scoreOf = ({ assignments }: ThemeModel, paperId: string, id: string): number =>
  assignments.find((assignment) => assignment.paperId === paperId)!.themes.find(({ themeId }) => themeId === id)
    ?.score ?? 0;

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    return isThemataError(error) ? error.code : String(error);
  }
  return undefined;
}

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

/** What a person has decided so far, followed beside the model. */
interface Followed {
  model: ThemeModel;
  papers: Paper[];
  names: Map<string, string>;
  moves: Map<string, string>;
  together: [string, string][];
  later: Paper[];
}

type Step = (followed: Followed, pick: <T>(items: readonly T[]) => T) => void;

const retarget = (followed: Followed, from: string, to: string): void => {
  for (const [paper, theme] of followed.moves) if (theme === from) followed.moves.set(paper, to);
  const name = followed.names.get(from);
  if (name !== undefined && !followed.names.has(to)) followed.names.set(to, name);
  followed.names.delete(from);
};

const steps: Record<string, Step> = {
  rename: (followed, pick) => {
    const id = pick(idsOf(followed.model));
    followed.names.set(id, `Name ${followed.names.size} of ${id}`);
    followed.model = renameTheme(followed.model, id, followed.names.get(id)!);
  },
  merge: (followed, pick) => {
    const into = pick(idsOf(followed.model));
    const gone = pick(idsOf(followed.model));
    if (into === gone || followed.model.themes.length < 3) return;
    const pair = [papersOf(followed.model, into)[0], papersOf(followed.model, gone)[0]];
    if (pair.every((id) => id !== undefined)) followed.together.push(pair as [string, string]);
    followed.model = mergeThemes(followed.model, [into, gone]);
    retarget(followed, gone, into);
  },
  split: (followed, pick) => {
    const { id, paperIds } = pick(followed.model.themes);
    if (paperIds.length < 6) return;
    followed.model = splitTheme(followed.model, id, { k: 2 });
    const themeOf = new Map(followed.model.themes.flatMap((theme) => theme.paperIds.map((paper) => [paper, theme.id])));
    for (const [paper, theme] of followed.moves) if (theme === id) followed.moves.set(paper, themeOf.get(paper)!);
    followed.together = followed.together.filter(([a, b]) => themeOf.get(a) === themeOf.get(b));
  },
  move: (followed, pick) => {
    const paper = pick(followed.papers).id;
    const theme = pick(idsOf(followed.model));
    followed.moves.set(paper, theme);
    followed.together = followed.together.filter((pair) => !pair.includes(paper));
    followed.model = movePapers(followed.model, [paper], theme);
  },
  update: (followed) => {
    const papers = followed.later.splice(0, 10);
    followed.papers.push(...papers);
    followed.model = updateThemes(followed.model, papers).model;
  },
  refit: (followed) => {
    const k = Math.max(2, followed.model.themes.length);
    followed.model = alignThemes(followed.model, discoverThemes(followed.papers, { k, method: "kmeans" })).model;
    followed.together = [];
  },
  reload: (followed) => {
    followed.model = deserialize(serialize(followed.model)) as ThemeModel;
  },
};

describe("decisions of a person", () => {
  it("hold through 50 random sequences of decisions, updates, refits, saves and loads", () => {
    const start = discoverThemes(demonstration.slice(0, 80), { k: 5, method: "kmeans" });
    const choices = fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(), fc.nat()), {
      minLength: 4,
      maxLength: 9,
    });
    fc.assert(
      fc.property(choices, (sequence) => {
        const followed: Followed = {
          model: start,
          papers: demonstration.slice(0, 80),
          names: new Map(),
          moves: new Map(),
          together: [],
          later: demonstration.slice(80, 160),
        };
        for (const [name, a, b] of sequence) {
          const numbers = [a, b];
          steps[name]!(followed, (items) => items[(numbers.shift() ?? 0) % items.length]!);
          const { model: now, papers, names, moves, together } = followed;
          for (const [id, label] of names) expect(now.themes.find((theme) => theme.id === id)?.label).toBe(label);
          for (const [paper, theme] of moves) expect(papersOf(now, theme)).toContain(paper);
          const themeOf = new Map(now.themes.flatMap((theme) => theme.paperIds.map((paper) => [paper, theme.id])));
          for (const [one, other] of together) expect(themeOf.get(one)).toBe(themeOf.get(other));
          for (const { themeId, from } of now.decisions.merged) {
            expect(idsOf(now)).toContain(themeId);
            expect(from.filter((id) => idsOf(now).includes(id))).toEqual([]);
          }
          expect(new Set(idsOf(now)).size).toBe(now.themes.length);
          expect(now.papers.map(({ id }) => id)).toEqual(papers.map(({ id }) => id));
        }
        expect(assignThemes(followed.model, followed.papers)).toEqual(followed.model.assignments);
      }),
      { numRuns: 50, seed: 7 },
    );
  });
});
