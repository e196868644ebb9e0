/** The formats that papers are read from. */

/**
 * A format of `readPapers`. `json` and `jsonl` hold papers of our own shape, the answers of OpenAlex, Semantic Scholar,
 * Crossref, Europe PMC, DOAJ, HAL, bioRxiv, Hugging Face, CSL-JSON, or any records with a title or an abstract. `listing`
 * is the plain text of a page on which titles and abstracts alternate line by line. The last five are read by
 * `themata/formats` alone: `enw` is EndNote's tagged format (`%0`, `%T`), `pubmed` the text that PubMed calls Abstract,
 * `labelled` has lines such as "Title: ...".
 */
export type PaperFormat =
  | "jsonl"
  | "json"
  | "csv"
  | "tsv"
  | "ris"
  | "nbib"
  | "wos"
  | "listing"
  | "enw"
  | "pubmed"
  | "labelled"
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
  "listing",
  "enw",
  "pubmed",
  "labelled",
  "bibtex",
  "xml",
];
