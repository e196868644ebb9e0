/** From papers to TF-IDF vectors in one pass over their text: what `fitTfidf` and `applyTfidf` give, term lists unmade. */

import type { CsrMatrix } from "../matrix/csr.js";
import type { Precision } from "../matrix/kernels/kernels.js";
import type { Optional } from "../options.js";
import type { Paper } from "../papers/paper.js";
import type { Analyzer } from "../text/analyzer.js";
import { type CountedPapers, paperCounter } from "./paper-counter.js";
import { documentFrequencyRule, type TfidfModel, type TfidfOptions, tfidfOfCounts, weighCounts } from "./tfidf.js";

/** Vectors of papers, one row a paper. */
export interface VectorizedPapers {
  /** papers x terms of the model. */
  readonly vectors: CsrMatrix;
  /** For each paper the number of its different terms, those outside the vocabulary included. */
  readonly differentTerms: Uint32Array;
}

/** Options of a fit on papers: n-grams are the analyzer's. */
export type VectorizeOptions = Optional<Omit<TfidfOptions, "ngramRange">>;

/**
 * Learns a model from papers and gives their vectors. Linear in the text.
 *
 * @param onStep told between the steps that follow the reading
 * @throws ThemataError as `fitTfidf` does
 */
export function vectorizePapers(
  papers: Iterable<Paper>,
  analyzer: Analyzer,
  { minDf = 1, maxDf = 1, ...others }: VectorizeOptions = {},
  precision: Precision = "double",
  onStep: () => void = () => undefined,
): VectorizedPapers & { readonly model: TfidfModel } {
  const counter = paperCounter(analyzer);
  for (const paper of papers) counter.add(paper);
  const counted = counter.finish(documentFrequencyRule({ minDf, maxDf }, counter.papers()), onStep);
  onStep();
  const model = tfidfOfCounts(counted, { minDf, maxDf, ...others });
  onStep();
  return { model, ...weighed(model, counted, precision) };
}

/** The vectors of papers in the vocabulary of a model. */
export function vectorsInModel(
  model: Pick<TfidfModel, "vocabulary" | "idf" | "options">,
  papers: Iterable<Paper>,
  analyzer: Analyzer,
  precision: Precision = "double",
): VectorizedPapers {
  const counter = paperCounter(analyzer);
  for (const paper of papers) counter.add(paper);
  return weighed(model, counter.finishWith(model.vocabulary), precision);
}

function weighed(
  model: Pick<TfidfModel, "idf" | "options">,
  { counts, differentTerms }: CountedPapers,
  precision: Precision,
): VectorizedPapers {
  // In single precision the counts' own memory takes the weights.
  const data = precision === "single" && counts.data instanceof Float32Array ? counts.data : undefined;
  return { vectors: weighCounts(model, counts, data), differentTerms };
}
