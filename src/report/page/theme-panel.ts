/** One theme: phrases, sentences that speak for it, its neighbours, its papers. */

import { grouped } from "../grouped.js";
import type { MapPaper } from "../map-document.js";
import { element } from "./elements.js";
import type { PanelContext } from "./panel-context.js";
import { backButton, paperButton, paperList, percent, themeButton } from "./paper-list.js";
import { sparkline } from "./sparkline.js";
import { swatch } from "./swatch.js";
import { trendInWords } from "./trend-in-words.js";

export function themePanel(context: PanelContext, t: number): HTMLElement {
  const { data, store, found } = context;
  const theme = data.themes[t]!;
  const members = found.filter((i) => data.papers[i]!.themes.some(([other]) => other === t));
  members.sort((a, b) => scoreOf(data.papers[b]!, t) - scoreOf(data.papers[a]!, t) || a - b);
  return element(
    "section",
    { "aria-label": `Theme ${theme.label}` },
    backButton(store),
    element("h2", { class: "title" }, swatch(theme.colour), theme.label),
    element(
      "p",
      { class: "meta" },
      `${grouped(theme.size)} papers`,
      sparkline(theme.trend, trendInWords(data, theme.trend)),
    ),
    element("ul", { class: "phrases" }, ...theme.phrases.map((phrase) => element("li", {}, phrase))),
    element("h3", {}, "In their words"),
    ...theme.representatives
      .slice(0, 3)
      .map(({ paper, sentence }) =>
        element(
          "figure",
          {},
          element("blockquote", {}, sentence),
          element("figcaption", {}, paperButton(context, paper)),
        ),
      ),
    element("h3", {}, "Nearest themes"),
    element("ul", { class: "near" }, ...theme.nearest.slice(0, 4).map((near) => nearRow(context, near))),
    element("h3", {}, `Papers (${grouped(members.length)})`),
    paperList(context, members, (i) => percent(scoreOf(data.papers[i]!, t))),
  );
}

function nearRow(context: PanelContext, near: { theme: number; phrases: readonly string[] }): HTMLElement {
  return element(
    "li",
    {},
    themeButton(context, near.theme),
    near.phrases.length > 0 && element("small", {}, ` set apart by ${near.phrases.slice(0, 3).join(", ")}`),
  );
}

function scoreOf(paper: MapPaper, t: number): number {
  return paper.themes.find(([other]) => other === t)?.[1] ?? 0;
}
