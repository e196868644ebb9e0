/** The tree of themes as the page shows it: groups of themes, and the themes of each. */

import { placesById } from "../matrix/by-key.js";
import type { ThemeModel } from "../themes/model/theme-model.js";
import { cutThemeTree, type ThemeNode, themeTree } from "../themes/tree/theme-tree.js";
import type { MapBranch } from "./map-document.js";

/** Fewer themes are seen at a glance. */
const fewestThemes = 6;

/** About as many groups as each has themes; nothing for few themes. */
export function mapTree(model: ThemeModel): MapBranch | undefined {
  if (model.themes.length < fewestThemes) return undefined;
  const placeOf = placesById(model.themes);
  const leaf = ({ id, label, size }: ThemeNode): MapBranch => ({ label, size, theme: placeOf.get(id!)!, children: [] });
  const tree = themeTree(model);
  const groups = cutThemeTree(tree, Math.round(Math.sqrt(model.themes.length)));
  const children = groups.map((group): MapBranch => {
    if (group.id !== undefined) return leaf(group);
    return { label: group.label, size: group.size, children: leavesOf(group).map(leaf) };
  });
  return { label: tree.label, size: tree.size, children };
}

function leavesOf(node: ThemeNode): readonly ThemeNode[] {
  return node.id === undefined ? node.children.flatMap(leavesOf) : [node];
}
