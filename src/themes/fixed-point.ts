/** The last step of a fit: assign each paper to its nearest prototype and move the prototypes, until nothing moves. */

import { fillEmptyClusters } from "../clusters/fill-empty.js";
import { updateCentroids } from "../clusters/spherical-kmeans.js";
import { type DenseMatrix, zeros } from "../matrix/dense.js";
import { nearestCentroids } from "../matrix/nearest-centroids.js";

const roundLimit = 200;
/** In a large collection the last few rows to move hardly change a prototype: a share so small may stay in motion. */
const stillMoving = { above: 20_000, share: 0.001 };

/** A partition that its own prototypes give back. */
export interface FixedPoint {
  /** Theme of each row: the one of the nearest prototype, ties to the lower. */
  readonly labels: Int32Array;
  /** One unit row a theme. */
  readonly prototypes: DenseMatrix;
}

/**
 * Runs the assignment rule from a partition to a fixed point.
 *
 * @param rows unit rows
 * @param start a theme for each row, 0 to k - 1, every theme with a row
 * @param pull what is added to the sum of each theme's rows, k x columns: a person's word on the theme
 */
export function fixedPoint(
  rows: DenseMatrix,
  start: Int32Array,
  k: number,
  pull?: Float64Array,
  onRound?: () => void,
): FixedPoint {
  const labels = start.slice();
  const prototypes = zeros(k, rows.columns);
  const similarity = new Float64Array(rows.rows);
  const assign = nearestCentroids(rows, k);
  const mayMove = rows.rows > stillMoving.above ? stillMoving.share * rows.rows : 0;
  updateCentroids(rows, labels, prototypes, pull);
  for (let round = 0; round < roundLimit; round += 1) {
    const moved = assign(prototypes, labels, similarity);
    onRound?.();
    // What the prototypes say is the answer, so that they are left as they are.
    if (!fillEmptyClusters(labels, similarity, k) && moved <= mayMove) return { labels, prototypes };
    updateCentroids(rows, labels, prototypes, pull);
  }
  // Rows that are equal can swap for ever; whatever the prototypes now say is the answer.
  assign(prototypes, labels, similarity);
  return { labels, prototypes };
}
