/** A growing list of sparse entries, row after row, that becomes a matrix once its columns are known. */

import type { CsrMatrix } from "../matrix/csr.js";
import { type ColumnOrder, columnOrder, putEntry, takeEntries } from "./column-order.js";

/** Entries in the order in which they came, the columns of a row in any order. */
export interface EntryList {
  /** Appends a row: the first `count` numbers and values. */
  push(numbers: Uint32Array, values: Float32Array, count: number): void;
  /** Calls `visit` with each row in turn: `numbers[from .. end)` and the values at the same places. */
  forEachRow(visit: (numbers: Uint32Array, values: Float32Array, from: number, end: number) => void): void;
  /**
   * The matrix of all rows, each entry in the column `columnOf[number]` (-1: none). The list is empty afterwards: its
   * memory is given back while the matrix is filled. `onPiece` is told some times in between.
   */
  toRows(columnOf: Int32Array, columns: number, onPiece?: () => void): CsrMatrix;
}

/** Whole rows side by side. Pieces are never copied. */
interface Piece {
  readonly numbers: Uint32Array;
  readonly values: Float32Array;
  /** Where each row ends. */
  readonly ends: number[];
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
    push(numbers, values, count) {
      let piece = pieces.at(-1);
      let start = piece?.ends.at(-1) ?? 0;
      if (piece === undefined || start + count > piece.numbers.length) {
        const size = Math.max(count, Math.min(most, Math.max(fewest, total)));
        piece = { numbers: new Uint32Array(size), values: new Float32Array(size), ends: [] };
        pieces.push(piece);
        total += size;
        start = 0;
      }
      // A row is too short for views on it to pay.
      for (let i = 0; i < count; i += 1) {
        piece.numbers[start + i] = numbers[i]!;
        piece.values[start + i] = values[i]!;
      }
      piece.ends.push(start + count);
    },
    forEachRow(visit) {
      for (const { numbers, values, ends } of pieces) {
        ends.forEach((end, row) => {
          visit(numbers, values, row === 0 ? 0 : ends[row - 1]!, end);
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
function keptOf({ numbers, ends }: Piece, columnOf: Int32Array): number {
  const end = ends.at(-1)!;
  let kept = 0;
  for (let p = 0; p < end; p += 1) if (columnOf[numbers[p]!]! >= 0) kept += 1;
  return kept;
}

/** Fills the rows of a piece from row `first` on. */
function addRows(
  matrix: CsrMatrix,
  first: number,
  { numbers, values, ends }: Piece,
  columnOf: Int32Array,
  order: ColumnOrder,
): void {
  let p = 0;
  let written = matrix.indptr[first]!;
  for (let row = 0; row < ends.length; row += 1) {
    for (const end = ends[row]!; p < end; p += 1) {
      const column = columnOf[numbers[p]!]!;
      if (column < 0) continue;
      putEntry(order, column, values[p]!);
      written += 1;
    }
    takeEntries(order, matrix, written);
    matrix.indptr[first + row + 1] = written;
  }
}
