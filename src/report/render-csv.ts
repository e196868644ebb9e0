/** Which paper has which theme, as a table for a spreadsheet. */

import { safeCell } from "../papers/tables/write-delimited.js";
import { checkThemes } from "../themes/model/check-model.js";
import type { ThemeModel } from "../themes/model/theme-model.js";

/**
 * One row a paper, in the order of the model: id, title, date, first theme, its id and score, the other themes with
 * their scores. RFC 4180: commas, lines ended by CRLF. A text that a spreadsheet would take for a formula is marked by
 * an apostrophe before it. O(papers).
 *
 * @example
 * renderCsv(model) // "id,title,date,theme,theme_id,score,other_themes\r\na001,..."
 */
export function renderCsv(model: ThemeModel): string {
  checkThemes("renderCsv", model);
  const labels = new Map(model.themes.map(({ id, label }) => [id, label]));
  const rows = [["id", "title", "date", "theme", "theme_id", "score", "other_themes"]];
  model.papers.forEach(({ id, title, date }, i) => {
    const [first, ...others] = model.assignments[i]!.themes;
    const rest = others.map(({ themeId, score }) => `${labels.get(themeId)} (${score.toFixed(2)})`).join("; ");
    const theme =
      first === undefined ? ["", "", ""] : [labels.get(first.themeId)!, first.themeId, first.score.toFixed(4)];
    rows.push([id, title, date ?? "", ...theme, rest]);
  });
  return rows.map((row) => `${row.map((cell) => safeCell(cell, ",")).join(",")}\r\n`).join("");
}
