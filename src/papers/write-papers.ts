/** Papers as a file of one of the formats that `readPapers` reads. */

import { choice, resolveOptions } from "../options.js";
import { risText } from "./lines/write-ris.js";
import { checkPaper, checkPaperList, type Paper } from "./paper.js";
import { csvText, tsvText } from "./tables/write-delimited.js";

/** A format that papers are written in; `bibtex` by `themata/formats` alone. */
export type WritableFormat = "jsonl" | "json" | "csv" | "tsv" | "ris" | "bibtex";

/** Options of {@link writePapers}. */
export interface WritePapersOptions {
  /**
   * The format of the text.
   * @defaultValue "jsonl"
   */
  readonly format?: WritableFormat | undefined;
}

/** How papers are written in each format that a module can write. */
export type WriterTable = { readonly [F in WritableFormat]?: (papers: readonly Paper[]) => string };

/** The formats of the core. */
export const CORE_WRITERS: WriterTable = {
  jsonl: (papers) => papers.map((paper) => `${JSON.stringify(paper)}\n`).join(""),
  json: (papers) => `${JSON.stringify(papers, null, 2)}\n`,
  csv: csvText,
  tsv: tsvText,
  ris: risText,
};

/**
 * Papers as text. JSON Lines and JSON hold everything to the letter. CSV and TSV hold all fields as text, lists parted
 * by "; ", with text that a spreadsheet would take for a formula marked by an apostrophe. RIS holds the fields that
 * have tags there, keywords as KW.
 *
 * @throws ThemataError INVALID_PAPER, INVALID_OPTION.
 * @example
 * writePapers([{ id: "a", title: "Go-Explore", abstract: "" }], { format: "csv" })
 * // "id,title,abstract\r\na,Go-Explore,\r\n"
 */
export function writePapers(papers: readonly Paper[], options?: WritePapersOptions): string {
  return writePapersWith(CORE_WRITERS, papers, options);
}

/** {@link writePapers} over another table of writers. */
export function writePapersWith(
  writers: WriterTable,
  papers: readonly Paper[],
  options: WritePapersOptions | undefined,
): string {
  const rule = choice<WritableFormat>("jsonl", Object.keys(writers) as WritableFormat[]);
  const elsewhere = writers.bibtex === undefined ? ' (or, in "themata/formats", "bibtex")' : "";
  const { format } = resolveOptions<{ format: WritableFormat }>("writePapers", options, {
    format: { ...rule, expected: rule.expected + elsewhere },
  });
  checkPaperList("writePapers", papers);
  for (const [index, paper] of papers.entries()) checkPaper("writePapers", paper, index);
  return writers[format]!(papers);
}
