/**
 * An orthonormal basis that grows panel by panel, and a symmetric operator projected on it.
 *
 * Reference: Stathopoulos, A., Wu, K. (2002). A block orthogonalization procedure with constant synchronization
 * requirements. SIAM Journal on Scientific Computing 23(6), 2165-2182. doi:10.1137/S1064827500370883
 */

import type { DenseMatrix } from "./dense.js";
import { lanesOf, type Reals } from "./kernels/kernels.js";
import type { KernelArena } from "./kernels/load-kernels.js";
import { panelAlgebra } from "./panel-algebra.js";
import type { Random } from "./random.js";

/** A growing basis of vectors of one length. */
export interface PanelBasis {
  readonly panels: readonly Reals[];
  /** The first panel: random. */
  start(): Reals | undefined;
  /** Takes the image of the newest panel under the operator, notes its products with the basis and removes them. */
  project(image: Reals): void;
  /** Makes what `project` left the next panel; undefined when the space is used up. */
  extend(rest: Reals): Reals | undefined;
  /** The operator as the basis sees it: symmetric, a row and column for each basis vector. */
  projected(): DenseMatrix;
  /** Combinations of the basis vectors by the first `count` columns of `weights`, one a row. */
  combine(weights: DenseMatrix, count: number): DenseMatrix;
}

/**
 * An empty basis whose panels lie in the arena, in the precision of `like`.
 *
 * @param drawOrder all places of a vector, in the order in which random numbers are drawn for them
 */
export function panelBasis(
  arena: KernelArena,
  drawOrder: Uint32Array,
  like: Float64Array | Float32Array,
  random: Random,
): PanelBasis {
  const lanes = lanesOf(like);
  const single = like instanceof Float32Array;
  const { remove, orthonormalize, combine } = panelAlgebra(arena, drawOrder.length, like);
  const panels: Reals[] = [];
  const blocks: Float64Array[][] = [];
  let largest = 0;

  const accept = (panel: Reals): Reals | undefined => {
    // The second round removes what rounding left of the first.
    const least = largest * (single ? 1e-5 : 1e-12);
    let kept = Math.min(orthonormalize(panel, least), orthonormalize(panel, 0));
    if (kept < lanes) {
      fillRandom(panel, lanes, kept, drawOrder, random);
      for (let round = 0; round < 2; round += 1) for (const earlier of panels) remove(earlier, panel);
      kept = Math.min(orthonormalize(panel, single ? 1e-3 : 1e-6), orthonormalize(panel, 0.5));
    }
    if (kept === 0) return undefined;
    panels.push(panel);
    return panel;
  };

  return {
    panels,
    start() {
      const panel = arena.reals(drawOrder.length * lanes, like);
      fillRandom(panel, lanes, 0, drawOrder, random);
      return accept(panel);
    },
    project(image) {
      const products = panels.map(() => new Float64Array(lanes * lanes));
      const note = (i: number): void => {
        remove(panels[i]!, image).forEach((product, place) => {
          products[i]![place]! += product;
        });
      };
      // In theory only the last two panels have a share; they go first, then all against rounding.
      for (let i = panels.length - 1; i >= Math.max(0, panels.length - 2); i -= 1) note(i);
      for (let i = 0; i < panels.length; i += 1) note(i);
      blocks.push(products);
      for (const product of products.at(-1)!) largest = Math.max(largest, Math.abs(product));
    },
    extend: accept,
    projected: () => assemble(blocks, lanes),
    combine: (weights, count) => combine(panels, weights, count),
  };
}

/** Random numbers in the columns from `first` on. */
function fillRandom(panel: Reals, lanes: number, first: number, drawOrder: Uint32Array, random: Random): void {
  for (let i = 0; i < drawOrder.length; i += 1) {
    const row = drawOrder[i]! * lanes;
    for (let lane = first; lane < lanes; lane += 1) panel[row + lane] = 2 * random() - 1;
  }
}

/** The symmetric matrix of which `blocks[j][i]` are the square blocks on and above the diagonal. */
function assemble(blocks: readonly (readonly Float64Array[])[], lanes: number): DenseMatrix {
  const n = blocks.length * lanes;
  const data = new Float64Array(n * n);
  blocks.forEach((column, j) => {
    column.forEach((block, i) => {
      for (let a = 0; a < lanes; a += 1) {
        for (let b = 0; b < lanes; b += 1) {
          const mean = i === j ? (block[a * lanes + b]! + block[b * lanes + a]!) / 2 : block[a * lanes + b]!;
          data[(i * lanes + a) * n + j * lanes + b] = mean;
          data[(j * lanes + b) * n + i * lanes + a] = mean;
        }
      }
    });
  });
  return { rows: n, columns: n, data };
}
