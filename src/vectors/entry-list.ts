/** A growing list of sparse entries, row after row, that becomes a matrix once its columns are known. */

import { type CsrMatrix, transpose } from "../matrix/csr.js";

/** Entries in the order in which they came, the columns of a row in any order. */
export interface EntryList {
  /** Appends the first `count` numbers and values. */
  push(numbers: Uint32Array, values: Float32Array, count: number): void;
  /**
   * The matrix whose i-th row has the next `lengths[i]` entries, each in the column `columnOf[number]` (-1: none). The
   * list is empty afterwards: its memory is given back while the matrix is filled.
   */
  toRows(lengths: ArrayLike<number>, columnOf: Int32Array, columns: number): CsrMatrix;
}

interface Piece {
  readonly numbers: Uint32Array;
  readonly values: Float32Array;
}

/** Entries of a piece: pieces are never copied. */
const pieceEntries = 1 << 18;

/** Stands for a piece whose entries are in the matrix. */
const spent: Piece = { numbers: new Uint32Array(0), values: new Float32Array(0) };

/** An empty list. */
export function entryList(): EntryList {
  let pieces: Piece[] = [];
  let size = 0;
  return {
    push(numbers, values, count) {
      for (let i = 0; i < count; i += 1) {
        const at = size % pieceEntries;
        if (at === 0) pieces.push({ numbers: new Uint32Array(pieceEntries), values: new Float32Array(pieceEntries) });
        const piece = pieces[pieces.length - 1]!;
        piece.numbers[at] = numbers[i]!;
        piece.values[at] = values[i]!;
        size += 1;
      }
    },
    toRows(lengths, columnOf, columns) {
      const given = pieces;
      pieces = [];
      return rowsOf(given, lengths, columnOf, columns);
    },
  };
}

function rowsOf(pieces: Piece[], lengths: ArrayLike<number>, columnOf: Int32Array, columns: number): CsrMatrix {
  const indptr = keptBefore(pieces, lengths, columnOf);
  const indices = new Uint32Array(indptr[lengths.length]!);
  const data = new Float32Array(indices.length);
  let read = 0;
  for (let first = 0; first < lengths.length; ) {
    let end = first + 1;
    while (end < lengths.length && indptr[end + 1]! - indptr[first]! <= pieceEntries) end += 1;
    const start = indptr[first]!;
    let written = start;
    for (let row = first; row < end; row += 1) {
      for (const stop = read + lengths[row]!; read < stop; read += 1) {
        const piece = pieces[Math.floor(read / pieceEntries)]!;
        const column = columnOf[piece.numbers[read % pieceEntries]!]!;
        if (column < 0) continue;
        indices[written] = column;
        data[written] = piece.values[read % pieceEntries]!;
        written += 1;
      }
    }
    sortColumns(
      indptr.subarray(first, end + 1),
      indices.subarray(start, written),
      data.subarray(start, written),
      columns,
    );
    pieces.fill(spent, 0, Math.floor(read / pieceEntries));
    first = end;
  }
  return { rows: lengths.length, columns, indptr, indices, data };
}

/** For each row the number of entries before it that have a column. */
function keptBefore(pieces: readonly Piece[], lengths: ArrayLike<number>, columnOf: Int32Array): Uint32Array {
  const indptr = new Uint32Array(lengths.length + 1);
  let read = 0;
  let kept = 0;
  for (let row = 0; row < lengths.length; row += 1) {
    for (const stop = read + lengths[row]!; read < stop; read += 1) {
      if (columnOf[pieces[Math.floor(read / pieceEntries)]!.numbers[read % pieceEntries]!]! >= 0) kept += 1;
    }
    indptr[row + 1] = kept;
  }
  return indptr;
}

/** Puts the columns of each row of a block in order: transposed twice they are, in time linear in the entries. */
function sortColumns(rowStarts: Uint32Array, indices: Uint32Array, data: Float32Array, columns: number): void {
  const indptr = rowStarts.map((start) => start - rowStarts[0]!);
  const sorted = transpose(transpose({ rows: indptr.length - 1, columns, indptr, indices, data }));
  indices.set(sorted.indices);
  data.set(sorted.data);
}
