/**
 * Puts into one linear map what prototypes know of a collection, so that a new paper is scored from its own words alone:
 * the map is fitted to the scores that the smoothed papers have, and joined with the prototypes themselves.
 *
 * Reference: Hinton, G., Vinyals, O., Dean, J. (2015). Distilling the knowledge in a neural network. arXiv:1503.02531
 * Departures: teacher and student are linear; the student sees the paper without its neighbours.
 */

import type { CsrMatrix } from "../../matrix/csr.js";
import type { DenseMatrix } from "../../matrix/dense.js";
import { fitRidge, type LinearMap } from "./ridge.js";
import { highest, scoreRows, spread } from "./theme-weights.js";

/** From this many papers on the student counts twice as much as the prototypes; of fewer it learns less. */
const papersForTwice = 600;
/** With fewer papers there is no student. */
const fewestPapers = 20;

/** Deviation of the cosines of papers with definitions, where there are no papers to measure it on. */
const usualDeviation = 0.12;

/** Known truth about some of the papers, as in a tagger's memory. */
export interface Truth {
  readonly labelledRows: Uint32Array;
  readonly labels: Int8Array;
  readonly removed: Int8Array;
}

/**
 * A map whose scores are comparable from theme to theme: prototypes and student, each with mean 0 and deviation 1 over
 * the collection.
 *
 * @param teacher papers x themes
 * @param prototypes terms x themes
 */
export function distil(vectors: CsrMatrix, teacher: DenseMatrix, prototypes: DenseMatrix, truth?: Truth): LinearMap {
  const plain = standardised(vectors, { weights: prototypes, intercepts: new Float64Array(prototypes.columns) });
  if (vectors.rows < fewestPapers) return plain;
  const student = standardised(vectors, fitRidge(vectors, withTruth(teacher, truth)));
  return standardised(vectors, joinMaps(plain, 1, student, Math.min(2, (2 * vectors.rows) / papersForTwice)));
}

/** `share x a + otherShare x b` */
export function joinMaps(a: LinearMap, share: number, b: LinearMap, otherShare: number): LinearMap {
  const data = a.weights.data.map((weight, p) => share * weight + otherShare * b.weights.data[p]!);
  const intercepts = a.intercepts.map((intercept, t) => share * intercept + otherShare * b.intercepts[t]!);
  return { weights: { ...a.weights, data }, intercepts };
}

/** The map scaled so that all its scores over the collection have mean 0 and deviation 1. */
export function standardised(vectors: CsrMatrix, map: LinearMap): LinearMap {
  const scores = mapRows(vectors, map);
  const { mean, deviation } = vectors.rows === 0 ? { mean: 0, deviation: usualDeviation } : spread(scores.data);
  return {
    weights: { ...map.weights, data: map.weights.data.map((weight) => weight / deviation) },
    intercepts: map.intercepts.map((intercept) => (intercept - mean) / deviation),
  };
}

/** Scores of rows: papers x themes. */
export function mapRows(vectors: CsrMatrix, { weights, intercepts }: LinearMap): DenseMatrix {
  const scores = scoreRows(vectors, weights);
  for (let p = 0; p < scores.data.length; p += 1) scores.data[p]! += intercepts[p % scores.columns]!;
  return scores;
}

/** The teacher's scores, with a labelled paper's set high for its themes and low for the others. */
function withTruth(teacher: DenseMatrix, truth: Truth | undefined): DenseMatrix {
  if (truth === undefined || truth.labelledRows.length === 0) return teacher;
  const { rows, columns } = teacher;
  const best = Float64Array.from({ length: rows }, (_, row) => {
    return teacher.data[row * columns + highest(teacher.data, row * columns, columns)]!;
  }).sort();
  const high = best[Math.floor(0.9 * (rows - 1))]!;
  const low = teacher.data.slice().sort()[Math.floor(0.2 * (teacher.data.length - 1))]!;
  const data = teacher.data.slice();
  truth.labelledRows.forEach((row, i) => {
    for (let t = 0; t < columns; t += 1) {
      const label = truth.labels[i * columns + t]!;
      if (label !== 0) data[row * columns + t] = label === 1 ? high : low;
    }
  });
  return { rows, columns, data };
}
