/**
 * Starting centroids spread over the data.
 *
 * Reference: Arthur, D., Vassilvitskii, S. (2007). k-means++: the advantages of careful seeding. SODA, 1027-1035.
 * Departures: distances are those of unit rows, 1 - cosine.
 */

import type { DenseMatrix } from "../matrix/dense.js";
import type { Random } from "../matrix/random.js";
import { addRow, dotsWith, type Rows } from "../matrix/rows.js";

/**
 * `k` centroids: those given, then rows of a matrix of unit rows, drawn one by one with chance proportional to the
 * distance from the nearest centroid so far.
 */
export function kmeansPlusPlus(matrix: Rows, k: number, random: Random, given?: DenseMatrix): DenseMatrix {
  const { rows, columns } = matrix;
  const centroids = new Float64Array(k * columns);
  centroids.set(given?.data ?? []);
  const distances = new Float64Array(rows).fill(2);
  for (let c = 0; c < k; c += 1) {
    if (c >= (given?.rows ?? 0)) {
      const chosen = c === 0 ? Math.floor(random() * rows) : drawProportional(distances, random);
      addRow(matrix, chosen, centroids, c * columns);
    }
    const cosines = dotsWith(matrix, centroids.subarray(c * columns, (c + 1) * columns));
    for (let i = 0; i < rows; i += 1) {
      const distance = Math.max(0, 1 - cosines[i]!);
      if (distance < distances[i]!) distances[i] = distance;
    }
  }
  return { rows: k, columns, data: centroids };
}

function drawProportional(weights: Float64Array, random: Random): number {
  let total = 0;
  for (let i = 0; i < weights.length; i += 1) total += weights[i]!;
  if (total === 0) return Math.min(weights.length - 1, Math.floor(random() * weights.length));
  let left = random() * total;
  for (let i = 0; i < weights.length; i += 1) {
    left -= weights[i]!;
    if (left < 0) return i;
  }
  return weights.length - 1;
}
