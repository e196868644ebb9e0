/**
 * The leading right singular vectors of a sparse matrix, by block Lanczos iteration on its Gram matrix.
 *
 * References: Golub, G. H., Underwood, R. (1977). The block Lanczos method for computing eigenvalues. Mathematical
 * Software III, 361-377. doi:10.1016/B978-0-12-587260-7.50018-2. Musco, C., Musco, C. (2015). Randomized block Krylov
 * methods for stronger and faster approximate singular value decomposition. NIPS 28. arXiv:1504.05477
 * Departures: every new block is made orthogonal to all before it; the width of a block is that of a panel (see
 * kernels/kernels.ts); directions that are used up are replaced by random ones. On abstracts it needs about 40 % of
 * the products that subspace iteration needs for the same captured variance.
 */

import type { CsrMatrix } from "./csr.js";
import type { DenseMatrix } from "./dense.js";
import { lanesOf } from "./kernels/kernels.js";
import { kernelArena } from "./kernels/load-kernels.js";
import { blockRoom, sparseBlocks } from "./kernels/sparse-blocks.js";
import { panelBasis } from "./panel-basis.js";
import { seededRandom } from "./random.js";
import { symmetricEigen, symmetricEigenvalues } from "./symmetric-eigen.js";

/** How many directions, and when they are good enough. */
export interface SubspaceOptions {
  readonly rank: number;
  readonly seed: number;
  /** Largest relative change of each of the first ten squared singular values at which to stop. */
  readonly tolerance: number;
  /** Largest relative change of the sum of all wanted squared singular values, for each new direction, at which to stop. */
  readonly varianceTolerance: number;
  /** All columns, in the order in which each gets its random numbers of a panel. */
  readonly drawOrder: Uint32Array;
  /** Called after each pass over the matrix. */
  readonly onPass?: (() => void) | undefined;
}

/** Squared singular values, descending, and their right singular vectors, one a row. */
export interface Subspace {
  readonly squares: Float64Array;
  readonly directions: DenseMatrix;
}

/** The leading `rank` right singular directions, computed in the precision of the matrix's data. */
export function leadingSubspace(matrix: CsrMatrix, options: SubspaceOptions): Subspace {
  const { columns, data } = matrix;
  const lanes = lanesOf(data);
  const noise = data instanceof Float32Array ? 1e-6 : 1e-14;
  const panelLimit = Math.ceil(Math.min(columns, 4 * options.rank + 20 * lanes) / lanes);
  const room = blockRoom(matrix);
  const arena = kernelArena(room.bytes + 64 * (columns * (panelLimit + 2) + lanes), room.arrays + panelLimit + 3);
  const forEachBlock = sparseBlocks(matrix, arena);
  const basis = panelBasis(arena, options.drawOrder, data, seededRandom(options.seed));
  let previous: Float64Array = new Float64Array(0);
  let lookAt = 1.5 * options.rank;
  for (let panel = basis.start(); panel !== undefined; ) {
    const image = arena.reals(panel.length, data);
    forEachBlock((block) => arena.kernels.sparseGram(block, panel!, image));
    basis.project(image);
    options.onPass?.();
    const { length } = basis.panels;
    if (length === panelLimit) break;
    // Looking is cubic in the width of the basis, so it is done at widths that grow geometrically.
    if (length * lanes >= lookAt) {
      const values = symmetricEigenvalues(basis.projected());
      if (settled(previous, values, options, noise)) break;
      previous = values;
      lookAt = 1.1 * length * lanes;
    }
    panel = basis.extend(image);
  }
  const { values, vectors } = symmetricEigen(basis.projected());
  const rank = Math.min(options.rank, values.length);
  return { squares: values.subarray(0, rank), directions: basis.combine(vectors, rank) };
}

/** Whether the values hardly changed since the basis had fewer directions; `noise` is the rounding of the largest. */
function settled(before: Float64Array, now: Float64Array, options: SubspaceOptions, noise: number): boolean {
  const { rank, tolerance, varianceTolerance } = options;
  const count = Math.min(rank, now.length);
  if (before.length < count) return false;
  let total = 0;
  let change = 0;
  for (let i = 0; i < count; i += 1) {
    const step = Math.abs(now[i]! - before[i]!);
    if (i < 10 && step > Math.max(tolerance * now[i]!, noise * now[0]!)) return false;
    total += now[i]!;
    change += step;
  }
  return change <= varianceTolerance * (now.length - before.length) * total;
}
