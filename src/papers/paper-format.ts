/** The formats that papers are read from. */

/**
 * A format of `readPapers`. `json` and `jsonl` hold papers of our own shape or the answers of OpenAlex, Semantic
 * Scholar, Crossref, Europe PMC, DOAJ, HAL, bioRxiv, Hugging Face and CSL-JSON. `enw` is EndNote's tagged format (`%0`, `%T`). `pubmed` is the text that PubMed calls Abstract. `listing` is the plain text of a page
 * on which titles and abstracts alternate line by line. `bibtex` and `xml` are read by `themata/formats` alone.
 */
export type PaperFormat =
  | "jsonl"
  | "json"
  | "csv"
  | "tsv"
  | "ris"
  | "nbib"
  | "wos"
  | "enw"
  | "pubmed"
  | "listing"
  | "bibtex"
  | "xml";

/** Every format, in the order of the documentation. */
export const PAPER_FORMATS: readonly PaperFormat[] = [
  "jsonl",
  "json",
  "csv",
  "tsv",
  "ris",
  "nbib",
  "wos",
  "enw",
  "pubmed",
  "listing",
  "bibtex",
  "xml",
];
