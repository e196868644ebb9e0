/** Compressed sparse rows: the shape of counts, TF-IDF vectors and neighbour graphs. */

import { emptyLike, longer } from "./growing-arrays.js";

/**
 * A sparse matrix by rows. Row `i` holds columns `indices[indptr[i] .. indptr[i + 1])`, ascending, with the values at
 * the same places of `data`. `indptr` has `rows + 1` entries.
 */
export interface CsrMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly indptr: Uint32Array;
  readonly indices: Uint32Array;
  readonly data: Float32Array | Float64Array;
}

/** Cosine or dot product of row `i` of `a` and row `j` of `b` (merge of two ascending lists). */
export function dotRows(a: CsrMatrix, i: number, b: CsrMatrix, j: number): number {
  let p = a.indptr[i]!;
  let q = b.indptr[j]!;
  const pEnd = a.indptr[i + 1]!;
  const qEnd = b.indptr[j + 1]!;
  let sum = 0;
  while (p < pEnd && q < qEnd) {
    const column = a.indices[p]!;
    const other = b.indices[q]!;
    if (column === other) sum += a.data[p++]! * b.data[q++]!;
    else if (column < other) p += 1;
    else q += 1;
  }
  return sum;
}

/** Dot product of a row and a dense vector. */
export function dotVector({ indptr, indices, data }: CsrMatrix, row: number, vector: Float64Array): number {
  let sum = 0;
  for (let p = indptr[row]!; p < indptr[row + 1]!; p += 1) sum += data[p]! * vector[indices[p]!]!;
  return sum;
}

/** The value of a row in a column, 0 where it has no entry. */
export function valueAt({ indptr, indices, data }: CsrMatrix, row: number, column: number): number {
  let low = indptr[row]!;
  let high = indptr[row + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (indices[middle]! < column) low = middle + 1;
    else high = middle;
  }
  return low < indptr[row + 1]! && indices[low] === column ? data[low]! : 0;
}

/** The transposed matrix (columns become rows), in time linear in the non-zeros; order within a row ascends. */
export function transpose(matrix: CsrMatrix): CsrMatrix {
  const { rows, columns, indptr, indices, data } = matrix;
  const starts = new Uint32Array(columns + 1);
  const nonZeros = indptr[rows]!;
  for (let p = 0; p < nonZeros; p += 1) starts[indices[p]! + 1]! += 1;
  for (let c = 0; c < columns; c += 1) starts[c + 1]! += starts[c]!;
  const next = starts.slice(0, columns);
  const outIndices = new Uint32Array(nonZeros);
  const outData = emptyLike(data, nonZeros);
  for (let r = 0; r < rows; r += 1) {
    for (let p = indptr[r]!; p < indptr[r + 1]!; p += 1) {
      const place = next[indices[p]!]!++;
      outIndices[place] = r;
      outData[place] = data[p]!;
    }
  }
  return { rows: columns, columns: rows, indptr: starts, indices: outIndices, data: outData };
}

/**
 * A matrix from rows told one after the other.
 *
 * @param tell adds the entries of a row, columns ascending
 */
export function matrixByRows(
  rows: number,
  columns: number,
  tell: (row: number, add: (column: number, value: number) => void) => void,
): CsrMatrix & { readonly data: Float64Array } {
  const indptr = new Uint32Array(rows + 1);
  const indices: number[] = [];
  const data: number[] = [];
  const add = (column: number, value: number): void => {
    indices.push(column);
    data.push(value);
  };
  for (let row = 0; row < rows; row += 1) {
    tell(row, add);
    indptr[row + 1] = indices.length;
  }
  return { rows, columns, indptr, indices: Uint32Array.from(indices), data: Float64Array.from(data) };
}

/** The chosen rows and columns, ascending, of a square matrix. */
export function selectSquare({ columns, indptr, indices, data }: CsrMatrix, chosen: Uint32Array): CsrMatrix {
  const place = new Int32Array(columns).fill(-1);
  chosen.forEach((column, i) => {
    place[column] = i;
  });
  return matrixByRows(chosen.length, chosen.length, (row, add) => {
    for (let p = indptr[chosen[row]!]!; p < indptr[chosen[row]! + 1]!; p += 1) {
      if (place[indices[p]!]! >= 0) add(place[indices[p]!]!, data[p]!);
    }
  });
}

/** A matrix of zeros. */
export function noEntries(rows: number, columns: number): CsrMatrix {
  return { rows, columns, indptr: new Uint32Array(rows + 1), indices: new Uint32Array(0), data: new Float64Array(0) };
}

/** The rows of one matrix followed by those of another of as many columns; numbers in the precision of the first. */
export function appendRows(a: CsrMatrix, b: CsrMatrix): CsrMatrix {
  const length = a.indices.length + b.indices.length;
  const indptr = longer(a.indptr, a.rows + b.rows + 1);
  for (let row = 1; row <= b.rows; row += 1) indptr[a.rows + row] = a.indices.length + b.indptr[row]!;
  const indices = longer(a.indices, length);
  indices.set(b.indices, a.indices.length);
  const data = longer(a.data, length);
  data.set(b.data, a.data.length);
  return { rows: a.rows + b.rows, columns: a.columns, indptr, indices, data };
}

/** The first `count` rows, sharing the numbers of `matrix`. */
export function firstRows({ columns, indptr, indices, data }: CsrMatrix, count: number): CsrMatrix {
  const end = indptr[count]!;
  const kept = { indices: indices.subarray(0, end), data: data.subarray(0, end) };
  return { rows: count, columns, indptr: indptr.subarray(0, count + 1), ...kept };
}

/** The chosen rows, in the order given. */
export function selectRows(matrix: CsrMatrix, chosen: ArrayLike<number>): CsrMatrix {
  const indptr = new Uint32Array(chosen.length + 1);
  for (let i = 0; i < chosen.length; i += 1) {
    const row = chosen[i]!;
    indptr[i + 1] = indptr[i]! + matrix.indptr[row + 1]! - matrix.indptr[row]!;
  }
  const indices = new Uint32Array(indptr[chosen.length]!);
  const data = emptyLike(matrix.data, indices.length);
  for (let i = 0; i < chosen.length; i += 1) {
    const from = matrix.indptr[chosen[i]!]!;
    const to = matrix.indptr[chosen[i]! + 1]!;
    indices.set(matrix.indices.subarray(from, to), indptr[i]!);
    data.set(matrix.data.subarray(from, to), indptr[i]!);
  }
  return { rows: chosen.length, columns: matrix.columns, indptr, indices, data };
}
