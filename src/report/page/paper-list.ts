/** Buttons that open papers and themes, and lists of them. */

import { element } from "./elements.js";
import type { PanelContext } from "./panel-context.js";
import { swatch } from "./swatch.js";
import type { Store } from "./view-state.js";

const listedPapers = 200;

/** The papers as buttons, with something beside each; a long list is cut. */
export function paperList(
  context: PanelContext,
  papers: readonly number[],
  aside?: (i: number) => string,
): HTMLElement {
  const more = papers.length - listedPapers;
  return element(
    "ul",
    { class: "papers" },
    ...papers.slice(0, listedPapers).map((i) => element("li", {}, paperButton(context, i, aside?.(i)))),
    more > 0 && element("li", { class: "note" }, `and ${more} more: search or filter to see them`),
  );
}

/** Opens a paper. */
export function paperButton({ data, store }: PanelContext, i: number, aside?: string): HTMLElement {
  const paper = data.papers[i]!;
  const first = paper.themes[0]?.[0];
  return element(
    "button",
    {
      type: "button",
      class: "paper-link",
      onclick: () => store.change({ place: { kind: "paper", paper: i }, pointed: -1 }),
      onpointerenter: () => store.change({ pointed: i }),
      onpointerleave: () => store.change({ pointed: -1 }),
    },
    swatch(first === undefined ? -1 : data.themes[first]!.colour),
    element("span", { class: "name" }, paper.title || paper.id),
    aside !== undefined && element("span", { class: "count" }, aside),
  );
}

/** Opens a theme. */
export function themeButton({ data, store }: PanelContext, t: number): HTMLElement {
  const theme = data.themes[t]!;
  const open = (): void => store.change({ place: { kind: "theme", theme: t } });
  return element("button", { type: "button", class: "link", onclick: open }, swatch(theme.colour), theme.label);
}

/** Goes back to the list. */
export function backButton(store: Store): HTMLElement {
  const leave = (): void => store.change({ place: { kind: "themes" }, pointed: -1 });
  return element("button", { type: "button", class: "back", onclick: leave }, "← All themes");
}

/** "42 %". */
export function percent(score: number): string {
  return `${Math.round(score * 100)} %`;
}
