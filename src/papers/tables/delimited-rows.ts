/**
 * Delimited text (CSV, TSV) in pieces of any size as rows of cells, with the line on which each row begins.
 *
 * Reference: Shafranovich, Y. (2005). Common format and MIME type for CSV files. RFC 4180. doi:10.17487/RFC4180.
 * Departures: any one-character delimiter, lines that end in LF or CR alone, blanks after a closing quotation mark, and
 * rows whose quotation marks are wrong, which are read and told.
 */

import { matchEnd } from "../markup/match-end.js";

/** One row. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  /** The row as it stands in the text, with its line end. */
  readonly raw: string;
  /** Whether its quotes were wrong. */
  readonly malformed: boolean;
}

/** Cuts text into rows; `expect` says how many cells a row should have, which helps to mend wrong quotes. */
export interface RowSplitter {
  push(text: string): Row[];
  end(): Row[];
  expect(cells: number): void;
}

/** A row as it was understood, the index after its line end, and whether that line end was there. */
interface Reading {
  readonly cells: readonly string[];
  readonly end: number;
  readonly ended: boolean;
  readonly malformed: boolean;
}

/** A piece is parsed when it is this long, so that a long row is not parsed anew with every small piece. */
const ENOUGH = 1 << 16;

/** A row longer than this is taken for one whose quote was never closed. */
const LONGEST_ROW = 1 << 24;

/**
 * A splitter for one delimiter; lines end in LF, CRLF or, where `newline` says so, CR. Where the quotes of a row are
 * wrong, its line is read with quotes as plain characters if that gives the expected number of cells: one stray
 * quotation mark does not swallow the rows after it. Linear: when mending costs too much, quotes mean nothing more.
 */
export function createRowSplitter(delimiter: string, newline: "\n" | "\r" = "\n"): RowSplitter {
  const readRow = rowReader(delimiter, newline);
  let rest = "";
  let line = 1;
  let expected = 0;
  let enough = 0;
  let mendable = LONGEST_ROW;

  /** The row that begins at `start`; undefined where the rest of it is still to come. */
  const understand = (start: number, complete: boolean): Reading | undefined => {
    const reading = readRow(rest, start, mendable > 0);
    const open = !reading.ended && !complete;
    if (open && rest.length - start < LONGEST_ROW) return undefined;
    if (!open && !reading.malformed) return reading;
    const plain = readRow(rest, start, false);
    if (!open && plain.cells.length !== expected) return reading;
    mendable -= reading.end - start;
    return { ...plain, cells: plain.cells.map(unquoted), malformed: true };
  };

  const parse = (complete: boolean): Row[] => {
    const rows: Row[] = [];
    let start = 0;
    while (start < rest.length) {
      const reading = understand(start, complete);
      if (reading === undefined) break;
      const raw = rest.slice(start, reading.end);
      rows.push({ cells: reading.cells, line, raw, malformed: reading.malformed });
      for (let at = raw.indexOf(newline); at !== -1; at = raw.indexOf(newline, at + 1)) line += 1;
      start = reading.end;
    }
    rest = rest.slice(start);
    return rows;
  };

  return {
    push(text) {
      rest += text;
      mendable += 4 * text.length;
      if (rest.length < enough) return [];
      const rows = parse(false);
      enough = Math.max(ENOUGH, 2 * rest.length);
      return rows;
    },
    end: () => parse(true),
    expect(cells) {
      expected = cells;
    },
  };
}

/** A function that reads the row at an index; without `quotes`, quotation marks are characters as any other. */
function rowReader(delimiter: string, newline: string): (text: string, start: number, quotes: boolean) => Reading {
  const plainCell = new RegExp(`[^${delimiter}${newline}]*`, "y");
  const closing = new RegExp(`"\\s*?(?![^${delimiter}${newline}])`, "y");

  /** Index of the quotation mark that closes the cell opened at `open`, and whether others before it were wrong. */
  const closeOf = (text: string, open: number): { close: number; malformed: boolean } => {
    let malformed = false;
    for (let close = text.indexOf('"', open + 1); close !== -1; close = text.indexOf('"', close + 1)) {
      if (text[close + 1] === '"') close += 1;
      else if (matchEnd(closing, text, close) !== -1) return { close, malformed };
      else malformed = true;
    }
    return { close: text.length, malformed: true };
  };

  return (text, start, quotes) => {
    const cells: string[] = [];
    let malformed = false;
    for (let at = start; ; at += 1) {
      if (quotes && text[at] === '"') {
        const quoted = closeOf(text, at);
        cells.push(text.slice(at + 1, quoted.close).replaceAll('""', '"'));
        malformed ||= quoted.malformed;
        at = quoted.close === text.length ? text.length : matchEnd(closing, text, quoted.close);
      } else {
        const end = matchEnd(plainCell, text, at);
        const cell = text.slice(at, end);
        cells.push(text[end] !== delimiter && cell.endsWith("\r") ? cell.slice(0, -1) : cell);
        at = end;
      }
      if (text[at] !== delimiter) return { cells, end: at + 1, ended: at < text.length, malformed };
    }
  };
}

function unquoted(cell: string): string {
  return /^\s*".*"\s*$/.test(cell) ? cell.trim().slice(1, -1).replaceAll('""', '"') : cell;
}
