/** TF-IDF vectors of a stream of papers, whose text is dropped as soon as it is counted. */

import type { CsrMatrix } from "../matrix/csr.js";
import { integer, number, type Optional, type OptionRules, resolveOptions } from "../options.js";
import type { Problem } from "../papers/paper.js";
import { type Analyzer, analyzerOption, createAnalyzer } from "../text/analyzer.js";
import type { TfidfModel } from "../vectors/tfidf.js";
import { streamCounter, usualMostTerms, vectorizeBatches } from "../vectors/vectorize-batches.js";
import { checkSource } from "./check-source.js";
import { type PaperEvent, papersOf } from "./paper-events.js";

/** How a stream is vectorized. */
export interface VectorizeStreamOptions {
  /** @defaultValue createAnalyzer() */
  readonly analyzer: Analyzer;
  /** Fewest papers of a term: a count from 1 up, below 1 a share of the papers. @defaultValue 2 */
  readonly minDf: number;
  /** Distinct terms held above which the rarest are dropped between batches of two million. @defaultValue 4000000 */
  readonly mostTerms: number;
}

/** What is kept of a stream of papers. */
export interface VectorizedStream {
  /** Ids of the papers, in the order of the stream; row i of `vectors` is paper i. */
  readonly ids: readonly string[];
  readonly model: TfidfModel;
  /** papers x terms, single precision. */
  readonly vectors: CsrMatrix;
  readonly problems: readonly Problem[];
  /** No document frequency is understated by more than this; 0 unless terms were dropped. */
  readonly missedAtMost: number;
}

const rules: OptionRules<VectorizeStreamOptions> = {
  analyzer: analyzerOption<Analyzer>(createAnalyzer()),
  minDf: number(2, 0),
  mostTerms: integer(usualMostTerms, 1),
};

/**
 * Counts papers as they come and gives their TF-IDF vectors (sublinear, unit rows). Memory grows with the entries of the
 * vectors, about 600 bytes a paper, not with the text.
 *
 * @param source papers, or the events of `streamPapers`
 * @throws ThemataError EMPTY_CORPUS, EMPTY_VOCABULARY, INVALID_PAPER, INVALID_OPTION; and what the source throws
 * @example
 * const { ids, vectors } = await vectorizeStream(streamPapers(createReadStream("arxiv.jsonl.gz")));
 */
export async function vectorizeStream(
  source: AsyncIterable<PaperEvent> | Iterable<PaperEvent>,
  options?: Optional<VectorizeStreamOptions>,
): Promise<VectorizedStream> {
  checkSource("vectorizeStream", source);
  const { analyzer, minDf, mostTerms } = resolveOptions("vectorizeStream", options, rules);
  const counter = streamCounter(analyzer, mostTerms);
  const ids: string[] = [];
  const problems: Problem[] = [];
  for await (const paper of papersOf("vectorizeStream", source, problems)) {
    counter.add(paper);
    ids.push(paper.id);
  }
  const { model, vectors, missedAtMost } = vectorizeBatches(counter, minDf);
  return { ids, model, vectors, problems, missedAtMost };
}
