/** The terms of the papers of an index, and for each term the papers that have it, in a collection that changes. */

import { allocate, grown, type PageStore, pageLength, pageOf, pageStore, placeOf } from "./growing.js";
import { addPosting, countBits, countMask, createPostings, type Postings, postAll, visitPosted } from "./postings.js";
import { dropLength, noteChange, type RowLengths, rowLengths } from "./row-lengths.js";
import { isPair, type TermTable, termTable } from "./term-table.js";

/** Rows are numbered in order of adding and never reused; a removed row keeps its number until the index is packed. */
export interface LexicalIndex {
  readonly terms: TermTable;
  readonly postings: Postings;
  /** Entries (term and count) of each row, terms in the order the paper has them. */
  readonly entries: PageStore;
  start: Uint32Array;
  length: Uint32Array;
  /** Single terms of each row, with their counts, and of all rows together. */
  tokens: Uint32Array;
  allTokens: number;
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
    entries: pageStore(),
    start: new Uint32Array(0),
    length: new Uint32Array(0),
    tokens: new Uint32Array(0),
    allTokens: 0,
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
  const row = storeRow(index, entries);
  visitRow(index, row, (term, count) => addPosting(index.postings, term, row, count));
  return row;
}

/** Adds a row whose postings {@link postRows} makes later, for many rows at once. */
export function storeRow(index: LexicalIndex, entries: Uint32Array): number {
  const row = index.rows;
  const length = Math.min(entries.length, pageLength);
  index.rows += 1;
  index.live += 1;
  index.generation += 1;
  growRows(index);
  const address = allocate(index.entries, length);
  if (length > 0) pageOf(index.entries, address).set(entries.subarray(0, length), placeOf(address));
  index.start[row] = address;
  index.length[row] = length;
  index.frequency = grown(index.frequency, index.terms.size);
  const { frequency, lengths, terms } = index;
  let tokens = 0;
  for (let i = 0; i < length; i += 1) {
    const term = entries[i]! >>> countBits;
    frequency[term]! += 1;
    if (!isPair(terms, term)) tokens += entries[i]! & countMask;
  }
  if (lengths.live > 0) for (let i = 0; i < length; i += 1) noteChange(lengths, entries[i]! >>> countBits);
  index.tokens[row] = tokens;
  index.allTokens += tokens;
  return row;
}

/** Makes the postings of all stored rows, those of each term together. */
export function postRows(index: LexicalIndex): void {
  postAll(index.postings, index.frequency, index.terms.size, index.rows, (row) => rowEntries(index, row));
}

/** Takes a row out: its postings stay and count for nothing. */
export function removeRow(index: LexicalIndex, row: number): void {
  visitRow(index, row, (term) => {
    index.frequency[term]! -= 1;
    noteChange(index.lengths, term);
  });
  index.length[row] = 0;
  dropLength(index.lengths, row);
  index.allTokens -= index.tokens[row]!;
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
  visitPosted(index.postings, term, (page, from, end) => {
    for (let p = from; p < end; p += 1) visit(page[p]! >>> countBits, page[p]! & countMask);
  });
}

function growRows(index: LexicalIndex): void {
  index.start = grown(index.start, index.rows);
  index.length = grown(index.length, index.rows);
  index.tokens = grown(index.tokens, index.rows);
}
