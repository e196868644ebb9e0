/** A sparse matrix brought to the kernels in blocks of rows, so that their memory does not grow with the matrix. */

import type { CsrMatrix } from "../csr.js";
import type { SparseRows } from "./kernels.js";
import type { KernelArena } from "./load-kernels.js";

/** Entries of a block: 1 MB stays in the second cache while the panels' rows come and go. */
const blockEntries = 65_536;

/** A block and the number of its first row. */
export type SparseBlock = SparseRows & { readonly first: number };

/** Walks over all blocks of a matrix, first to last. */
export type SparseBlocks = (visit: (block: SparseBlock) => void) => void;

/** Bytes and arrays that the blocks of a matrix take of an arena. */
export function blockRoom(matrix: CsrMatrix): { bytes: number; arrays: number; rows: number; entries: number } {
  const entries = Math.min(Math.max(blockEntries, longestRow(matrix)), matrix.indptr[matrix.rows]!);
  // No more rows than entries: a block ends there even if its rows are empty.
  const rows = Math.min(matrix.rows, blockEntries);
  return { bytes: 4 * (rows + 1) + entries * (4 + 8), arrays: 3, rows, entries };
}

/** The blocks of a matrix, in the precision of its data. A matrix of one block is copied once. */
export function sparseBlocks(matrix: CsrMatrix, arena: KernelArena): SparseBlocks {
  const room = blockRoom(matrix);
  const indptr = arena.uint32(room.rows + 1);
  const indices = arena.uint32(room.entries);
  const values = arena.reals(room.entries, matrix.data);
  let filled = -1;
  const fill = (first: number, end: number): void => {
    const from = matrix.indptr[first]!;
    const to = matrix.indptr[end]!;
    indptr.set(matrix.indptr.subarray(first, end + 1));
    indices.set(matrix.indices.subarray(from, to));
    values.set(matrix.data.subarray(from, to));
    filled = first === 0 && end === matrix.rows ? 0 : -1;
  };
  return (visit) => {
    for (let first = 0; first < matrix.rows; ) {
      const end = blockEnd(matrix, first, room.rows, room.entries);
      if (filled !== first) fill(first, end);
      visit({ first, rows: end - first, indptr, indices, values });
      first = end;
    }
  };
}

/** The row after the last of the block that begins with `first`: as many as fit. */
function blockEnd({ rows, indptr }: CsrMatrix, first: number, mostRows: number, mostEntries: number): number {
  const limit = indptr[first]! + mostEntries;
  const last = Math.min(rows, first + mostRows);
  let end = first + 1;
  while (end < last && indptr[end + 1]! <= limit) end += 1;
  return end;
}

function longestRow({ rows, indptr }: CsrMatrix): number {
  let longest = 0;
  for (let r = 0; r < rows; r += 1) longest = Math.max(longest, indptr[r + 1]! - indptr[r]!);
  return longest;
}
