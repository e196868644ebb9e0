/**
 * Themes of themes: the prototypes joined by Ward's rule, each counting as its papers, with a label for each node.
 *
 * Reference: Ward, J. H. (1963). Hierarchical grouping to optimize an objective function. JASA 58, 236-244.
 * doi:10.1080/01621459.1963.10500845
 */

import { wardLinkage } from "../../clusters/ward-linkage.js";
import { checkArgument, invalidOption } from "../../options.js";
import { checkThemes } from "../model/check-model.js";
import type { ThemeModel } from "../model/theme-model.js";
import { innerLabels } from "./tree-labels.js";

/** A theme, or several themes together. */
export interface ThemeNode {
  /** The theme's id; absent for several themes together. */
  readonly id?: string;
  /**
   * The theme's label; of several, a phrase that both sides share and other themes lack, else a name of either side. No
   * two nodes of a cut have the same unless two themes have.
   */
  readonly label: string;
  /** Papers whose first theme this is, or is among these. */
  readonly size: number;
  /** What joining the two sides adds to the sum of squares within groups (Ward); 0 for a theme. */
  readonly height: number;
  /** Two, the larger first; none for a theme. */
  readonly children: readonly ThemeNode[];
}

const rootLabel = "All themes";

/**
 * The tree of a model's themes, its root on top. {@link cutThemeTree} gives the levels between root and themes.
 *
 * O(themes³), and one pass over the phrases for each inner node.
 *
 * @example
 * const tree = themeTree(model);
 * tree.children.map((child) => child.label);
 */
export function themeTree(model: ThemeModel): ThemeNode {
  checkThemes("themeTree", model);
  const { themes } = model;
  if (themes.length === 0) return { label: rootLabel, size: 0, height: 0, children: [] };
  // A theme without papers counts as one, so that it has a place.
  const merges = wardLinkage(
    model.prototypes,
    themes.map(({ paperIds }) => Math.max(1, paperIds.length)),
  );
  const labels = [...innerLabels(model, merges.slice(0, -1)), rootLabel];
  const build = (node: number): ThemeNode => {
    const theme = themes[node];
    if (theme !== undefined) {
      return { id: theme.id, label: theme.label, size: theme.paperIds.length, height: 0, children: [] };
    }
    const { left, right, height } = merges[node - themes.length]!;
    const children = [build(left), build(right)].sort((a, b) => b.size - a.size);
    const size = children[0]!.size + children[1]!.size;
    return { label: labels[node - themes.length]!, size, height, children };
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
  checkArgument("cutThemeTree", "tree", "the tree that themeTree gave", Array.isArray(tree?.children), tree);
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
