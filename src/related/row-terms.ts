/** The terms of papers and texts as numbers and counts: single terms and, within a field, pairs of neighbours. */

import type { Paper } from "../papers/paper.js";
import { textOf } from "../papers/paper.js";
import type { Analyzer } from "../text/analyzer.js";
import { countMask, entryLimit } from "./postings.js";
import { findPair, findTerm, internPair, internTerm, type TermTable } from "./term-table.js";

/** How often a term of each field counts. */
export interface FieldWeights {
  readonly title: number;
  readonly abstract: number;
  readonly keywords: number;
}

/** What turns text into the terms of an index. */
export interface TermReader {
  readonly analyzer: Analyzer;
  readonly fields: FieldWeights;
  /** Whether runs of two terms count as terms. */
  readonly pairs: boolean;
}

/** Terms, each once, in the order of the text, with their counts, at most 63. */
export interface RowTerms {
  readonly terms: number[];
  readonly counts: number[];
}

/** Beyond so many terms new pairs are passed over, which leaves room for new words. */
const pairLimit = entryLimit / 2;

/** The terms of a paper; unknown ones are added to the table when `intern` is true, else passed over. */
export function paperRowTerms(reader: TermReader, table: TermTable, paper: Paper, intern: boolean): RowTerms {
  const counts = new Map<number, number>();
  const { title, abstract, keywords } = reader.fields;
  countText(reader, table, textOf(paper, "title"), title, intern, counts);
  countText(reader, table, textOf(paper, "abstract"), abstract, intern, counts);
  for (const keyword of paper.keywords ?? []) countText(reader, table, keyword, keywords, intern, counts);
  return listed(counts);
}

/** The known terms of a text. */
export function textRowTerms(reader: TermReader, table: TermTable, text: string): RowTerms {
  const counts = new Map<number, number>();
  countText(reader, table, text, 1, false, counts);
  return listed(counts);
}

function countText(
  reader: TermReader,
  table: TermTable,
  text: string,
  weight: number,
  intern: boolean,
  counts: Map<number, number>,
): void {
  if (weight === 0 || text === "") return;
  const numbers = reader.analyzer.terms(text).map((term) => (intern ? internTerm(table, term) : findTerm(table, term)));
  for (const number of numbers) if (number >= 0) counts.set(number, (counts.get(number) ?? 0) + weight);
  if (!reader.pairs) return;
  for (let i = 1; i < numbers.length; i += 1) {
    const left = numbers[i - 1]!;
    const right = numbers[i]!;
    if (left < 0 || right < 0) continue;
    const isNew = intern && table.size < pairLimit;
    const pair = isNew ? internPair(table, left, right) : findPair(table, left, right);
    if (pair >= 0) counts.set(pair, (counts.get(pair) ?? 0) + weight);
  }
}

function listed(counts: ReadonlyMap<number, number>): RowTerms {
  return { terms: [...counts.keys()], counts: Array.from(counts.values(), (count) => Math.min(count, countMask)) };
}
