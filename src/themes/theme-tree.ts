/**
 * Themes of themes: the prototypes joined by average linkage, with a label for each level.
 *
 * Reference: Sokal, R. R., Michener, C. D. (1958). A statistical method for evaluating systematic relationships.
 */

import { averageLinkage, type Merge } from "../clusters/average-linkage.js";
import { dotAt } from "../matrix/dense.js";
import { nameGroups } from "./name-themes.js";
import type { ThemeModel } from "./theme-model.js";

/** A theme, or several themes together. */
export interface ThemeNode {
  /** The theme's id; absent for several themes together. */
  readonly id?: string;
  /** The theme's label; of several, the phrase that sets their papers apart from all others. */
  readonly label: string;
  /** Papers whose first theme this is, or is among these. */
  readonly size: number;
  /** Mean distance (1 - cosine) between the prototypes of the two sides; 0 for a theme. */
  readonly height: number;
  /** Two, the larger first; none for a theme. */
  readonly children: readonly ThemeNode[];
}

const rootLabel = "All themes";

/**
 * The tree of a model's themes, its root on top. {@link cutThemeTree} gives the levels between root and themes.
 *
 * O(themes² x dimensions), and one pass over the phrases for each inner node.
 *
 * @example
 * const tree = themeTree(model);
 * tree.children.map((child) => child.label);
 */
export function themeTree(model: ThemeModel): ThemeNode {
  const { themes } = model;
  if (themes.length === 0) return { label: rootLabel, size: 0, height: 0, children: [] };
  const merges = averageLinkage(distances(model), themes.length);
  const leaves = membersOfNodes(merges, themes.length);
  const labels = innerLabels(model, leaves);
  const build = (node: number): ThemeNode => {
    const theme = themes[node];
    if (theme !== undefined) {
      return { id: theme.id, label: theme.label, size: theme.paperIds.length, height: 0, children: [] };
    }
    const { left, right, height } = merges[node - themes.length]!;
    const children = [build(left), build(right)].sort((a, b) => b.size - a.size);
    const size = children[0]!.size + children[1]!.size;
    return { label: labels[node - themes.length]!, size, height: Math.max(0, height), children };
  };
  return build(themes.length + merges.length - 1);
}

/**
 * The `k` nodes that are left when the highest joins of a tree are undone, largest first; the themes themselves for `k`
 * of their number or more.
 */
export function cutThemeTree(tree: ThemeNode, k: number): ThemeNode[] {
  const nodes = [tree];
  while (nodes.length < k) {
    let highest = -1;
    nodes.forEach((node, i) => {
      if (node.children.length > 0 && (highest < 0 || node.height > nodes[highest]!.height)) highest = i;
    });
    if (highest < 0) break;
    nodes.splice(highest, 1, ...nodes[highest]!.children);
  }
  return nodes.sort((a, b) => b.size - a.size);
}

function distances({ prototypes: { rows, columns, data } }: ThemeModel): Float64Array {
  const found = new Float64Array(rows * rows);
  for (let a = 0; a < rows; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const distance = 1 - dotAt(data, a * columns, data, b * columns, columns);
      found[a * rows + b] = distance;
      found[b * rows + a] = distance;
    }
  }
  return found;
}

/** The themes below each inner node. */
function membersOfNodes(merges: readonly Merge[], themes: number): number[][] {
  const members: number[][] = [];
  const below = (node: number): number[] => (node < themes ? [node] : members[node - themes]!);
  for (const { left, right } of merges) members.push([...below(left), ...below(right)]);
  return members;
}

/** A label for each inner node: what sets its papers apart from the rest, unlike the labels below it. */
function innerLabels({ themes, assignments, phraseTable }: ThemeModel, members: readonly number[][]): string[] {
  const placeOf = new Map(themes.map(({ id }, t) => [id, t]));
  const first = assignments.map(({ themes: [best] }) => (best ? placeOf.get(best.themeId)! : -1));
  const taken = themes.map(({ label }) => label);
  return members.map((below) => {
    if (below.length === themes.length) return rootLabel;
    const inside = new Set(below);
    const labels = first.map((theme) => (theme < 0 ? -1 : inside.has(theme) ? 0 : 1));
    // The labels in use count as groups of no papers, so that none is given again.
    const [name] = nameGroups(phraseTable, labels, 2 + taken.length, [undefined, rootLabel, ...taken]);
    taken.push(name!.label);
    return name!.label;
  });
}
