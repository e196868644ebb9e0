import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assignThemes,
  deserialize,
  discoverThemes,
  mergeThemes,
  movePapers,
  type Paper,
  renameTheme,
  serialize,
  type ThemeModel,
  updateThemes,
} from "../../src/index.js";
import { codeOf, demonstration, paperOf } from "../fixtures.js";

/** The demonstration corpus without the papers on learning from human feedback, which come later. */
const planted = demonstration.filter(({ themes }) => themes[0] === "rlhf");
const others = demonstration.filter(({ themes }) => themes[0] !== "rlhf");
const fitted = others.slice(0, 124);
const usual = others.slice(124);
const model = discoverThemes(fitted, { k: 8 });

const stranger = paperOf(
  "recipe",
  "Slow-roasted lamb with rosemary",
  "Rub the lamb with garlic, rosemary and coarse salt. Roast it slowly until the meat falls from the bone. Serve with potatoes.",
);

const dishes = ["lamb", "trout", "beet", "quince", "rye", "leek", "plum"];
const recipes = Array.from({ length: 28 }, (_, i) => {
  const [dish, side] = [dishes[i % 7]!, dishes[(i + 1 + (i >> 2)) % 7]!];
  return paperOf(`r${i}`, `Braised ${dish} with ${side}`, `Simmer ${dish}, add ${side} and pepper; serve hot.`);
});

const idsOf = ({ themes }: ThemeModel): string[] => themes.map(({ id }) => id);
const namesOf = ({ themes }: ThemeModel): string[][] => themes.map(({ id, label }) => [id, label]);

