/**
 * From scores to probabilities: one logistic curve over a theme's score, its lead over the other themes and the paper's
 * relevance, with an offset for each theme.
 *
 * Reference: Platt, J. (1999). Probabilistic outputs for support vector machines. Advances in Large Margin Classifiers,
 * 61-74. Guo, C., Pleiss, G., Sun, Y., Weinberger, K. Q. (2017). On calibration of modern neural networks. ICML.
 * Departures: besides the score its lead over the best other theme, since themes compete for a paper.
 */

import type { DenseMatrix } from "../matrix/dense.js";
import { exp } from "../matrix/elementary.js";

/** A curve and the thresholds on it. */
export interface Calibration {
  /** "fitted": on cross-fitted scores of the examples; "assumed": from other collections, for want of examples. */
  readonly kind: "fitted" | "assumed";
  /** Weights of score, lead and relevance. */
  readonly slopes: readonly [number, number, number];
  /** One for each theme. */
  readonly offsets: Float64Array;
  /** Probability from which a theme is a tag, one for each theme. */
  readonly thresholds: Float64Array;
}

/** Scores of papers (papers x themes each) as the two maps give them. */
export interface RawScores {
  readonly ranking: DenseMatrix;
  readonly relevance: DenseMatrix;
}

/** What to take for a curve before there are examples: measured on several collections with bare names. */
export function assumedCalibration(themes: number): Calibration {
  return {
    kind: "assumed",
    slopes: [0.5, 1.5, 0.8],
    offsets: new Float64Array(themes).fill(-1),
    thresholds: new Float64Array(themes).fill(0.5),
  };
}

/** Probabilities of all themes for each paper: papers x themes. */
export function probabilities(calibration: Calibration, scores: RawScores): DenseMatrix {
  const { rows, columns } = scores.ranking;
  const data = new Float64Array(rows * columns);
  const [byScore, byLead, byRelevance] = calibration.slopes;
  for (let row = 0; row < rows; row += 1) {
    const at = row * columns;
    const leads = leadsOf(scores.ranking.data, at, columns);
    for (let t = 0; t < columns; t += 1) {
      const logit =
        byScore * scores.ranking.data[at + t]! +
        byLead * leads[t]! +
        byRelevance * scores.relevance.data[at + t]! +
        calibration.offsets[t]!;
      data[at + t] = logistic(logit);
    }
  }
  return { rows, columns, data };
}

/** How far each of `length` scores lies above the best of the others; 0 for a lone one. */
export function leadsOf(scores: Float64Array, start: number, length: number): Float64Array {
  let best = -Infinity;
  let second = -Infinity;
  for (let t = start; t < start + length; t += 1) {
    if (scores[t]! > best) {
      second = best;
      best = scores[t]!;
    } else if (scores[t]! > second) second = scores[t]!;
  }
  return Float64Array.from({ length }, (_, t) => {
    const other = scores[start + t] === best ? second : best;
    return other === -Infinity ? 0 : scores[start + t]! - other;
  });
}

/** 1 / (1 + e^-x) */
export function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x));
}
