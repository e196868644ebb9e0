/**
 * The papers whose labels would teach a tagger most: it is unsure of them, they are like many others, and unlike each
 * other.
 *
 * References: Settles, B., Craven, M. (2008). An analysis of active learning strategies for sequence labeling tasks.
 * EMNLP, 1070-1079 (information density). Carbonell, J., Goldstein, J. (1998). The use of MMR. SIGIR, 335-336.
 * doi:10.1145/290941.291025
 * Departures: diversity by the cosine with the papers already chosen, as a factor.
 */

import { type CsrMatrix, dotRows, noEntries } from "../matrix/csr.js";
import { integer, type Optional, type OptionRules, resolveOptions } from "../options.js";
import { checkPapers, type Paper } from "../papers/paper.js";
import { type Analyzer, analyzerOption, paperTerms } from "../text/analyzer.js";
import { analyzerBehind } from "../text/supplied.js";
import { neighbourGraph } from "../vectors/neighbour-graph.js";
import { applyTfidf, fitTfidf } from "../vectors/tfidf.js";
import { byScore, type ScoredTheme } from "./choose-tags.js";
import { probabilities } from "./learning/calibration.js";
import { namesIn } from "./names/tag-by-names.js";
import { rawScores } from "./raw-scores.js";
import { tagAnalyzer } from "./tag-space.js";
import { tagVectors } from "./tag-vectors.js";
import { checkTagger, type Tagger } from "./tagger.js";

/** How many to suggest. */
export interface SuggestOptions {
  /** Papers at most. @defaultValue 10 */
  readonly limit: number;
  /** The analyzer given at the fit, where it was the caller's own and this process does not know it. */
  readonly analyzer: Analyzer | undefined;
}

/** A paper worth labelling. */
export interface SuggestedExample {
  readonly paperId: string;
  /** How much its label would teach, falling; from 0 to 1. */
  readonly score: number;
  /** The themes in doubt, likeliest first. */
  readonly candidates: readonly { readonly themeId: string; readonly score: number }[];
}

const rules: OptionRules<SuggestOptions> = {
  limit: integer(10, 1),
  analyzer: analyzerOption<Analyzer | undefined>(undefined),
};

const shownCandidates = 3;

/**
 * Papers to label next, the most instructive first. Papers that the tagger has labels for are passed over.
 *
 * @throws ThemataError INVALID_PAPER, DUPLICATE_PAPER_ID, INVALID_OPTION
 * @example
 * const tagger = fitTagger({ themes: [{ id: "rlhf", name: "Human feedback" }, { id: "bandits", name: "Bandits" }] });
 * const unsure = { id: "p1", title: "Dueling bandits from human feedback", abstract: "" };
 * suggestExamples(tagger, [unsure], { limit: 1 })[0].paperId; // "p1"
 */
export function suggestExamples(
  tagger: Tagger,
  papers: readonly Paper[],
  options?: Optional<SuggestOptions>,
): SuggestedExample[] {
  checkTagger("suggestExamples", tagger);
  checkPapers("suggestExamples", papers);
  const { limit, analyzer } = resolveOptions("suggestExamples", options, rules);
  const labelled = new Set([
    ...Array.from(tagger.memory.labelledRows, (row) => tagger.memory.paperIds[row]!),
    ...tagger.decisions.map(({ paperId }) => paperId),
  ]);
  const open = papers.filter(({ id }) => !labelled.has(id));
  const { vectors, scored } = scoresOf(tagger, open, analyzer);
  const density = densities(vectors);
  const worth = Float64Array.from(open, (_, row) => doubt(scored[row]!) * density[row]!);
  return pickDiverse(vectors, worth, limit).map(({ row, score }) => {
    const candidates = scored[row]!.slice(0, shownCandidates).map(({ theme, score: chance }) => {
      return { themeId: tagger.themes[theme]!.id, score: chance };
    });
    return { paperId: open[row]!.id, score, candidates };
  });
}

/** Vectors of papers, and for each paper its themes, likeliest first. */
function scoresOf(
  tagger: Tagger,
  papers: readonly Paper[],
  given: Analyzer | undefined,
): { vectors: CsrMatrix; scored: (readonly ScoredTheme[])[] } {
  const { names } = tagger;
  if (names !== undefined) {
    const documents = papers.map((paper) => paperTerms(tagAnalyzer, paper));
    const vectors = documents.some((terms) => terms.length > 0)
      ? applyTfidf(fitTfidf(documents, { minDf: 0, sublinearTf: true }), documents)
      : noEntries(papers.length, 0);
    return { vectors, scored: papers.map((paper) => namesIn(tagger, names, paper).sort(byScore)) };
  }
  const analyzer = analyzerBehind(tagger.analyzer, given);
  const vectors = tagVectors(tagger, papers, analyzer);
  const scores = rawScores(tagger, vectors, analyzer);
  const { columns, data } = probabilities(tagger.calibration, scores);
  const scored = papers.map((_, row) => {
    const own = data.subarray(row * columns, (row + 1) * columns);
    return Array.from(own, (score, theme) => ({ theme, score })).sort(byScore);
  });
  return { vectors, scored };
}

/** 1 when the two likeliest themes are level, 0 when one is sure; of a lone theme 1 at a chance of a half. */
function doubt([first, next]: readonly ScoredTheme[]): number {
  const best = first?.score ?? 0;
  return 1 - Math.abs(best - (next?.score ?? 1 - best));
}

/** Mean cosine with the nearest papers, as a share of the highest one. */
function densities(vectors: CsrMatrix): Float64Array {
  const graph = neighbourGraph(vectors, { k: 10 });
  const means = Float64Array.from({ length: vectors.rows }, (_, row) => {
    let sum = 0;
    for (let p = graph.indptr[row]!; p < graph.indptr[row + 1]!; p += 1) sum += graph.data[p]!;
    return sum / 10;
  });
  const highest = means.reduce((most, mean) => Math.max(most, mean), 0);
  return means.map((mean) => (highest > 0 ? mean / highest : 1));
}

/** Takes the highest worth again and again, lowered by the cosine with what was taken. */
function pickDiverse(vectors: CsrMatrix, worth: Float64Array, limit: number): { row: number; score: number }[] {
  const left = worth.slice();
  const nearest = new Float64Array(vectors.rows);
  const taken: { row: number; score: number }[] = [];
  while (taken.length < Math.min(limit, vectors.rows)) {
    let best = -1;
    for (let row = 0; row < left.length; row += 1)
      if (left[row]! >= 0 && (best < 0 || left[row]! > left[best]!)) best = row;
    taken.push({ row: best, score: left[best]! });
    left[best] = -1;
    for (let row = 0; row < left.length; row += 1) {
      if (left[row]! < 0) continue;
      nearest[row] = Math.max(nearest[row]!, Math.min(1, dotRows(vectors, row, vectors, best)));
      left[row] = worth[row]! * (1 - nearest[row]!);
    }
  }
  return taken;
}
