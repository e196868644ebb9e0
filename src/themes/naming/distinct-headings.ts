/** One heading for each group of papers, no two alike and none that says less than a sibling's. */

import { phraseKey } from "../../text/phrase-key.js";
import { spellingKey } from "../../text/spellings.js";
import type { PhraseTable } from "../model/theme-model.js";
import { type Heading, readable } from "./headings.js";

/** Papers of a group that must hold its heading: three and a tenth of the group, but no more than ten; or a quarter. */
const fewestHolders = 3;
const leastCoverage = 0.1;
const enoughHolders = 10;
const largeCoverage = 0.25;
/** A heading that a sibling's contains is taken all the same when the next best has less than this share of its score. */
const leastShare = 0.4;

/** Share of a heading's papers that must hold a longer one for it to be this one cut short. */
const cutShare = 0.7;
/** How many times as much as a word a term around it must score for the word to stand for it. */
const termGain = 2.5;

/** The headings that are still to be had. */
export interface FreeHeadings {
  /** Keys of what each group is called by, for now or for good. */
  readonly keys: readonly string[];
  /** Letters of the headings and labels given, in whatever spelling (`text/spellings.ts`). */
  readonly taken: ReadonlySet<string>;
}

/** The heading of each group, `undefined` where it has a label already or no heading is left; and what is free then. */
export interface DistinctHeadings extends FreeHeadings {
  readonly headings: readonly (Heading | undefined)[];
}

/**
 * Gives each group without a label its best free heading, the group of the highest score first. A heading that a sibling's
 * first choice or name contains would say too little: "agent" beside "LLM agents".
 *
 * @param given for each group the label that it has already, if any
 */
export function distinctHeadings(
  table: PhraseTable,
  ranked: readonly (readonly Heading[])[],
  given: readonly (string | undefined)[],
): DistinctHeadings {
  const headings: (Heading | undefined)[] = ranked.map(() => undefined);
  const taken = new Set(given.flatMap((label) => (label === undefined ? [] : spellingKey(label))));
  const waiting = new Set([...ranked.keys()].filter((group) => given[group] === undefined));
  const keys = ranked.map(([first], group) =>
    given[group] === undefined && first !== undefined ? table.keys[first.phrase]! : phraseKey(given[group] ?? ""),
  );
  while (waiting.size > 0) {
    let chosen = { group: -1, heading: undefined as Heading | undefined, score: -1 };
    for (const group of waiting) {
      const heading = bestFree(table, ranked[group]!, group, { keys, taken });
      if ((heading?.score ?? 0) > chosen.score) chosen = { group, heading, score: heading?.score ?? 0 };
    }
    const { group } = chosen;
    const heading = chosen.heading && uncut(table, ranked[group]!, chosen.heading, { keys, taken });
    headings[group] = heading;
    if (heading !== undefined) {
      taken.add(spellingKey(table.phrases[heading.phrase]!));
      keys[group] = table.keys[heading.phrase]!;
    }
    waiting.delete(group);
  }
  return { headings, keys, taken };
}

function bestFree(
  table: PhraseTable,
  ranked: readonly Heading[],
  group: number,
  free: FreeHeadings,
): Heading | undefined {
  const best = ranked.find((heading) => isCommon(heading) && isFree(table, heading, free));
  const clear = ranked.find((heading) => isCommon(heading) && isClear(table, heading, group, free));
  if (clear !== undefined && clear.score >= leastShare * best!.score) return clear;
  return best ?? ranked.find((heading) => isFree(table, heading, free));
}

/**
 * What a group means by a heading: by a word the term around it that scores several times as much, which too few papers
 * hold to be asked first; by a phrase the longest one around it that most of its papers hold, "legal judgment prediction"
 * by "judgment prediction". A term with an acronym is not cut.
 */
export function uncut(table: PhraseTable, ranked: readonly Heading[], heading: Heading, free: FreeHeadings): Heading {
  if (table.acronyms[heading.phrase] !== "") return heading;
  const keyOf = ({ phrase }: Heading): string => table.keys[phrase]!;
  const key = keyOf(heading);
  const around = ranked.filter((other) => ` ${keyOf(other)} `.includes(` ${key} `) && isFree(table, other, free));
  const term = around.find(({ score, papers }) => papers > 1 && score >= termGain * heading.score);
  if (term !== undefined && !key.includes(" ")) return term;
  const wholes = around.filter(({ papers }) => papers >= cutShare * heading.papers);
  return wholes.reduce((whole, other) => (keyOf(other).length > keyOf(whole).length ? other : whole), heading);
}

/** Whether enough papers of its group hold a heading for it to stand for them. */
export function isCommon({ coverage, papers }: Heading): boolean {
  const some = papers >= fewestHolders && coverage >= leastCoverage;
  return some || papers >= enoughHolders || coverage >= largeCoverage;
}

function isFree(table: PhraseTable, { phrase }: Heading, { taken }: FreeHeadings): boolean {
  return !taken.has(spellingKey(table.phrases[phrase]!)) && !taken.has(spellingKey(readable(table, phrase)));
}

/** Whether a heading of a group is free and no sibling's name contains it. */
export function isClear(table: PhraseTable, heading: Heading, group: number, free: FreeHeadings): boolean {
  const key = table.keys[heading.phrase]!;
  return (
    isFree(table, heading, free) &&
    !free.keys.some((other, sibling) => sibling !== group && other !== key && ` ${other} `.includes(` ${key} `))
  );
}
