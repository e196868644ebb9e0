/** A growing list of sparse entries, row after row, that becomes a matrix once its columns are known. */

import { type ColumnOrder, columnOrder, putEntry, takeEntries } from "../matrix/column-order.js";
import type { CsrMatrix } from "../matrix/csr.js";
import { countBits, countMask, type PagedRows, packEntry, pageLength } from "./packed-entry.js";

/** Entries in the order in which they came, the columns of a row in any order. */
export interface EntryList {
  /** Appends a row: the first `length` numbers and counts. */
  push(numbers: Uint32Array, counts: Uint32Array, length: number): void;
  /** The rows where they lie; they stay there when the list is emptied. */
  paged(): PagedRows;
  /**
   * The matrix of all rows, each entry in the column `columnOf[number]` (-1: none). The list is empty afterwards: its
   * memory is given back while the matrix is filled. `onPiece` is told some times in between.
   */
  toRows(columnOf: Int32Array, columns: number, onPiece?: () => void): CsrMatrix;
}

/** Whole pages of whole rows. Pieces are never copied. */
interface Piece {
  readonly entries: Uint32Array;
  /** Where each row begins and ends. */
  readonly starts: number[];
  readonly ends: number[];
  /** By place the counts that an entry does not tell. */
  readonly high: Map<number, number>;
}

/**
 * Entries of the first piece. Each next one is as large as all before, up to the size from which allocators hand memory back to
 * the system when it is freed; a longer row has one for itself.
 */
const fewest = pageLength;
const most = 1 << 23;

/** An empty list. */
export function entryList(): EntryList {
  let pieces: Piece[] = [];
  let total = 0;
  return {
    push(numbers, counts, length) {
      let piece = pieces.at(-1);
      let start = nextStart(piece?.ends.at(-1) ?? 0, length);
      if (piece === undefined || start + length > piece.entries.length) {
        const size = Math.max(nextPage(length), Math.min(most, Math.max(fewest, total)));
        piece = { entries: new Uint32Array(size), starts: [], ends: [], high: new Map() };
        pieces.push(piece);
        total += size;
        start = 0;
      }
      const { entries, high } = piece;
      for (let i = 0; i < length; i += 1) {
        entries[start + i] = packEntry(numbers[i]!, counts[i]!);
        if (counts[i]! >= countMask) high.set(start + i, counts[i]!);
      }
      piece.starts.push(start);
      piece.ends.push(start + length);
    },
    paged: () => pagedRows(pieces),
    toRows(columnOf, columns, onPiece = () => undefined) {
      const given = pieces.reverse();
      pieces = [];
      return rowsOf(given, columnOf, columns, onPiece);
    },
  };
}

/** Where a row of `length` entries may begin, from `at` on: short ones do not go over the end of a page, long ones begin one. */
function nextStart(at: number, length: number): number {
  return (at % pageLength) + length > pageLength ? nextPage(at) : at;
}

function nextPage(at: number): number {
  return Math.ceil(at / pageLength) * pageLength;
}

function pagedRows(pieces: readonly Piece[]): PagedRows {
  const rows = pieces.reduce((sum, { ends }) => sum + ends.length, 0);
  const pages: Uint32Array[] = [];
  const starts = new Uint32Array(rows);
  const lengths = new Uint32Array(rows);
  let row = 0;
  for (const piece of pieces) {
    const first = pages.length * pageLength;
    piece.ends.forEach((end, i) => {
      starts[row] = first + piece.starts[i]!;
      lengths[row] = Math.min(pageLength, end - piece.starts[i]!);
      row += 1;
    });
    for (let at = 0; at < piece.entries.length; at += pageLength) {
      pages.push(piece.entries.subarray(at, at + pageLength));
    }
  }
  return { pages, starts, lengths };
}

/** Takes the pieces from the end of the list, so that each can be forgotten. */
function rowsOf(pieces: Piece[], columnOf: Int32Array, columns: number, onPiece: () => void): CsrMatrix {
  const rows = pieces.reduce((sum, { ends }) => sum + ends.length, 0);
  const entries = pieces.reduce((sum, piece) => sum + keptOf(piece, columnOf), 0);
  const matrix = {
    rows,
    columns,
    indptr: new Uint32Array(rows + 1),
    indices: new Uint32Array(entries),
    data: new Float32Array(entries),
  };
  const order = columnOrder(columns);
  let row = 0;
  for (let piece = pieces.pop(); piece !== undefined; piece = pieces.pop()) {
    onPiece();
    addRows(matrix, row, piece, columnOf, order);
    row += piece.ends.length;
  }
  return matrix;
}

/** Entries that have a column. */
function keptOf({ entries, starts, ends }: Piece, columnOf: Int32Array): number {
  let kept = 0;
  for (let row = 0; row < ends.length; row += 1) {
    for (let p = starts[row]!; p < ends[row]!; p += 1) if (columnOf[entries[p]! >>> countBits]! >= 0) kept += 1;
  }
  return kept;
}

/** Fills the rows of a piece from row `first` on. */
function addRows(
  matrix: CsrMatrix,
  first: number,
  { entries, starts, ends, high }: Piece,
  columnOf: Int32Array,
  order: ColumnOrder,
): void {
  let written = matrix.indptr[first]!;
  for (let row = 0; row < ends.length; row += 1) {
    for (let p = starts[row]!; p < ends[row]!; p += 1) {
      const column = columnOf[entries[p]! >>> countBits]!;
      if (column < 0) continue;
      const count = entries[p]! & countMask;
      putEntry(order, column, count < countMask ? count : high.get(p)!);
      written += 1;
    }
    takeEntries(order, matrix, written);
    matrix.indptr[first + row + 1] = written;
  }
}
