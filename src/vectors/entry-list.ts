/** A growing list of sparse entries, row after row, that becomes a matrix once its columns are known. */

import type { CsrMatrix } from "../matrix/csr.js";
import { type ColumnOrder, columnOrder, putEntry, takeEntries } from "./column-order.js";
import { countBits, countMask, packEntry } from "./packed-entry.js";

/** Entries in the order in which they came, the columns of a row in any order. */
export interface EntryList {
  /** Appends a row: the first `length` numbers and counts. */
  push(numbers: Uint32Array, counts: Uint32Array, length: number): void;
  /** Calls `visit` with each row in turn: `entries[from .. end)` (`packed-entry.ts`). */
  forEachRow(visit: (entries: Uint32Array, from: number, end: number) => void): void;
  /**
   * The matrix of all rows, each entry in the column `columnOf[number]` (-1: none). The list is empty afterwards: its
   * memory is given back while the matrix is filled. `onPiece` is told some times in between.
   */
  toRows(columnOf: Int32Array, columns: number, onPiece?: () => void): CsrMatrix;
}

/** Whole rows side by side. Pieces are never copied. */
interface Piece {
  readonly entries: Uint32Array;
  /** Where each row ends. */
  readonly ends: number[];
  /** By place the counts that an entry does not tell. */
  readonly high: Map<number, number>;
}

/**
 * Entries of the first piece. Each next one is as large as all before, up to the size from which allocators hand memory back to
 * the system when it is freed; a longer row has one for itself.
 */
const fewest = 1 << 18;
const most = 1 << 23;

/** An empty list. */
export function entryList(): EntryList {
  let pieces: Piece[] = [];
  let total = 0;
  return {
    push(numbers, counts, length) {
      let piece = pieces.at(-1);
      let start = piece?.ends.at(-1) ?? 0;
      if (piece === undefined || start + length > piece.entries.length) {
        const size = Math.max(length, Math.min(most, Math.max(fewest, total)));
        piece = { entries: new Uint32Array(size), ends: [], high: new Map() };
        pieces.push(piece);
        total += size;
        start = 0;
      }
      const { entries, high } = piece;
      for (let i = 0; i < length; i += 1) {
        entries[start + i] = packEntry(numbers[i]!, counts[i]!);
        if (counts[i]! >= countMask) high.set(start + i, counts[i]!);
      }
      piece.ends.push(start + length);
    },
    forEachRow(visit) {
      for (const { entries, ends } of pieces) {
        ends.forEach((end, row) => {
          visit(entries, row === 0 ? 0 : ends[row - 1]!, end);
        });
      }
    },
    toRows(columnOf, columns, onPiece = () => undefined) {
      const given = pieces.reverse();
      pieces = [];
      return rowsOf(given, columnOf, columns, onPiece);
    },
  };
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
function keptOf({ entries, ends }: Piece, columnOf: Int32Array): number {
  const end = ends.at(-1)!;
  let kept = 0;
  for (let p = 0; p < end; p += 1) if (columnOf[entries[p]! >>> countBits]! >= 0) kept += 1;
  return kept;
}

/** Fills the rows of a piece from row `first` on. */
function addRows(
  matrix: CsrMatrix,
  first: number,
  { entries, ends, high }: Piece,
  columnOf: Int32Array,
  order: ColumnOrder,
): void {
  let p = 0;
  let written = matrix.indptr[first]!;
  for (let row = 0; row < ends.length; row += 1) {
    for (const end = ends[row]!; p < end; p += 1) {
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
