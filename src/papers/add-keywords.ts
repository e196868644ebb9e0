/** Keywords, such as tags, written into the file that papers were read from; all else in it stays as it is. */

import { ThemataError } from "../errors.js";
import { areTexts, checkArgument } from "../options.js";
import { addJsonKeywords, addKeywordLines, type KeywordsAt } from "./lines/add-line-keywords.js";
import type { Paper } from "./paper.js";
import type { PaperFormat } from "./paper-format.js";
import { CORE_READERS, type ReadPapersOptions, readRecords } from "./read-papers.js";
import type { ReaderTable } from "./reading/reading.js";
import { addDelimitedKeywords } from "./tables/add-delimited-keywords.js";

/** How keywords are added in each format that a module can write into. */
export type KeywordTable = { readonly [F in PaperFormat]?: (text: string, keywordsAt: KeywordsAt) => string };

/** The formats of the core. */
export const CORE_KEYWORDS: KeywordTable = {
  jsonl: addJsonKeywords,
  csv: addDelimitedKeywords,
  tsv: addDelimitedKeywords,
  ris: (text, keywordsAt) => addKeywordLines(text, keywordsAt, "KW  - "),
  nbib: (text, keywordsAt) => addKeywordLines(text, keywordsAt, "OT  - "),
};

/**
 * The text of a file with keywords added to its records: RIS gets KW lines, MEDLINE OT lines, JSON Lines and BibTeX
 * (`themata/formats`) their keywords, CSV and TSV the cell of their keywords column, which is appended where there is
 * none. A keyword that a paper has already is not added again. Zotero, Mendeley and JabRef import them as tags.
 *
 * @param keywordsOf The keywords of a paper, as `readPapers` gives the papers of this text.
 * @throws ThemataError PARSE_FAILED where nothing can be read, or where the format can't be written into.
 * @example
 * addKeywords("TY  - JOUR\nID  - a\nTI  - Go-Explore\nER  - \n", () => ["exploration"])
 * // "TY  - JOUR\nKW  - exploration\nID  - a\nTI  - Go-Explore\nER  - \n"
 */
export function addKeywords(
  text: string,
  keywordsOf: (paper: Paper) => readonly string[],
  options?: ReadPapersOptions,
): string {
  return addKeywordsWith(CORE_READERS, CORE_KEYWORDS, text, keywordsOf, options);
}

/** {@link addKeywords} over other tables. */
export function addKeywordsWith(
  readers: ReaderTable,
  adders: KeywordTable,
  text: string,
  keywordsOf: (paper: Paper) => readonly string[],
  options: ReadPapersOptions | undefined,
): string {
  checkArgument("addKeywords", "keywordsOf", "a function of a paper", typeof keywordsOf === "function", keywordsOf);
  const { records, format } = readRecords(readers, "addKeywords", text, options);
  const add = adders[format];
  if (add === undefined) {
    const message = `addKeywords: got ${format}, expected one of ${Object.keys(adders).join(", ")}. Use writePapers instead.`;
    throw new ThemataError("PARSE_FAILED", message, { format });
  }
  const byLine = new Map<number, readonly string[]>();
  for (const { paper, line } of records) {
    if (line === undefined) continue;
    const known = new Set((paper.keywords ?? []).map((keyword) => keyword.toLowerCase()));
    const given = keywordsOf(paper);
    checkArgument("addKeywords", "keywordsOf", "a function that gives an array of texts", areTexts(given), given);
    const fresh = given.filter((keyword) => keyword.trim() !== "" && !known.has(keyword.toLowerCase()));
    if (fresh.length > 0) byLine.set(line, fresh);
  }
  if (byLine.size === 0) return text;
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  return mark + add(text.slice(mark.length), (line) => byLine.get(line) ?? []);
}
