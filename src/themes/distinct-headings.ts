/** One heading for each group of papers, no two alike and none that says less than a sibling's. */

import { phraseKey } from "../text/phrase-key.js";
import { type Heading, readable } from "./headings.js";
import type { PhraseTable } from "./theme-model.js";

/** Share of a group's papers that must hold its heading. */
const leastCoverage = 0.1;

/** A group's label, and the heading it is made of where there is one. */
export interface ChosenHeading {
  readonly label: string;
  readonly heading?: Heading;
}

/**
 * Gives each group without a label its best free heading, the group of the highest score first. A heading that a sibling's
 * first choice or name contains would say too little: "agent" beside "LLM agents".
 */
export function distinctHeadings(
  table: PhraseTable,
  ranked: readonly (readonly Heading[])[],
  given: readonly (string | undefined)[],
): ChosenHeading[] {
  const names = ranked.map((_, group): ChosenHeading => ({ label: given[group] ?? "" }));
  const taken = new Set(names.map(({ label }) => label.toLowerCase()));
  const waiting = new Set([...ranked.keys()].filter((group) => given[group] === undefined));
  const keys = ranked.map(([first], group) =>
    given[group] === undefined && first !== undefined ? table.keys[first.phrase]! : phraseKey(given[group] ?? ""),
  );
  while (waiting.size > 0) {
    let chosen = { group: -1, heading: undefined as Heading | undefined, score: -1 };
    for (const group of waiting) {
      const siblings = keys.filter((_, other) => other !== group);
      const heading = bestFree(table, ranked[group]!, taken, siblings);
      if ((heading?.score ?? 0) > chosen.score) chosen = { group, heading, score: heading?.score ?? 0 };
    }
    const { group, heading } = chosen;
    if (heading === undefined) names[group] = { label: numbered(taken) };
    else {
      names[group] = { label: readable(table, heading.phrase), heading };
      taken.add(table.phrases[heading.phrase]!.toLowerCase());
      keys[group] = table.keys[heading.phrase]!;
    }
    taken.add(names[group]!.label.toLowerCase());
    waiting.delete(group);
  }
  return names;
}

function bestFree(
  table: PhraseTable,
  headings: readonly Heading[],
  taken: ReadonlySet<string>,
  siblings: readonly string[],
): Heading | undefined {
  const isFree = ({ phrase }: Heading): boolean =>
    !taken.has(table.phrases[phrase]!.toLowerCase()) && !taken.has(readable(table, phrase).toLowerCase());
  const isCommon = (heading: Heading): boolean => heading.coverage >= leastCoverage && isFree(heading);
  const isClear = ({ phrase }: Heading): boolean => {
    const key = table.keys[phrase]!;
    return !siblings.some((other) => other !== key && ` ${other} `.includes(` ${key} `));
  };
  return (
    headings.find((heading) => isCommon(heading) && isClear(heading)) ??
    headings.find(isCommon) ??
    headings.find(isFree)
  );
}

function numbered(taken: ReadonlySet<string>): string {
  let n = 1;
  while (taken.has(`theme ${n}`)) n += 1;
  return `Theme ${n}`;
}
