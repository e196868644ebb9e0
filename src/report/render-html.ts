/** The map of a model: one HTML file that needs nothing else, to be opened, searched and explored. */

import { isText, type Optional, resolveOptions, value } from "../options.js";
import { checkPapers, type Paper } from "../papers/paper.js";
import { checkModel } from "../themes/model/check-model.js";
import type { ThemeModel } from "../themes/model/theme-model.js";
import { escapeHtml, scriptJson } from "./escape-html.js";
import { pageScript, pageScriptHash, pageStyle, pageStyleHash } from "./generated/page-assets.js";
import { grouped } from "./grouped.js";
import { makeDocument } from "./make-document.js";
import type { MapDocument } from "./map-document.js";

/** How the page is made. */
export interface HtmlOptions {
  /** Heading of the page. @defaultValue "A map of 160 papers", with the number of papers of the model */
  readonly title: string | undefined;
}

/**
 * A page with a map of the papers, coloured and named by theme, with search, filters and a list of themes. With the
 * papers it also shows abstracts, the phrases that speak for a theme, and related papers. Nothing is loaded from
 * anywhere and a Content-Security-Policy forbids it; no text of a paper can become markup or code.
 *
 * @param papers those of the model, by id; others are passed over
 * @throws ThemataError INVALID_PAPER, DUPLICATE_PAPER_ID, INVALID_OPTION
 * @example
 * writeFileSync("map.html", renderHtml(discoverThemes(papers), papers));
 */
export function renderHtml(model: ThemeModel, papers?: readonly Paper[], options?: Optional<HtmlOptions>): string {
  checkModel("renderHtml", model);
  if (papers !== undefined) checkPapers("renderHtml", papers);
  const { title } = resolveOptions<HtmlOptions>("renderHtml", options, {
    title: value<string | undefined>(undefined, "a text", isText),
  });
  return page(makeDocument(model, title ?? `A map of ${grouped(model.papers.length)} papers`, papers));
}

function page(data: MapDocument): string {
  const title = escapeHtml(data.title);
  const { periods } = data;
  const range = periods.length === 0 ? "" : ` · ${periods[0]} – ${periods.at(-1)}`;
  const counts = `${grouped(data.papers.length)} papers, ${data.themes.length} themes`;
  const policy = [
    "default-src 'none'",
    `script-src '${pageScriptHash}'`,
    `style-src '${pageStyleHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="themata">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<canvas id="map" tabindex="0" role="application" aria-roledescription="map" aria-label="Map of ${escapeHtml(counts)}. Arrow keys go from paper to paper, Enter opens one, plus and minus zoom, 0 shows all."></canvas>
<div id="tooltip" hidden></div>
<div class="tools" role="group" aria-label="Zoom">
<button type="button" id="zoom-in" aria-label="Zoom in">${icon("M9 3v12M3 9h12")}</button>
<button type="button" id="zoom-out" aria-label="Zoom out">${icon("M3 9h12")}</button>
<button type="button" id="zoom-all" aria-label="Show all papers">${icon("M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4")}</button>
</div>
<div id="spoken" class="unseen" role="status" aria-live="polite"></div>
</main>
<aside aria-label="Themes and papers">
<header>
<h1>${title}<small>${data.themes.length} themes${escapeHtml(range)}</small></h1>
<button type="button" id="ground" aria-label="Light or dark"><svg class="icon" viewBox="0 0 18 18" aria-hidden="true"><circle cx="9" cy="9" r="6.5"/><path class="half" d="M9 2.5a6.5 6.5 0 0 1 0 13z"/></svg></button>
<input id="search" type="search" placeholder="Search titles, authors, abstracts ( / )" aria-label="Search titles, authors and abstracts" autocomplete="off" spellcheck="false">
<div id="filters"></div>
</header>
<div id="panel" tabindex="-1">${withoutScript(data)}</div>
</aside>
<script type="application/json" id="data">${scriptJson(data)}</script>
<script>${pageScript}</script>
</body>
</html>
`;
}

function icon(path: string): string {
  return `<svg class="icon" viewBox="0 0 18 18" aria-hidden="true"><path d="${path}"/></svg>`;
}

/** What a reader without JavaScript sees: the themes and their papers as lists. */
function withoutScript({ themes, papers }: MapDocument): string {
  const sections = themes.map(({ label, size, phrases, representatives }) => {
    const titles = representatives.map(({ paper }) => `<li>${escapeHtml(papers[paper]!.title)}</li>`);
    const summary = `${size} papers · ${phrases.slice(0, 6).join(", ")}`;
    return `<h2>${escapeHtml(label)}</h2><p>${escapeHtml(summary)}</p><ul>${titles.join("")}</ul>`;
  });
  return `<noscript>${sections.join("\n")}</noscript>`;
}
