/** Papers that match what a person types, with the places where they do. */

import { addTo } from "../../matrix/by-key.js";
import { topK } from "../../matrix/top-k.js";
import { checkText, choice, flag, number, type Optional, type OptionRules, resolveOptions } from "../../options.js";
import type { Paper } from "../../papers/paper.js";
import type { Collection } from "../index/collection.js";
import { denseScorer } from "../index/dense-rows.js";
import type { LexicalIndex } from "../index/lexical-index.js";
import { fitScratch } from "../index/scratch.js";
import { textsOf } from "../index/word-list.js";
import { type AnswerOptions, answerLimits, answerRules } from "../ranking/answer-limits.js";
import { idsRule, resolveQuery } from "../ranking/query.js";
import type { RankLimits } from "../ranking/rank-pass.js";
import type { RankedRow } from "../ranking/rank-rows.js";
import type { SharedPhrase } from "../ranking/reasons.js";
import { denseShareOf, rowScorer } from "../ranking/row-scorer.js";
import { addConcepts, conceptParts, type WeighedConcepts, weighConcepts } from "./bm25f.js";
import { type Highlight, highlightsOf } from "./highlights.js";
import { conceptsOf } from "./search-concepts.js";
import { joinedWords, readSearchText, wordSequence } from "./search-text.js";

/** How a search matches, and which answers it gives. */
export interface SearchOptions<P extends Paper = Paper> extends AnswerOptions<P> {
  /** "any": papers with one of the words or more; "all": with all of them. @defaultValue "any" */
  readonly match: "any" | "all";
  /** The last word may be the beginning of a word. @defaultValue false */
  readonly prefix: boolean;
  /** Words that no paper has may be mistyped. @defaultValue false */
  readonly fuzzy: boolean;
  /** Ids of papers that answers should also be like: half of the score. @defaultValue [] */
  readonly like: readonly string[];
  /** Share of the latent similarity in the score, 0 to 1; none with the caller's own vectors. @defaultValue 0.2 */
  readonly denseShare: number;
  /** Whether to find the matched words in each answer. @defaultValue true */
  readonly highlight: boolean;
}

/** A paper found. */
export interface FoundPaper {
  readonly paperId: string;
  /** 0 to 1. */
  readonly score: number;
  /** What each word of the query (its parts as one), and two words together, add to the score, heaviest first. */
  readonly because: SharedPhrase[];
  /** Places of the matched words: title first, each in order. */
  readonly highlights: Highlight[];
}

const rules: OptionRules<SearchOptions<never>> = {
  ...answerRules,
  match: choice<"any" | "all">("any", ["any", "all"]),
  prefix: flag(false),
  fuzzy: flag(false),
  like: idsRule,
  denseShare: number(0.2, 0, 1),
  highlight: flag(true),
};

/** Share of the likeness to the papers in `like`. */
const likeShare = 0.5;

/** Answers {@link PaperIndex.search}. */
export function searchPapers<P extends Paper>(
  collection: Collection<P>,
  text: string,
  options: Optional<SearchOptions<P>> | undefined,
): FoundPaper[] {
  checkText("search", text);
  const resolved = resolveOptions<SearchOptions<P>>("search", options, rules as OptionRules<SearchOptions<P>>);
  const read = readSearchText(text);
  if (read.words.length === 0) return [];
  const weighed = weighConcepts(collection.lexical, conceptsOf(collection, read, resolved));
  const shares = sharesOf(collection, text, resolved);
  const limits = answerLimits(collection, resolved, shares.own);
  const allowed = (row: number): boolean => {
    if (!limits.allowed(row) || !matchesAll(collection.lexical, weighed, row, resolved.match)) return false;
    return read.phrases.every((phrase) => paperHasPhrase(collection.papers[row]!, phrase));
  };
  const k = Math.max(1, Math.min(resolved.limit, collection.lexical.live));
  return bestRows(collection, weighed, shares, { ...limits, allowed, k }).map(({ row, score }) => ({
    paperId: collection.papers[row]!.id,
    score,
    because: reasons(collection.lexical, weighed, row, shares.words(row) * (limits.factor?.(row) ?? 1)),
    highlights: resolved.highlight ? highlightsOf(collection, collection.papers[row]!, weighed.concepts) : [],
  }));
}

/** How the parts of a score come together. */
interface Shares {
  /** Share of the words in the score of a row. */
  readonly words: (row: number) => number;
  /** What is added to them. */
  readonly rest: (row: number) => number;
  /** Rows that are part of the query. */
  readonly own: ReadonlySet<number>;
}

function sharesOf(
  collection: Collection<Paper>,
  text: string,
  { like, denseShare: share }: Pick<SearchOptions, "like" | "denseShare">,
): Shares {
  const { dense } = collection;
  const query = resolveQuery("search", collection, { about: text }, share);
  const alike = like.length === 0 ? undefined : resolveQuery("search", collection, { like }, share);
  const scoreAlike = alike && rowScorer(collection.lexical, dense, alike);
  const similarity = query.dense && denseScorer(dense!, query.dense);
  const half = alike === undefined ? 1 : 1 - likeShare;
  return {
    words: (row) => half * (1 - denseShareOf(dense, query, row)),
    rest: (row) => {
      const latent = denseShareOf(dense, query, row);
      const first = latent === 0 ? 0 : half * latent * similarity!(row, 0);
      return scoreAlike === undefined ? first : first + likeShare * scoreAlike(row);
    },
    own: alike?.own ?? new Set(),
  };
}

/** The best of the rows that have a concept. */
function bestRows(
  collection: Collection<Paper>,
  weighed: WeighedConcepts,
  { words, rest }: Shares,
  limits: RankLimits,
): RankedRow[] {
  const { lexical, scratch } = collection;
  fitScratch(scratch, lexical.rows);
  const met = addConcepts(lexical, weighed, scratch);
  const kept = topK(limits.k);
  try {
    for (let i = 0; i < met; i += 1) {
      const row = scratch.touched[i]!;
      const score = Math.min(1, words(row) * scratch.sums[row]! + rest(row)) * (limits.factor?.(row) ?? 1);
      if (score <= 0 || score < limits.minScore || score < kept.threshold() || !limits.allowed(row)) continue;
      kept.push(limits.positionOf(row), score);
    }
  } finally {
    for (let i = 0; i < met; i += 1) scratch.sums[scratch.touched[i]!] = 0;
  }
  return kept.drain().map(({ index, score }) => ({ row: limits.rowAt(index), score }));
}

function matchesAll(index: LexicalIndex, weighed: WeighedConcepts, row: number, match: "any" | "all"): boolean {
  if (match === "any") return true;
  const parts = conceptParts(index, weighed, row);
  return weighed.concepts.every(({ weight }, i) => weight < 1 || parts[i]! > 0);
}

function paperHasPhrase(paper: Paper, phrase: string): boolean {
  return textsOf(paper).some((text) => joinedWords(wordSequence(text)).includes(phrase));
}

/** What each word adds, and two together; the parts of a word with a hyphen as one. */
function reasons(index: LexicalIndex, weighed: WeighedConcepts, row: number, share: number): SharedPhrase[] {
  const weights = new Map<string, number>();
  conceptParts(index, weighed, row).forEach((part, i) => {
    const { label } = weighed.concepts[i]!;
    if (part > 0) addTo(weights, label, part * share);
  });
  return [...weights].map(([phrase, weight]) => ({ phrase, weight })).sort((a, b) => b.weight - a.weight);
}
