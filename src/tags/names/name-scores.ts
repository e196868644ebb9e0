/**
 * How likely a name that stands in a paper is a subject of it.
 *
 * A logistic curve over where and how often the name stands, how it is spelt, and how much it says by itself. Its weights
 * are rounded from fits to the keywords that authors and indexers gave to 5,300 papers, so a score orders the tags of a
 * paper; it is calibrated for no taxonomy in particular.
 */

import { appendTo } from "../../matrix/by-key.js";
import { ln } from "../../matrix/elementary.js";
import { type Paper, textOf } from "../../papers/paper.js";
import type { TagEvidence } from "../evidence/evidence.js";
import { logistic } from "../learning/calibration.js";
import type { NameMatch, NamePlace } from "./match-names.js";

/** What background papers tell of the names: how often each theme's stand in them. */
export interface NameStatistics {
  /** Background papers. */
  readonly documents: number;
  /** For each theme the papers that have it. */
  readonly frequencies: Uint32Array;
  /** For each theme the papers that have it in the title. */
  readonly titles: Uint32Array;
  /** Short forms that the papers define, singular, by theme. */
  readonly acronyms: readonly { readonly short: string; readonly theme: number }[];
}

/** A theme with its score and the places that speak for it. */
export interface ScoredPlaces {
  readonly theme: number;
  readonly score: number;
  readonly matches: readonly NamePlace[];
}

/** A theme whose name stands in a paper. */
export interface ScoredName extends ScoredPlaces {
  readonly matches: readonly NameMatch[];
}

const intercept = 0.2;
const inTitle = 0.8;
const eachDoubling = 0.7;
const lateness = -0.7;
const byStemsAlone = -1.5;
/** A short form that the paper does not spell out may mean something else. */
const byAcronymAlone = -0.5;
const titleShare = 2;
/** Of the papers that have a name, so many usually have it in the title; so many papers are added to each count. */
const usualTitleShare = 0.2;
const priorPapers = 5;

/** The themes whose names matched, in the order of their places. */
export function scoreNames(paper: Paper, matches: readonly NameMatch[], statistics: NameStatistics): ScoredName[] {
  const byTheme = new Map<number, NameMatch[]>();
  for (const match of matches) {
    appendTo(byTheme, match.name.theme, match);
  }
  const length = Math.max(1, textOf(paper, "abstract").length);
  return [...byTheme.keys()]
    .sort((a, b) => a - b)
    .map((theme) => {
      const own = byTheme.get(theme)!;
      return { theme, score: logistic(logitOf(own, length) + fromBackground(theme, statistics)), matches: own };
    });
}

function logitOf(matches: readonly NameMatch[], length: number): number {
  const first = matches[0]!;
  const plainness = matches.reduce((least, { name }) => Math.min(least, name.plainness), Infinity);
  return (
    intercept -
    plainness +
    (first.field === "title" ? inTitle : (lateness * first.start) / length) +
    (eachDoubling * ln(1 + matches.length)) / ln(2) +
    (matches.every(({ kind }) => kind === "stem") ? byStemsAlone : 0) +
    (matches.every(({ kind }) => kind === "acronym") ? byAcronymAlone : 0)
  );
}

/** What papers are about stands in their titles; what they only mention does not. */
function fromBackground(theme: number, { frequencies, titles }: NameStatistics): number {
  const share = (titles[theme]! + usualTitleShare * priorPapers) / (frequencies[theme]! + priorPapers);
  return titleShare * (share - usualTitleShare);
}

/** The phrases that matched, those of most weight first; the weights add up to the score. */
export function evidenceOf(paper: Paper, { score, matches }: Omit<ScoredPlaces, "theme">): TagEvidence[] {
  const phrases = new Map<string, { first: NamePlace; phrase: string; shares: number }>();
  let all = 0;
  for (const match of matches) {
    const phrase = textOf(paper, match.field).slice(match.start, match.end);
    const share = match.field === "title" ? 2 : 1;
    all += share;
    const known = phrases.get(phrase.toLowerCase());
    if (known !== undefined) known.shares += share;
    else phrases.set(phrase.toLowerCase(), { first: match, phrase, shares: share });
  }
  return [...phrases.values()]
    .sort((a, b) => b.shares - a.shares)
    .map(({ first: { field, start, end }, phrase, shares }) => {
      return { phrase, weight: (score * shares) / all, field, start, end };
    });
}
