/** Which papers pull at each other on the map: nearest neighbours, those of one theme more than those across. */

import { clusterMembers } from "../../clusters/cluster-members.js";
import { type DenseMatrix, dotDense } from "../../matrix/dense.js";
import { topK } from "../../matrix/top-k.js";

/** Undirected edges: paper `from[e]` and paper `to[e]` pull with `weight[e]` in (0, 1]. */
export interface LayoutEdges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
}

const neighbours = 12;
/** Pull across themes: enough to turn islands towards their kin, not to blur their shores. */
const acrossThemes = 0.2;
/** Neighbours are sought in so many of the most similar themes: the own one and its nearest. */
const searchedThemes = 4;

/**
 * For each row its nearest rows by cosine among the papers of the nearest themes; weight falls with the rank. Rows of
 * zeros and papers without a theme have no edges. O(papers x papers of a theme).
 *
 * @param rows unit rows
 */
export function layoutEdges(
  rows: DenseMatrix,
  themes: Int32Array,
  k: number,
  likeness: (s: number, t: number) => number,
): LayoutEdges {
  const members = clusterMembers(themes, k);
  const weights = new Map<number, number>();
  const order = Array.from({ length: k }, (_, t) => t);
  for (let theme = 0; theme < k; theme += 1) {
    const near = order.slice().sort((s, t) => likeness(theme, t) - likeness(theme, s) || s - t);
    const candidates = near.slice(0, searchedThemes).flatMap((t) => members[t]!);
    for (const i of members[theme]!) {
      nearestOf(rows, i, candidates).forEach((j, rank) => {
        const key = Math.min(i, j) * rows.rows + Math.max(i, j);
        const pull = (1 - rank / neighbours) * (themes[j] === theme ? 1 : acrossThemes);
        weights.set(key, Math.max(pull, weights.get(key) ?? 0));
      });
    }
  }
  const keys = Float64Array.from(weights.keys()).sort();
  return {
    from: Int32Array.from(keys, (key) => Math.floor(key / rows.rows)),
    to: Int32Array.from(keys, (key) => key % rows.rows),
    weight: Float64Array.from(keys, (key) => weights.get(key)!),
  };
}

function nearestOf(rows: DenseMatrix, i: number, candidates: readonly number[]): number[] {
  const best = topK(neighbours);
  for (const j of candidates) {
    const cosine = i === j ? 0 : dotDense(rows, i, rows, j);
    if (cosine > 0) best.push(j, cosine);
  }
  return best.drain().map(({ index }) => index);
}
