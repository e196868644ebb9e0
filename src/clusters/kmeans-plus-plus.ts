/**
 * Starting centroids spread over the data.
 *
 * Reference: Arthur, D., Vassilvitskii, S. (2007). k-means++: the advantages of careful seeding. SODA, 1027-1035.
 * Departures: distances are those of unit rows, 1 - cosine.
 */

import type { DenseMatrix } from "../matrix/dense.js";
import { drawProportional, type Random } from "../matrix/random.js";
import { addRow, dotsWith, type Rows } from "../matrix/rows.js";

/** `k` centroids: those given, then rows of a matrix of unit rows, drawn as {@link drawStarts} says. */
export function kmeansPlusPlus(matrix: Rows, k: number, random: Random, given?: DenseMatrix): DenseMatrix {
  const { rows, columns } = matrix;
  const data = new Float64Array(k * columns);
  data.set(given?.data ?? []);
  drawStarts(rows, k, random, given?.rows ?? 0, (c, row) => {
    if (row >= 0) addRow(matrix, row, data, c * columns);
    return dotsWith(matrix, data.subarray(c * columns, (c + 1) * columns));
  });
  return { rows: k, columns, data };
}

/**
 * Draws rows as starts one by one, with chance proportional to the distance from the nearest start so far.
 *
 * @param given starts that there are already
 * @param cosinesWith takes start number c, a row or, where it is given, -1; returns its cosine with every row
 */
export function drawStarts(
  rows: number,
  k: number,
  random: Random,
  given: number,
  cosinesWith: (c: number, row: number) => Float64Array,
): void {
  const distances = new Float64Array(rows).fill(2);
  for (let c = 0; c < k; c += 1) {
    const cosines = cosinesWith(c, c < given ? -1 : drawProportional(distances, random));
    for (let i = 0; i < rows; i += 1) {
      const distance = Math.max(0, 1 - cosines[i]!);
      if (distance < distances[i]!) distances[i] = distance;
    }
  }
}
