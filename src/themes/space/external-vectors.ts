/** The caller's own vectors of papers, from an embedding model for instance. */

import type { DenseMatrix } from "../../matrix/dense.js";
import { checkArgument, invalidOption } from "../../options.js";
import type { ThemeSpace } from "../model/theme-model.js";

/** One row a paper, in the order of the papers: a dense matrix or arrays of numbers. */
export type PaperVectors = DenseMatrix | readonly ArrayLike<number>[];

/**
 * The vectors as a matrix of finite numbers.
 *
 * @param wanted length that each must have; undefined for that of the first
 * @throws ThemataError INVALID_OPTION
 */
export function checkVectors(where: string, vectors: PaperVectors, papers: number, wanted?: number): DenseMatrix {
  const check = (expected: string, accepted: boolean, got: unknown): void =>
    checkArgument(where, "vectors", expected, accepted, got);
  check("a matrix or an array of rows", isMatrix(vectors) || Array.isArray(vectors), vectors);
  const matrix = isMatrix(vectors) ? vectors : fromRows(vectors, check);
  const { rows, columns, data } = matrix;
  check(`one row for each of ${papers} papers`, rows === papers, rows);
  check(`rows of ${wanted} numbers, as at the fit`, wanted === undefined || columns === wanted, columns);
  const fits = data instanceof Float64Array && data.length === rows * columns;
  check("a Float64Array of rows x columns numbers as `data`", fits, data);
  check("finite numbers", data.every(Number.isFinite), Number.NaN);
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

function fromRows(
  vectors: readonly ArrayLike<number>[],
  check: (expected: string, accepted: boolean, got: unknown) => void,
): DenseMatrix {
  const columns = vectors[0]?.length ?? 0;
  const data = new Float64Array(vectors.length * columns);
  vectors.forEach((row, i) => {
    check(`rows of ${columns} numbers`, row?.length === columns, row);
    data.set(row, i * columns);
  });
  return { rows: vectors.length, columns, data };
}
