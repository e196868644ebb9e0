/**
 * Scores of labelled papers by taggers that have not seen them: what calibration, thresholds and the weights of the
 * parts are read from.
 *
 * Reference: Stone, M. (1974). Cross-validatory choice and assessment of statistical predictions. JRSS B 36(2), 111-147.
 */

import { selectRows } from "../../matrix/csr.js";
import { type DenseMatrix, zeros } from "../../matrix/dense.js";
import type { RawScores } from "./calibration.js";
import { mapRows } from "./distil.js";
import { fitParts } from "./fit-parts.js";
import type { PartShares } from "./part-shares.js";
import { dealFolds, type TrainingSet, withoutPapers } from "./training-set.js";

/** Cross-fitted scores of the labelled papers under one way to weigh the parts. */
export interface CrossFit {
  readonly shares: PartShares;
  readonly scores: RawScores;
}

/** Fits on all but one fold and scores that fold, for each fold and each candidate. */
export function crossFit(set: TrainingSet, candidates: readonly PartShares[], folds: number): CrossFit[] {
  const themes = set.definitions.columns;
  const fold = dealFolds(set.labels, themes, folds);
  const fits = candidates.map((shares) => ({
    shares,
    scores: { ranking: zeros(fold.length, themes), relevance: zeros(fold.length, themes) },
  }));
  for (let f = 0; f < folds; f += 1) {
    const held = [...fold.keys()].filter((i) => fold[i] === f);
    const rows = held.map((i) => set.labelledRows[i]!);
    const vectors = selectRows(set.vectors, rows);
    const parts = fitParts(withoutPapers(set, held), true);
    const relevance = mapRows(vectors, parts.relevance());
    for (const { shares, scores } of fits) {
      placeRows(scores.ranking, mapRows(vectors, parts.ranking(shares)), held);
      placeRows(scores.relevance, relevance, held);
    }
  }
  return fits;
}

function placeRows(target: DenseMatrix, rows: DenseMatrix, places: readonly number[]): void {
  places.forEach((place, i) => {
    target.data.set(rows.data.subarray(i * rows.columns, (i + 1) * rows.columns), place * target.columns);
  });
}
