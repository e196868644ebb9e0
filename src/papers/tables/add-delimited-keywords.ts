/** Keywords written into the rows of a CSV or TSV file. */

import { joinList, splitKeywords } from "../fields/names.js";
import { type KeywordsAt, lineEnd } from "../lines/add-line-keywords.js";
import { dialectOf, isHeader } from "./delimited.js";
import { columnsOf, withoutApostrophe } from "./delimited-columns.js";
import { createRowSplitter, type Row } from "./delimited-rows.js";
import { quotedCell, safeCell } from "./write-delimited.js";

/** The table with the keywords in its column for them; a column is appended where there is none. */
export function addDelimitedKeywords(text: string, keywordsAt: KeywordsAt): string {
  const { delimiter, newline } = dialectOf(text.slice(0, 65_536), ["\t", ",", ";", "|"]);
  const splitter = createRowSplitter(delimiter, newline);
  const rows = [...splitter.push(text), ...splitter.end()];
  const header = rows.findIndex(({ cells }, index) => isHeader(cells, index));
  const names = rows[header]!.cells;
  const column = columnsOf(names).fields.get("keywords")?.[0];
  const written = rows.map((row, index) => {
    const blank = row.cells.every((cell) => cell.trim() === "");
    if (index < header || blank) return row.raw;
    const fresh = keywordsAt(row.line);
    if (column === undefined) return appended(row, names.length, index === header ? ["Keywords"] : fresh, delimiter);
    return fresh.length === 0 ? row.raw : replaced(row, column, fresh, delimiter);
  });
  return written.join("");
}

/** The row with one more cell, as it stood otherwise. */
function appended({ cells, raw }: Row, width: number, keywords: readonly string[], delimiter: string): string {
  const end = lineEnd(raw);
  const missing = delimiter.repeat(1 + Math.max(0, width - cells.length));
  return raw.slice(0, raw.length - end.length) + missing + safeCell(joinList(keywords), delimiter) + end;
}

/** The row with the keywords added to the cell of a column. */
function replaced({ cells, raw }: Row, column: number, keywords: readonly string[], delimiter: string): string {
  const width = Math.max(cells.length, column + 1);
  // Files that quote every cell go on doing so.
  const always = raw.startsWith('"');
  const written = Array.from({ length: width }, (_, index) => {
    const cell = cells[index] ?? "";
    if (index !== column) return quotedCell(cell, delimiter, always);
    return safeCell(joinList([...splitKeywords(withoutApostrophe(cell)), ...keywords]), delimiter, always);
  });
  return written.join(delimiter) + lineEnd(raw);
}
