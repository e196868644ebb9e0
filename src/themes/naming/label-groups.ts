/**
 * Labels made of one heading or two: a heading that names few of its group's papers takes a second one for papers that it
 * leaves out, as the sessions of a conference are called: "robotic manipulation and imitation learning".
 */

import type { CsrMatrix } from "../../matrix/csr.js";
import { spellingKey } from "../../text/spellings.js";
import type { PhraseTable } from "../model/theme-model.js";
import { distinctHeadings, type FreeHeadings, isClear, isCommon, uncut } from "./distinct-headings.js";
import { brief, type Heading, readable } from "./headings.js";
import { rowsOfGroups } from "./theme-phrases.js";

/** A heading that covers so much of its group stands alone; a single word says less and must cover more. */
const enoughCoverage = 0.4;
const enoughCoverageOfWord = 0.7;
/** A second heading scores at least this share of the first. */
const leastShare = 0.4;
/** Share of the papers of a second heading that the first must leave out. */
const leastNew = 0.4;

/** A group's label, and the headings it is made of: none for a label that was given or numbered. */
export interface GroupLabel {
  readonly label: string;
  readonly headings: readonly Heading[];
}

/**
 * Labels groups, no two alike.
 *
 * @param labels group of each row of the table, -1 for none
 * @param ranked headings of each group, best first
 * @param given for each group the label that it has already, if any
 */
export function labelGroups(
  table: PhraseTable,
  labels: ArrayLike<number>,
  ranked: readonly (readonly Heading[])[],
  given: readonly (string | undefined)[],
): GroupLabel[] {
  const { headings: best, keys, taken } = distinctHeadings(table, ranked, given);
  const used = new Set(taken);
  const rowsOf = rowsOfGroups(table.matrix, labels, ranked.length);
  return best.map((first, group) => {
    if (given[group] !== undefined) return { label: given[group], headings: [] };
    if (first === undefined) return { label: numbered(used), headings: [] };
    const second = partner(table, rowsOf[group]!, ranked[group]!, first, group, { keys, taken: used });
    if (second === undefined) return { label: readable(table, first.phrase), headings: [first] };
    used.add(spellingKey(table.phrases[second.phrase]!));
    const headings = second.papers > first.papers ? [second, first] : [first, second];
    return { label: headings.map(({ phrase }) => brief(table, phrase)).join(" and "), headings };
  });
}

function partner(
  table: PhraseTable,
  rows: readonly number[],
  ranked: readonly Heading[],
  first: Heading,
  group: number,
  free: FreeHeadings,
): Heading | undefined {
  const words = table.keys[first.phrase]!.split(" ");
  if (first.coverage >= (words.length > 1 ? enoughCoverage : enoughCoverageOfWord)) return undefined;
  const differs = ({ phrase }: Heading): boolean =>
    !table.keys[phrase]!.split(" ").some((word) => words.some((other) => isSameWord(word, other)));
  const suits = (heading: Heading): boolean =>
    heading.score >= leastShare * first.score &&
    isCommon(heading) &&
    differs(heading) &&
    isClear(table, heading, group, free) &&
    newShare(table.matrix, rows, first.phrase, heading.phrase) >= leastNew;
  const second = ranked.find(suits);
  const whole = second && uncut(table, ranked, second, free);
  return whole && differs(whole) ? whole : second;
}

/** Whether two stems begin as forms of one word do: "molecul" and "molecular", "equilibria" and "equilibrium". */
function isSameWord(a: string, b: string): boolean {
  const shared = Math.max(5, Math.ceil(0.75 * Math.max(a.length, b.length)));
  return a.slice(0, shared) === b.slice(0, shared);
}

/** Share of the papers of a group, by their rows, with the second phrase that lack the first. */
function newShare(table: CsrMatrix, rows: readonly number[], first: number, second: number): number {
  const own = rows
    .map((row) => table.indices.subarray(table.indptr[row]!, table.indptr[row + 1]!))
    .filter((phrases) => phrases.includes(second));
  return own.filter((phrases) => !phrases.includes(first)).length / own.length;
}

function numbered(used: Set<string>): string {
  let n = 1;
  while (used.has(spellingKey(`theme ${n}`))) n += 1;
  used.add(spellingKey(`theme ${n}`));
  return `Theme ${n}`;
}
