/**
 * From scores to probabilities: one logistic curve over a theme's score, its lead over the other themes and the paper's
 * relevance, with an offset for each theme.
 *
 * References: Platt, J. (1999). Probabilistic outputs for support vector machines. Advances in Large Margin Classifiers,
 * 61-74. Lin, H.-T., Lin, C.-J., Weng, R. C. (2007). A note on Platt's probabilistic outputs for support vector machines.
 * Machine Learning 68, 267-276. doi:10.1007/s10994-007-5018-6
 * Departures: besides the score its lead over the best other theme, since themes compete for a paper; offsets are drawn
 * towards a common one, as of themes with few examples little is known.
 */

import type { DenseMatrix } from "../../matrix/dense.js";
import { exp, ln } from "../../matrix/elementary.js";
import { solvePositiveDefinite } from "../../matrix/solve-positive-definite.js";

/** A curve and the thresholds on it. */
export interface Calibration {
  /** "fitted": on cross-fitted scores of the examples; "assumed": from other collections, for want of examples. */
  readonly kind: "fitted" | "assumed";
  /** Weights of score, lead and relevance. */
  readonly slopes: Float64Array;
  /** One for each theme. */
  readonly offsets: Float64Array;
  /** Probability from which a theme is a tag, one for each theme. */
  readonly thresholds: Float64Array;
  /**
   * Where the curve is assumed and there are papers: for each theme how far they bear it out, to which the paper's own
   * relevance is added. See {@link groundsOf}.
   */
  readonly standings?: Float64Array | undefined;
}

/** What a curve needs to give probabilities. */
export type Curve = Pick<Calibration, "slopes" | "offsets" | "standings">;

/** Scores of papers (papers x themes each) as the two maps give them. */
export interface RawScores {
  readonly ranking: DenseMatrix;
  readonly relevance: DenseMatrix;
}

const features = 3;
/** Among hundreds of themes the best of chance scores and leads is high: without examples no more than this is believed. */
const mostScore = 2;
const mostLead = 2.5;
/** Weight of the paper's own part in its grounds. */
export const ownShare = 0.3;
/** What is added to a share before its logarithm is taken. */
export const leastNaming = 0.01;
const newtonSteps = 30;
/** Precision of the normal prior on a theme's offset from the common one. */
const offsetPrior = 2;
/** Precision of the prior on the slopes: keeps them finite where the scores part the labels cleanly. */
const slopePrior = 0.1;

/**
 * The curve of highest posterior probability, by Newton's method: O(steps x papers x themes + themes cubed).
 *
 * @param labels papers x themes: 1, -1, 0 for unknown
 */
export function fitCalibration(scores: RawScores, labels: Int8Array): Omit<Calibration, "thresholds" | "kind"> {
  const themes = scores.ranking.columns;
  const rows = featureRows(scores);
  const size = features + 1 + themes;
  let beta = new Float64Array(size);
  beta[0] = 1;
  let posterior = logPosterior(rows, labels, themes, beta);
  for (let step = 0; step < newtonSteps; step += 1) {
    const change = newtonStep(rows, labels, themes, beta);
    let next = beta;
    let reached = -Infinity;
    // Newton's step may go too far where the scores part the labels almost cleanly: halve it until it climbs.
    for (let length = 1; length > 1e-6 && !(reached >= posterior); length /= 2) {
      next = beta.map((value, i) => value + length * change[i]!);
      reached = logPosterior(rows, labels, themes, next);
    }
    if (!(reached > posterior + 1e-9)) break;
    beta = next;
    posterior = reached;
  }
  return {
    slopes: beta.slice(0, features),
    offsets: beta.slice(features + 1).map((offset) => offset + beta[features]!),
  };
}

function logPosterior(rows: Float64Array, labels: Int8Array, themes: number, beta: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < beta.length; i += 1) sum -= (priorOf(i) * beta[i]! * beta[i]!) / 2;
  for (let p = 0; p < labels.length; p += 1) {
    if (labels[p] === 0) continue;
    const margin = labels[p]! * logitOf(rows, p, themes, beta);
    sum -= margin > 0 ? ln(1 + exp(-margin)) : ln(1 + exp(margin)) - margin;
  }
  return sum;
}

