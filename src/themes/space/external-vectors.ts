/** The caller's own vectors of papers, from an embedding model for instance. */

import type { DenseMatrix } from "../../matrix/dense.js";
import { invalidOption } from "../../options.js";
import type { ThemeSpace } from "../model/theme-model.js";

/** One row a paper, in the order of the papers: a dense matrix or arrays of numbers. */
export type PaperVectors = DenseMatrix | readonly ArrayLike<number>[];

/**
 * The vectors as a matrix of finite numbers.
 *
 * @param columns length that each must have; undefined for that of the first
 * @throws ThemataError INVALID_OPTION
 */
export function checkVectors(where: string, vectors: PaperVectors, papers: number, columns?: number): DenseMatrix {
  if (!isMatrix(vectors) && !Array.isArray(vectors)) {
    throw invalidOption(where, "vectors", "a matrix or an array of rows", vectors);
  }
  const matrix = isMatrix(vectors) ? vectors : fromRows(where, vectors);
  if (matrix.rows !== papers)
    throw invalidOption(where, "vectors", `one row for each of ${papers} papers`, matrix.rows);
  if (columns !== undefined && matrix.columns !== columns) {
    throw invalidOption(where, "vectors", `rows of ${columns} numbers, as at the fit`, matrix.columns);
  }
  if (!(matrix.data instanceof Float64Array) || matrix.data.length !== matrix.rows * matrix.columns) {
    throw invalidOption(where, "vectors", "a Float64Array of rows x columns numbers as `data`", matrix.data);
  }
  if (!matrix.data.every(Number.isFinite)) throw invalidOption(where, "vectors", "finite numbers", Number.NaN);
  return matrix;
}

/**
 * The vectors of papers that come to a model; undefined where it needs none.
 *
 * @throws ThemataError INVALID_OPTION, also where it needs some and has none
 */
export function vectorsFor(
  where: string,
  { externalShare, external }: ThemeSpace,
  vectors: PaperVectors | undefined,
  papers: number,
): DenseMatrix | undefined {
  if (vectors !== undefined) return checkVectors(where, vectors, papers, external.columns);
  if (externalShare === 0) return undefined;
  throw invalidOption(where, "vectors", "given, since the model was fitted with vectors", vectors);
}

function isMatrix(vectors: PaperVectors): vectors is DenseMatrix {
  return "data" in vectors && "columns" in vectors;
}

function fromRows(where: string, vectors: readonly ArrayLike<number>[]): DenseMatrix {
  const columns = vectors[0]?.length ?? 0;
  const data = new Float64Array(vectors.length * columns);
  vectors.forEach((row, i) => {
    if (row?.length !== columns) throw invalidOption(where, "vectors", `rows of ${columns} numbers`, row);
    data.set(row, i * columns);
  });
  return { rows: vectors.length, columns, data };
}
