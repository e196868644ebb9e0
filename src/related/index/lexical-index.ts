/** The terms of the papers of an index, and for each term the papers that have it, in a collection that changes. */

import { grown } from "../../matrix/growing-arrays.js";
import { countBits, countMask, type PagedRows, pageLength } from "../../vectors/packed-entry.js";
import { allocate, type PageStore, pageOf, pageStore, placeOf } from "./page-store.js";
import { addPosting, createPostings, type Postings, postAll, visitPosted } from "./postings.js";
import { dropLength, noteChange, type RowLengths, rowLengths } from "./row-lengths.js";
import { isPair, type TermTable, termTable } from "./term-table.js";

/** Rows are numbered in order of adding and never reused; a removed row keeps its number until the index is packed. */
export interface LexicalIndex {
  readonly terms: TermTable;
  readonly postings: Postings;
  /** Rows whose postings are made; the others are posted when they are first asked for. */
  posted: number;
  /** Entries (term and count) of each row, terms in the order the paper has them. */
  readonly entries: PageStore;
  start: Uint32Array;
  length: Uint32Array;
  /** Single terms of each row, with their counts, and of all rows together: of the first `counted` rows. */
  tokens: Uint32Array;
  allTokens: number;
  counted: number;
  /** Papers that have each term. */
  frequency: Uint32Array;
  /** Rows ever added. */
  rows: number;
  /** Rows not removed. */
  live: number;
  /** Changes so far. */
  generation: number;
  readonly lengths: RowLengths;
  /** ln(1 + i). */
  logarithms: Float64Array;
}

/** An index without papers. */
export function lexicalIndex(): LexicalIndex {
  return {
    terms: termTable(),
    postings: createPostings(),
    posted: 0,
    entries: pageStore(),
    start: new Uint32Array(0),
    length: new Uint32Array(0),
    tokens: new Uint32Array(0),
    allTokens: 0,
    counted: 0,
    frequency: new Uint32Array(0),
    rows: 0,
    live: 0,
    generation: 1,
    lengths: rowLengths(),
    logarithms: new Float64Array(0),
  };
}

const noEntries = new Uint32Array(0);

/** Adds a row with these entries: terms, each once, with counts. Returns its number. */
export function addRow(index: LexicalIndex, entries: Uint32Array): number {
  const row = index.rows;
  const length = Math.min(entries.length, pageLength);
  index.rows += 1;
  index.live += 1;
  index.generation += 1;
  index.start = grown(index.start, index.rows);
  index.length = grown(index.length, index.rows);
  const address = allocate(index.entries, length);
  if (length > 0) pageOf(index.entries, address).set(entries.subarray(0, length), placeOf(address));
  index.start[row] = address;
  index.length[row] = length;
  index.frequency = grown(index.frequency, index.terms.size);
  const { frequency, lengths } = index;
  for (let i = 0; i < length; i += 1) frequency[entries[i]! >>> countBits]! += 1;
  if (lengths.live > 0) for (let i = 0; i < length; i += 1) noteChange(lengths, entries[i]! >>> countBits);
  return row;
}

/**
 * Fills an index without rows with rows that were counted before, where they lie: terms are numbered as in the table.
 *
 * @param frequency rows that have each term
 */
export function adoptRows(index: LexicalIndex, { pages, starts, lengths }: PagedRows, frequency: Uint32Array): void {
  index.entries.pages.push(...pages);
  index.entries.used = pages.length * pageLength;
  index.start = starts;
  index.length = lengths;
  index.frequency = frequency;
  index.rows = starts.length;
  index.live = starts.length;
  index.generation += starts.length;
  if (!lengths.includes(pageLength)) return;
  // Of a row of a page and more not all terms lie here.
  frequency.fill(0);
  for (let row = 0; row < index.rows; row += 1) visitRow(index, row, (term) => (frequency[term]! += 1));
}

/** Counts the single terms of rows that came since; only searches need them. */
export function countTokens(index: LexicalIndex): void {
  index.tokens = grown(index.tokens, index.rows);
  for (; index.counted < index.rows; index.counted += 1) {
    visitRow(index, index.counted, (term, count) => {
      if (isPair(index.terms, term)) return;
      index.tokens[index.counted]! += count;
      index.allTokens += count;
    });
  }
}

/** Makes the postings of rows that have none yet; those of a whole collection term by term. */
export function postRows(index: LexicalIndex): void {
  const { postings, posted, rows } = index;
  if (posted === 0 && rows > 0) {
    postAll(postings, index.frequency, index.terms.size, rows, (row) => rowEntries(index, row));
    index.posted = rows;
  }
  for (; index.posted < rows; index.posted += 1) {
    visitRow(index, index.posted, (term, count) => addPosting(postings, term, index.posted, count));
  }
}

/** Takes a row out: its postings stay and count for nothing. */
export function removeRow(index: LexicalIndex, row: number): void {
  visitRow(index, row, (term) => {
    index.frequency[term]! -= 1;
    noteChange(index.lengths, term);
  });
  index.length[row] = 0;
  dropLength(index.lengths, row);
  if (row < index.counted) index.allTokens -= index.tokens[row]!;
  index.live -= 1;
  index.generation += 1;
}

/** The entries of a row: terms and counts, in the order the paper has them. */
export function rowEntries(index: LexicalIndex, row: number): Uint32Array {
  const length = index.length[row]!;
  if (length === 0) return noEntries;
  const from = placeOf(index.start[row]!);
  return pageOf(index.entries, index.start[row]!).subarray(from, from + length);
}

/** Calls `visit` with each term of a row and its count, in the order the paper has them. */
export function visitRow(index: LexicalIndex, row: number, visit: (term: number, count: number) => void): void {
  const length = index.length[row]!;
  if (length === 0) return;
  const page = pageOf(index.entries, index.start[row]!);
  const from = placeOf(index.start[row]!);
  for (let p = from; p < from + length; p += 1) visit(page[p]! >>> countBits, page[p]! & countMask);
}

/** Calls `visit` with each row that has a term, removed rows (of length 0) among them, and the count. */
export function visitPostings(index: LexicalIndex, term: number, visit: (row: number, count: number) => void): void {
  postRows(index);
  visitPosted(index.postings, term, (page, from, end) => {
    for (let p = from; p < end; p += 1) visit(page[p]! >>> countBits, page[p]! & countMask);
  });
}
