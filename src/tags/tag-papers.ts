/** Tags papers: every paper alone, from its own words, by the two maps of a tagger. */

import { type CsrMatrix, valueAt } from "../matrix/csr.js";
import { flag, integer, number, type Optional, type OptionRules, resolveOptions } from "../options.js";
import { checkPapers, type Paper } from "../papers/paper.js";
import { type Analyzer, analyzerOption } from "../text/analyzer.js";
import { analyzerBehind } from "../text/supplied.js";
import { chooseTags, type ScoredTheme } from "./choose-tags.js";
import { findEvidence, type TagEvidence } from "./evidence/evidence.js";
import { placeRuns, placeTerms } from "./evidence/place-terms.js";
import { fitsOf, probabilities } from "./learning/calibration.js";
import { evidenceOf, type NameStatistics, type ScoredPlaces } from "./names/name-scores.js";
import { partsIn } from "./names/part-names.js";
import { namesIn, namesOf } from "./names/tag-by-names.js";
import { rawScores } from "./raw-scores.js";
import { type Runtime, runtimeOf, tagVectors } from "./tag-vectors.js";
import { checkTagger, type TagDecision, type Tagger } from "./tagger.js";

/** Which tags to give, and how much to say. */
export interface TagOptions {
  /** Whether a paper that fits no theme gets no tag; else it gets the likeliest. @defaultValue true */
  readonly abstain: boolean;
  /** From 0 (every tag that may fit) to 1 (only the surest). @defaultValue 0.5 */
  readonly precision: number;
  /** Tags of a paper at most. @defaultValue no limit */
  readonly limit: number;
  /** Whether to find the phrases behind each tag. @defaultValue true */
  readonly evidence: boolean;
  /** The analyzer given at the fit, where it was the caller's own and this process does not know it. */
  readonly analyzer: Analyzer | undefined;
}

/** A tag with its reasons. */
export interface Tag {
  readonly themeId: string;
  /** Probability that the theme is right, from 0 to 1; calibrated where the tagger had examples. */
  readonly score: number;
  /** Strongest first, what argued against last. */
  readonly evidence: readonly TagEvidence[];
}

/** The tags of one paper, best first. */
export interface TaggedPaper {
  readonly paperId: string;
  /**
   * How far any theme of the tagger explains this paper, given as a tag or not, from 0 to 1: the lowest are the likeliest
   * to be about something new. 0 without a known word, 1 where a person gave a tag.
   */
  readonly fit: number;
  readonly tags: readonly Tag[];
}

const rules: OptionRules<TagOptions> = {
  abstain: flag(true),
  precision: number(0.5, 0, 1),
  limit: integer(2 ** 31 - 1, 1),
  evidence: flag(true),
  analyzer: analyzerOption<Analyzer | undefined>(undefined),
};

/**
 * Tags papers with the themes of a tagger. A paper's tags do not depend on the papers beside it. No tag is given that no
 * phrase of the paper speaks for, unless `abstain` is false.
 *
 * @throws ThemataError INVALID_PAPER, DUPLICATE_PAPER_ID, INVALID_OPTION, MODEL_FORMAT when the caller's analyzer is missing
 * @example
 * const tagger = fitTagger({ themes: [{ id: "rlhf", name: "Human feedback" }, { id: "bandits", name: "Bandits" }] });
 * const paper = { id: "p1", title: "Learning from human feedback", abstract: "" };
 * tagPapers(tagger, [paper])[0].tags[0].themeId; // "rlhf"
 */
