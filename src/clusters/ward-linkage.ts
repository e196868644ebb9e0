/**
 * Agglomerative clustering of weighted points by Ward's rule: the pair is joined that adds least to the sum of squares
 * within groups, which gives groups of like sizes where average linkage splits off one outlier after another.
 *
 * References: Ward, J. H. (1963). Hierarchical grouping to optimize an objective function. JASA 58, 236-244.
 * doi:10.1080/01621459.1963.10500845. Lance, G. N., Williams, W. T. (1967). A general theory of classificatory sorting
 * strategies. The Computer Journal 9, 373-380. doi:10.1093/comjnl/9.4.373 (the update of distances).
 */

import type { DenseMatrix } from "../matrix/dense.js";
import type { Merge } from "./average-linkage.js";

/**
 * The merges of the rows of a matrix, lowest first; node `rows + i` is the i-th merge. Heights never fall. O(rows³).
 *
 * @param weights how much each row counts, above 0
 */
export function wardLinkage(points: DenseMatrix, weights: ArrayLike<number>): Merge[] {
  const { rows } = points;
  const cost = firstCosts(points, weights);
  const mass = Float64Array.from(weights);
  const node = Array.from({ length: rows }, (_, i) => i);
  const sizes = new Uint32Array(rows).fill(1);
  const active = node.slice();
  const merges: Merge[] = [];
  while (active.length > 1) {
    const [a, b] = cheapest(cost, active, rows);
    const height = cost[a * rows + b]!;
    for (const c of active) {
      if (c === a || c === b) continue;
      const [ma, mb, mc] = [mass[a]!, mass[b]!, mass[c]!];
      const joined = ((ma + mc) * cost[a * rows + c]! + (mb + mc) * cost[b * rows + c]! - mc * height) / (ma + mb + mc);
      cost[a * rows + c] = joined;
      cost[c * rows + a] = joined;
    }
    sizes[a]! += sizes[b]!;
    mass[a]! += mass[b]!;
    merges.push({ left: node[a]!, right: node[b]!, height, size: sizes[a]! });
    node[a] = rows + merges.length - 1;
    active.splice(active.indexOf(b), 1);
  }
  return merges;
}

/** What joining each two rows adds to the sum of squares: rows x rows. */
function firstCosts({ rows, columns, data }: DenseMatrix, weights: ArrayLike<number>): Float64Array {
  const cost = new Float64Array(rows * rows);
  for (let a = 0; a < rows; a += 1) {
    for (let b = 0; b < a; b += 1) {
      let squares = 0;
      for (let d = 0; d < columns; d += 1) squares += (data[a * columns + d]! - data[b * columns + d]!) ** 2;
      cost[a * rows + b] = (squares * weights[a]! * weights[b]!) / (weights[a]! + weights[b]!);
      cost[b * rows + a] = cost[a * rows + b]!;
    }
  }
  return cost;
}

/** The two active rows that cost least to join, ties to the lower. */
function cheapest(cost: Float64Array, active: readonly number[], rows: number): [number, number] {
  let best: [number, number] = [active[0]!, active[1]!];
  for (let i = 0; i < active.length; i += 1) {
    for (let j = i + 1; j < active.length; j += 1) {
      if (cost[active[i]! * rows + active[j]!]! < cost[best[0] * rows + best[1]]!) best = [active[i]!, active[j]!];
    }
  }
  return best;
}
