/** Which column of a table is which field of a paper, by the header's words. */

import type { Draft } from "./draft.js";
import { bareId, findDoi } from "./identifiers.js";
import { mostPreciseDate } from "./iso-date.js";
import { splitKeywords, splitNames } from "./names.js";
import { PAPER_FIELDS } from "./paper.js";
import { readable } from "./readable-text.js";

/** A field that a column may hold. */
type ColumnField = "id" | "arxivId" | "title" | "abstract" | "date" | "authors" | "keywords" | "doi" | "venue" | "url";

/** The names of columns in lower case without punctuation, the best first. */
const COLUMN_NAMES: { readonly [F in ColumnField]: readonly string[] } = {
  id: [
    "id",
    "key",
    "paperid",
    "lensid",
    "eid",
    "pui",
    "uid",
    "utuniquewosid",
    "uniquewosid",
    "pmid",
    "accessionnumber",
    "recordid",
  ],
  arxivId: ["arxivid", "arxiv"],
  title: ["title", "articletitle", "documenttitle", "papertitle", "primarytitle", "ti", "displayname"],
  abstract: ["abstract", "abstractnote", "abstracttext", "paperabstract", "summary", "ab"],
  date: [
    "date",
    "publicationdate",
    "dateofpublication",
    "datepublished",
    "publisheddate",
    "published",
    "year",
    "publicationyear",
    "pubyear",
    "py",
  ],
  authors: ["authors", "author", "authornames", "authorshipsauthordisplayname", "authorfullnames", "au"],
  keywords: ["keywords", "authorkeywords", "keywordsdisplayname", "manualtags", "tags", "de"],
  doi: ["doi", "articledoi"],
  venue: [
    "venue",
    "sourcetitle",
    "publicationtitle",
    "journal",
    "journalbook",
    "primarylocationsourcedisplayname",
    "booktitle",
    "conference",
    "so",
  ],
  url: ["url", "link", "externalurl", "primarylocationlandingpageurl", "articleurl", "articlelink"],
};

/** A table's columns: their names in order, and the columns of each field, the best first. */
export interface Columns {
  readonly names: readonly string[];
  readonly fields: ReadonlyMap<ColumnField, readonly number[]>;
}

/** The columns of a header. Of two columns with one name the first counts. */
export function columnsOf(header: readonly string[]): Columns {
  const plain = header.map((name) => name.toLowerCase().replace(/[^a-z0-9]+/g, ""));
  const fields = new Map<ColumnField, number[]>();
  for (const [field, names] of Object.entries(COLUMN_NAMES) as [ColumnField, readonly string[]][]) {
    const found = names.map((name) => plain.indexOf(name)).filter((index) => index !== -1);
    if (found.length > 0) fields.set(field, found);
  }
  return { names: header.map((name) => name.trim()), fields };
}

/** The draft of a row. Columns that are no field of ours are kept under their own names. */
export function draftOfCells(cells: readonly string[], columns: Columns): Draft {
  const used = new Set<number>();
  const values = (field: ColumnField): string[] => {
    const found = columns.fields.get(field) ?? [];
    const texts = found.map((index) => cellOf(cells, index));
    const best = texts.findIndex((text) => text !== "");
    // An arXiv id is no field of a paper; it gives an id and stays.
    if (best !== -1 && field !== "arxivId") used.add(found[best]!);
    return texts.filter((text) => text !== "");
  };
  const draft: Draft = {
    id: bareId(values("id")[0]),
    arxivId: values("arxivId")[0],
    title: readable(values("title")[0]),
    abstract: readable(values("abstract")[0]),
    date: mostPreciseDate([...values("date"), ...dayOf(cells, columns)]),
    authors: splitNames(values("authors")[0] ?? ""),
    keywords: splitKeywords(values("keywords")[0] ?? ""),
    doi: findDoi(values("doi")[0]),
    venue: values("venue")[0],
    url: values("url")[0]?.split(/\s/)[0],
  };
  return { ...draft, extra: otherCells(cells, columns, used) };
}

/** The date of Rayyan and its like, which have a column each for year, month and day. */
function dayOf(cells: readonly string[], { names }: Columns): string[] {
  const parts = ["year", "month", "day"].map((name) => cells[names.indexOf(name)]?.trim() ?? "");
  return parts[0] === "" || parts[1] === "" ? [] : [parts.join("-")];
}

function otherCells(cells: readonly string[], columns: Columns, used: ReadonlySet<number>): Record<string, string> {
  const others = columns.names.map((name, index) => [name, cellOf(cells, index)] as const);
  const kept = others.filter(([name, cell], index) => {
    // The first column of a name counts, as for the fields.
    const first = columns.names.indexOf(name) === index;
    return first && !used.has(index) && name !== "" && cell !== "" && !PAPER_FIELDS.includes(name);
  });
  return Object.fromEntries(kept);
}

function cellOf(cells: readonly string[], index: number): string {
  return withoutApostrophe(cells[index]?.trim() ?? "");
}

/** A cell without the apostrophe that keeps a spreadsheet from taking text for a formula. */
export function withoutApostrophe(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
