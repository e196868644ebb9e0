/** `readPapers` with EndNote, PubMed's text, labelled text, BibTeX and XML as well. */

import { CORE_READERS, type ReadPapersOptions, type ReadPapersResult, readPapersWith } from "../papers/read-papers.js";
import type { ReaderTable } from "../papers/reading/reading.js";
import { openBibtex } from "./bibtex.js";
import { openEnw } from "./enw.js";
import { openLabelled } from "./labelled.js";
import { openPubmedText } from "./pubmed-text.js";
import { openXml } from "./xml.js";

/** Every format. */
export const ALL_READERS: ReaderTable = {
  ...CORE_READERS,
  enw: openEnw,
  pubmed: openPubmedText,
  labelled: openLabelled,
  bibtex: openBibtex,
  xml: openXml,
};

/**
 * The core's `readPapers` with BibTeX, XML (arXiv, PubMed, DBLP, EndNote and others), EndNote's tags, PubMed's text and
 * labelled text as well. No entity of a document type is
 * expanded and nothing outside of the text is fetched.
 *
 * @throws ThemataError PARSE_FAILED where nothing of the input can be read as the format, INVALID_OPTION.
 * @example
 * readPapers("@article{a, title = {The {TeX} book}, year = 1984}").papers[0].title // "The TeX book"
 */
export function readPapers(input: string | Uint8Array, options?: ReadPapersOptions): ReadPapersResult {
  return readPapersWith(ALL_READERS, "readPapers", input, options);
}
