import { describe, expect, it } from "vitest";
import { alignThemes, assignThemes, discoverThemes, mergeThemes, movePapers, renameTheme } from "../../src/index.js";
import { demonstration } from "../fixtures.js";

const old = discoverThemes(demonstration.slice(0, 120), { k: 6 });
const refit = discoverThemes(demonstration, { k: 7 });

describe("alignThemes(old, refitted)", () => {
  it("gives themes found again their old ids and labels, one to one, and says what is new and gone", () => {
    const { model, changes } = alignThemes(old, refit);
    const kept = changes.filter(({ status }) => status === "kept");
    expect(kept.length).toBeGreaterThan(2);
    for (const { themeId, label, before, after, overlap } of kept) {
      expect(old.themes.find(({ id }) => id === themeId)).toMatchObject({ label });
      expect(old.themes.find(({ id }) => id === themeId)!.paperIds.length).toBe(before);
      expect(model.themes.find(({ id }) => id === themeId)!.paperIds.length).toBe(after);
      expect(overlap).toBeGreaterThanOrEqual(0.25);
    }
    expect(new Set(model.themes.map(({ id }) => id)).size).toBe(7);
    expect(changes.length).toBe(7 + old.themes.length - kept.length);
    expect(assignThemes(model, demonstration)).toEqual(model.assignments);
  });

  it("changes nothing but names when the models are the same", () => {
    const { model, changes } = alignThemes(old, old);
    expect(model.themes).toEqual(old.themes);
    expect(changes.every(({ status, overlap }) => status === "kept" && overlap === 1)).toBe(true);
  });

  it("repeats what a person decided: names, moves and merges", () => {
    const [first, second, third] = old.themes;
    const mover = third!.paperIds[0]!;
    const decided = movePapers(
      renameTheme(mergeThemes(old, [first!.id, second!.id]), first!.id, "Mine"),
      [mover],
      first!.id,
    );
    const { model } = alignThemes(decided, discoverThemes(demonstration.slice(0, 120), { k: 6 }));
    const mine = model.themes.find(({ id }) => id === first!.id)!;
    expect(mine.label).toBe("Mine");
    expect(mine.paperIds).toContain(mover);
    expect(model.themes.length).toBe(5);
    expect(assignThemes(model, demonstration.slice(0, 120))).toEqual(model.assignments);
  });

  it("makes a named theme again around its papers where the refit lacks it", () => {
    const papers = demonstration.slice(0, 120);
    const fine = discoverThemes(papers, { k: 10 });
    const coarse = discoverThemes(papers, { k: 3 });
    const lost = new Set(
      alignThemes(fine, coarse).changes.flatMap(({ status, themeId }) => (status === "gone" ? [themeId] : [])),
    );
    expect(lost.size).toBeGreaterThan(0);
    for (const { id, paperIds } of fine.themes.filter((theme) => lost.has(theme.id))) {
      const { model, changes } = alignThemes(renameTheme(fine, id, "Mine"), coarse);
      expect(changes.find(({ themeId }) => themeId === id)!.status).toBe("restored");
      const again = model.themes.find((theme) => theme.id === id)!;
      expect(again.label).toBe("Mine");
      expect(again.paperIds.filter((paper) => paperIds.includes(paper)).length).toBeGreaterThan(paperIds.length / 2);
      expect(assignThemes(model, papers)).toEqual(model.assignments);
    }
  });
});

describe("alignThemes(old, refitted) where a person decided on a theme", () => {
  const id = old.themes[1]!.id;
  const decided = renameTheme(movePapers(old, [old.themes[1]!.paperIds[0]!], id), id, "Mine");

  it("says that it is gone where the refit has none of its papers", () => {
    const { model, changes } = alignThemes(decided, discoverThemes(demonstration.slice(120), { k: 3 }));
    expect(changes.find(({ themeId }) => themeId === id)).toMatchObject({ status: "gone", after: 0 });
    expect(model.themes.map(({ label }) => label)).not.toContain("Mine");
  });

  it("brings it back where the refit has some of its papers, in a theme that is no other's", () => {
    const own = new Set(old.themes[1]!.paperIds.slice(0, 2));
    const others = demonstration.filter((paper, i) => i >= 120 || own.has(paper.id));
    const { model } = alignThemes(decided, discoverThemes(others, { k: 3 }));
    const mine = model.themes.find((theme) => theme.id === id);
    expect(mine).toMatchObject({ label: "Mine" });
    expect(mine!.paperIds).toContain([...own][0]);
  });

  it("keeps decisions on papers that the refit lacks", () => {
    const lost = demonstration.filter((paper) => paper.id !== old.themes[1]!.paperIds[0]);
    const { model } = alignThemes(decided, discoverThemes(lost, { k: 7 }));
    expect(model.decisions.moved).toEqual(decided.decisions.moved);
  });
});
