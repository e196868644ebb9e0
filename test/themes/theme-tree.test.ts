import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cutThemeTree,
  deserialize,
  discoverThemes,
  mergeThemes,
  movePapers,
  serialize,
  type ThemeModel,
  type ThemeNode,
  themeTree,
} from "../../src/index.js";
import { codeOf, demonstration } from "../fixtures.js";

const model = discoverThemes(demonstration, { k: 9 });
const tree = themeTree(model);

function leaves(node: ThemeNode): ThemeNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leaves);
}

function nodes(node: ThemeNode): ThemeNode[] {
  return [node, ...node.children.flatMap(nodes)];
}

/** Ten papers in each of four themes whose prototypes point to these places. */
function placed(points: readonly (readonly [number, number])[]): ThemeModel {
  const four = discoverThemes(demonstration.slice(0, 40), { k: points.length, method: "kmeans" });
  const paperIds = four.papers.map(({ id }) => id);
  const themes = four.themes.map((theme, t) => ({ ...theme, paperIds: paperIds.slice(10 * t, 10 * t + 10) }));
  return { ...four, themes, prototypes: { rows: points.length, columns: 2, data: Float64Array.from(points.flat()) } };
}

describe("themeTree(model)", () => {
  it("joins by Ward's rule, as worked out by hand", () => {
    const { children, height, size, label } = themeTree(
      placed([
        [1, 0],
        [0, 1],
        [0.8, 0.6],
        [0, 1],
      ]),
    );
    expect([label, size]).toEqual(["All themes", 40]);
    const heights = children.map((child) => child.height).sort((a, b) => a - b);
    // Equal prototypes cost nothing; 10 x 10 / 20 x (.2² + .6²) = 2; 20 x 20 / 40 x (.9² + .7²) = 13.
    expect(heights[0]).toBeCloseTo(0, 12);
    expect(heights[1]).toBeCloseTo(2, 12);
    expect(height).toBeCloseTo(13, 12);
    expect(children.map((child) => child.children.map((leaf) => leaf.size))).toEqual([
      [10, 10],
      [10, 10],
    ]);
  });

  it("calls an inner node by no more than one heading of either side", () => {
    const two = model.themes.map((theme) => ({
      ...theme,
      label: `${theme.phrases[0]!.phrase.replace(/ \(.*/, "")} and more`,
    }));
    const labels = nodes(themeTree({ ...model, themes: two })).flatMap(({ id, label }) => (id ? [] : label));
    expect(labels.some((label) => label.includes(" and "))).toBe(true);
    for (const label of labels) expect(label).not.toMatch(/ and .* and | and more/);
    const given = model.themes.map((theme, t) => ({ ...theme, label: `search and rescue ${t}` }));
    const kept = nodes(themeTree({ ...model, themes: given })).flatMap(({ id, label }) => (id ? [] : label));
    expect(kept.join(" ")).toMatch(/search and rescue \d and search and rescue \d/);
  });

  it("holds every theme once, with its id, label and size, the larger side first", () => {
    expect(
      leaves(tree)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(model.themes.map(({ id }) => id).sort());
    for (const { id, label, size, height } of leaves(tree)) {
      const theme = model.themes.find((t) => t.id === id)!;
      expect([label, size, height]).toEqual([theme.label, theme.paperIds.length, 0]);
    }
    for (const { id, size, height, children } of nodes(tree).filter((node) => node.children.length > 0)) {
      expect(id).toBeUndefined();
      expect(children.length).toBe(2);
      expect(children[0]!.size).toBeGreaterThanOrEqual(children[1]!.size);
      expect(children[0]!.size + children[1]!.size).toBe(size);
      for (const child of children) expect(child.height).toBeLessThanOrEqual(height + 1e-9);
    }
    expect(nodes(tree).length).toBe(17);
  });

  it("is one node for one theme, and takes a theme without papers", () => {
    const one = mergeThemes(
      model,
      model.themes.map(({ id }) => id),
    );
    expect(themeTree(one)).toEqual({
      id: one.themes[0]!.id,
      label: one.themes[0]!.label,
      size: 160,
      height: 0,
      children: [],
    });
    const emptied = movePapers(model, model.themes[8]!.paperIds, model.themes[0]!.id);
    expect(leaves(themeTree(emptied)).filter(({ size }) => size === 0).length).toBe(1);
  });

  it("is the same each time, and after saving", () => {
    expect(themeTree(model)).toEqual(tree);
    expect(themeTree(deserialize(serialize(model)) as ThemeModel)).toEqual(tree);
  });
});

describe("cutThemeTree(tree, k)", () => {
  it("gives k nodes of different names that hold every theme once, largest first", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (k) => {
        const level = cutThemeTree(tree, k);
        expect(level.length).toBe(Math.min(k, 9));
        expect(level.flatMap(leaves).length).toBe(9);
        expect(level.reduce((sum, { size }) => sum + size, 0)).toBe(tree.size);
        expect(new Set(level.map(({ label }) => label.toLowerCase())).size).toBe(level.length);
        expect(level.map(({ size }) => size)).toEqual(level.map(({ size }) => size).sort((a, b) => b - a));
      }),
    );
  });

  it("undoes the highest joins first", () => {
    const all = nodes(tree).map(({ height }) => height);
    for (let k = 2; k <= 9; k += 1) {
      const joined = cutThemeTree(tree, k).flatMap(nodes);
      const undone = all.length - joined.length;
      expect(undone).toBe(k - 1);
      const highest = [...all].sort((a, b) => b - a).slice(0, undone);
      expect(Math.max(0, ...joined.map(({ height }) => height))).toBeLessThanOrEqual(Math.min(...highest) + 1e-9);
    }
  });

  it("leaves the tree as it was, and refuses what is no number of nodes", () => {
    const before = JSON.stringify(tree);
    cutThemeTree(tree, 5);
    expect(JSON.stringify(tree)).toBe(before);
    for (const k of [0, -1, 2.5, Number.NaN, undefined, "3"]) {
      expect(() => cutThemeTree(tree, k as number)).toThrow("whole number");
      expect(codeOf(() => cutThemeTree(tree, k as number))).toBe("INVALID_OPTION");
    }
  });
});
