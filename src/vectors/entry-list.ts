/** A growing list of sparse entries, row after row, that becomes a matrix once its columns are known. */

import { type CsrMatrix, transpose } from "../matrix/csr.js";

/** Entries in the order in which they came, the columns of a row in any order. */
export interface EntryList {
  /** Appends a row: the first `count` numbers and values. */
  push(numbers: Uint32Array, values: Float32Array, count: number): void;
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

/** Entries of a piece; a longer row has one for itself. */
const pieceEntries = 1 << 18;

/** An empty list. */
export function entryList(): EntryList {
  let pieces: Piece[] = [];
  return {
    push(numbers, values, count) {
      let piece = pieces.at(-1);
      let start = piece?.ends.at(-1) ?? 0;
      if (piece === undefined || start + count > piece.numbers.length) {
        const size = Math.max(pieceEntries, count);
        piece = { numbers: new Uint32Array(size), values: new Float32Array(size), ends: [] };
        pieces.push(piece);
        start = 0;
      }
      piece.numbers.set(numbers.subarray(0, count), start);
      piece.values.set(values.subarray(0, count), start);
      piece.ends.push(start + count);
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
  const indptr = new Uint32Array(rows + 1);
  const indices = new Uint32Array(entries);
  const data = new Float32Array(entries);
  let row = 0;
  for (let piece = pieces.pop(); piece !== undefined; piece = pieces.pop()) {
    onPiece();
    const sorted = sortedRows(piece, columnOf, columns);
    const start = indptr[row]!;
    indices.set(sorted.indices, start);
    data.set(sorted.data, start);
    for (let r = 1; r <= sorted.rows; r += 1) indptr[row + r] = start + sorted.indptr[r]!;
    row += sorted.rows;
  }
  return { rows, columns, indptr, indices, data };
}

/** Entries that have a column. */
function keptOf({ numbers, ends }: Piece, columnOf: Int32Array): number {
  const end = ends.at(-1)!;
  let kept = 0;
  for (let p = 0; p < end; p += 1) if (columnOf[numbers[p]!]! >= 0) kept += 1;
  return kept;
}

/** The rows of a piece, columns ascending: transposed twice they are, in time linear in the entries. */
function sortedRows({ numbers, values, ends }: Piece, columnOf: Int32Array, columns: number): CsrMatrix {
  const indptr = new Uint32Array(ends.length + 1);
  const indices = new Uint32Array(ends.at(-1)!);
  const data = new Float32Array(indices.length);
  let written = 0;
  let read = 0;
  ends.forEach((end, row) => {
    for (; read < end; read += 1) {
      const column = columnOf[numbers[read]!]!;
      if (column < 0) continue;
      indices[written] = column;
      data[written] = values[read]!;
      written += 1;
    }
    indptr[row + 1] = written;
  });
  const kept = { indices: indices.subarray(0, written), data: data.subarray(0, written) };
  return transpose(transpose({ rows: ends.length, columns, indptr, ...kept }));
}
