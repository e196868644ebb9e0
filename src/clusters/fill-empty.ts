/** Clusters that became empty get an item each, so that k clusters are k clusters. */

import { clusterSizes } from "./cluster-sizes.js";

/**
 * Gives each empty cluster the item that fits its own cluster worst, taken from clusters of two or more.
 *
 * @param fit how well each item fits its cluster, larger is better; a moved item is set to Infinity
 * @returns whether anything was moved
 */
export function fillEmptyClusters(labels: Int32Array, fit: Float64Array, k: number): boolean {
  const sizes = clusterSizes(labels, k);
  let filled = false;
  for (let c = 0; c < k; c += 1) {
    if (sizes[c]! > 0) continue;
    const worst = worstFit(labels, fit, sizes);
    if (worst < 0) return filled;
    sizes[labels[worst]!]! -= 1;
    sizes[c] = 1;
    labels[worst] = c;
    fit[worst] = Infinity;
    filled = true;
  }
  return filled;
}

function worstFit(labels: Int32Array, fit: Float64Array, sizes: Uint32Array): number {
  let worst = -1;
  for (let i = 0; i < labels.length; i += 1) {
    if (sizes[labels[i]!]! > 1 && (worst < 0 || fit[i]! < fit[worst]!)) worst = i;
  }
  return worst;
}
