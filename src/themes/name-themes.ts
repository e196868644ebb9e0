/**
 * Names and phrases for groups of papers: informative, frequent in the group, written as people write them, no two
 * groups with one name.
 *
 * Reference: Carmel, D., Roitman, H., Zwerdling, N. (2009). Enhancing cluster labeling using Wikipedia. SIGIR.
 * doi:10.1145/1571941.1571967 (mutual information and Jensen-Shannon divergence as label scores).
 * Departures: information on document frequencies of phrases, weighed by length, coverage and standing in titles.
 */

import { academicPhrases, academicWords } from "../text/academic-words.js";
import type { PhraseTable, WeightedPhrase } from "./theme-model.js";
import { groupPhrases, type PhraseEvidence, tellingPhrases } from "./theme-phrases.js";

/** A name with the phrases behind it. */
export interface GroupName {
  readonly label: string;
  /** Best first; weights in (0, 1], the first 1. */
  readonly phrases: readonly WeightedPhrase[];
}

/** Weight of a heading of one, two, three, four words; longer ones weigh less. */
const lengthWeights = [0.6, 1, 1.1, 1];
const titleWeight = 1.3;
/** Share of a group's papers that must hold its heading. */
const leastCoverage = 0.1;
const phraseLimit = 12;

/**
 * Names the groups of a partition of papers.
 *
 * @param labels group of each row of the table, -1 for none
 * @param taken labels that may not be given again
 */
export function nameGroups(
  table: PhraseTable,
  labels: ArrayLike<number>,
  groups: number,
  taken: Iterable<string> = [],
): GroupName[] {
  const sizes = new Uint32Array(groups);
  for (let i = 0; i < labels.length; i += 1) if (labels[i]! >= 0) sizes[labels[i]!]! += 1;
  const ranked = groupPhrases(table.matrix, labels, groups).map((found, group) =>
    rankHeadings(table, found, sizes[group]!),
  );
  const headings = distinctHeadings(table, ranked, new Set(Array.from(taken, (label) => label.toLowerCase())));
  return ranked.map((candidates, group) => ({
    label: headings[group]!,
    phrases: listPhrases(table, candidates),
  }));
}

interface Heading {
  readonly phrase: number;
  readonly score: number;
  readonly coverage: number;
}

function rankHeadings(table: PhraseTable, found: readonly PhraseEvidence[], size: number): Heading[] {
  const headings: Heading[] = [];
  for (const { phrase, inside, titles, information } of found) {
    if (!isHeading(table, phrase)) continue;
    const words = wordsOf(table, phrase);
    const length = lengthWeights[words - 1] ?? 0.8;
    const coverage = inside / size;
    const score = information * length * coverage ** 0.25 * (titles > 0 ? titleWeight : 1);
    headings.push({ phrase, score, coverage });
  }
  return headings.sort((a, b) => b.score - a.score || a.phrase - b.phrase);
}

/** An acronym counts as two words: it is as specific as its long form and shorter to read. */
function wordsOf(table: PhraseTable, phrase: number): number {
  return table.acronyms[phrase] === "" ? table.keys[phrase]!.split(" ").length : 2;
}

function isHeading(table: PhraseTable, phrase: number): boolean {
  const text = table.phrases[phrase]!.toLowerCase();
  if (academicPhrases.has(text) || text.length < 3) return false;
  return !text.split(/[\s-]+/).every((word) => academicWords.has(word));
}

/** Gives each group its best free heading, the group that loses most by waiting first. */
function distinctHeadings(table: PhraseTable, ranked: readonly (readonly Heading[])[], taken: Set<string>): string[] {
  const names: string[] = ranked.map(() => "");
  const waiting = new Set(ranked.keys());
  while (waiting.size > 0) {
    let chosen = { group: -1, heading: undefined as Heading | undefined, score: -1 };
    for (const group of waiting) {
      const heading = bestFree(table, ranked[group]!, taken);
      if ((heading?.score ?? 0) > chosen.score) chosen = { group, heading, score: heading?.score ?? 0 };
    }
    const { group, heading } = chosen;
    names[group] = heading === undefined ? numbered(taken) : readable(table, heading.phrase);
    taken.add(names[group]!.toLowerCase());
    if (heading !== undefined) taken.add(table.phrases[heading.phrase]!.toLowerCase());
    waiting.delete(group);
  }
  return names;
}

function bestFree(table: PhraseTable, headings: readonly Heading[], taken: ReadonlySet<string>): Heading | undefined {
  const free = headings.filter(({ phrase }) => !taken.has(table.phrases[phrase]!.toLowerCase()));
  return free.find(({ coverage }) => coverage >= leastCoverage) ?? free[0];
}

function numbered(taken: ReadonlySet<string>): string {
  let n = 1;
  while (taken.has(`theme ${n}`)) n += 1;
  return `Theme ${n}`;
}

/** "reinforcement learning from human feedback (RLHF)". */
function readable(table: PhraseTable, phrase: number): string {
  const short = table.acronyms[phrase]!;
  return short === "" ? table.phrases[phrase]! : `${table.phrases[phrase]!} (${short})`;
}

function listPhrases(table: PhraseTable, headings: readonly Heading[]): WeightedPhrase[] {
  const kept = new Set(
    withoutNested(
      table,
      headings.map(({ phrase }) => phrase),
      phraseLimit,
    ),
  );
  const listed = headings.filter(({ phrase }) => kept.has(phrase));
  return listed.map(({ phrase, score }) => ({ phrase: readable(table, phrase), weight: score / listed[0]!.score }));
}

/** The readable phrases that best tell one group of papers from another. */
export function phrasesApart(
  table: PhraseTable,
  labels: ArrayLike<number>,
  group: number,
  other: number,
  limit: number,
): string[] {
  const telling = tellingPhrases(table.matrix, labels, group, other).filter((phrase) => isHeading(table, phrase));
  return withoutNested(table, telling, limit).map((phrase) => readable(table, phrase));
}

/** The first phrases of a ranking, none inside another. */
function withoutNested(table: PhraseTable, ranked: readonly number[], limit: number): number[] {
  const kept: number[] = [];
  for (const phrase of ranked) {
    if (kept.length === limit) break;
    const key = ` ${table.keys[phrase]!} `;
    const nested = kept.some(
      (other) => ` ${table.keys[other]!} `.includes(key) || key.includes(` ${table.keys[other]!} `),
    );
    if (!nested) kept.push(phrase);
  }
  return kept;
}
