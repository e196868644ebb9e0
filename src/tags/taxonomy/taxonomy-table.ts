/** Taxonomies in CSV or TSV with a header, or as plain names, one a line. */

import { createRowSplitter, type Row } from "../../papers/tables/delimited-rows.js";
import type { TaxonomyEntry } from "./taxonomy-entry.js";
import { entryOf, NAME_COLUMNS } from "./taxonomy-json.js";

/** The delimiter of a table whose first line names a column for the name, or undefined where it does not. */
export function tableDelimiter(text: string): string | undefined {
  const first = text.split(/\r\n|\n|\r/, 1)[0]!;
  return ["\t", ",", ";", "|"].find((delimiter) => {
    const cells = rowsOf(first, delimiter)[0]?.cells ?? [];
    return cells.length > 1 && cells.some((cell) => NAME_COLUMNS.includes(plain(cell)));
  });
}

/** The entries of a table; lists in cells are parted by semicolons, bars or commas. */
export function entriesOfTable(text: string, delimiter: string): TaxonomyEntry[] {
  const [header, ...rows] = rowsOf(text, delimiter);
  const names = header!.cells.map(plain);
  return (
    rows
      // Markdown has a line under its header.
      .filter(({ cells }) => !cells.every((cell) => /^[\s:-]*$/.test(cell)))
      .map(({ cells, line }) => {
        const lookUp = (wanted: readonly string[]): string | undefined => {
          const column = wanted.map((name) => names.indexOf(name.toLowerCase())).find((index) => index !== -1);
          return column === undefined ? undefined : cells[column]?.trim() || undefined;
        };
        return { ...entryOf(lookUp), line };
      })
  );
}

/** One entry for each line that is not blank and no comment; a single header word is passed over. */
export function entriesOfLines(text: string): TaxonomyEntry[] {
  const lines = text.split(/\r\n|\n|\r/).map((name, index) => ({ name: name.trim(), line: index + 1 }));
  const named = lines.filter(({ name }) => name !== "" && !name.startsWith("#"));
  return NAME_COLUMNS.includes(named[0]?.name.toLowerCase() ?? "") ? named.slice(1) : named;
}

function rowsOf(text: string, delimiter: string): Row[] {
  const splitter = createRowSplitter(delimiter, text.includes("\r") && !text.includes("\n") ? "\r" : "\n");
  return [...splitter.push(text), ...splitter.end()];
}

function plain(cell: string): string {
  return cell.trim().toLowerCase();
}
