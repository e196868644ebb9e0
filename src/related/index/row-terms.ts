/** The terms of papers and texts as numbers and counts: single terms and, within a field, pairs of neighbours. */

import { longer } from "../../matrix/growing-arrays.js";
import type { Paper } from "../../papers/paper.js";
import { type Analyzer, type FieldWeights, readTerms, scannerRules } from "../../text/analyzer.js";
import { createTermScanner } from "../../text/term-scanner.js";
import { countBits, countMask, entryLimit, packEntry } from "../../vectors/packed-entry.js";
import { forEachText } from "../../vectors/term-reader.js";
import { appendTerm, findPair, findTerm, internPair, internTerm, type TermTable } from "./term-table.js";

/** What turns text into the terms of an index. */
export interface TermReader {
  readonly analyzer: Analyzer;
  readonly fields: FieldWeights;
  /** Whether runs of two terms count as terms. */
  readonly pairs: boolean;
}

/** Turns the terms of a text into numbers; -1 for a term without one. */
type Numbering = (text: string) => ArrayLike<number>;

/** Beyond so many terms new pairs are passed over, which leaves room for new words. */
const pairLimit = entryLimit / 2;

/**
 * The entries (`postings.ts`) of papers that become rows: unknown terms are added to the table.
 *
 * @param many whether a whole collection is read into an empty table
 */
export function rowReader(reader: TermReader, table: TermTable, many: boolean): (paper: Paper) => Uint32Array {
  const numbersOf = (many ? scannedNumbers(reader, table) : undefined) ?? internedNumbers(reader, table);
  const counter = entryCounter();
  return (paper) => {
    countPaper(reader, table, paper, numbersOf, true, counter);
    return counter.take();
  };
}

/** The entries of a paper that becomes no row: its known terms. */
export function paperEntries(reader: TermReader, table: TermTable, paper: Paper): Uint32Array {
  const counter = entryCounter();
  countPaper(reader, table, paper, knownNumbers(reader, table), false, counter);
  return counter.take();
}

/** The entries of a text: its known terms. */
export function textEntries(reader: TermReader, table: TermTable, text: string): Uint32Array {
  const counter = entryCounter();
  countText(reader, table, knownNumbers(reader, table)(text), 1, false, counter);
  return counter.take();
}

function knownNumbers({ analyzer }: TermReader, table: TermTable): Numbering {
  return (text) => readTerms(analyzer, text).map((term) => findTerm(table, term));
}

function internedNumbers({ analyzer }: TermReader, table: TermTable): Numbering {
  return (text) => readTerms(analyzer, text).map((term) => internTerm(table, term));
}

/** The same by a scanner of its own, for our own analyzers and an empty table: no string is looked up twice. */
function scannedNumbers({ analyzer, pairs }: TermReader, table: TermTable): Numbering | undefined {
  const rules = scannerRules(analyzer);
  if (rules === undefined || (analyzer.options?.ngramRange[1] ?? 2) > 1) return undefined;
  const scanner = createTermScanner(rules);
  const numbers: number[] = [];
  return (text) => {
    const found = scanner.scan(text);
    for (let number = numbers.length; number < scanner.terms.length; number += 1)
      numbers.push(appendTerm(table, scanner.terms[number]!));
    // Without pairs in between terms have the numbers that the scanner gives them.
    if (pairs) for (let i = 0; i < found.length; i += 1) found[i] = numbers[found[i]!]!;
    return found;
  };
}

function countPaper(
  reader: TermReader,
  table: TermTable,
  paper: Paper,
  numbersOf: Numbering,
  intern: boolean,
  counter: EntryCounter,
): void {
  forEachText(paper, reader.fields, (text, weight) => {
    countText(reader, table, numbersOf(text), weight, intern, counter);
  });
}

function countText(
  reader: TermReader,
  table: TermTable,
  numbers: ArrayLike<number>,
  weight: number,
  intern: boolean,
  counter: EntryCounter,
): void {
  for (let i = 0; i < numbers.length; i += 1) if (numbers[i]! >= 0) counter.add(numbers[i]!, weight);
  if (!reader.pairs) return;
  for (let i = 1; i < numbers.length; i += 1) {
    const left = numbers[i - 1]!;
    const right = numbers[i]!;
    if (left < 0 || right < 0) continue;
    const isNew = intern && table.size < pairLimit;
    const pair = isNew ? internPair(table, left, right) : findPair(table, left, right);
    if (pair >= 0) counter.add(pair, weight);
  }
}

/** Counts the terms of one row after the other. */
interface EntryCounter {
  add(term: number, times: number): void;
  /** The entries of the row, terms in the order of their first adding; a view until the next row. */
  take(): Uint32Array;
}

/** A small table that stays in the processor's cache, whatever the index holds. */
function entryCounter(): EntryCounter {
  let slots = new Int32Array(1 << 10);
  let entries = new Uint32Array(1 << 9);
  let size = 0;
  const slotOf = (term: number): number => {
    const mask = slots.length - 1;
    let slot = (Math.imul(term, 0x9e3779b1) >>> 8) & mask;
    while (slots[slot] !== 0 && entries[slots[slot]! - 1]! >>> countBits !== term) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    entries = longer(entries, 2 * entries.length);
    slots = new Int32Array(2 * slots.length);
    for (let i = 0; i < size; i += 1) slots[slotOf(entries[i]! >>> countBits)] = i + 1;
  };
  return {
    add(term, times) {
      const slot = slotOf(term);
      const known = slots[slot]! - 1;
      if (known >= 0) {
        entries[known] = packEntry(term, Math.min(countMask, (entries[known]! & countMask) + times));
        return;
      }
      entries[size] = packEntry(term, times);
      size += 1;
      slots[slot] = size;
      if (size === entries.length) grow();
    },
    take() {
      slots.fill(0);
      const taken = entries.subarray(0, size);
      size = 0;
      return taken;
    },
  };
}
