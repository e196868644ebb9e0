/** TF-IDF vectors of papers that were counted in batches. */

import type { Analyzer } from "../text/analyzer.js";
import { type BatchedCounter, batchedCounter } from "./batched-counter.js";
import type { TermCounts } from "./counts.js";
import type { CountedPapers, PaperCounter } from "./paper-counter.js";
import { documentFrequencyRule, type TfidfModel, tfidfOfCounts, weighCounts } from "./tfidf.js";
import type { VectorizedPapers } from "./vectorize-papers.js";

/** What five million abstracts have: fewer are counted in one go. */
const batchTerms = 2_000_000;

/** Distinct terms held above which the rarest are dropped between batches. */
export const usualMostTerms = 4_000_000;

/** A counter in batches of two million distinct terms. */
export function streamCounter(analyzer: Analyzer, mostTerms: number): BatchedCounter {
  return batchedCounter(analyzer, { batchTerms, mostTerms });
}

type Counted = CountedPapers & TermCounts & { readonly missedAtMost?: number };

/** The vectors (sublinear, unit rows, single precision) of what was counted; the counter is spent. `onStep` is told now and then. */
export function vectorizeBatches(
  counter: BatchedCounter | PaperCounter,
  minDf: number,
  onStep?: () => void,
): VectorizedPapers & { readonly model: TfidfModel; readonly missedAtMost: number } {
  const rule = documentFrequencyRule({ minDf, maxDf: 1 }, counter.papers());
  const { counts, differentTerms, missedAtMost = 0, ...frequencies }: Counted = counter.finish(rule, onStep);
  const model = tfidfOfCounts(frequencies, { minDf, sublinearTf: true });
  // The counts' own memory takes the weights.
  return { model, vectors: weighCounts(model, counts, counts.data), differentTerms, missedAtMost };
}
