/** Delimited text (CSV, TSV) in pieces of any size as rows of cells, with the line on which each row begins. */

import papa from "papaparse";

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

/** A row whose quotes are wrong, as the parser understood it, and its length in characters. */
interface Broken {
  readonly cells: readonly string[];
  readonly length: number;
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
  let rest = "";
  let line = 1;
  let expected = 0;
  let enough = 0;
  let mendable = LONGEST_ROW;

  const take = (length: number, cells: readonly string[], malformed: boolean): Row => {
    const row = { cells, line, raw: rest.slice(0, length), malformed };
    for (let at = rest.indexOf(newline); at !== -1 && at < length; at = rest.indexOf(newline, at + 1)) line += 1;
    rest = rest.slice(length);
    return row;
  };

  const takePlainLine = (broken: Broken | undefined): Row => {
    const end = rest.indexOf(newline);
    const text = end === -1 ? rest : rest.slice(0, end);
    const cells = text.replace(/\r$/, "").split(delimiter).map(unquoted);
    if (broken !== undefined && cells.length !== expected) return take(broken.length, broken.cells, true);
    mendable -= broken?.length ?? 0;
    return take(text.length + 1, cells, true);
  };

  const parse = (complete: boolean): Row[] => {
    const rows: Row[] = [];
    for (;;) {
      const { sound, broken } = soundRows(rest, delimiter, newline, complete, mendable > 0);
      // Slicing row by row would keep the whole text alive in each slice; so the lines are counted on one text.
      let before = 0;
      const text = rest;
      for (const { cells, end } of sound) {
        rest = text.slice(before, end);
        rows.push(take(end - before, cells, false));
        before = end;
      }
      rest = text.slice(before);
      if (broken === undefined && (complete || rest.length < LONGEST_ROW)) return rows;
      rows.push(takePlainLine(broken === undefined ? undefined : { ...broken, length: broken.length - before }));
    }
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
    end: () => (rest === "" ? [] : parse(true)),
    expect(cells) {
      expected = cells;
    },
  };
}

/** The rows up to the first with wrong quotes, and that one. */
function soundRows(
  text: string,
  delimiter: string,
  newline: string,
  complete: boolean,
  quotes: boolean,
): { sound: { cells: readonly string[]; end: number }[]; broken: Broken | undefined } {
  const sound: { cells: readonly string[]; end: number }[] = [];
  let broken: Broken | undefined;
  const parser = new papa.Parser({
    delimiter,
    newline,
    quoteChar: quotes ? '"' : "\0",
    step: ({ data, errors, meta }) => {
      if (errors.length === 0) sound.push({ cells: withoutCr(data[0]), end: meta.cursor });
      else {
        broken = { cells: withoutCr(data[0]), length: meta.cursor };
        parser.abort();
      }
    },
  });
  parser.parse(text, 0, !complete);
  return { sound, broken };
}

/** The cells of a line that ended in CRLF, without the CR. */
function withoutCr(cells: readonly string[]): readonly string[] {
  const last = cells.at(-1) ?? "";
  return last.endsWith("\r") ? [...cells.slice(0, -1), last.slice(0, -1)] : cells;
}

function unquoted(cell: string): string {
  return /^\s*".*"\s*$/.test(cell) ? cell.trim().slice(1, -1).replace(/""/g, '"') : cell;
}
