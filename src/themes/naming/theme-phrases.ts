/**
 * The phrases that set groups of papers apart from the rest: signed mutual information on document frequencies.
 *
 * Reference: Manning, C. D., Raghavan, P., Schütze, H. (2008). Introduction to Information Retrieval, section 13.5.1.
 * doi:10.1017/CBO9780511809071 (expected mutual information of term and class).
 * Departures: phrases rarer in the group than elsewhere are left out rather than ranked by how much they tell.
 */

import { clusterMembers } from "../../clusters/cluster-members.js";
import { addTo } from "../../matrix/by-key.js";
import type { CsrMatrix } from "../../matrix/csr.js";
import { ln } from "../../matrix/elementary.js";
import type { OnStep } from "../model/progress.js";

/** How a phrase is spread over a group and the rest. */
export interface PhraseEvidence {
  /** Column of the phrase table. */
  readonly phrase: number;
  /** Papers of the group that have it. */
  readonly inside: number;
  /** Papers of the collection that have it. */
  readonly overall: number;
  /** Papers of the group that have it in their title. */
  readonly titles: number;
  /** Mutual information of phrase and group in nats, above 0; for a group of all papers the share that has it. */
  readonly information: number;
}

/**
 * For each group the phrases more frequent inside it than outside, most informative first; ties by column.
 *
 * @param table papers x phrases; 2 where the phrase stands in the title. Rows without entries count as unread.
 * @param labels group of each row, -1 for none (such papers count among the rest)
 * @param groups number of groups
 */
export function groupPhrases(table: CsrMatrix, labels: ArrayLike<number>, groups: number): PhraseEvidence[][] {
  const found = groupEvidence(table, labels, groups);
  for (const own of found) own.sort((a, b) => b.information - a.information || a.phrase - b.phrase);
  return found;
}

/** Which rows have which columns; the values only where titles count. */
type Incidence = Pick<CsrMatrix, "rows" | "columns" | "indptr" | "indices"> & Partial<Pick<CsrMatrix, "data">>;

/** What {@link groupPhrases} finds, by column; of the columns that are asked about. Without values no title is counted. */
export function groupEvidence(
  table: Incidence,
  labels: ArrayLike<number>,
  groups: number,
  isAsked: (phrase: number) => boolean = () => true,
  onStep: OnStep = () => undefined,
): PhraseEvidence[][] {
  const { rows, columns, indptr, indices, data } = table;
  const overall = new Uint32Array(columns);
  const inside = new Uint32Array(columns);
  const titles = new Uint32Array(columns);
  const andRest = Int32Array.from({ length: rows }, (_, row) => (labels[row]! < 0 ? groups : labels[row]!));
  const rowsOf = rowsOfGroups(table, andRest, groups + 1);
  const read = rowsOf.reduce((sum, own) => sum + own.length, 0);
  const counted = rowsOf.map((own, group) => {
    onStep(group / rowsOf.length);
    inside.fill(0);
    titles.fill(0);
    for (const row of own) {
      for (let p = indptr[row]!; p < indptr[row + 1]!; p += 1) {
        inside[indices[p]!]! += 1;
        if (data?.[p] === 2) titles[indices[p]!]! += 1;
      }
    }
    const held: HeldPhrase[] = [];
    for (let phrase = 0; phrase < columns; phrase += 1) {
      if (inside[phrase] === 0) continue;
      overall[phrase]! += inside[phrase]!;
      if (isAsked(phrase)) held.push({ phrase, inside: inside[phrase]!, titles: titles[phrase]! });
    }
    return held;
  });
  return counted.slice(0, groups).map((held, group) => evidence(held, overall, rowsOf[group]!.length, read));
}

/** The rows with entries of each group, ascending. */
export function rowsOfGroups(
  { indptr }: Pick<CsrMatrix, "indptr">,
  labels: ArrayLike<number>,
  groups: number,
): number[][] {
  const hasEntries = (row: number): boolean => indptr[row] !== indptr[row + 1];
  return clusterMembers(labels, groups).map((rows) => rows.filter(hasEntries));
}

type HeldPhrase = Pick<PhraseEvidence, "phrase" | "inside" | "titles">;

function evidence(held: readonly HeldPhrase[], overalls: Uint32Array, size: number, read: number): PhraseEvidence[] {
  const found: PhraseEvidence[] = [];
  for (const { phrase, inside, titles } of held) {
    const overall = overalls[phrase]!;
    if (size < read && inside * read <= overall * size) continue;
    // Nothing tells a group of all papers from the rest: what most of them hold stands in.
    const information = size < read ? mutualInformation(inside, overall, size, read) : inside / size;
    if (information > 0) found.push({ phrase, inside, overall, titles, information });
  }
  return found;
}

/** Mutual information of two yes-or-no facts in nats, negative when they avoid each other. */
function mutualInformation(both: number, phrase: number, group: number, papers: number): number {
  const cell = (count: number, row: number, column: number): number =>
    count === 0 ? 0 : (count / papers) * ln((count * papers) / (row * column));
  const information =
    cell(both, phrase, group) +
    cell(phrase - both, phrase, papers - group) +
    cell(group - both, papers - phrase, group) +
    cell(papers - phrase - group + both, papers - phrase, papers - group);
  return both * papers > phrase * group ? information : -information;
}

/** How many papers of a group were read, and how many of them hold each phrase. */
export interface GroupFrequencies {
  readonly papers: number;
  readonly counts: ReadonlyMap<number, number>;
}

/**
 * The phrases that tell one group from another: log-odds of their document frequencies, half a paper added to each
 * side, times the root of the frequency; phrases of two papers or more.
 *
 * @returns columns of the table, most telling first; ties by column
 */
export function tellingPhrases(here: GroupFrequencies, there: GroupFrequencies): number[] {
  const odds = (count: number, papers: number): number => ln((count + 0.5) / (papers - count + 0.5));
  const found: { phrase: number; weight: number }[] = [];
  for (const [phrase, count] of here.counts) {
    if (count < 2) continue;
    const difference = odds(count, here.papers) - odds(there.counts.get(phrase) ?? 0, there.papers);
    if (difference > 0) found.push({ phrase, weight: difference * Math.sqrt(count) });
  }
  return found.sort((a, b) => b.weight - a.weight || a.phrase - b.phrase).map(({ phrase }) => phrase);
}

/** How many of some papers, by their rows, hold each phrase; each row has one or more. */
export function groupFrequencies({ indptr, indices }: CsrMatrix, rows: readonly number[]): GroupFrequencies {
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (let p = indptr[row]!; p < indptr[row + 1]!; p += 1) {
      addTo(counts, indices[p]!, 1);
    }
  }
  return { papers: rows.length, counts };
}
