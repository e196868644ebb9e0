/**
 * Themes of themes: the prototypes joined by average linkage, with a label for each level.
 *
 * Reference: Sokal, R. R., Michener, C. D. (1958). A statistical method for evaluating systematic relationships.
 */

import { averageLinkage, type Merge } from "../clusters/average-linkage.js";
import { dotAt } from "../matrix/dense.js";
import { invalidOption } from "../options.js";
import { readableHeadings } from "./name-themes.js";
import type { PhraseTable, Theme, ThemeModel } from "./theme-model.js";
import { groupPhrases } from "./theme-phrases.js";

/** A theme, or several themes together. */
export interface ThemeNode {
  /** The theme's id; absent for several themes together. */
  readonly id?: string;
  /** The theme's label; of several, a phrase that they share and others lack, else the names of the largest. */
  readonly label: string;
  /** Papers whose first theme this is, or is among these. */
  readonly size: number;
  /** Mean distance (1 - cosine) between the prototypes of the two sides; 0 for a theme. */
  readonly height: number;
  /** Two, the larger first; none for a theme. */
  readonly children: readonly ThemeNode[];
}

const rootLabel = "All themes";
/** Share of the papers on either side of a node that must hold its label. */
const leastShare = 0.2;

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
  const labels = innerLabels(model, sidesOfNodes(merges, themes.length));
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
 *
 * @param k a whole number from 1 up
 * @throws ThemataError INVALID_OPTION
 */
export function cutThemeTree(tree: ThemeNode, k: number): ThemeNode[] {
  if (!Number.isInteger(k) || k < 1) throw invalidOption("cutThemeTree", "k", "a whole number from 1 up", k);
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

/** The themes below each inner node, by side. */
function sidesOfNodes(merges: readonly Merge[], themes: number): [number[], number[]][] {
  const sides: [number[], number[]][] = [];
  const below = (node: number): number[] => (node < themes ? [node] : sides[node - themes]!.flat());
  for (const { left, right } of merges) sides.push([below(left), below(right)]);
  return sides;
}

/** A label for each inner node: a phrase that both its sides share and others lack, else the largest themes below it. */
function innerLabels(model: ThemeModel, sides: readonly [number[], number[]][]): string[] {
  const placeOf = new Map(model.themes.map(({ id }, t) => [id, t]));
  const first = Int32Array.from(model.assignments, ({ themes: [best] }) => (best ? placeOf.get(best.themeId)! : -1));
  const taken = new Set(model.themes.map(({ label }) => label.toLowerCase()));
  return sides.map((below) => {
    const members = below.flat();
    if (members.length === model.themes.length) return rootLabel;
    const shared = sharedPhrases(model.phraseTable, first, below).find((text) => !taken.has(text.toLowerCase()));
    const label = shared ?? listed(model.themes, members);
    taken.add(label.toLowerCase());
    return label;
  });
}

/** Phrases of two words or more that a fifth of the papers of either side hold, most informative first. */
function sharedPhrases(table: PhraseTable, first: Int32Array, [left, right]: [number[], number[]]): string[] {
  const side = (theme: number): number => (left.includes(theme) ? 0 : right.includes(theme) ? 1 : -1);
  const sideOf = new Map(Array.from(new Set(first), (theme) => [theme, side(theme)]));
  const sides = first.map((theme) => sideOf.get(theme)!);
  const fewest = [0, 1].map((which) => leastShare * sides.filter((s) => s === which).length);
  const [ofLeft, ofRight] = groupPhrases(table.matrix, sides, 2).map((found, which) => {
    return new Map(found.filter(({ inside }) => inside >= fewest[which]!).map((f) => [f.phrase, f.information]));
  });
  const both = [...ofLeft!.keys()].filter((phrase) => ofRight!.has(phrase));
  const information = (phrase: number): number => ofLeft!.get(phrase)! + ofRight!.get(phrase)!;
  both.sort((a, b) => information(b) - information(a) || a - b);
  const headings = readableHeadings(table, both, both.length);
  return headings.map(({ text }) => text).filter((text) => /[\s-]/.test(text));
}

/** "agents, AI systems and 2 more". */
function listed(themes: readonly Theme[], members: readonly number[]): string {
  const bySize = members.slice().sort((a, b) => themes[b]!.paperIds.length - themes[a]!.paperIds.length || a - b);
  const [largest, next] = bySize.map((t) => themes[t]!.label);
  const more = members.length - 2;
  return more > 0 ? `${largest}, ${next} and ${more} more` : `${largest} and ${next}`;
}
