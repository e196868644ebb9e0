/** The first half of every fit: checked papers, their analyzer, the space and their rows in it. */

import { isThemataError, ThemataError } from "../errors.js";
import type { DenseMatrix } from "../matrix/dense.js";
import { checkPapers, type Paper } from "../papers/paper.js";
import { type Analyzer, createAnalyzer } from "../text/analyzer.js";
import type { DiscoverOptions } from "./discover-options.js";
import type { OnStep } from "./model/progress.js";
import type { ThemeSpace } from "./model/theme-model.js";
import { checkVectors } from "./space/external-vectors.js";
import { type CountedCollection, countCollection, fitSpace, rowsOfSpace, termWeights } from "./space/space.js";

const pairedUpTo = 20_000;

/** A collection in its space. */
export interface EmbeddedCollection {
  readonly analyzer: Analyzer;
  readonly space: ThemeSpace;
  /** One unit row a paper; zeros for a paper without a known word. */
  readonly rows: DenseMatrix;
}

/** @throws ThemataError EMPTY_CORPUS, INVALID_PAPER, DUPLICATE_PAPER_ID, EMPTY_VOCABULARY, INVALID_OPTION */
export function embedCollection(
  where: string,
  papers: readonly Paper[],
  options: Pick<DiscoverOptions, "analyzer" | "seed" | "vectors" | "vectorsShare">,
  onStep: OnStep,
): EmbeddedCollection {
  checkPapers(where, papers);
  if (papers.length === 0) {
    throw new ThemataError("EMPTY_CORPUS", `${where}: expected at least one paper, got none.`, { where });
  }
  const { seed, vectors, vectorsShare } = options;
  const analyzer = options.analyzer ?? themeAnalyzer(papers.length);
  const external = vectors === undefined ? undefined : checkVectors(where, vectors, papers.length);
  const counted = countWords(where, papers, analyzer, (done) => onStep(done / 2));
  const share = external === undefined ? 0 : vectorsShare;
  const space = fitSpace(counted, analyzer, seed, () => onStep(0.5), external, share);
  const rows = rowsOfSpace(space);
  onStep(1);
  return { analyzer, space, rows };
}

/** Counts a collection; one without words is told of in terms of papers, since the caller knows of no `minDf`. */
function countWords(where: string, papers: readonly Paper[], analyzer: Analyzer, onStep: OnStep): CountedCollection {
  try {
    return countCollection(papers, analyzer, onStep);
  } catch (error) {
    if (!isThemataError(error, "EMPTY_VOCABULARY")) throw error;
    const fewest = termWeights(papers.length).minDf;
    const message = `${where}: expected words that ${fewest} or more of ${papers.length} papers have, stop words aside, got none. Add text, or an analyzer that keeps it.`;
    throw new ThemataError(error.code, message, error.details);
  }
}

/** Stems and pairs of stems, titles counted twice; single stems where papers are so many that pairs add only bulk. */
export function themeAnalyzer(papers: number): Analyzer {
  const fields = { title: 2, abstract: 1, keywords: 0 };
  return createAnalyzer(papers > pairedUpTo ? { fields } : { fields, ngramRange: [1, 2] });
}
