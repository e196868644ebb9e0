/** The papers most related to a query, with the phrases they share with it. */

import { flag, invalidOption, number, type Optional, type OptionRules, object, resolveOptions } from "../../options.js";
import type { Paper } from "../../papers/paper.js";
import { type Collection, wordReader, writtenForm } from "../index/collection.js";
import { denseRow } from "../index/dense-rows.js";
import { type LexicalIndex, visitRow } from "../index/lexical-index.js";
import { inverseLengthOf } from "../index/settle-lengths.js";
import { countWeights } from "../index/term-weights.js";
import { rowVector } from "../index/weighted-terms.js";
import { type AnswerOptions, answerLimits, answerRules } from "./answer-limits.js";
import { type Collapsed, collapseVersions } from "./collapse.js";
import { diversify } from "./diversity.js";
import { type RelatedQuery, type ResolvedQuery, resolveQuery } from "./query.js";
import type { RankLimits } from "./rank-pass.js";
import { type RankedRow, rankRows } from "./rank-rows.js";
import { type SharedPhrase, sharedPhrases } from "./reasons.js";
import { denseShareOf, queryWeights, rowScorer } from "./row-scorer.js";

/** Which answers, how many and in which order. */
export interface RelatedOptions<P extends Paper = Paper> extends AnswerOptions<P> {
  /** 0: best score first; up to 1: answers that differ from those before them first (maximal marginal relevance). @defaultValue 0 */
  readonly diversity: number;
  /** One answer for all versions of a paper; their ids are then in `versions`. @defaultValue false */
  readonly collapse: boolean;
  /** Share of the dense similarity (latent, or of your vectors) in the score, 0 to 1. @defaultValue the index's */
  readonly denseShare: number | undefined;
  /** Your vector of a text or a paper that is not in the index, for an index made with `vectors`. @defaultValue none */
  readonly vector: ArrayLike<number> | undefined;
  /** Whether to tell reasons; without them `because` is empty and the answer comes sooner. @defaultValue true */
  readonly explain: boolean;
}

/** A paper of the answer. */
export interface RelatedPaper {
  readonly paperId: string;
  /** 0 to 1. */
  readonly score: number;
  /**
   * Phrases shared with the query, heaviest first; the weights add up to the lexical share of the score. What words of
   * any paper ("results", "novel") add is spread over the other phrases, unless those make up less than half.
   */
  readonly because: SharedPhrase[];
  /** With `collapse`: ids of its near-copies, which are not answers of their own. */
  readonly versions?: string[];
}

const rules: OptionRules<RelatedOptions<never>> = {
  ...answerRules,
  diversity: number(0, 0, 1),
  collapse: flag(false),
  denseShare: number<number | undefined>(undefined, 0, 1),
  vector: object<ArrayLike<number> | undefined>(undefined, "an array of numbers"),
  explain: flag(true),
};

/** Candidates among which `diversity` chooses, for each answer. */
const candidatesPerAnswer = 5;

/** Answers a query of {@link PaperIndex.related}; `denseShare` is the index's own. */
export function relatedPapers<P extends Paper>(
  collection: Collection<P>,
  query: RelatedQuery,
  options: Optional<RelatedOptions<P>> | undefined,
  denseShare: number,
): RelatedPaper[] {
  const resolved = resolveOptions<RelatedOptions<P>>("related", options, rules as OptionRules<RelatedOptions<P>>);
  const vector = checkedVector(collection, resolved.vector);
  const asked = resolveQuery("related", collection, query, resolved.denseShare ?? denseShare, vector);
  const limits = answerLimits(collection, resolved, asked.own);
  const { limit } = resolved;
  const answers: Collapsed[] = resolved.collapse
    ? collapseVersions(collection, (k) => chosenRows(collection, asked, limits, resolved, k), limit)
    : chosenRows(collection, asked, limits, resolved, limit).map((ranked) => ({ ranked, versions: [] }));
  const reasonsFor = resolved.explain ? explainer(collection, asked, limits) : () => [];
  return answers.map(({ ranked, versions }) => ({
    paperId: collection.papers[ranked.row]!.id,
    score: ranked.score,
    because: reasonsFor(ranked.row),
    ...(resolved.collapse ? { versions: versions.map((row) => collection.papers[row]!.id) } : {}),
  }));
}

/** The caller's vector of a query, of the length of those of the index. */
function checkedVector(
  { ownVectors, dense }: Collection<Paper>,
  vector: ArrayLike<number> | undefined,
): Float64Array | undefined {
  if (vector === undefined) return undefined;
  if (!ownVectors) throw invalidOption("related", "vector", "none, for an index made without `vectors`", vector);
  const numbers = Float64Array.from(vector);
  if (dense !== undefined && (numbers.length !== dense.dimensions || !numbers.every(Number.isFinite))) {
    throw invalidOption("related", "vector", `${dense.dimensions} finite numbers`, vector);
  }
  return numbers;
}

/** The best `limit` rows, or with `diversity` the most different of more. */
function chosenRows(
  collection: Collection<Paper>,
  query: ResolvedQuery,
  limits: Omit<RankLimits, "k">,
  { diversity }: Pick<RelatedOptions, "diversity">,
  limit: number,
): RankedRow[] {
  const { lexical, dense, scratch } = collection;
  const wanted = diversity === 0 ? limit : Math.max(50, candidatesPerAnswer * limit);
  const k = Math.max(1, Math.min(wanted, lexical.live));
  const rows = rankRows(lexical, dense, scratch, query, { ...limits, k });
  if (diversity === 0) return rows;
  const scorers = rows.map(({ row }) => scorerOfRow(collection, row, query.denseShare));
  const scores = rows.map(({ score }) => score);
  return diversify(scores, (i, j) => scorers[i]!(rows[j]!.row), limit, diversity).map((i) => rows[i]!);
}

/** Similarity of a row to others. */
function scorerOfRow(
  { lexical, dense }: Collection<Paper>,
  row: number,
  denseShare: number,
): (other: number) => number {
  const vector = dense && denseRow(dense, row);
  const share = vector === undefined ? 0 : denseShare;
  return rowScorer(lexical, dense, { lexical: rowVector(lexical, row), dense: vector, denseShare: share });
}

/** Tells the reasons of a row. */
function explainer(
  collection: Collection<Paper>,
  query: ResolvedQuery,
  { factor }: Omit<RankLimits, "k">,
): (row: number) => SharedPhrase[] {
  const { lexical, dense, papers } = collection;
  const weightOf = queryWeights(lexical, query.lexical);
  const formOf = (term: string): string => writtenForm(collection, term);
  return (row) => {
    const share = (1 - denseShareOf(dense, query, row)) * (factor?.(row) ?? 1);
    return sharedPhrases(papers[row]!, wordReader(collection), partsOf(lexical, weightOf, row, share), formOf);
  };
}

/**
 * What each term adds to the score of a row.
 *
 * @param share the share of the words in the score
 */
function partsOf(
  index: LexicalIndex,
  weightOf: (term: number) => number,
  row: number,
  share: number,
): Map<number, number> {
  const scale = share * inverseLengthOf(index, row);
  const parts = new Map<number, number>();
  visitRow(index, row, (term, count) => {
    const part = weightOf(term) * countWeights[count]! * scale;
    if (part > 0) parts.set(term, part);
  });
  return parts;
}
