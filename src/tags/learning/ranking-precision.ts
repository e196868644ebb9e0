/**
 * How well scores order the themes of papers, whatever the thresholds: label ranking average precision.
 *
 * Reference: Schapire, R. E., Singer, Y. (2000). BoosTexter: a boosting-based system for text categorization. Machine
 * Learning 39, 135-168. doi:10.1023/A:1007649029923
 */

import type { DenseMatrix } from "../../matrix/dense.js";
import { spread } from "./theme-weights.js";

/**
 * For each theme of a paper the share of the paper's themes among those ranked as high or higher; the mean over its
 * themes. One figure for each paper that has any.
 *
 * @param labels papers x themes: 1, -1, 0 for unknown
 */
export function rankingPrecision({ rows, columns, data }: DenseMatrix, labels: Int8Array): Float64Array {
  const precisions: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const at = row * columns;
    let precision = 0;
    let themes = 0;
    for (let t = at; t < at + columns; t += 1) {
      if (labels[t] !== 1) continue;
      let hits = 0;
      let ranked = 0;
      for (let u = at; u < at + columns; u += 1) {
        if (labels[u] === 0 || data[u]! < data[t]!) continue;
        ranked += 1;
        if (labels[u] === 1) hits += 1;
      }
      precision += hits / ranked;
      themes += 1;
    }
    if (themes > 0) precisions.push(precision / themes);
  }
  return Float64Array.from(precisions);
}

/**
 * The first of several ways that is as good as the best one, as far as so few papers can tell: within one standard error of
 * their difference.
 *
 * Reference: Breiman, L., Friedman, J. H., Olshen, R. A., Stone, C. J. (1984). Classification and Regression Trees.
 * Wadsworth, section 3.4.3 (the 1 SE rule).
 *
 * @param precisions for each way one figure for each paper
 */
export function firstAmongBest(precisions: readonly Float64Array[]): number {
  const means = precisions.map((own) => spread(own).mean);
  const best = means.indexOf(Math.max(...means));
  return precisions.findIndex((own, way) => {
    const differences = own.map((precision, paper) => precisions[best]![paper]! - precision);
    const error =
      Math.sqrt(differences.reduce((sum, d) => sum + (d - (means[best]! - means[way]!)) ** 2, 0)) /
      Math.max(1, own.length);
    return means[best]! - means[way]! <= error;
  });
}
