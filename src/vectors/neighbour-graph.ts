/** The k nearest neighbours of every row by cosine, exact, through an inverted index. */

import { type CsrMatrix, transpose } from "../matrix/csr.js";
import { topK } from "../matrix/top-k.js";
import { integer, type OptionRules, resolveOptions } from "../options.js";

/** How many neighbours. */
export interface NeighbourOptions {
  /** Neighbours of each row; rows with fewer rows that share a column have fewer. @defaultValue 10 */
  readonly k: number;
}

const rules: OptionRules<NeighbourOptions> = { k: integer(10, 1) };

/**
 * For each row of unit length the `k` other rows of highest positive cosine: rows x rows, columns ascending, the cosine
 * as value. Ties go to the lower index. Directed: i may have j without j having i.
 *
 * @throws ThemataError INVALID_OPTION
 */
export function neighbourGraph(matrix: CsrMatrix, options?: Partial<NeighbourOptions>): CsrMatrix {
  const { k } = resolveOptions("neighbourGraph", options, rules);
  return nearestRows(matrix, matrix, k, true);
}

/** The `k` rows of `collection` nearest to each row of `queries`; `skipSelf` leaves out the row of the same number. */
export function nearestRows(queries: CsrMatrix, collection: CsrMatrix, k: number, skipSelf: boolean): CsrMatrix {
  const postings = transpose(collection);
  const sums = new Float64Array(collection.rows);
  const touched: number[] = [];
  const indptr = new Uint32Array(queries.rows + 1);
  const indices: number[] = [];
  const data: number[] = [];
  for (let row = 0; row < queries.rows; row += 1) {
    touched.length = 0;
    addUp(queries, row, postings, sums, touched);
    const best = topK(k);
    for (const other of touched) {
      if (!(skipSelf && other === row) && sums[other]! > 0) best.push(other, sums[other]!);
      sums[other] = 0;
    }
    for (const { index, score } of best.drain().sort((a, b) => a.index - b.index)) {
      indices.push(index);
      data.push(score);
    }
    indptr[row + 1] = indices.length;
  }
  return {
    rows: queries.rows,
    columns: collection.rows,
    indptr,
    indices: Uint32Array.from(indices),
    data: Float64Array.from(data),
  };
}

/** Adds each posting's product to `sums`, remembering which rows were met. */
function addUp(queries: CsrMatrix, row: number, postings: CsrMatrix, sums: Float64Array, touched: number[]): void {
  for (let p = queries.indptr[row]!; p < queries.indptr[row + 1]!; p += 1) {
    const column = queries.indices[p]!;
    const weight = queries.data[p]!;
    for (let q = postings.indptr[column]!; q < postings.indptr[column + 1]!; q += 1) {
      const other = postings.indices[q]!;
      if (sums[other] === 0) touched.push(other);
      sums[other]! += weight * postings.data[q]!;
    }
  }
}
