/**
 * Starting centroids for k-means by Euclidean distance: rows drawn with chance proportional to the squared distance from
 * the nearest centroid so far; of several draws the one that lowers the sum of those distances most.
 *
 * Reference: Arthur, D., Vassilvitskii, S. (2007). k-means++: the advantages of careful seeding. SODA, 1027-1035.
 * Departures: 2 + floor(ln k) draws a centroid, as scikit-learn makes.
 */

import { ln } from "../matrix/elementary.js";
import { drawProportional, type Random } from "../matrix/random.js";

/** `k` rows of `rows`. O(k ln k x rows x columns). */
export function euclideanStarts(rows: readonly (readonly number[])[], k: number, random: Random): number[][] {
  const draws = 2 + Math.floor(ln(k));
  const first = rows[Math.floor(random() * rows.length)]!;
  const starts = [first.slice()];
  let nearest = rows.map((row) => squaredDistance(row, first));
  while (starts.length < k) {
    let best = { row: 0, distances: nearest, sum: Infinity };
    for (let draw = 0; draw < draws; draw += 1) {
      const row = drawProportional(nearest, random);
      const distances = nearest.map((distance, i) => Math.min(distance, squaredDistance(rows[i]!, rows[row]!)));
      const sum = distances.reduce((total, distance) => total + distance, 0);
      if (sum < best.sum) best = { row, distances, sum };
    }
    starts.push(rows[best.row]!.slice());
    nearest = best.distances;
  }
  return starts;
}

function squaredDistance(a: readonly number[], b: readonly number[]): number {
  let squares = 0;
  for (let d = 0; d < a.length; d += 1) squares += (a[d]! - b[d]!) ** 2;
  return squares;
}
