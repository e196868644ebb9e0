/** Keywords written into files whose records are lines or begin with one: RIS, MEDLINE, JSON Lines. */

import { isObject } from "./json-value.js";

/** The keywords to add to the record that begins at a line. */
export type KeywordsAt = (line: number) => readonly string[];

/** After the first line of each record, one line for each keyword: its tag, the keyword in one line, the line end. */
export function addKeywordLines(text: string, keywordsAt: KeywordsAt, tag: string, end: string): string {
  const lineOf = (keyword: string): string => `${tag}${keyword.replace(/\s+/g, " ").trim()}${end}`;
  const lines = linesWithEnds(text);
  return lines
    .map(
      (line, index) =>
        line +
        keywordsAt(index + 1)
          .map(lineOf)
          .join(""),
    )
    .join("");
}

/** Each record with the keywords at the end of its own. */
export function addJsonKeywords(text: string, keywordsAt: KeywordsAt): string {
  const lines = linesWithEnds(text).map((line, index) => {
    const fresh = keywordsAt(index + 1);
    const record: unknown = fresh.length === 0 ? undefined : JSON.parse(line);
    if (!isObject(record)) return line;
    const keywords = record["keywords"];
    const before = Array.isArray(keywords) ? keywords : typeof keywords === "string" ? [keywords] : [];
    const end = /[\r\n]*$/.exec(line.slice(-2))![0];
    return `${JSON.stringify({ ...record, keywords: [...before, ...fresh] })}${end}`;
  });
  return lines.join("");
}

/** The lines of a text with their ends; line n is at n - 1. */
function linesWithEnds(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r|$)/g) ?? [];
}
