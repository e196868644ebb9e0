/** The themes of a model in words, for a terminal. */

import { otherPhrases } from "../themes/model/other-phrases.js";
import type { Theme, ThemeModel } from "../themes/model/theme-model.js";
import type { Style } from "./style.js";
import { counted, nameOf, padded, singleLine, truncated, wrapped } from "./terminal-text.js";

const shownPhrases = 8;
const shownTitles = 2;
const widestBar = 24;

/** A heading, then for each theme its label, size, key phrases and representative titles. */
export function themeText(model: ThemeModel, style: Style, columns: number): string {
  const titles = new Map(model.papers.map(({ id, title }) => [id, title]));
  const largest = Math.max(...model.themes.map((theme) => theme.paperIds.length));
  const digits = String(model.themes.length).length;
  const lines = [style.bold(`${counted(model.themes.length, "theme")} in ${counted(model.papers.length, "paper")}`)];
  lines.push(...wrapped(singleLine(model.choice.reason), columns).map(style.dim));
  model.themes.forEach((theme, index) => {
    lines.push("", heading(theme, padded(String(index + 1), digits, "start"), largest, columns, style));
    const indent = " ".repeat(digits + 2);
    const phrases = otherPhrases(theme).slice(0, shownPhrases).map(singleLine);
    for (const line of wrapped(phrases.join(", "), columns - indent.length)) lines.push(indent + style.dim(line));
    for (const { paperId } of theme.representatives.slice(0, shownTitles)) {
      const title = nameOf(titles.get(paperId)!, paperId);
      lines.push(`${indent}· ${truncated(title, columns - indent.length - 2)}`);
    }
  });
  return `${lines.join("\n")}\n`;
}

function heading(theme: Theme, number: string, largest: number, columns: number, style: Style): string {
  const size = counted(theme.paperIds.length, "paper");
  const bar = Math.max(1, Math.round((theme.paperIds.length / largest) * Math.min(widestBar, columns / 5)));
  const room = columns - number.length - 2 - size.length - 2;
  const label = truncated(singleLine(theme.label), room);
  const left = `${style.dim(number)}  ${style.bold(label)}  ${size}`;
  const used = number.length + 2 + label.length + 2 + size.length + 2;
  return used + bar > columns ? left : `${left}  ${style.accent("▇".repeat(bar))}`;
}
