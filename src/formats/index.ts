/** The subpath `themata/formats`: every format of the core, and BibTeX and XML. */

export type { Paper, Problem } from "../papers/paper.js";
export type { PaperFormat } from "../papers/paper-format.js";
export type { ReadPapersOptions, ReadPapersResult } from "../papers/read-papers.js";
export type { WritableFormat, WritePapersOptions } from "../papers/write-papers.js";
export type { ReadTaxonomyOptions, ReadTaxonomyResult, TaxonomyFormat } from "../tags/taxonomy/read-taxonomy.js";
export { addKeywords } from "./add-keywords.js";
export { readPapers } from "./read-papers.js";
export { readTaxonomy } from "./read-taxonomy.js";
export { writePapers } from "./write-papers.js";
