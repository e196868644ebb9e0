/** The themes of a model as a Markdown document, for a README, a wiki or an issue. */

import { checkThemes } from "../themes/model/check-model.js";
import { otherPhrases } from "../themes/model/other-phrases.js";
import type { Theme, ThemeModel } from "../themes/model/theme-model.js";
import { escapeMarkdown } from "./escape-markdown.js";

const shownPhrases = 8;
const shownPapers = 3;

/**
 * A document with a table of the themes, then each theme with its phrases, the titles that represent it and the
 * sentence that speaks for it. Every text is escaped. O(themes + papers).
 *
 * @example
 * renderMarkdown(discoverThemes(papers, { k: 10 })) // "# Themes of 160 papers\n\n| Theme | Papers | Phrases | ..."
 */
export function renderMarkdown(model: ThemeModel): string {
  checkThemes("renderMarkdown", model);
  const titles = new Map(model.papers.map((paper) => [paper.id, paper.title]));
  const lines = [`# Themes of ${counted(model.papers.length, "paper")}`, ""];
  lines.push(`${escapeMarkdown(model.choice.reason)}`, "");
  lines.push("| Theme | Papers | Phrases |", "| --- | ---: | --- |");
  for (const theme of model.themes) {
    lines.push(`| ${escapeMarkdown(theme.label)} | ${theme.paperIds.length} | ${phrasesOf(theme, 4)} |`);
  }
  for (const theme of model.themes) lines.push("", ...section(theme, titles));
  const homeless = model.assignments.filter((assignment) => assignment.themes.length === 0);
  if (homeless.length > 0) {
    lines.push("", `## Without a theme`, "", `${counted(homeless.length, "paper")} fit no theme:`, "");
    for (const { paperId } of homeless) lines.push(`- ${titleOf(paperId, titles)}`);
  }
  return `${lines.join("\n")}\n`;
}

function section(theme: Theme, titles: ReadonlyMap<string, string>): string[] {
  const lines = [`## ${escapeMarkdown(theme.label)}`, ""];
  lines.push(`${counted(theme.paperIds.length, "paper")} · ${phrasesOf(theme, shownPhrases)}`, "");
  for (const { paperId, sentence } of theme.representatives.slice(0, shownPapers)) {
    lines.push(`- **${titleOf(paperId, titles)}**`);
    if (sentence !== "") lines.push(`  > ${escapeMarkdown(sentence)}`);
  }
  return lines;
}

function phrasesOf(theme: Theme, limit: number): string {
  return otherPhrases(theme).slice(0, limit).map(escapeMarkdown).join(", ");
}

function titleOf(paperId: string, titles: ReadonlyMap<string, string>): string {
  return escapeMarkdown(titles.get(paperId) || paperId);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
