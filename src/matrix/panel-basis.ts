/**
 * An orthonormal basis that grows panel by panel, and a symmetric operator projected on it.
 *
 * Reference: Stathopoulos, A., Wu, K. (2002). A block orthogonalization procedure with constant synchronization
 * requirements. SIAM Journal on Scientific Computing 23(6), 2165-2182. doi:10.1137/S1064827500370883
 */

import type { DenseMatrix } from "./dense.js";
import { lanesOf, type Reals } from "./kernels/kernels.js";
import type { KernelArena } from "./kernels/load-kernels.js";
import type { Random } from "./random.js";
import { symmetricEigen } from "./symmetric-eigen.js";

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
 * An empty basis whose panels lie in the arena.
 *
 * @param drawOrder all places of a vector, in the order in which random numbers are drawn for them
 */
export function panelBasis(arena: KernelArena, drawOrder: Uint32Array, like: Reals, random: Random): PanelBasis {
  const { length } = drawOrder;
  const { kernels } = arena;
  const lanes = lanesOf(like);
  const single = like instanceof Float32Array;
  const square = arena.reals(lanes * lanes, like);
  const spare = arena.reals(length * lanes, like);
  const panels: Reals[] = [];
  const blocks: Float64Array[][] = [];
  let largest = 0;

  /** Removes from `target` its component along a panel and returns the products. */
  const remove = (panel: Reals, target: Reals): Float64Array => {
    square.fill(0);
    kernels.panelDots(panel, target, square);
    const products = Float64Array.from(square);
    for (let i = 0; i < square.length; i += 1) square[i] = -square[i]!;
    kernels.panelAdd(panel, square, target);
    return products;
  };

  /** Orthonormalises the columns of a panel; returns how many of them, now the first, are not zero. */
  const orthonormalize = (panel: Reals, least: number): number => {
    square.fill(0);
    kernels.panelDots(panel, panel, square);
    const { weights, kept } = whitening(Float64Array.from(square), lanes, least, single ? 1e-5 : 1e-12);
    square.set(weights);
    spare.fill(0);
    kernels.panelAdd(panel, square, spare);
    panel.set(spare);
    return kept;
  };

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
      const panel = arena.reals(length * lanes, like);
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
    combine: (weights, count) => {
      const data = new Float64Array(count * length);
      for (let first = 0; first < count; first += lanes) {
        spare.fill(0);
        panels.forEach((panel, i) => {
          takeSquare(weights, i * lanes, first, square, lanes);
          kernels.panelAdd(panel, square, spare);
        });
        for (let d = first; d < Math.min(count, first + lanes); d += 1) {
          for (let row = 0; row < length; row += 1) data[d * length + row] = spare[row * lanes + d - first]!;
        }
      }
      return { rows: count, columns: length, data };
    },
  };
}

/** Random numbers in the columns from `first` on. */
function fillRandom(panel: Reals, lanes: number, first: number, drawOrder: Uint32Array, random: Random): void {
  for (let i = 0; i < drawOrder.length; i += 1) {
    const row = drawOrder[i]! * lanes;
    for (let lane = first; lane < lanes; lane += 1) panel[row + lane] = 2 * random() - 1;
  }
}

/**
 * The square matrix that makes columns with these dot products orthonormal, best determined first. Columns not longer
 * than `least`, and directions whose share of the scaled columns is below `threshold`, become zero.
 */
function whitening(
  dots: Float64Array,
  n: number,
  least: number,
  threshold: number,
): { weights: Float64Array; kept: number } {
  const scales = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    const length = Math.sqrt(dots[i * n + i]!);
    scales[i] = length > least ? 1 / length : 0;
  }
  const scaled = dots.map((dot, p) => dot * scales[Math.floor(p / n)]! * scales[p % n]!);
  const { values, vectors } = symmetricEigen({ rows: n, columns: n, data: scaled as Float64Array<ArrayBuffer> });
  const weights = new Float64Array(n * n);
  let kept = 0;
  for (; kept < n && values[kept]! > threshold * values[0]!; kept += 1) {
    const share = 1 / Math.sqrt(values[kept]!);
    for (let i = 0; i < n; i += 1) weights[i * n + kept] = scales[i]! * vectors.data[i * n + kept]! * share;
  }
  return { weights, kept };
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

/** Copies a square part of `from`; what lies beyond its columns is zero. */
function takeSquare(from: DenseMatrix, row: number, column: number, square: Reals, lanes: number): void {
  for (let a = 0; a < lanes; a += 1) {
    for (let b = 0; b < lanes; b += 1) {
      square[a * lanes + b] = column + b < from.columns ? from.data[(row + a) * from.columns + column + b]! : 0;
    }
  }
}
