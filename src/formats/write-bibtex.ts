/** Papers as BibTeX in Unicode, which BibLaTeX, Zotero and JabRef take as it is. */

import type { Paper } from "../papers/paper.js";
import { createUniqueIds } from "../papers/reading/unique-ids.js";

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\\", "\\textbackslash{}"],
  ["~", "\\textasciitilde{}"],
  ["^", "\\textasciicircum{}"],
  ...["{", "}", "$", "&", "%", "#", "_"].map((char) => [char, `\\${char}`] as const),
]);

/** One entry for each paper; the key is its id, with what a key can't hold replaced by "-". */
export function bibtexText(papers: readonly Paper[]): string {
  const keys = createUniqueIds();
  return papers.map((paper) => entryText(keys.claim(keyOf(paper.id)).replace(/~/g, "-"), paper)).join("\n");
}

function entryText(key: string, paper: Paper): string {
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    ["title", escapedText(paper.title)],
    ["author", (paper.authors ?? []).map(authorText).join(" and ")],
    ["year", paper.date?.slice(0, 4)],
    ["date", (paper.date ?? "").length > 4 ? paper.date : ""],
    ["journal", escapedText(paper.venue)],
    ["abstract", escapedText(paper.abstract)],
    ["keywords", keywordsText(paper.keywords ?? [])],
    ["doi", addressText(paper.doi)],
    ["url", addressText(paper.url)],
  ];
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${paper.venue ? "article" : "misc"}{${key},\n${lines.join("")}}\n`;
}

/** The value of a keywords field: parted by commas, or by semicolons where a keyword has a comma. */
export function keywordsText(keywords: readonly string[]): string {
  const clean = keywords.map((keyword) => escapedText(keyword).replace(/;/g, ",")).filter((keyword) => keyword !== "");
  if (!clean.some((keyword) => keyword.includes(","))) return clean.join(", ");
  return clean.length === 1 ? `${clean[0]};` : clean.join("; ");
}

function authorText(name: string): string {
  const text = escapedText(name);
  return /\sand\s/.test(` ${text} `) ? `{${text}}` : text;
}

/** Text with LaTeX's own characters escaped; what it would take for dashes and quotation marks is kept apart. */
function escapedText(text: string | null | undefined): string {
  const escaped = (text ?? "").replace(/[\\~^{}$&%#_]/g, (char) => ESCAPES.get(char)!);
  return escaped
    .replace(/([-`'])(?=\1)/g, "$1{}")
    .replace(/\s+/g, " ")
    .trim();
}

/** A DOI or URL, where nothing is escaped but what would end the field. */
function addressText(text: string | null | undefined): string {
  return (text ?? "").replace(/[{}\\\s]/g, (char) => encodeURIComponent(char));
}

function keyOf(id: string): string {
  const key = id.replace(/[\s,{}()[\]"#%~\\=@']+/g, "-");
  return /^-*$/.test(key) ? "paper" : key;
}
