/** `addKeywords` with BibTeX as well. */

import { addKeywordsWith, CORE_KEYWORDS, type KeywordTable } from "../papers/add-keywords.js";
import type { Paper } from "../papers/paper.js";
import type { ReadPapersOptions } from "../papers/read-papers.js";
import { addBibtexKeywords } from "./add-bibtex-keywords.js";
import { ALL_READERS } from "./read-papers.js";

const ALL_KEYWORDS: KeywordTable = { ...CORE_KEYWORDS, bibtex: addBibtexKeywords };

/**
 * The core's `addKeywords` with BibTeX as well.
 *
 * @throws ThemataError PARSE_FAILED where nothing can be read, or where the format can't be written into.
 * @example
 * addKeywords("@misc{a, title = {Go-Explore}}", () => ["exploration"])
 * // "@misc{a,\n  keywords = {exploration}, title = {Go-Explore}}"
 */
export function addKeywords(
  text: string,
  keywordsOf: (paper: Paper) => readonly string[],
  options?: ReadPapersOptions,
): string {
  return addKeywordsWith(ALL_READERS, ALL_KEYWORDS, text, keywordsOf, options);
}
