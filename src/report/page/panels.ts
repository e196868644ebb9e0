/** What stands beside the map: the list of themes, one theme, one paper, or what a search found. */

import { grouped } from "../grouped.js";
import { element } from "./elements.js";
import type { PanelContext } from "./panel-context.js";
import { paperList } from "./paper-list.js";
import { paperPanel } from "./paper-panel.js";
import { sparkline } from "./sparkline.js";
import { swatch } from "./swatch.js";
import { themePanel } from "./theme-panel.js";
import { themeTree } from "./theme-tree.js";
import { trendInWords } from "./trend-in-words.js";

/** The panel for the present state. */
export function panelFor(context: PanelContext): HTMLElement {
  const { place, query } = context.store.state;
  if (place.kind === "paper") return paperPanel(context, place.paper);
  if (place.kind === "theme") return themePanel(context, place.theme);
  return query.trim() === "" ? themesPanel(context) : resultsPanel(context);
}

function themesPanel(context: PanelContext): HTMLElement {
  const { data, found } = context;
  const counts = data.themes.map(() => 0);
  for (const i of found) {
    const first = data.papers[i]!.themes[0];
    if (first) counts[first[0]]! += 1;
  }
  const rows = data.themes.map((_, t) => element("li", {}, themeRow(context, t, counts[t]!)));
  const list = element("ul", { class: "themes" }, ...rows);
  const homeless = found.filter((i) => data.papers[i]!.themes.length === 0);
  return element(
    "section",
    { "aria-label": "Themes" },
    data.tree && themeTree(context, data.tree),
    element("h2", {}, "Themes"),
    list,
    homeless.length > 0 && element("h2", {}, `Without a theme (${homeless.length})`),
    homeless.length > 0 && paperList(context, homeless),
    element("p", { class: "note" }, data.reason),
  );
}

function themeRow({ data, store }: PanelContext, t: number, count: number): HTMLElement {
  const theme = data.themes[t]!;
  return element(
    "button",
    {
      class: "theme",
      type: "button",
      onclick: () => store.change({ place: { kind: "theme", theme: t }, hinted: -1 }),
      onpointerenter: () => store.change({ hinted: t }),
      onpointerleave: () => store.change({ hinted: -1 }),
      onfocus: () => store.change({ hinted: t }),
      onblur: () => store.change({ hinted: -1 }),
    },
    swatch(theme.colour),
    element(
      "span",
      { class: "name" },
      element("b", {}, theme.label),
      element("small", {}, theme.phrases.slice(0, 5).join(" · ")),
    ),
    sparkline(theme.trend, trendInWords(data, theme.trend)),
    element("span", { class: "count", "aria-label": `${count} papers` }, grouped(count)),
  );
}

function resultsPanel(context: PanelContext): HTMLElement {
  const { found, store } = context;
  const heading = found.length === 1 ? "1 paper" : `${grouped(found.length)} papers`;
  return element(
    "section",
    { "aria-label": "Search results" },
    element("h2", {}, `${heading} for “${store.state.query.trim()}”`),
    found.length === 0 && element("p", {}, "Nothing found. Try fewer or shorter words."),
    paperList(context, found),
  );
}
