/**
 * Truncated singular value decomposition of a sparse matrix (latent semantic analysis), by randomised subspace
 * iteration.
 *
 * Reference: Halko, N., Martinsson, P.-G., Tropp, J. A. (2011). Finding structure with randomness. SIAM Review 53(2),
 * 217-288. doi:10.1137/090771806
 * Departures: passes go on until the leading singular values stand still rather than for a fixed number.
 */

import type { CsrMatrix } from "../matrix/csr.js";
import type { DenseMatrix } from "../matrix/dense.js";
import { orthonormalize } from "../matrix/orthonormalize.js";
import { normalDeviate, seededRandom } from "../matrix/random.js";
import { symmetricEigen } from "../matrix/symmetric-eigen.js";
import { integer, number, type OptionRules, resolveOptions } from "../options.js";

/** How far and how exactly to decompose. */
export interface SvdOptions {
  /** Singular vectors wanted; fewer come back when the matrix has fewer rows or columns. @defaultValue 50 */
  readonly dimensions: number;
  /** Seed of the random start. @defaultValue 0 */
  readonly seed: number;
  /** Largest relative change of a leading singular value between two passes at which to stop. @defaultValue 1e-9 */
  readonly tolerance: number;
}

/** A matrix is approximately `scores x components`. */
export interface TruncatedSvd {
  /** rows x dimensions: left singular vectors times singular values. */
  readonly scores: DenseMatrix;
  /** Descending. */
  readonly singularValues: Float64Array;
  /** dimensions x columns: right singular vectors, the entry of largest magnitude positive. */
  readonly components: DenseMatrix;
}

const rules: OptionRules<SvdOptions> = {
  dimensions: integer(50, 1),
  seed: integer(0, 0),
  tolerance: number(1e-9, 0, 1),
};

const passLimit = 100;

/**
 * The leading singular vectors of a sparse matrix.
 *
 * O(passes x (non-zeros + rows x dimensions) x dimensions).
 *
 * @throws ThemataError INVALID_OPTION
 */
export function truncatedSvd(matrix: CsrMatrix, options?: Partial<SvdOptions>): TruncatedSvd {
  const { dimensions, seed, tolerance } = resolveOptions("truncatedSvd", options, rules);
  const rank = Math.min(dimensions, matrix.rows, matrix.columns);
  const width = Math.min(rank + 10, matrix.rows, matrix.columns);
  const basis = randomBasis(width, matrix.columns, seed);
  let previous = new Float64Array(width);
  let image = multiply(matrix, basis, width);
  for (let pass = 0; pass < passLimit; pass += 1) {
    multiplyTransposed(matrix, image, width, basis);
    orthonormalize(basis, width, matrix.columns);
    image = multiply(matrix, basis, width);
    const values = columnEigenvalues(image, matrix.rows, width);
    if (settled(previous, values, Math.min(rank, 10), tolerance)) break;
    previous = values;
  }
  return decompose(matrix, basis, image, width, rank);
}

/** Rayleigh and Ritz: rotates the basis to the singular vectors within its span. */
function decompose(
  matrix: CsrMatrix,
  basis: Float64Array,
  image: Float64Array,
  width: number,
  rank: number,
): TruncatedSvd {
  const { rows, columns } = matrix;
  const { values, vectors } = symmetricEigen(gram(image, rows, width));
  const components = new Float64Array(rank * columns);
  const scores = new Float64Array(rows * rank);
  for (let d = 0; d < rank; d += 1) {
    const target = components.subarray(d * columns, (d + 1) * columns);
    for (let w = 0; w < width; w += 1) {
      const share = vectors.data[w * width + d]!;
      for (let c = 0; c < columns; c += 1) target[c]! += share * basis[w * columns + c]!;
    }
    const sign = signOfLargest(target);
    if (sign < 0) for (let c = 0; c < columns; c += 1) target[c]! *= -1;
    for (let r = 0; r < rows; r += 1) {
      let sum = 0;
      for (let w = 0; w < width; w += 1) sum += image[r * width + w]! * vectors.data[w * width + d]!;
      scores[r * rank + d] = sign * sum;
    }
  }
  const singularValues = Float64Array.from({ length: rank }, (_, d) => Math.sqrt(Math.max(0, values[d]!)));
  return {
    scores: { rows, columns: rank, data: scores },
    singularValues,
    components: { rows: rank, columns, data: components },
  };
}

