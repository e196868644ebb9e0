/** Papers with their tags, as records and in words. */

import type { Style } from "./style.js";
import { nameOf, padded, singleLine, truncated, wrapped } from "./terminal-text.js";

/** What `themata tag --json` says of a paper, beside the fields of its record. */
export interface TaggedRecord {
  readonly paperId: string;
  readonly title: string;
  /** How far any theme explains the paper; with a tagger. */
  readonly fit?: number;
  readonly tags: readonly {
    readonly themeId: string;
    readonly name: string;
    readonly score: number;
    readonly evidence: readonly { readonly phrase: string; readonly weight: number }[];
  }[];
}

const shownEvidence = 3;

/** For each paper its title and under it one line a tag: score, name, and the phrases that spoke for it. */
export function taggedText(records: readonly TaggedRecord[], style: Style, columns: number): string {
  const lines: string[] = [];
  for (const { paperId, title, tags } of records) {
    for (const line of wrapped(nameOf(title, paperId), columns)) lines.push(style.bold(line));
    if (tags.length === 0) lines.push(style.dim("  no theme fits"));
    for (const { name, score, evidence } of tags) {
      const label = truncated(singleLine(name), Math.max(12, Math.floor(columns / 2)));
      const phrases = evidence.filter(({ weight }) => weight > 0).slice(0, shownEvidence);
      const left = `  ${padded(`${Math.round(score * 100)} %`, 5, "start")}  `;
      const room = columns - left.length - label.length - 2;
      const why = truncated(phrases.map(({ phrase }) => singleLine(phrase)).join(", "), room);
      lines.push(`${style.accent(left)}${label}  ${style.dim(why)}`.trimEnd());
    }
    lines.push("");
  }
  const tagged = records.filter(({ tags }) => tags.length > 0).length;
  lines.push(style.dim(`${tagged} of ${records.length} papers have a theme.`));
  return `${lines.join("\n")}\n`;
}
