/** Which column of a table is which field of a paper, by the header's words. */

import { fieldOfName, LIKELY_RANK, type NamedField, plainName, WEAK_RANK } from "../fields/field-words.js";
import { bareId, findDoi } from "../fields/identifiers.js";
import { mostPreciseDate } from "../fields/iso-date.js";
import { splitKeywords, splitNames } from "../fields/names.js";
import { readable } from "../markup/readable-text.js";
import { PAPER_FIELDS } from "../paper.js";
import type { Draft } from "../reading/draft.js";

/** A table's columns: their names in order, and the columns of each field, the best first. */
export interface Columns {
  readonly names: readonly string[];
  readonly fields: ReadonlyMap<NamedField, readonly number[]>;
  /** Whether the header is one of papers: it names a title or an abstract, or has weak names for both or several fields. */
  readonly telling: boolean;
}

/** What R, pandas and databases write for nothing. */
const ABSENT = /^(?:#?N\/?A|[Nn]a[Nn]|NULL|None)$/;

/** A header with a code such as TI for the title tells by so many fields. */
const fewestFields = 4;

/** The columns of a header. Of two columns with one name the first counts; weak names count where no better one is there. */
export function columnsOf(header: readonly string[]): Columns {
  const plain = header.map(plainName);
  const known = header.flatMap((name, index) => {
    const meaning = plain.indexOf(plain[index]!) === index ? fieldOfName(name) : undefined;
    return meaning === undefined ? [] : [{ index, ...meaning }];
  });
  known.sort((a, b) => a.rank - b.rank || a.index - b.index);
  const fields = new Map<NamedField, number[]>();
  const ranks = new Map<NamedField, number>();
  for (const { field, rank, index } of known) {
    const best = ranks.get(field);
    if (best === undefined) {
      ranks.set(field, rank);
      fields.set(field, [index]);
    } else if (rank < WEAK_RANK || best >= WEAK_RANK) fields.get(field)!.push(index);
  }
  const strong = (field: NamedField): boolean => (ranks.get(field) ?? WEAK_RANK) < LIKELY_RANK;
  const several = ranks.has("title") && (ranks.has("abstract") || ranks.size >= fewestFields);
  const telling = strong("title") || strong("abstract") || several;
  return { names: header.map((name) => name.trim()), fields, telling };
}

/** The draft of a row. Columns that are no field of ours are kept under their own names. */
export function draftOfCells(cells: readonly string[], columns: Columns): Draft {
  const used = new Set<number>();
  const values = (field: NamedField): string[] => {
    const found = columns.fields.get(field) ?? [];
    const texts = found.map((index) => cellOf(cells, index)).map((text) => (ABSENT.test(text) ? "" : text));
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
    authors: splitNames(values("authors")[0]),
    keywords: splitKeywords(values("keywords")[0]),
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
