/** The last step of a fit: assign each paper to its nearest prototype and move the prototypes, until nothing moves. */

import { fillEmptyClusters } from "../../clusters/fill-empty.js";
import { updateCentroids } from "../../clusters/spherical-kmeans.js";
import { type DenseMatrix, selectDenseRows, zeros } from "../../matrix/dense.js";
import { evenlySpaced } from "../../matrix/evenly-spaced.js";
import { nearestCentroids, nearestLabels } from "../../matrix/nearest-centroids.js";

const roundLimit = 200;
/**
 * In a collection above so many rows the last few to move hardly change a prototype: a share so small may stay in motion.
 * Most rounds are run on samples there; what the larger sample says holds for all rows.
 */
const large = { above: 20_000, stillMoving: 0.001, samples: [10_000, 100_000] };

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
): { readonly labels: Int32Array; readonly prototypes: DenseMatrix } {
  const labels = start.slice();
  const prototypes = zeros(k, rows.columns);
  updateCentroids(rows, labels, prototypes, pull);
  const isLarge = rows.rows > large.above;
  const share = isLarge ? large.stillMoving : 0;
  const samples = isLarge ? large.samples.filter((size) => size < rows.rows) : [];
  for (const size of samples) {
    const sample = selectDenseRows(rows, evenlySpaced(rows.rows, size));
    const pulling = pull?.map((value) => (value * size) / rows.rows);
    settle(sample, new Int32Array(size).fill(-1), prototypes, share, pulling, onRound);
  }
  if (samples.length === large.samples.length) {
    const nearest = nearestLabels(rows, prototypes, "single");
    onRound?.();
    return { labels: nearest, prototypes };
  }
  settle(rows, labels, prototypes, share, pull, onRound);
  return { labels, prototypes };
}

/** Changes labels and prototypes until the labels are what the prototypes say, but for a share of the rows. */
function settle(
  rows: DenseMatrix,
  labels: Int32Array,
  prototypes: DenseMatrix,
  stillMoving: number,
  pull: Float64Array | undefined,
  onRound: (() => void) | undefined,
): void {
  const k = prototypes.rows;
  const similarity = new Float64Array(rows.rows);
  const assign = nearestCentroids(rows, k, stillMoving > 0 ? "single" : "double");
  const mayMove = stillMoving * rows.rows;
  for (let round = 0; round < roundLimit; round += 1) {
    const moved = assign(prototypes, labels, similarity);
    onRound?.();
    // What the prototypes say is the answer, so that they are left as they are.
    if (!fillEmptyClusters(labels, similarity, k) && moved <= mayMove) return;
    updateCentroids(rows, labels, prototypes, pull);
  }
  // Rows that are equal can swap for ever; whatever the prototypes now say is the answer.
  assign(prototypes, labels, similarity);
}
