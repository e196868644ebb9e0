/** CSV and TSV with a header line: exports of Scopus, Zotero, OpenAlex, Embase, Rayyan, PubMed, Lens and spreadsheets. */

import type { Found, PaperReader } from "../reading/draft.js";
import { type Columns, columnsOf, draftOfCells } from "./delimited-columns.js";
import { createRowSplitter, type Row, type RowSplitter } from "./delimited-rows.js";

/** So many rows may stand before the header, as in Embase. */
const LONGEST_PREAMBLE = 20;

/** A reader of comma-separated values; a semicolon, bar or tab instead is told by the header line. */
export function openCsv(): PaperReader {
  return openDelimited([",", ";", "|", "\t"]);
}

/** A reader of tab-separated values. */
export function openTsv(): PaperReader {
  return openDelimited(["\t"]);
}

function openDelimited(delimiters: readonly string[]): PaperReader {
  let head = "";
  let rows: RowSplitter | undefined;
  const table = createTable();
  const start = (): Found[] => {
    const { delimiter, newline } = dialectOf(head, delimiters);
    rows = createRowSplitter(delimiter, newline);
    return table.add(rows.push(head), rows);
  };
  return {
    push(text) {
      if (rows !== undefined) return table.add(rows.push(text), rows);
      head += text;
      // Enough for the preamble and the header.
      return head.length < 32_768 ? [] : start();
    },
    end() {
      const first = rows === undefined ? start() : [];
      return [...first, ...table.add(rows!.end(), rows!), ...table.end()];
    },
  };
}

/** Which delimiter gives a header that we know, by the first line that has one; ties by order. */
export function dialectOf(
  head: string,
  delimiters: readonly string[],
): { delimiter: string; newline: "\n" | "\r"; header: boolean } {
  const newline = head.includes("\r") && !head.includes("\n") ? "\r" : "\n";
  for (const [index, line] of head.split(newline, LONGEST_PREAMBLE).entries()) {
    const found = delimiters.find((delimiter) => isHeader(splitHeader(line, delimiter), index));
    if (found !== undefined) return { delimiter: found, newline, header: true };
  }
  return { delimiter: delimiters[0]!, newline, header: false };
}

function splitHeader(line: string, delimiter: string): string[] {
  const rows = createRowSplitter(delimiter);
  return [...rows.push(line), ...rows.end()].flatMap(({ cells }) => cells);
}

/** A header names a title or an abstract; it may be one of these words alone where nothing stands before it. */
export function isHeader(cells: readonly string[], before: number): boolean {
  if (cells.length === 1) return before === 0 && /^\W*(?:title|abstract)\W*$/i.test(cells[0]!);
  return columnsOf(cells).telling;
}

/** Rows as records, once the header has been seen. */
function createTable(): { add(rows: readonly Row[], splitter: RowSplitter): Found[]; end(): Found[] } {
  let columns: Columns | undefined;
  const preamble: Row[] = [];
  const addRow = (row: Row, splitter: RowSplitter): Found[] => {
    if (row.cells.every((cell) => cell.trim() === "")) return [];
    // Markdown has a line under its header.
    if (columns !== undefined) return row.cells.every((cell) => /^[\s:-]*$/.test(cell)) ? [] : [foundRow(row, columns)];
    if (!isHeader(row.cells, preamble.length)) {
      // A spreadsheet's own first line says which delimiter follows.
      if (!/^sep=.?$/.test(row.raw.trim())) preamble.push(row);
      return [];
    }
    columns = columnsOf(row.cells);
    splitter.expect(row.cells.length);
    return preamble.map((before) => ({ kind: "skipped", problem: skippedRow(before) }));
  };
  return {
    add: (rows, splitter) => rows.flatMap((row) => addRow(row, splitter)),
    end: () => (columns === undefined ? [withoutHeader(preamble)] : []),
  };
}

function foundRow(row: Row, columns: Columns): Found {
  const { cells, line } = row;
  const faults = [];
  if (row.malformed)
    faults.push({ code: "malformed-quotes", message: `The quotation marks of the row at line ${line} do not match.` });
  if (cells.length !== columns.names.length) {
    const message = `Expected ${columns.names.length} cells, got ${cells.length}.`;
    faults.push({ code: "uneven-row", message });
  }
  return { kind: "record", draft: { ...draftOfCells(cells, columns), faults }, line };
}

function skippedRow({ cells, line }: Row): { code: string; message: string; line: number } {
  const message = `Not a paper, before the header: ${JSON.stringify(cells.join(" ").slice(0, 80))}.`;
  return { code: "skipped-line", message, line };
}

function withoutHeader(preamble: readonly Row[]): Found {
  const cells = preamble[0]?.cells.slice(0, 8).join(", ").slice(0, 120) ?? "";
  const message = `Expected a header line with a column named title or abstract, got ${JSON.stringify(cells)}.`;
  return { kind: "unreadable", problem: { code: "no-header", message, line: preamble[0]?.line ?? 1 } };
}
