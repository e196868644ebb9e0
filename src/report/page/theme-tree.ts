/** The tree of themes, folded below its first branches. */

import type { MapBranch } from "../map-document.js";
import { element } from "./elements.js";
import type { PanelContext } from "./panel-context.js";

/** The tree as nested lists that open and close. */
export function themeTree(context: PanelContext, tree: MapBranch): HTMLElement {
  return element(
    "details",
    { class: "tree" },
    element("summary", {}, "How the themes group"),
    element("ul", {}, ...tree.children.map((branch) => branchItem(context, branch))),
  );
}

function branchItem(context: PanelContext, branch: MapBranch): HTMLElement {
  const { store } = context;
  if (branch.theme !== undefined) {
    const theme = branch.theme;
    const open = (): void => store.change({ place: { kind: "theme", theme } });
    const hint = (hinted: number) => (): void => store.change({ hinted });
    return element(
      "li",
      {},
      element(
        "button",
        { type: "button", class: "link", onclick: open, onpointerenter: hint(theme), onpointerleave: hint(-1) },
        branch.label,
      ),
      count(branch.size),
    );
  }
  return element(
    "li",
    {},
    element(
      "details",
      { open: true },
      element("summary", {}, branch.label, count(branch.size)),
      element("ul", {}, ...branch.children.map((child) => branchItem(context, child))),
    ),
  );
}

function count(size: number): HTMLElement {
  return element("small", {}, ` ${size}`);
}
