/**
 * A linear support vector machine with squared hinge loss and class-balanced costs, by dual coordinate descent.
 *
 * Reference: Hsieh, C.-J., Chang, K.-W., Lin, C.-J., Keerthi, S. S., Sundararajan, S. (2008). A dual coordinate descent
 * method for large-scale linear SVM. ICML, 408-415. doi:10.1145/1390156.1390208
 * Departures: no shrinking. As in LIBLINEAR the intercept is the weight of one more feature that is always 1, and so is
 * regularised with the others; the order of visits is shuffled by a fixed seed.
 */

import { type CsrMatrix, dotRows, dotVector } from "../../matrix/csr.js";
import { seededRandom, shuffledIndices } from "../../matrix/random.js";
import { integer, number, type Optional, type OptionRules, resolveOptions } from "../../options.js";

/** scikit-learn's names for LinearSVC. */
export interface LinearSvmOptions {
  /** Inverse strength of the regularisation. @defaultValue 1 */
  readonly c: number;
  /** Passes over the examples at most. @defaultValue 1000 */
  readonly maxIter: number;
  /** Largest violation of optimality at which to stop. @defaultValue 1e-4 */
  readonly tol: number;
  /** @defaultValue 0 */
  readonly seed: number;
}

/** A separating plane: the decision for a row x is `weights . x + intercept`, positive on the side of the class. */
export interface LinearSvm {
  readonly weights: Float64Array;
  readonly intercept: number;
  readonly iterations: number;
}

const rules: OptionRules<LinearSvmOptions> = {
  c: number(1, 1e-9),
  maxIter: integer(1000, 1),
  tol: number(1e-4, 0),
  seed: integer(0, 0),
};

/**
 * Fits one class against the rest. Each class has the same total cost, as with `class_weight="balanced"`.
 *
 * Linear in the non-zeros for each pass.
 *
 * @param signs 1 for the rows of the class, -1 for the others, 0 for rows to leave out
 * @throws ThemataError INVALID_OPTION
 */
export function fitLinearSvm(vectors: CsrMatrix, signs: Int8Array, options?: Optional<LinearSvmOptions>): LinearSvm {
  const { c, maxIter, tol, seed } = resolveOptions("fitLinearSvm", options, rules);
  const rows = Uint32Array.from([...signs.keys()].filter((row) => signs[row] !== 0));
  const { positive, negative } = balancedCosts(signs, c);
  const hessian = Float64Array.from(rows, (row) => 1 + dotRows(vectors, row, vectors, row));
  const penalty = Float64Array.from(rows, (row) => 0.5 / (signs[row] === 1 ? positive : negative));
  const alphas = new Float64Array(rows.length);
  const weights = new Float64Array(vectors.columns);
  const random = seededRandom(seed);
  let intercept = 0;
  let iterations = 0;
  for (; iterations < maxIter; iterations += 1) {
    let highestGradient = -Infinity;
    let lowestGradient = Infinity;
    for (const i of shuffledIndices(rows.length, random)) {
      const row = rows[i]!;
      const sign = signs[row]!;
      const gradient = sign * (dotVector(vectors, row, weights) + intercept) - 1 + penalty[i]! * alphas[i]!;
      const projected = alphas[i] === 0 ? Math.min(gradient, 0) : gradient;
      if (projected > highestGradient) highestGradient = projected;
      if (projected < lowestGradient) lowestGradient = projected;
      if (Math.abs(projected) < 1e-12) continue;
      const before = alphas[i]!;
      alphas[i] = Math.max(0, before - gradient / (hessian[i]! + penalty[i]!));
      const step = sign * (alphas[i]! - before);
      addRow(vectors, row, step, weights);
      intercept += step;
    }
    if (highestGradient - lowestGradient <= tol) break;
  }
  return { weights, intercept, iterations };
}

function balancedCosts(signs: Int8Array, c: number): { positive: number; negative: number } {
  let positives = 0;
  let negatives = 0;
  for (const sign of signs) {
    if (sign === 1) positives += 1;
    else if (sign === -1) negatives += 1;
  }
  const half = (positives + negatives) / 2;
  return { positive: (c * half) / Math.max(1, positives), negative: (c * half) / Math.max(1, negatives) };
}

function addRow({ indptr, indices, data }: CsrMatrix, row: number, step: number, weights: Float64Array): void {
  for (let p = indptr[row]!; p < indptr[row + 1]!; p += 1) weights[indices[p]!]! += step * data[p]!;
}
