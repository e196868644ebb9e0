/**
 * How well scores order the themes of papers, whatever the thresholds: label ranking average precision.
 *
 * Reference: Schapire, R. E., Singer, Y. (2000). BoosTexter: a boosting-based system for text categorization. Machine
 * Learning 39, 135-168. doi:10.1023/A:1007649029923
 */

import type { DenseMatrix } from "../matrix/dense.js";

/**
 * For each theme of a paper the share of the paper's themes among those ranked as high or higher; the mean over its
 * themes, then over the papers that have any.
 *
 * @param labels papers x themes: 1, -1, 0 for unknown
 */
export function rankingPrecision({ rows, columns, data }: DenseMatrix, labels: Int8Array): number {
  let sum = 0;
  let papers = 0;
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
    if (themes === 0) continue;
    sum += precision / themes;
    papers += 1;
  }
  return papers === 0 ? 0 : sum / papers;
}