/** Rows of a sparse matrix in the space of the components: `matrix x components transposed`, rows x dimensions. */
export function projectRows(matrix: CsrMatrix, components: DenseMatrix): DenseMatrix {
  const { rows: dimensions, columns } = components;
  const transposed = new Float64Array(columns * dimensions);
  for (let d = 0; d < dimensions; d += 1) {
    for (let c = 0; c < columns; c += 1) transposed[c * dimensions + d] = components.data[d * columns + c]!;
  }
  const data = new Float64Array(matrix.rows * dimensions);
  for (let r = 0; r < matrix.rows; r += 1) {
    for (let p = matrix.indptr[r]!; p < matrix.indptr[r + 1]!; p += 1) {
      const weight = matrix.data[p]!;
      const from = matrix.indices[p]! * dimensions;
      for (let d = 0; d < dimensions; d += 1) data[r * dimensions + d]! += weight * transposed[from + d]!;
    }
  }
  return { rows: matrix.rows, columns: dimensions, data };
}

function randomBasis(count: number, length: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  const basis = Float64Array.from({ length: count * length }, () => normalDeviate(random));
  orthonormalize(basis, count, length);
  return basis;
}

/** rows x width, row-major: the matrix times the basis, whose vectors lie one after another. */
function multiply(matrix: CsrMatrix, basis: Float64Array, width: number): Float64Array {
  return projectRows(matrix, { rows: width, columns: matrix.columns, data: basis }).data;
}

/** Writes the transposed matrix times the image into `basis` (vectors one after another). */
function multiplyTransposed(matrix: CsrMatrix, image: Float64Array, width: number, basis: Float64Array): void {
  const { columns } = matrix;
  const byColumn = new Float64Array(columns * width);
  for (let r = 0; r < matrix.rows; r += 1) {
    for (let p = matrix.indptr[r]!; p < matrix.indptr[r + 1]!; p += 1) {
      const to = matrix.indices[p]! * width;
      const weight = matrix.data[p]!;
      for (let w = 0; w < width; w += 1) byColumn[to + w]! += weight * image[r * width + w]!;
    }
  }
  for (let w = 0; w < width; w += 1)
    for (let c = 0; c < columns; c += 1) basis[w * columns + c] = byColumn[c * width + w]!;
}

function gram(image: Float64Array, rows: number, width: number): DenseMatrix {
  const data = new Float64Array(width * width);
  for (let r = 0; r < rows; r += 1) {
    for (let i = 0; i < width; i += 1) {
      const share = image[r * width + i]!;
      for (let j = 0; j <= i; j += 1) data[i * width + j]! += share * image[r * width + j]!;
    }
  }
  for (let i = 0; i < width; i += 1) for (let j = 0; j < i; j += 1) data[j * width + i] = data[i * width + j]!;
  return { rows: width, columns: width, data };
}

function columnEigenvalues(image: Float64Array, rows: number, width: number): Float64Array<ArrayBuffer> {
  return symmetricEigen(gram(image, rows, width)).values.slice();
}

function settled(before: Float64Array, now: Float64Array, count: number, tolerance: number): boolean {
  for (let i = 0; i < count; i += 1) if (Math.abs(now[i]! - before[i]!) > tolerance * now[i]!) return false;
  return true;
}

function signOfLargest(vector: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < vector.length; i += 1) if (Math.abs(vector[i]!) > Math.abs(largest)) largest = vector[i]!;
  return largest < 0 ? -1 : 1;
}
