/** Keywords written into files whose records are lines or begin with one: RIS, MEDLINE, JSON Lines. */

import { isObject } from "../json/json-value.js";

/** The keywords to add to the record that begins at a line. */
export type KeywordsAt = (line: number) => readonly string[];

/** After the first line of each record, one line for each keyword: its tag and the keyword, with the same line end. */
export function addKeywordLines(text: string, keywordsAt: KeywordsAt, tag: string): string {
  const lines = linesWithEnds(text).map((line, index) => {
    const end = lineEnd(line) || "\n";
    const added = keywordsAt(index + 1).map((keyword) => `${tag}${keyword.replace(/\s+/g, " ").trim()}${end}`);
    return line + added.join("");
  });
  return lines.join("");
}

/** Each record with the keywords at the end of its own. */
export function addJsonKeywords(text: string, keywordsAt: KeywordsAt): string {
  const lines = linesWithEnds(text).map((line, index) => {
    const fresh = keywordsAt(index + 1);
    const record: unknown = fresh.length === 0 ? undefined : JSON.parse(line);
    if (!isObject(record)) return line;
    const keywords = record["keywords"];
    const before = Array.isArray(keywords) ? keywords : typeof keywords === "string" ? [keywords] : [];
    return `${JSON.stringify({ ...record, keywords: [...before, ...fresh] })}${lineEnd(line)}`;
  });
  return lines.join("");
}

/** The lines of a text with their ends; line n is at n - 1. */
function linesWithEnds(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r|$)/g) ?? [];
}

/** What a line or row ends in: LF, CRLF, CR or nothing. */
export function lineEnd(line: string): string {
  return /(?:\r\n|\n|\r)?$/.exec(line.slice(-2))![0];
}
