/**
 * Prototypes from votes: every paper weighs in on every theme, by how much more often the base runs put it with the
 * theme's papers than with any papers. Papers at a theme's border count less than those at its heart, and a paper between two
 * themes counts in both.
 */

import { clusterSizes } from "../../clusters/cluster-sizes.js";
import type { Coassociation } from "../../clusters/coassociation.js";
import { addWeightedRow, type DenseMatrix, normalizeRowsInPlace, zeros } from "../../matrix/dense.js";

/** Prototypes with how firmly the votes agree. */
export interface VotePrototypes {
  /** One unit row a theme. */
  readonly prototypes: DenseMatrix;
  /** Mean share of its votes that a row gives its own theme, in (0, 1]. */
  readonly agreement: number;
}

/**
 * @param rows unit rows
 * @param labels theme of each row, 0 to k - 1, every theme with a row
 */
export function votePrototypes(
  rows: DenseMatrix,
  labels: Int32Array,
  k: number,
  { counts, items }: Coassociation,
): VotePrototypes {
  const sizes = clusterSizes(labels, k);
  const prototypes = zeros(k, rows.columns);
  const votes = new Float64Array(k);
  let agreement = 0;
  for (let i = 0; i < items; i += 1) {
    votes.fill(0);
    for (let j = 0; j < items; j += 1) votes[labels[j]!]! += counts[i * items + j]!;
    const chance = votes.reduce((sum, value) => sum + value, 0) / items;
    for (let t = 0; t < k; t += 1) votes[t]! /= sizes[t]!;
    agreement += votes[labels[i]!]! / votes.reduce((sum, value) => sum + value, 0);
    for (let t = 0; t < k; t += 1) {
      // Its own theme hears a paper however little it says, so that no theme is without a direction.
      const weight = Math.max(votes[t]! - chance, t === labels[i] ? Number.EPSILON : 0);
      if (weight > 0) addWeightedRow(prototypes, t, rows, i, weight);
    }
  }
  return { prototypes: normalizeRowsInPlace(prototypes), agreement: agreement / items };
}
