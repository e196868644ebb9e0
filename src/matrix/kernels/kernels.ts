/** What the kernels compute. Two implementations give the same bits: WebAssembly SIMD and plain TypeScript. */

/** How exact numbers are: "single" takes half the memory and half the time, and knows about seven digits. */
export type Precision = "double" | "single";

/** Numbers of double or single precision; the arguments of one call agree in it. */
export type Reals = Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

/** Some rows of a sparse matrix. `indptr` may begin at any number; `indices` and `values` begin at its first. */
export interface SparseRows {
  readonly rows: number;
  readonly indptr: Uint32Array<ArrayBuffer>;
  readonly indices: Uint32Array<ArrayBuffer>;
  readonly values: Reals;
}

/** Where `nearest` writes, for each row: the number of the best centroid and its dot product. */
export interface Nearest {
  readonly labels: Int32Array<ArrayBuffer>;
  readonly best: Float64Array<ArrayBuffer>;
}

/**
 * The hot loops. A panel is a tall row-major matrix whose rows have 64 bytes: eight columns of double precision, sixteen
 * of single. Every sum runs in index order.
 */
export interface Kernels {
  /** out[r] = the sparse row r times the panel `table`; a row of `table` for each sparse column. */
  sparseTimes(block: SparseRows, table: Reals, out: Reals): void;
  /** target += transposed(block) x block x table. */
  sparseGram(block: SparseRows, table: Reals, target: Reals): void;
  /** out += transposed(left) x right: the dot products of all pairs of columns, row-major. */
  panelDots(left: Reals, right: Reals, out: Reals): void;
  /** target += source x weights, with as many rows and columns of weights as a panel has columns. */
  panelAdd(source: Reals, weights: Reals, target: Reals): void;
  /**
   * The centroid of highest dot product with each row of `data`, the first of equals. `table` has the `k` centroids in
   * panels, one after another, each with `columns` rows. `scores` has room for all lanes of two rows; where it has room for
   * those of all rows, to an even number, they stay there, row after row.
   */
  nearest(data: Reals, columns: number, table: Reals, k: number, scores: Reals, found: Nearest): void;
  /**
   * sums[row] += scale x weights[count] for the first `count` entries of an inverted index: a row above six bits that
   * hold a count. `weights` has 64 numbers.
   */
  addEntries(
    entries: Uint32Array<ArrayBuffer>,
    count: number,
    weights: Float64Array<ArrayBuffer>,
    scale: number,
    sums: Float64Array<ArrayBuffer>,
  ): void;
  /**
   * The cluster of highest sum times its scale for each row, the first of equals. `sums` has a row of an even number of
   * numbers for each scale; the arrays of `found` have room for as many.
   */
  nearestSums(sums: Reals, scales: Reals, found: Nearest): void;
  /**
   * Adds `sign` times the row of `products` of each label to the sums of its cluster, one of `k`, where `others` say
   * another; -1 is none. Rows of a cluster are added four at once; a row of zeros stands behind the products. `waiting` is
   * room for eight numbers a cluster, zeros at first.
   */
  moveSums(
    sums: Reals,
    k: number,
    products: Reals,
    labels: Int32Array<ArrayBuffer>,
    others: Int32Array<ArrayBuffer>,
    sign: number,
    waiting: Uint32Array<ArrayBuffer>,
  ): void;
}

/** How far apart the scores of two rows are for `nearest`: all lanes, or 0 where there is no room for all rows. */
export function scoresApart(rows: number, k: number, scores: Reals): number {
  const width = Math.ceil(k / lanesOf(scores)) * lanesOf(scores);
  return scores.length < (rows + (rows % 2)) * width ? 0 : width;
}

/** Columns of a panel of this precision. */
export function lanesOf(reals: Float64Array | Float32Array): number {
  return 64 / reals.BYTES_PER_ELEMENT;
}
