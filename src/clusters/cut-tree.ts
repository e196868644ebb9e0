/** Cutting a merge tree into a given number of clusters that are large enough to be themes. */

import { numberOf } from "../matrix/by-key.js";
import type { Merge } from "./average-linkage.js";

/**
 * Undoes merges from the top until `k` clusters of `minSize` items or more remain; items of smaller ones get -1. With
 * fewer such clusters at every height, the cut that has most of them.
 *
 * @returns labels 0, 1, ... in order of each cluster's first item
 */
export function cutTree(merges: readonly Merge[], items: number, k: number, minSize: number): Int32Array {
  const sizeOf = (node: number): number => (node < items ? 1 : merges[node - items]!.size);
  const large = (node: number): number => (sizeOf(node) >= minSize ? 1 : 0);
  let count = merges.length === 0 ? items : large(items + merges.length - 1);
  let best = { undone: 0, count };
  for (let i = merges.length - 1; i >= 0 && count !== k; i -= 1) {
    const { left, right } = merges[i]!;
    count += large(left) + large(right) - large(items + i);
    if (count > best.count) best = { undone: merges.length - i, count };
  }
  return labelsOfCut(merges, items, merges.length - best.undone, minSize);
}

/** Labels when only the first `kept` merges are done. */
function labelsOfCut(merges: readonly Merge[], items: number, kept: number, minSize: number): Int32Array {
  const root = Int32Array.from({ length: items + merges.length }, (_, node) => node);
  for (let i = kept - 1; i >= 0; i -= 1) {
    root[merges[i]!.left] = root[items + i]!;
    root[merges[i]!.right] = root[items + i]!;
  }
  const numbers = new Map<number, number>();
  return Int32Array.from({ length: items }, (_, item) => {
    const top = root[item]!;
    const size = top < items ? 1 : merges[top - items]!.size;
    if (size < minSize) return -1;
    return numberOf(numbers, top);
  });
}