export function tagPapers(tagger: Tagger, papers: readonly Paper[], options?: Optional<TagOptions>): TaggedPaper[] {
  checkTagger("tagPapers", tagger);
  checkPapers("tagPapers", papers);
  const resolved = resolveOptions("tagPapers", options, rules);
  const decided = decisionsOf(tagger);
  const { names } = tagger;
  if (names !== undefined) {
    return papers.map((paper) => taggedByNames(tagger, names, paper, decided.get(paper.id), resolved));
  }
  const analyzer = analyzerBehind(tagger.analyzer, resolved.analyzer);
  const vectors = tagVectors(tagger, papers, analyzer);
  const scores = rawScores(tagger, vectors, analyzer);
  const runtime = runtimeOf(tagger, analyzer);
  const chances = probabilities(tagger.calibration, scores);
  const fits = fitsOf(tagger.calibration, scores);
  return papers.map((paper, row) => {
    const known = vectors.indptr[row]! < vectors.indptr[row + 1]!;
    const supported = (theme: number): boolean => isSupported(tagger, runtime, vectors, row, theme);
    const own = chances.data.subarray(row * chances.columns, (row + 1) * chances.columns);
    const decision = decided.get(paper.id);
    const scored = Array.from(own, (score, theme) => ({ theme, score }));
    const chosen = chooseTags(tagger, scored, supported, decision, resolved);
    const explain =
      resolved.evidence && chosen.length > 0 ? explainer(tagger, runtime, paper, vectors, row) : undefined;
    const tags = chosen.map(({ theme, score }) => {
      return { themeId: tagger.themes[theme]!.id, score, evidence: explain === undefined ? [] : explain(theme) };
    });
    const given = (decision?.add.length ?? 0) > 0;
    return { paperId: paper.id, fit: given ? 1 : known ? fits[row]! : 0, tags };
  });
}

const decisionMaps = new WeakMap<readonly TagDecision[], ReadonlyMap<string, TagDecision>>();

/** What a person decided, by paper; made once, since a stream calls many times. */
function decisionsOf({ decisions }: Tagger): ReadonlyMap<string, TagDecision> {
  const known = decisionMaps.get(decisions);
  if (known !== undefined) return known;
  const byPaper = new Map(decisions.map((decision) => [decision.paperId, decision]));
  decisionMaps.set(decisions, byPaper);
  return byPaper;
}

function taggedByNames(
  tagger: Tagger,
  statistics: NameStatistics,
  paper: Paper,
  decision: TagDecision | undefined,
  options: TagOptions,
): TaggedPaper {
  const scored = namesIn(tagger, statistics, paper);
  const { index, parts } = namesOf(tagger, statistics);
  const fit = (decision?.add.length ?? 0) > 0 ? 1 : scored.reduce((most, { score }) => Math.max(most, score), 0);
  const choose = (themes: readonly ScoredPlaces[], rulesNow: TagOptions): (ScoredPlaces | ScoredTheme)[] =>
    chooseTags(tagger, themes, () => true, decision, rulesNow, index.heads);
  const byName = choose(scored, options);
  const isWanting = byName.length === 0 && !options.abstain;
  const chosen = isWanting ? choose(partsIn(paper, parts()), { ...options, limit: 1 }) : byName;
  const tags = chosen.map((choice) => {
    const evidence = options.evidence && "matches" in choice ? evidenceOf(paper, choice) : [];
    return { themeId: tagger.themes[choice.theme]!.id, score: choice.score, evidence };
  });
  return { paperId: paper.id, fit, tags };
}

/** Finds the evidence for any theme of one paper; the text is read once. */
function explainer(
  tagger: Tagger,
  runtime: Runtime,
  paper: Paper,
  vectors: CsrMatrix,
  row: number,
): (theme: number) => TagEvidence[] {
  const { analyzer, termsOf } = runtime;
  const placed = placeTerms(paper, termsOf);
  const weightOf = (column: number): number => valueAt(vectors, row, column);
  const runs = placeRuns(placed.terms, analyzer.options?.ngramRange[1] ?? 2, weightOf);
  return (theme) =>
    findEvidence(paper, placed, runs, ({ column, weight }) => weight * aboveMean(tagger, runtime, column, theme));
}

/** How much more a term says for a theme than for the mean one. */
function aboveMean({ ranking: { weights } }: Tagger, { meanWeights }: Runtime, column: number, theme: number): number {
  return weights.data[column * weights.columns + theme]! - meanWeights[column]!;
}

/** Whether a third at least of what speaks for a theme is not of words that any paper has about itself. */
function isSupported(
  tagger: Tagger,
  runtime: Runtime,
  { indptr, indices, data }: CsrMatrix,
  row: number,
  theme: number,
): boolean {
  let support = 0;
  for (let p = indptr[row]!; p < indptr[row + 1]!; p += 1) {
    const column = indices[p]!;
    const own = data[p]! * Math.max(0, aboveMean(tagger, runtime, column, theme));
    support += runtime.empty.columns[column] ? -own / 2 : own;
  }
  return support > 0;
}
