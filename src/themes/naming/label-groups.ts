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
/** A second heading, or a kind of what a word says, scores at least this share of the first. */
const leastShare = 0.35;
/** Share of the papers of a second heading that the first must leave out. */
const leastNew = 0.4;
/** Papers that must hold a kind. */
const fewestOfKind = 5;

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
    const free = { keys, taken: used };
    const kinds = kindsOf(table, ranked[group]!, first, group, free);
    const [one = first, other = partner(table, rowsOf[group]!, ranked[group]!, first, group, free)] = kinds;
    if (other === undefined) return { label: readable(table, one.phrase), headings: [one] };
    const headings = [one, other].sort((a, b) => b.papers - a.papers);
    for (const { phrase } of headings) used.add(spellingKey(table.phrases[phrase]!));
    const parts = headings.map(({ phrase }) => (kinds.length > 0 ? table.phrases[phrase]! : brief(table, phrase)));
    if (kinds.length > 0) parts[0] = parts[0]!.replace(/ \S+$/, "");
    return { label: parts.join(" and "), headings };
  });
}

/**
 * The two best kinds of what a single word says, where there are two: "adversarial and jailbreak attacks" say more than
 * "attacks".
 */
function kindsOf(
  table: PhraseTable,
  ranked: readonly Heading[],
  word: Heading,
  group: number,
  free: FreeHeadings,
): Heading[] {
  const keyOf = ({ phrase }: Heading): string => ` ${table.keys[phrase]!}`;
  if (keyOf(word).includes(" ", 1)) return [];
  const isKind = (heading: Heading): boolean => heading !== word && keyOf(heading).endsWith(keyOf(word));
  const kinds = ranked
    .filter((heading) => isKind(heading) && heading.papers >= fewestOfKind && heading.score >= leastShare * word.score)
    .map((heading) => uncut(table, ranked, heading, free))
    .filter((kind) => isKind(kind) && isClear(table, kind, group, free));
  const [first] = kinds;
  const second = kinds.find((kind) => !keyOf(kind).endsWith(keyOf(first!)) && !keyOf(first!).endsWith(keyOf(kind)));
  return second === undefined ? [] : [first!, second];
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
  // Two stems may be of one word: "molecul" and "molecular", "equilibria" and "equilibrium".
  const differs = ({ phrase }: Heading): boolean =>
    !table.keys[phrase]!.split(" ").some((word) => words.some((other) => other.slice(0, 7) === word.slice(0, 7)));
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
