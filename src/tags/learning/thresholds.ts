/**
 * For each theme the probability from which it is a tag: where F1 is best on the cross-fitted examples.
 *
 * Reference: Yang, Y. (2001). A study of thresholding strategies for text categorization. SIGIR, 137-145.
 * doi:10.1145/383952.383975 (a theme's own best threshold overfits where its examples are few).
 * Departures: a theme's threshold lies between its own best and the best common one, the nearer to its own the more
 * examples it has.
 */

import type { DenseMatrix } from "../../matrix/dense.js";

/** Examples from which a theme's own threshold counts as much as the common one. */
const examplesForOwn = 20;

/**
 * @param chances papers x themes, cross-fitted
 * @param labels papers x themes: 1, -1, 0 for unknown
 */
export function fitThresholds(chances: DenseMatrix, labels: Int8Array): Float64Array {
  const { rows, columns, data } = chances;
  const all = [...data.keys()].filter((p) => labels[p] !== 0);
  const common = bestThreshold(all, data, labels);
  return Float64Array.from({ length: columns }, (_, t) => {
    const own: number[] = [];
    for (let row = 0; row < rows; row += 1) if (labels[row * columns + t] !== 0) own.push(row * columns + t);
    const examples = own.filter((p) => labels[p] === 1).length;
    if (examples === 0) return common;
    const share = examples / (examples + examplesForOwn);
    return share * bestThreshold(own, data, labels) + (1 - share) * common;
  });
}

/** The threshold of best F1 over some decisions, halfway between the last chance taken and the next; ties to the higher. */
function bestThreshold(decisions: readonly number[], chances: Float64Array, labels: Int8Array): number {
  const order = [...decisions].sort((p, q) => chances[q]! - chances[p]! || p - q);
  const positives = order.filter((p) => labels[p] === 1).length;
  let hits = 0;
  let best = 0;
  let threshold = 0.5;
  for (let i = 0; i < order.length; i += 1) {
    if (labels[order[i]!] === 1) hits += 1;
    const chance = chances[order[i]!]!;
    const next = i + 1 < order.length ? chances[order[i + 1]!]! : 0;
    if (next === chance) continue;
    const f1 = (2 * hits) / (i + 1 + positives);
    if (f1 <= best) continue;
    best = f1;
    threshold = (chance + next) / 2;
  }
  return Math.min(0.95, Math.max(0.05, threshold));
}
