/** What a group of papers could be called: its informative phrases, scored as headings. */

import { appendTo } from "../../matrix/by-key.js";
import { power } from "../../matrix/elementary.js";
import { isAcademic, isAcademicWord, singular } from "../../text/academic-words.js";
import { wordSet } from "../../text/word-set.js";
import type { PhraseTable } from "../model/theme-model.js";
import type { PhraseEvidence } from "./theme-phrases.js";

/** Weight of a heading of one, two, three words; of longer ones it is 1. */
const lengthWeights = [0.2, 1, 1.1];
/** Weight of a phrase with an acronym: a term that the field has agreed on. */
const acronymWeight = 1.25;
/** Weight of a phrase that ends in a word for what papers deal with, how or how well: "control tasks", "F1 score". */
const emptyHeadWeight = 0.2;
const emptyHeads = wordSet(
  "accuracy algorithm approach benchmark capability dataset framework method performance problem score task technique",
);
/** How much more a phrase counts that stands in the titles of all its papers, when these are many. */
const titleGain = 4;
/** Share of a phrase's occurrences that must end a noun phrase for it to name a thing. */
const leastHeadShare = 0.5;
/** Most informative phrases of a group that are looked at. */
const candidateLimit = 1_000;

/** A phrase of the table as a heading of one group. */
export interface Heading {
  readonly phrase: number;
  readonly score: number;
  /** Papers of the group that hold it. */
  readonly papers: number;
  /** Their share of the group. */
  readonly coverage: number;
}

/**
 * The headings of a group, best first; ties by column.
 *
 * @param found phrases of the group, most informative first
 * @param size papers of the group that were read
 */
export function rankHeadings(table: PhraseTable, found: readonly PhraseEvidence[], size: number): Heading[] {
  const best = new Map<number, Heading>();
  const likely = found.slice(0, candidateLimit);
  const offer = (evidence: PhraseEvidence, information: number): void => {
    const { phrase, inside: papers, overall } = evidence;
    const coverage = papers / size;
    const weight = formWeight(table, phrase) * titleWeight(evidence);
    const score = information * weight * coverageWeight(coverage) * power(papers / overall, 0.75);
    if (score > (best.get(phrase)?.score ?? 0)) best.set(phrase, { phrase, score, papers, coverage });
  };
  const named = likely.filter(({ phrase }) => isHeading(table, phrase));
  for (const evidence of named) offer(evidence, evidence.information);
  const around = byWord(table, named);
  for (const evidence of likely) {
    // A fragment shares its information with the phrase that completes it.
    const whole = completed(table, around, evidence);
    if (whole !== evidence) offer(whole, (evidence.information + whole.information) / 2);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.phrase - b.phrase);
}

/** By how many of its papers have it in their title. What many papers say and no title does, is no subject: "confidence interval". */
function titleWeight({ inside, titles }: PhraseEvidence): number {
  return titles > 0 ? 1 + (titleGain * titles) / (inside + 1) : Math.sqrt(4 / (inside + 2));
}

/** The headings of several words, under each of their words. */
function byWord(table: PhraseTable, found: readonly PhraseEvidence[]): ReadonlyMap<string, readonly PhraseEvidence[]> {
  const around = new Map<string, PhraseEvidence[]>();
  for (const evidence of found) {
    const words = new Set(table.keys[evidence.phrase]!.split(" "));
    if (words.size > 1) for (const word of words) appendTo(around, word, evidence);
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
    const isLonger = longer.length > table.keys[whole.phrase]!.length && other.inside * 2 >= evidence.inside;
    if (isLonger && ` ${longer} `.includes(` ${key} `)) whole = other;
  }
  return whole;
}

/** How well a phrase would read as a heading, by its form alone. */
function formWeight(table: PhraseTable, phrase: number): number {
  if (table.acronyms[phrase] !== "") return acronymWeight;
  const text = table.phrases[phrase]!;
  const length = lengthWeights[table.keys[phrase]!.split(" ").length - 1] ?? 1;
  return text.includes(" ") && emptyHeads.has(singular(lastWord(text))) ? length * emptyHeadWeight : length;
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(" ") + 1).toLowerCase();
}

/** Whether a phrase ends in a word said of any paper: "continuous control tasks", "language model". */
export function endsEmpty(text: string): boolean {
  return isAcademicWord(lastWord(text));
}

/** Whether a phrase can name a thing, and not any paper. */
export function isHeading(table: PhraseTable, phrase: number): boolean {
  return isNamed(table.phrases[phrase]!, table.headShare[phrase]!);
}

/** The same of a phrase as it is written, with the share of its occurrences that end a noun phrase. */
export function isNamed(text: string, headShare: number): boolean {
  return headShare >= leastHeadShare && !isFragment(text) && !isAcademic(text);
}

/** "sub", "kg-1", "based testing" and "AI's decision": remains of markup, measures, words and sentences. */
function isFragment(text: string): boolean {
  return text.length < 3 || /^\p{Ll}{3}$|^based\s|^\p{Ll}{1,2}-\d$|['’]s\s/u.test(text);
}

/** A phrase with its acronym: "reinforcement learning from human feedback (RLHF)", "large language models (LLMs)". */
export function readable(table: PhraseTable, phrase: number): string {
  const long = table.phrases[phrase]!;
  const short = table.acronyms[phrase]!;
  if (short === "") return long;
  return `${long} (${/[^sui]s$/.test(long) ? short : short.replace(/(?<=\p{Lu})s$/u, "")})`;
}

/** Characters of a term from which its acronym stands for it in a longer name. */
const longTerm = 36;

/** A phrase as part of a longer name: by its acronym where it is long, "RLHF", else in full. */
export function brief(table: PhraseTable, phrase: number): string {
  const long = table.phrases[phrase]!;
  const short = table.acronyms[phrase]!;
  return short === "" || long.length < longTerm ? long : short;
}

/** How much a phrase or a word counts by the share of a group's papers that hold it. */
export function coverageWeight(coverage: number): number {
  return power(coverage, 0.25);
}