describe("updateThemes(model, newPapers)", () => {
  const { model: updated, changes } = updateThemes(model, usual);

  it("gives papers that fit the themes that assignThemes gives them, and leaves every earlier paper", () => {
    expect(updated.assignments.slice(fitted.length)).toEqual(assignThemes(model, usual));
    expect(updated.assignments.slice(0, fitted.length)).toEqual(model.assignments);
    expect(assignThemes(updated, others)).toEqual(updated.assignments);
    expect(namesOf(updated)).toEqual(namesOf(model));
    expect(model.papers.length).toBe(fitted.length);
  });

  it("finds the phrases it knows in new papers, be it in one of many", () => {
    const one = paperOf("one", "Bounds", "The minimax rate of this bandit is known.");
    const { phraseTable, papers } = updateThemes(model, [...recipes, one]).model;
    const { indptr, indices } = phraseTable.matrix;
    const held = Array.from(indices.slice(indptr[papers.length - 1], indptr[papers.length]));
    expect(held.map((column) => phraseTable.keys[column])).toEqual(expect.arrayContaining(["bandit", "minimax"]));
  });

  it("counts what grew, against the papers that each theme would have had at the same pace", () => {
    expect(changes.added).toBe(usual.length);
    expect(changes.new).toEqual([]);
    expect(changes.moved).toEqual([]);
    expect(changes.shrunk).toEqual([]);
    const arrived = changes.grown.flatMap(({ paperIds }) => paperIds);
    expect([...arrived, ...changes.waiting].sort()).toEqual(usual.map(({ id }) => id).sort());
    for (const { themeId, before, after, expected, paperIds } of changes.grown) {
      expect(before).toBe(model.themes.find(({ id }) => id === themeId)!.paperIds.length);
      expect(after).toBe(before + paperIds.length);
      expect(expected).toBeCloseTo((before * others.length) / fitted.length, 10);
    }
  });

  it("makes a theme of papers that are new together: most of them, and few others", () => {
    const { model: wider, changes: found } = updateThemes(model, [...usual, ...planted]);
    expect(found.new.length).toBe(1);
    const [born] = found.new;
    const right = born!.paperIds.filter((id) => planted.some((paper) => paper.id === id)).length;
    expect(right / planted.length).toBeGreaterThan(0.8);
    expect(right / born!.paperIds.length).toBeGreaterThan(0.6);
    expect(idsOf(wider)).toEqual([...idsOf(model), born!.themeId]);
    expect(assignThemes(wider, [...others, ...planted])).toEqual(wider.assignments);
    for (const { paperId, from, to } of found.moved) {
      expect(model.assignments.find((a) => a.paperId === paperId)!.themes[0]?.themeId).toBe(from);
      expect(wider.assignments.find((a) => a.paperId === paperId)!.themes[0]?.themeId).toBe(to);
    }
  });

  it("makes none where nearly all papers are new", () => {
    const tiny = discoverThemes(demonstration.slice(0, 20), { k: 2 });
    expect(updateThemes(tiny, demonstration.slice(20)).changes.new).toEqual([]);
  });

  it("finds what is new among the latest papers, whichever came between", () => {
    const small = discoverThemes(others.slice(0, 60), { k: 4 });
    const between = updateThemes(small, others.slice(60, 110), { propose: false }).model;
    const { changes: found } = updateThemes(between, planted);
    expect(found.new.length).toBe(1);
    expect(planted.filter(({ id }) => found.new[0]!.paperIds.includes(id)).length).toBeGreaterThan(planted.length / 2);
  });

  it("asks for a refit where many papers fit no theme, and where their words are unknown", () => {
    const { refit } = updateThemes(model, recipes, { propose: false }).changes;
    expect(refit.due).toBe(true);
    expect(refit.reasons.join(" ")).toMatch(/fit no theme\..*more unknown terms/);
    expect(refit.waiting).toBeGreaterThan(0.5);
    expect(refit.unknownTerms).toBeGreaterThan(0.05);
  });

  it("makes none where `propose` is false", () => {
    const { model: same, changes: found } = updateThemes(model, [...usual, ...planted], { propose: false });
    expect(found.new).toEqual([]);
    expect(idsOf(same)).toEqual(idsOf(model));
  });

  it("takes no paper of the fit for a stranger, under whichever id it comes, and a paper with more unknown words for one", () => {
    const again = fitted.map((paper) => ({ ...paper, id: `${paper.id} again` }));
    const themesOf = ({ assignments }: Pick<ThemeModel, "assignments">): unknown =>
      assignments.map(({ themes }) => themes);
    expect(themesOf({ assignments: assignThemes(model, again) })).toEqual(themesOf(model));
    const day = updateThemes(model, again, { propose: false });
    expect(day.changes.waiting).toEqual([]);
    expect(assignThemes(day.model, again)).toEqual(day.model.assignments.slice(fitted.length));
    const others = Array.from({ length: 400 }, (_, i) => `zq${i}x`).join(" ");
    const unknown = again.map((paper) => ({
      ...paper,
      id: `${paper.id} longer`,
      abstract: `${paper.abstract} ${others}`,
    }));
    expect(updateThemes(model, unknown, { propose: false }).changes.waiting.length).toBeGreaterThan(100);
  });

  it("lets papers that fit no theme wait, day after day", () => {
    const day = updateThemes(model, [stranger]);
    expect(day.changes.waiting).toEqual(["recipe"]);
    expect(day.model.assignments.at(-1)).toEqual({ paperId: "recipe", themes: [] });
    const next = updateThemes(deserialize(serialize(day.model)) as ThemeModel, usual);
    expect(next.changes.waiting).toContain("recipe");
    expect(assignThemes(next.model, [stranger])[0]!.themes).toEqual([]);
  });

  it("leaves papers that the model has already, and says so", () => {
    const again = updateThemes(model, [fitted[3]!, usual[0]!]);
    expect(again.changes).toMatchObject({ added: 1, alreadyKnown: [fitted[3]!.id] });
    expect(again.model.papers.length).toBe(fitted.length + 1);
    expect(updateThemes(model, []).model).toEqual(model);
    expect(updateThemes(model, fitted.slice(0, 2)).changes).toMatchObject({ added: 0, grown: [], moved: [] });
  });

  it("takes papers without text, and keeps the date, venue and authors of those that have them", () => {
    const empty = paperOf("empty", "");
    const full: Paper = { ...usual[0]!, date: "2026-01-02", venue: "V", authors: ["A"] };
    const { model: both, changes: found } = updateThemes(model, [empty, full]);
    expect(found.waiting).toEqual(["empty"]);
    expect(both.papers.at(-1)).toMatchObject({ id: full.id, date: "2026-01-02", venue: "V", authors: ["A"] });
  });

  it("keeps names, merges and moves, also on the day of a new theme", () => {
    const [first, second, third] = idsOf(model) as [string, string, string];
    const mover = model.themes[2]!.paperIds[0]!;
    const decided = movePapers(renameTheme(mergeThemes(model, [first, second]), first, "Mine"), [mover], first);
    const { model: wider } = updateThemes(decided, [...usual, ...planted]);
    const mine = wider.themes.find(({ id }) => id === first)!;
    expect(mine.label).toBe("Mine");
    expect(mine.paperIds).toContain(mover);
    expect(idsOf(wider)).not.toContain(second);
    expect(idsOf(wider)).toContain(third);
  });

  it("asks for a refit once the papers have doubled, and not before", () => {
    expect(changes.refit).toMatchObject({ due: false, reasons: [], growth: usual.length / fitted.length });
    const small = discoverThemes(others.slice(0, 40), { k: 4 });
    const { refit } = updateThemes(small, others.slice(40, 80)).changes;
    expect(refit.due).toBe(true);
    expect(refit.growth).toBe(1);
    expect(refit.reasons[0]).toContain("100 %");
  });

  it("gives the same however often it is asked, and after saving", () => {
    const once = updateThemes(model, [...usual, ...planted]);
    const loaded = deserialize(serialize(model)) as ThemeModel;
    const twice = updateThemes(loaded, [...usual, ...planted]);
    expect(twice.changes).toEqual(once.changes);
    expect(Buffer.compare(serialize(twice.model), serialize(once.model))).toBe(0);
  });

  it("keeps ids and labels whichever papers come on whichever day", () => {
    const later = [...usual, ...planted];
    const days = fc.tuple(fc.shuffledSubarray(later, { minLength: 6, maxLength: 20 }), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(days, ([papers, cut]) => {
        const one = updateThemes(model, papers.slice(0, cut)).model;
        const two = updateThemes(one, papers.slice(cut)).model;
        expect(namesOf(two).slice(0, 8)).toEqual(namesOf(model));
        expect(two.papers.map(({ id }) => id)).toEqual([...fitted, ...papers].map(({ id }) => id));
        const held = two.themes.flatMap(({ paperIds }) => paperIds).length;
        expect(held + two.papers.filter(({ waiting }) => waiting).length).toBe(two.papers.length);
      }),
      { numRuns: 5, seed: 3 },
    );
  });

  it("goes by the caller's vectors where the model was fitted with them, and asks for them", () => {
    const side = (i: number, at: number): number[] => [0, 1, 2].map((d) => (d === at ? 1 : 0.01 * ((i * (d + 2)) % 7)));
    const known = others.slice(0, 40);
    const own = discoverThemes(known, { k: 2, vectors: known.map((_, i) => side(i, i % 2)) });
    const vectors = planted.map((_, i) => side(i, 2));
    const { changes: found } = updateThemes(own, planted, { vectors });
    expect(found.new.map(({ paperIds }) => paperIds.length)).toEqual([planted.length]);
    expect(() => updateThemes(own, planted)).toThrow("`vectors`");
    const data = Float64Array.from(vectors.flat());
    const rows = planted.length;
    expect(updateThemes(own, planted, { vectors: { rows, columns: 3, data } }).changes).toEqual(found);
    for (const wrong of [
      { rows, columns: 3, data: data.slice(1) },
      { rows, columns: 3, data: [...data] as never },
    ]) {
      expect(() => updateThemes(own, planted, { vectors: wrong })).toThrow("rows x columns numbers");
    }
    const seeds = [{ id: "a", name: "reward" }];
    expect(() => discoverThemes(known, { seeds, vectors: known.map((_, i) => side(i, 0)) })).toThrow("`seeds`");
  });

  it("refuses papers that are no papers, and an id twice", () => {
    expect(codeOf(() => updateThemes(model, [usual[0]!, usual[0]!]))).toBe("DUPLICATE_PAPER_ID");
    expect(codeOf(() => updateThemes(model, [{ title: "no id" } as never]))).toBe("INVALID_PAPER");
    expect(codeOf(() => updateThemes(model, usual, { proposed: true } as never))).toBe("INVALID_OPTION");
  });
});
