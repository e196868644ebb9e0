/** The parts of a scorer: prototypes, the linear machine beside them, and relevance for abstaining. */

import { selectRows } from "../matrix/csr.js";
import { zeros } from "../matrix/dense.js";
import { distil, joinMaps, standardised } from "./distil.js";
import { fitLinearSvm } from "./linear-svm.js";
import { makePrototypes } from "./prototypes.js";
import type { LinearMap } from "./ridge.js";
import type { TrainingSet } from "./training-set.js";

/** The parts before they are joined; the machine is fitted when first asked for. */
export interface ScorerParts {
  /** Orders themes by definition, examples and background. */
  readonly prototypes: LinearMap;
  /** Says what a paper has to do with a theme at all. */
  readonly relevance: LinearMap;
  /** Orders themes by the examples alone. */
  machine(): LinearMap;
}

/** Fits the parts. `backgroundShare`: weight of the unlabelled papers, 1 for the usual. */
export function fitParts(set: TrainingSet, backgroundShare: number): ScorerParts {
  const { vectors } = set.collection;
  const { sharp, broad, taught, flowed, truth } = makePrototypes(set, backgroundShare);
  let machine: LinearMap | undefined;
  return {
    prototypes: distil(vectors, taught, sharp, truth),
    relevance: distil(vectors, flowed, broad),
    machine() {
      machine ??= standardised(vectors, fitMachine(set));
      return machine;
    },
  };
}

/** Prototypes and `linearShare` times the machine; Infinity for the machine alone. */
export function joinParts(parts: ScorerParts, linearShare: number): LinearMap {
  if (linearShare === 0) return parts.prototypes;
  return linearShare === Infinity ? parts.machine() : joinMaps(parts.prototypes, parts.machine(), linearShare);
}

/** A support vector machine for each theme, on the labelled papers. */
function fitMachine({ vectors, labelledRows, labels, definitions }: TrainingSet): LinearMap {
  const themes = definitions.columns;
  const examples = selectRows(vectors, labelledRows);
  const weights = zeros(vectors.columns, themes);
  const intercepts = new Float64Array(themes);
  for (let t = 0; t < themes; t += 1) {
    const signs = Int8Array.from({ length: examples.rows }, (_, row) => labels[row * themes + t]!);
    const machine = fitLinearSvm(examples, signs, { tol: 1e-2, maxIter: 200 });
    machine.weights.forEach((weight, column) => {
      weights.data[column * themes + t] = weight;
    });
    intercepts[t] = machine.intercept;
  }
  return { weights, intercepts };
}
