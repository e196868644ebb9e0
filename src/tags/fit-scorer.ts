/** From papers, labels and definitions to the two linear maps that score a paper. */

import { type CsrMatrix, selectRows, transpose } from "../matrix/csr.js";
import { type DenseMatrix, zeros } from "../matrix/dense.js";
import { distil, joinMaps, standardised } from "./distil.js";
import { fitLinearSvm } from "./linear-svm.js";
import { makePrototypes } from "./prototypes.js";
import type { LinearMap } from "./ridge.js";
import type { SmoothedCollection } from "./smoothed-collection.js";

/** What scores are learnt from. */
export interface ScorerInput {
  readonly collection: SmoothedCollection;
  readonly labelled: number;
  readonly labels: Int8Array;
  readonly removed: Int8Array;
  /** themes x terms, unit rows */
  readonly definitions: CsrMatrix;
}

/** How the parts are weighed. */
export interface ScorerShares {
  /** Of the linear machine beside the prototypes; Infinity for the machine alone. */
  readonly linearShare: number;
  /** Of the unlabelled papers. */
  readonly backgroundShare: number;
}

/** Orders themes, and says what a paper has to do with any of them. */
export interface Scorer {
  readonly ranking: LinearMap;
  readonly relevance: LinearMap;
}

/** Fits both maps. */
export function fitScorer(input: ScorerInput, { linearShare, backgroundShare }: ScorerShares): Scorer {
  const definitions = asWeights(input.definitions);
  const { vectors } = input.collection;
  const { sharp, broad, flowed, taught } = makePrototypes({ ...input, definitions, backgroundShare });
  const truth = { labelled: input.labelled, labels: input.labels };
  const prototypes = distil(vectors, taught, sharp, truth);
  const relevance = distil(vectors, flowed, broad);
  if (linearShare === 0) return { ranking: prototypes, relevance };
  const machine = standardised(vectors, fitMachine(input));
  const ranking = linearShare === Infinity ? machine : joinMaps(prototypes, machine, linearShare);
  return { ranking, relevance };
}

/** A support vector machine for each theme, on the labelled papers. */
export function fitMachine({ collection, labelled, labels, definitions }: ScorerInput): LinearMap {
  const themes = definitions.rows;
  const vectors = selectRows(
    collection.vectors,
    Uint32Array.from({ length: labelled }, (_, row) => row),
  );
  const weights = zeros(vectors.columns, themes);
  const intercepts = new Float64Array(themes);
  for (let t = 0; t < themes; t += 1) {
    const signs = Int8Array.from({ length: labelled }, (_, row) => labels[row * themes + t]!);
    const machine = fitLinearSvm(vectors, signs, { tol: 1e-3, maxIter: 200 });
    machine.weights.forEach((weight, column) => {
      weights.data[column * themes + t] = weight;
    });
    intercepts[t] = machine.intercept;
  }
  return { weights, intercepts };
}

/** Rows of a sparse matrix as columns of dense weights. */
function asWeights(definitions: CsrMatrix): DenseMatrix {
  const byTerm = transpose(definitions);
  const weights = zeros(definitions.columns, definitions.rows);
  for (let term = 0; term < byTerm.rows; term += 1) {
    for (let p = byTerm.indptr[term]!; p < byTerm.indptr[term + 1]!; p += 1) {
      weights.data[term * definitions.rows + byTerm.indices[p]!] = byTerm.data[p]!;
    }
  }
  return weights;
}
