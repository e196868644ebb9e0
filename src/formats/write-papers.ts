/** `writePapers` with BibTeX as well. */

import type { Paper } from "../papers/paper.js";
import { CORE_WRITERS, type WritePapersOptions, type WriterTable, writePapersWith } from "../papers/write-papers.js";
import { bibtexText } from "./write-bibtex.js";

const ALL_WRITERS: WriterTable = { ...CORE_WRITERS, bibtex: bibtexText };

/**
 * The core's `writePapers` with BibTeX as well: one entry for each paper, keywords in `keywords`, Unicode kept.
 *
 * @throws ThemataError INVALID_PAPER, INVALID_OPTION.
 * @example
 * writePapers([{ id: "a", title: "50 % of it", abstract: "" }], { format: "bibtex" })
 * // "@misc{a,\n  title = {50 \\% of it},\n}\n"
 */
export function writePapers(papers: readonly Paper[], options?: WritePapersOptions): string {
  return writePapersWith(ALL_WRITERS, papers, options);
}
