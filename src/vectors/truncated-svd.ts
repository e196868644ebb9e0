/**
 * Truncated singular value decomposition of a sparse matrix (latent semantic analysis), by randomised subspace
 * iteration.
 *
 * Reference: Halko, N., Martinsson, P.-G., Tropp, J. A. (2011). Finding structure with randomness. SIAM Review 53(2),
 * 217-288. doi:10.1137/090771806
 * Departures: passes go on until the leading singular values stand still rather than for a fixed number.
 */

import { leadingSubspace } from "../matrix/block-krylov.js";
import { checkSparse } from "../matrix/check-matrix.js";
import type { CsrMatrix } from "../matrix/csr.js";
import type { DenseMatrix } from "../matrix/dense.js";
import { fillPanels } from "../matrix/fill-panels.js";
import { frequentColumnsFirst, overAllColumns } from "../matrix/frequent-columns.js";
import { lanesOf } from "../matrix/kernels/kernels.js";
import { kernelArena } from "../matrix/kernels/load-kernels.js";
import { blockRoom, sparseBlocks } from "../matrix/kernels/sparse-blocks.js";
import { integer, number, type Optional, type OptionRules, resolveOptions } from "../options.js";

/** How far and how exactly to decompose. */
export interface SvdOptions {
  /** Singular vectors wanted; fewer come back when the matrix has fewer rows or columns. @defaultValue 50 */
  readonly dimensions: number;
  /** Seed of the random start. @defaultValue 0 */
  readonly seed: number;
  /**
   * Largest relative change of each of the first ten squared singular values between two looks at which to stop. The
   * others are taken when a new direction adds less than a two-thousandth to the variance that all capture: where
   * singular values hardly differ, the last ones may be low by some per cent. @defaultValue 1e-9
   */
  readonly tolerance: number;
}

/** A matrix is approximately `scores x components`. */
export interface TruncatedSvd {
  /** rows x dimensions: left singular vectors times singular values. */
  readonly scores: DenseMatrix;
  /** Descending; beyond the rank of the matrix zero but for rounding, 1e-8 of the largest (1e-4 in single precision). */
  readonly singularValues: Float64Array;
  /** dimensions x columns: right singular vectors, the entry of largest magnitude positive. */
  readonly components: DenseMatrix;
}

const rules: OptionRules<SvdOptions> = {
  dimensions: integer(50, 1),
  seed: integer(0, 0),
  tolerance: number(1e-9, 0, 1),
};

/** A block of new directions that each add less than this share to the captured variance is the last. */
const varianceTolerance = 0.0005;

/**
 * The leading singular vectors of a sparse matrix.
 *
 * O(passes x (non-zeros + rows x dimensions) x dimensions).
 *
 * @throws ThemataError INVALID_OPTION
 */
export function truncatedSvd(matrix: CsrMatrix, options?: Optional<SvdOptions>): TruncatedSvd {
  checkSparse("truncatedSvd", matrix);
  const { narrow, order, directions, singularValues } = decompose(
    matrix,
    resolveOptions("truncatedSvd", options, rules),
  );
  const components = overAllColumns(directions, order, matrix.columns);
  return { scores: projectRows(narrow, directions), singularValues, components };
}

/** The same without the scores; `onPass` is called after each pass over the matrix. */
export function leadingComponents(
  matrix: CsrMatrix,
  options: SvdOptions,
  onPass?: () => void,
): Omit<TruncatedSvd, "scores"> {
  const { order, directions, singularValues } = decompose(matrix, options, onPass);
  return { singularValues, components: overAllColumns(directions, order, matrix.columns) };
}

/** Singular values, and right singular vectors over the columns of the matrix in the order of `narrow`. */
function decompose(matrix: CsrMatrix, options: SvdOptions, onPass?: () => void) {
  const rank = Math.min(options.dimensions, matrix.rows, matrix.columns);
  // What lies beyond the rank of a matrix needs columns that are empty.
  const { narrow, order, place } = frequentColumnsFirst(matrix, rank);
  const drawOrder = order.slice().sort();
  for (let i = 0; i < drawOrder.length; i += 1) drawOrder[i] = place[drawOrder[i]!]!;
  const { squares, directions } = leadingSubspace(narrow, { ...options, rank, varianceTolerance, drawOrder, onPass });
  for (let d = 0; d < directions.rows; d += 1) {
    const direction = directions.data.subarray(d * narrow.columns, (d + 1) * narrow.columns);
    if (largestEntry(direction) < 0) for (let c = 0; c < narrow.columns; c += 1) direction[c]! *= -1;
  }
  return { narrow, order, directions, singularValues: squares.map((square) => Math.sqrt(Math.max(0, square))) };
}

/**
 * Rows of a sparse matrix in the space of the components: `matrix x components transposed`, rows x dimensions.
 * Computed in the precision of the matrix's data.
 */
export function projectRows(matrix: CsrMatrix, components: DenseMatrix): DenseMatrix {
  const { rows: dimensions, columns } = components;
  const lanes = lanesOf(matrix.data);
  const room = blockRoom(matrix);
  const arena = kernelArena(room.bytes + 64 * (columns + room.rows), room.arrays + 2);
  const forEachBlock = sparseBlocks(matrix, arena);
  const table = arena.reals(columns * lanes, matrix.data);
  const out = arena.reals(room.rows * lanes, matrix.data);
  const data = new Float64Array(matrix.rows * dimensions);
  for (let from = 0; from < dimensions; from += lanes) {
    const count = Math.min(lanes, dimensions - from);
    fillPanels(table, { rows: count, columns, data: components.data.subarray(from * columns) }, lanes);
    forEachBlock((block) => {
      arena.kernels.sparseTimes(block, table, out);
      for (let r = 0; r < block.rows; r += 1) {
        const to = (block.first + r) * dimensions + from;
        for (let lane = 0; lane < count; lane += 1) data[to + lane] = out[r * lanes + lane]!;
      }
    });
  }
  return { rows: matrix.rows, columns: dimensions, data };
}

function largestEntry(vector: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < vector.length; i += 1) if (Math.abs(vector[i]!) > Math.abs(largest)) largest = vector[i]!;
  return largest;
}
