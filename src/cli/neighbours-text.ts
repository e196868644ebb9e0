/** Papers that were found, as records and in words. */

import type { Paper } from "../papers/paper.js";
import type { PaperIndex } from "../related/paper-index.js";
import type { Style } from "./style.js";
import { nameOf, padded, singleLine, truncated, wrapped } from "./terminal-text.js";

/** One line of `themata related --json` and `themata search --json`. */
export interface FoundRecord {
  readonly paperId: string;
  readonly title: string;
  readonly score: number;
  readonly because: readonly { readonly phrase: string; readonly weight: number }[];
}

const shownReasons = 4;

/** Found papers with their titles. */
export function foundRecords(
  index: PaperIndex<Paper>,
  found: readonly Pick<FoundRecord, "paperId" | "score" | "because">[],
): FoundRecord[] {
  return found.map(({ paperId, score, because }) => {
    return { paperId, title: index.get(paperId)!.title, score, because };
  });
}

/** One paper an entry: score, title, id, and what it has in common with the question. */
export function foundText(records: readonly FoundRecord[], style: Style, columns: number): string {
  if (records.length === 0) return `${style.dim("Nothing was found.")}\n`;
  const lines: string[] = [];
  const indent = "       ";
  for (const { paperId, title, score, because } of records) {
    const [first = "", ...rest] = wrapped(nameOf(title, paperId), columns - indent.length);
    lines.push(`${style.accent(padded(`${Math.round(score * 100)} %`, 5, "start"))}  ${style.bold(first)}`);
    for (const line of rest) lines.push(indent + style.bold(line));
    const reasons = because.slice(0, shownReasons).map(({ phrase }) => singleLine(phrase));
    lines.push(indent + style.dim(truncated([paperId, ...reasons].join(" · "), columns - indent.length)));
  }
  return `${lines.join("\n")}\n`;
}
