/**
 * Names and phrases for groups of papers: informative, frequent in the group, written as people write them, no two
 * groups with one name.
 *
 * Reference: Carmel, D., Roitman, H., Zwerdling, N. (2009). Enhancing cluster labeling using Wikipedia. SIGIR.
 * doi:10.1145/1571941.1571967 (mutual information and Jensen-Shannon divergence as label scores).
 * Departures: information on document frequencies of phrases, weighed by length, coverage and standing in titles.
 */

import type { CsrMatrix } from "../matrix/csr.js";
import { power } from "../matrix/elementary.js";
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
const lengthWeights = [0.4, 1, 1.1, 1];
/** How much a heading gains from standing in many papers of its group. */
const coverageExponent = 0.25;
/** Share of a group's papers that must hold its heading. */
const leastCoverage = 0.1;
/** Share of a phrase's occurrences that must end a noun phrase for it to name a thing. */
const leastHeadShare = 0.5;
const phraseLimit = 12;
const wordLimit = 10;
/** Most informative phrases of a group that are looked at. */
const candidateLimit = 1_000;

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
): GroupName[] {
  const sizes = new Uint32Array(groups);
  for (let i = 0; i < labels.length; i += 1) if (labels[i]! >= 0) sizes[labels[i]!]! += 1;
  const ranked = groupPhrases(table.matrix, labels, groups).map((found, group) =>
    rankHeadings(table, found, sizes[group]!),
  );
  const headings = distinctHeadings(table, ranked, given);
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
  const best = new Map<number, Heading>();
  const likely = found.slice(0, candidateLimit);
  const offer = (phrase: PhraseEvidence, information: number): void => {
    const length = lengthWeights[wordsOf(table, phrase.phrase) - 1] ?? 0.8;
    const coverage = phrase.inside / size;
    const score = information * length * power(coverage, coverageExponent) * (1 + phrase.titles / phrase.inside);
    if (score > (best.get(phrase.phrase)?.score ?? 0))
      best.set(phrase.phrase, { phrase: phrase.phrase, score, coverage });
  };
  const around = byWord(table, likely);
  for (const evidence of likely) {
    if (isHeading(table, evidence.phrase)) offer(evidence, evidence.information);
    // A fragment shares its information with the phrase that completes it.
    const whole = completed(table, around, evidence);
    if (whole !== evidence) offer(whole, (evidence.information + whole.information) / 2);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.phrase - b.phrase);
}

/** The headings of several words, under each of their words. */
function byWord(table: PhraseTable, found: readonly PhraseEvidence[]): ReadonlyMap<string, readonly PhraseEvidence[]> {
  const around = new Map<string, PhraseEvidence[]>();
  for (const evidence of found) {
    const words = new Set(table.keys[evidence.phrase]!.split(" "));
    if (words.size < 2 || !isHeading(table, evidence.phrase)) continue;
    for (const word of words) {
      const list = around.get(word);
      if (list === undefined) around.set(word, [evidence]);
      else list.push(evidence);
    }
  }
  return around;
}

/** The longest phrase around this one that at least half of its papers of the group hold: "offline RL" for "offline". */
function completed(
  table: PhraseTable,
  around: ReadonlyMap<string, readonly PhraseEvidence[]>,
  evidence: PhraseEvidence,
): PhraseEvidence {
  const key = table.keys[evidence.phrase]!;
  let whole = evidence;
  for (const other of around.get(key.split(" ", 1)[0]!) ?? []) {
    const longer = table.keys[other.phrase]!;
    if (longer.length <= table.keys[whole.phrase]!.length || other.inside * 2 < evidence.inside) continue;
    if (` ${longer} `.includes(` ${key} `)) whole = other;
  }
  return whole;
}

/** An acronym counts as two words: it is as specific as its long form and shorter to read. */
function wordsOf(table: PhraseTable, phrase: number): number {
  return table.acronyms[phrase] === "" ? table.keys[phrase]!.split(" ").length : 2;
}

function isHeading(table: PhraseTable, phrase: number): boolean {
  return table.headShare[phrase]! >= leastHeadShare && !isAcademic(table, phrase);
}

/** Whether a phrase could stand in any paper: "extensive experiments", "method". */
function isAcademic(table: PhraseTable, phrase: number): boolean {
  const text = table.phrases[phrase]!.toLowerCase();
  if (academicPhrases.has(text) || text.length < 3) return true;
  return text.split(/[\s-]+/).every((word) => academicWords.has(word));
}

/** Gives each group without a label its best free heading, the group that loses most by waiting first. */
function distinctHeadings(
  table: PhraseTable,
  ranked: readonly (readonly Heading[])[],
  given: readonly (string | undefined)[],
): string[] {
  const names: string[] = ranked.map((_, group) => given[group] ?? "");
  const taken = new Set(names.map((name) => name.toLowerCase()));
  const waiting = new Set([...ranked.keys()].filter((group) => given[group] === undefined));
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
  const isTaken = (text: string): boolean => taken.has(text.toLowerCase());
  const free = headings.filter(({ phrase }) => !isTaken(table.phrases[phrase]!) && !isTaken(readable(table, phrase)));
  return free.find(({ coverage }) => coverage >= leastCoverage) ?? free[0];
}

function numbered(taken: ReadonlySet<string>): string {
  let n = 1;
  while (taken.has(`theme ${n}`)) n += 1;
  return `Theme ${n}`;
}

/** "reinforcement learning from human feedback (RLHF)", "large language models (LLMs)". */
function readable(table: PhraseTable, phrase: number): string {
  const long = table.phrases[phrase]!;
  const short = table.acronyms[phrase]!;
  if (short === "") return long;
  return `${long} (${short}${/[a-z]s$/.test(long) && /\p{Lu}$/u.test(short) ? "s" : ""})`;
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

/**
 * The most informative words of each group, best first; weights in (0, 1], the first 1.
 *
 * @param vectors papers x vocabulary; only which entries there are counts
 * @param surfaces written form of each column; columns of "" are passed over
 */
export function groupWords(
  vectors: CsrMatrix,
  surfaces: readonly string[],
  labels: ArrayLike<number>,
  groups: number,
): WeightedPhrase[][] {
  return groupPhrases(vectors, labels, groups).map((found) => {
    const listed = found.filter(({ phrase }) => surfaces[phrase] !== "").slice(0, wordLimit);
    return listed.map(({ phrase, information }) => ({
      phrase: surfaces[phrase]!,
      weight: information / listed[0]!.information,
    }));
  });
}

/** The readable phrases that best tell one group of papers from another. */
export function phrasesApart(
  table: PhraseTable,
  labels: ArrayLike<number>,
  group: number,
  other: number,
  limit: number,
): string[] {
  const telling = tellingPhrases(table.matrix, labels, group, other);
  return readableHeadings(table, telling, limit).map(({ text }) => text);
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

/** The first phrases of a ranking, none inside another; an acronym is kept even when its long form holds one of them. */
function withoutNested(table: PhraseTable, ranked: readonly number[], limit: number): number[] {
  const kept: number[] = [];
  for (const phrase of ranked) {
    if (kept.length === limit) break;
    const key = ` ${table.keys[phrase]!} `;
    const nested = kept.some(
      (other) =>
        ` ${table.keys[other]!} `.includes(key) ||
        (table.acronyms[phrase] === "" && key.includes(` ${table.keys[other]!} `)),
    );
    if (!nested) kept.push(phrase);
  }
  return kept;
}
