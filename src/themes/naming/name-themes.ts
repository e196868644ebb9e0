/**
 * Names and phrases for groups of papers: informative, frequent in the group, written as people write them, no two
 * groups with one name.
 *
 * Reference: Carmel, D., Roitman, H., Zwerdling, N. (2009). Enhancing cluster labeling using Wikipedia. SIGIR.
 * doi:10.1145/1571941.1571967 (mutual information and Jensen-Shannon divergence as label scores).
 * Departures: information on document frequencies of phrases, weighed by length, coverage and standing in titles.
 */

import { spellingKey } from "../../text/spellings.js";
import type { OnStep } from "../model/progress.js";
import type { PhraseTable, WeightedPhrase } from "../model/theme-model.js";
import { type Heading, isHeading, rankHeadings, readable } from "./headings.js";
import { labelGroups } from "./label-groups.js";
import { type GroupFrequencies, groupPhrases, rowsOfGroups, tellingPhrases } from "./theme-phrases.js";

/** A name with the phrases behind it. */
export interface GroupName {
  readonly label: string;
  /** Best first; weights in (0, 1], the first 1. */
  readonly phrases: readonly WeightedPhrase[];
}

const phraseLimit = 12;

/**
 * Names the groups of a partition of papers.
 *
 * @param labels group of each row of the table, -1 for none
 * @param given for each group the label that it has already, if any
 */
export function nameGroups(
  table: PhraseTable,
  labels: ArrayLike<number>,
  groups: number,
  given: readonly (string | undefined)[] = [],
  onStep: OnStep = () => undefined,
): GroupName[] {
  const rowsOf = rowsOfGroups(table.matrix, labels, groups);
  const ranked = groupPhrases(table.matrix, labels, groups).map((found, group) => {
    onStep(group / groups);
    return rankHeadings(table, found, rowsOf[group]!.length);
  });
  return labelGroups(table, labels, ranked, given).map(({ label, headings }, group) => ({
    label,
    phrases: listPhrases(table, ranked[group]!, headings),
  }));
}

/** The headings that became the label stand first, whatever their scores. */
function listPhrases(table: PhraseTable, headings: readonly Heading[], label: readonly Heading[]): WeightedPhrase[] {
  const ordered = [...label, ...headings.filter((heading) => !label.includes(heading))];
  const kept = new Set(
    withoutNested(
      table,
      ordered.map(({ phrase }) => phrase),
      phraseLimit,
    ),
  );
  const highest = headings[0]?.score ?? 1;
  return ordered
    .filter(({ phrase }) => kept.has(phrase))
    .map((heading) => ({
      phrase: readable(table, heading.phrase),
      weight: label.includes(heading) ? 1 : heading.score / highest,
    }));
}

/** The readable phrases that best tell one group of papers from another. */
export function phrasesApart(
  table: PhraseTable,
  here: GroupFrequencies,
  there: GroupFrequencies,
  limit: number,
): string[] {
  return readableHeadings(table, tellingPhrases(here, there), limit).map(({ text }) => text);
}

/** The first phrases of a ranking that could name a thing, none inside another, as people write them. */
export function readableHeadings(
  table: PhraseTable,
  ranked: readonly number[],
  limit: number,
): { readonly phrase: number; readonly text: string }[] {
  const headings = ranked.filter((phrase) => isHeading(table, phrase));
  return withoutNested(table, headings, limit).map((phrase) => ({ phrase, text: readable(table, phrase) }));
}

/**
 * The first phrases of a ranking, none inside another or only spelt otherwise; an acronym is kept even when its long
 * form holds one of them.
 */
function withoutNested(table: PhraseTable, ranked: readonly number[], limit: number): number[] {
  const kept: { phrase: number; key: string; letters: string }[] = [];
  for (const phrase of ranked) {
    if (kept.length === limit) break;
    const one = { phrase, key: ` ${table.keys[phrase]!} `, letters: spellingKey(table.phrases[phrase]!) };
    const isShort = table.acronyms[phrase] !== "";
    const isNested = kept.some(
      ({ key, letters }) => letters === one.letters || key.includes(one.key) || (!isShort && one.key.includes(key)),
    );
    if (!isNested) kept.push(one);
  }
  return kept.map(({ phrase }) => phrase);
}
