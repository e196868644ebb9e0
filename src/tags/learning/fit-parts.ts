/** The parts of a scorer: prototypes, the linear machine beside them, and relevance for abstaining. */

import { selectRows } from "../../matrix/csr.js";
import { zeros } from "../../matrix/dense.js";
import { distil, joinMaps, standardised } from "./distil.js";
import { fitLinearSvm } from "./linear-svm.js";
import type { PartShares } from "./part-shares.js";
import { layFoundation, makePrototypes } from "./prototypes.js";
import type { LinearMap } from "./ridge.js";
import type { TrainingSet } from "./training-set.js";

/** The parts before they are joined, fitted when first asked for. */
export interface ScorerParts {
  /** Says what a paper has to do with a theme at all. */
  relevance(): LinearMap;
  /** Orders themes; `linearShare` and `backgroundShare` as in {@link PartShares}. */
  ranking(shares: PartShares): LinearMap;
}

/** The parts of a training set. */
export function fitParts(set: TrainingSet, useBackground: boolean): ScorerParts {
  const { vectors } = set.collection;
  const foundation = layFoundation(set, useBackground);
  const known = new Map<number, LinearMap>();
  const prototypes = (backgroundShare: number): LinearMap => {
    const fitted = known.get(backgroundShare);
    if (fitted !== undefined) return fitted;
    const { weights, scores } = makePrototypes(set, foundation, backgroundShare);
    const map = distil(vectors, scores, weights, foundation.truth);
    known.set(backgroundShare, map);
    return map;
  };
  let machine: LinearMap | undefined;
  return {
    relevance: () => distil(vectors, foundation.flowed, foundation.broad),
    ranking({ linearShare, backgroundShare }) {
      if (linearShare === 0) return prototypes(backgroundShare);
      machine ??= standardised(vectors, fitMachine(set));
      return linearShare === 1 ? machine : joinMaps(prototypes(backgroundShare), 1 - linearShare, machine, linearShare);
    },
  };
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
