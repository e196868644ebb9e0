/** One paper: themes with scores and evidence, abstract, related papers. */

import type { MapPaper } from "../map-document.js";
import { element } from "./elements.js";
import { markedText } from "./marked-text.js";
import type { PanelContext } from "./panel-context.js";
import { backButton, paperButton, percent, themeButton } from "./paper-list.js";
import { scoreBar } from "./score-bar.js";

/** The panel of paper `i`. */
export function paperPanel(context: PanelContext, i: number): HTMLElement {
  const { data, store } = context;
  const paper = data.papers[i]!;
  const facts = [paper.authors, paper.venue, paper.date].filter(Boolean).join(" · ");
  return element(
    "section",
    { "aria-label": "Paper" },
    backButton(store),
    element("h2", { class: "title" }, ...(paper.title ? markedText(paper.title, spansIn(paper, "t")) : [paper.id])),
    facts !== "" && element("p", { class: "meta" }, facts),
    paper.link !== undefined && element("p", { class: "meta" }, readLink(paper.link)),
    element("h3", {}, "Themes"),
    paper.themes.length === 0 && element("p", {}, "It fits no theme of this collection."),
    element("ul", { class: "scores" }, ...paper.themes.map(([t, score]) => scoreRow(context, t, score))),
    ...section("Because it speaks of", paper.evidence, (evidence) =>
      element("ul", { class: "phrases" }, ...evidence.map(({ phrase }) => element("li", {}, phrase))),
    ),
    ...section("Abstract", paper.abstract, (abstract) =>
      element("p", { class: "abstract" }, ...markedText(abstract, spansIn(paper, "a"))),
    ),
    ...section("Related papers", paper.related, (related) => relatedList(context, related)),
  );
}

/** A heading and what stands under it, or nothing where there is nothing. */
function section<T extends { readonly length: number }>(
  heading: string,
  content: T | undefined,
  shown: (content: T) => HTMLElement,
): HTMLElement[] {
  return content === undefined || content.length === 0 ? [] : [element("h3", {}, heading), shown(content)];
}

function spansIn({ evidence = [] }: MapPaper, field: "t" | "a"): (readonly [number, number])[] {
  return evidence
    .flatMap(({ spans }) => spans)
    .filter(([of]) => of === field)
    .map(([, start, end]) => [start, end]);
}

function readLink(link: string): HTMLElement {
  return element("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, "Read the paper");
}

function scoreRow(context: PanelContext, t: number, score: number): HTMLElement {
  const { label, colour } = context.data.themes[t]!;
  return element(
    "li",
    {},
    themeButton(context, t),
    scoreBar(score, colour, `Score for ${label}`),
    element("span", { class: "count" }, percent(score)),
  );
}

function relatedList(context: PanelContext, related: NonNullable<MapPaper["related"]>): HTMLElement {
  return element(
    "ul",
    { class: "papers" },
    ...related.map(({ paper, score, phrases }) =>
      element(
        "li",
        {},
        paperButton(context, paper, percent(score)),
        phrases.length > 0 && element("small", {}, phrases.join(" · ")),
      ),
    ),
  );
}
