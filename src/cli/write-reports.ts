/** Writes a model as the reports that were asked for, each in the format that the name of its file says. */

import type { Paper } from "../papers/paper.js";
import { renderCsv } from "../report/render-csv.js";
import { renderHtml } from "../report/render-html.js";
import { renderMarkdown } from "../report/render-markdown.js";
import { renderSvg } from "../report/render-svg.js";
import type { ThemeModel } from "../themes/model/theme-model.js";
import type { Reporter } from "./reporter.js";
import { UsageError } from "./usage-error.js";

const renderers: Readonly<Record<string, (model: ThemeModel, papers: readonly Paper[]) => string>> = {
  html: (model, papers) => renderHtml(model, papers),
  htm: (model, papers) => renderHtml(model, papers),
  md: (model) => renderMarkdown(model),
  csv: (model) => renderCsv(model),
  svg: (model) => renderSvg(model),
};

/** Refuses names that say no format, before any work is done. @throws UsageError */
export function checkReports(paths: readonly string[]): void {
  for (const path of paths) {
    if (!Object.hasOwn(renderers, extension(path))) {
      throw new UsageError(`--report ${path}: the name should end in .html, .md, .csv or .svg.`);
    }
  }
}

/** Writes each report. */
export async function writeReports(
  paths: readonly string[],
  model: ThemeModel,
  papers: readonly Paper[],
  reporter: Reporter,
): Promise<void> {
  for (const path of paths) {
    reporter.progress(`drawing ${path}`, 1);
    await reporter.save(path, renderers[extension(path)]!(model, papers));
  }
}

function extension(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1).toLowerCase();
}
