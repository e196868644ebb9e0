/** Papers as RIS, which Zotero, Mendeley, EndNote and JabRef import. */

import type { Paper } from "../paper.js";

/** RIS records, one tag a line. */
export function risText(papers: readonly Paper[]): string {
  return papers.map(recordText).join("");
}

function recordText(paper: Paper): string {
  const date = paper.date ?? "";
  const tags: readonly (readonly [string, string | null | undefined])[] = [
    ["TY", paper.venue ? "JOUR" : "GEN"],
    ["ID", paper.id],
    ["TI", paper.title],
    ...(paper.authors ?? []).map((name) => ["AU", withoutSemicolon(name)] as const),
    ["PY", date.slice(0, 4)],
    ["DA", date.length > 4 ? risDate(date) : ""],
    ["T2", paper.venue],
    ["AB", paper.abstract],
    ...(paper.keywords ?? []).map((keyword) => ["KW", withoutSemicolon(keyword)] as const),
    ["DO", paper.doi],
    ["UR", paper.url],
  ];
  const lines = tags.filter(([, value]) => value && value.trim() !== "").map(([tag, value]) => risLine(tag, value!));
  return `${lines.join("")}ER  - \r\n\r\n`;
}

/** A semicolon parts the names of a list. */
function withoutSemicolon(name: string): string {
  return name.replace(/;/g, ",");
}

/** One tag with its value in one line. */
function risLine(tag: string, value: string): string {
  return `${tag}  - ${value.replace(/\s+/g, " ").trim()}\r\n`;
}

/** "2024-03" is "2024/03//" in RIS. */
function risDate(date: string): string {
  const [year, month = "", day = ""] = date.slice(0, 10).split("-");
  return `${year}/${month}/${day}/`;
}