function newtonStep(rows: Float64Array, labels: Int8Array, themes: number, beta: Float64Array): Float64Array {
  const size = beta.length;
  const gradient = beta.map((value, i) => -priorOf(i) * value);
  const hessian = { rows: size, columns: size, data: new Float64Array(size * size) };
  for (let i = 0; i < size; i += 1) hessian.data[i * size + i] = priorOf(i);
  const places = Uint32Array.from({ length: features + 2 }, (_, i) => i);
  const values = new Float64Array(features + 2).fill(1);
  for (let p = 0; p < labels.length; p += 1) {
    if (labels[p] === 0) continue;
    places[features + 1] = features + 1 + (p % themes);
    for (let f = 0; f < features; f += 1) values[f] = rows[p * features + f]!;
    const chance = logistic(logitOf(rows, p, themes, beta));
    const error = (labels[p] === 1 ? 1 : 0) - chance;
    const curvature = chance * (1 - chance);
    for (let a = 0; a < places.length; a += 1) {
      gradient[places[a]!]! += error * values[a]!;
      for (let b = 0; b < places.length; b += 1) {
        hessian.data[places[a]! * size + places[b]!]! += curvature * values[a]! * values[b]!;
      }
    }
  }
  return solvePositiveDefinite(hessian, gradient);
}

function logitOf(rows: Float64Array, p: number, themes: number, beta: Float64Array): number {
  let logit = beta[features]! + beta[features + 1 + (p % themes)]!;
  for (let f = 0; f < features; f += 1) logit += beta[f]! * rows[p * features + f]!;
  return logit;
}

function priorOf(index: number): number {
  if (index < features) return slopePrior;
  return index === features ? 1e-6 : offsetPrior;
}

/** Score, lead and relevance of every theme for every paper. */
function featureRows({ ranking, relevance }: RawScores, standings?: Float64Array): Float64Array {
  const rows = new Float64Array(ranking.data.length * features);
  for (let at = 0; at < ranking.data.length; at += ranking.columns) {
    const leads = leadsOf(ranking.data, at, ranking.columns);
    for (let t = 0; t < ranking.columns; t += 1) {
      const place = (at + t) * features;
      const score = ranking.data[at + t]!;
      const lead = leads[t]!;
      const relevant = relevance.data[at + t]!;
      rows[place] = standings === undefined ? score : Math.min(score, mostScore);
      rows[place + 1] = standings === undefined ? lead : Math.min(lead, mostLead);
      rows[place + 2] = standings === undefined ? relevant : groundsOf(relevant, standings[t]!);
    }
  }
  return rows;
}

/**
 * What a tag lacks in grounds, 0 where it lacks nothing: the logarithm of how far the paper and those like it name the
 * theme, joined with what holds for the theme and for the taxonomy as a whole.
 */
function groundsOf(relevance: number, standing: number): number {
  return Math.min(0, ownShare * ln(Math.max(0, relevance) + leastNaming) + standing);
}

/** Probabilities of all themes for each paper: papers x themes. */
export function probabilities(calibration: Curve, scores: RawScores): DenseMatrix {
  const { rows, columns } = scores.ranking;
  const values = featureRows(scores, calibration.standings);
  const data = new Float64Array(rows * columns);
  for (let p = 0; p < data.length; p += 1) {
    let logit = calibration.offsets[p % columns]!;
    for (let f = 0; f < features; f += 1) logit += calibration.slopes[f]! * values[p * features + f]!;
    data[p] = logistic(logit);
  }
  return { rows, columns, data };
}

/**
 * How far any theme explains each paper, from 0 to 1: the chance that one of its themes at least is right, were the themes
 * independent. Half the weight of the lead goes to the score itself: a paper torn between two known themes is not novel.
 */
export function fitsOf({ slopes, offsets, standings }: Curve, scores: RawScores): Float64Array {
  const { rows, columns } = scores.ranking;
  const values = featureRows(scores, standings);
  return Float64Array.from({ length: rows }, (_, row) => {
    let none = 1;
    for (let t = 0; t < columns; t += 1) {
      const p = (row * columns + t) * features;
      const score = values[p]!;
      const logit = slopes[0]! * score + (slopes[1]! * (score + values[p + 1]!)) / 2 + slopes[2]! * values[p + 2]!;
      none *= 1 - logistic(logit + offsets[t]!);
    }
    return 1 - none;
  });
}

/** How far each of `length` scores lies above the best of the others; 0 for a lone one. */
export function leadsOf(scores: Float64Array, start: number, length: number): Float64Array {
  let best = -Infinity;
  let second = -Infinity;
  let bestAt = start;
  for (let t = start; t < start + length; t += 1) {
    if (scores[t]! > best) {
      second = best;
      best = scores[t]!;
      bestAt = t;
    } else if (scores[t]! > second) second = scores[t]!;
  }
  return Float64Array.from({ length }, (_, t) => {
    const other = start + t === bestAt ? second : best;
    return other === -Infinity ? 0 : scores[start + t]! - other;
  });
}

/** 1 / (1 + e^-x) */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const odds = exp(x);
  return odds / (1 + odds);
}
