/** What can be done with single panels: tall matrices of a few columns that lie in an arena. */

import type { DenseMatrix } from "./dense.js";
import { lanesOf, type Reals } from "./kernels/kernels.js";
import type { KernelArena } from "./kernels/load-kernels.js";
import { symmetricEigen } from "./symmetric-eigen.js";

/** Arithmetic of panels of one height. */
export interface PanelAlgebra {
  /** Removes from `target` its component along a panel of orthonormal columns and returns the products. */
  remove(panel: Reals, target: Reals): Float64Array;
  /**
   * Orthonormalises the columns of a panel; returns how many of them, now the first, are not zero: columns not longer than
   * `least` become so.
   */
  orthonormalize(panel: Reals, least: number): number;
  /** Combinations of the columns of all panels by the first `count` columns of `weights`, one a row. */
  combine(panels: readonly Reals[], weights: DenseMatrix, count: number): DenseMatrix;
}

/** The arithmetic of panels `height` numbers high, in the precision of `like`. */
export function panelAlgebra(
  { kernels, reals }: KernelArena,
  height: number,
  like: Float64Array | Float32Array,
): PanelAlgebra {
  const lanes = lanesOf(like);
  const negligible = like instanceof Float32Array ? 1e-5 : 1e-12;
  const square = reals(lanes * lanes, like);
  const spare = reals(height * lanes, like);
  const dots = (left: Reals, right: Reals): Float64Array => {
    square.fill(0);
    kernels.panelDots(left, right, square);
    return Float64Array.from(square);
  };
  return {
    remove(panel, target) {
      const products = dots(panel, target);
      for (let i = 0; i < square.length; i += 1) square[i] = -square[i]!;
      kernels.panelAdd(panel, square, target);
      return products;
    },
    orthonormalize(panel, least) {
      const { weights, kept } = whitening(dots(panel, panel), lanes, least, negligible);
      square.set(weights);
      spare.fill(0);
      kernels.panelAdd(panel, square, spare);
      panel.set(spare);
      return kept;
    },
    combine(panels, weights, count) {
      const data = new Float64Array(count * height);
      for (let first = 0; first < count; first += lanes) {
        spare.fill(0);
        panels.forEach((panel, i) => {
          takeSquare(weights, i * lanes, first, square, lanes);
          kernels.panelAdd(panel, square, spare);
        });
        for (let d = first; d < Math.min(count, first + lanes); d += 1) {
          for (let row = 0; row < height; row += 1) data[d * height + row] = spare[row * lanes + d - first]!;
        }
      }
      return { rows: count, columns: height, data };
    },
  };
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

/** Copies a square part of `from`; what lies beyond its columns is zero. */
function takeSquare(from: DenseMatrix, row: number, column: number, square: Reals, lanes: number): void {
  for (let a = 0; a < lanes; a += 1) {
    for (let b = 0; b < lanes; b += 1) {
      square[a * lanes + b] = column + b < from.columns ? from.data[(row + a) * from.columns + column + b]! : 0;
    }
  }
}
