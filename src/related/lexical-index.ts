/**
 * TF-IDF over a collection that changes: counts are stored, weights are computed from the document frequencies of the
 * moment, so that adding a paper costs what the paper costs.
 *
 * weight of term t in a paper = (1 + ln count) x idf(t), idf(t) = ln((1 + n) / (1 + df(t))) + 1, each paper scaled to
 * unit length. A pair of terms weighs three quarters of that, and counts from the second paper that has it.
 */

import { ln } from "../matrix/elementary.js";
import { allocate, grown, type PageStore, pageLength, pageOf, pageStore, placeOf } from "./growing.js";
import {
  addPosting,
  blockLength,
  countBits,
  countMask,
  createPostings,
  firstBlock,
  headerLength,
  type Postings,
  packEntry,
  reservePostings,
} from "./postings.js";
import { isPair, type TermTable, termTable } from "./term-table.js";

/** 1 + ln count, by count. */
export const countWeights: Float64Array = Float64Array.from({ length: countMask + 1 }, (_, n) =>
  n === 0 ? 0 : 1 + ln(n),
);

/** Pairs say again what their words say. */
const pairWeight = 0.75;

/** A term that more than one in so many papers have is "common": its share of a paper's length is kept apart. */
const commonShare = 4;

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
  /** Changes so far; a row whose `stamp` is another has a stale length. */
  generation: number;
  stamp: Uint32Array;
  /** The generation at which all rows were last up to date. */
  fresh: number;
  /** One over the Euclidean length of each row; 0 for a removed or empty one. */
  inverseLength: Float64Array;
  /** Share of the common terms in each row's length, 0 to 1. */
  commonPart: Float64Array;
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
    stamp: new Uint32Array(0),
    fresh: 0,
    inverseLength: new Float64Array(0),
    commonPart: new Float64Array(0),
    logarithms: new Float64Array(0),
  };
}

/** Adds a row with these terms (numbers, each once) and counts. Returns its number. */
export function addRow(index: LexicalIndex, terms: ArrayLike<number>, counts: ArrayLike<number>): number {
  const row = storeRow(index, terms, counts);
  visitRow(index, row, (term, count) => addPosting(index.postings, term, row, count));
  return row;
}

/** Adds a row whose postings {@link postRows} makes later, for many rows at once. */
export function storeRow(index: LexicalIndex, terms: ArrayLike<number>, counts: ArrayLike<number>): number {
  const row = index.rows;
  const length = Math.min(terms.length, pageLength);
  index.rows += 1;
  index.live += 1;
  index.generation += 1;
  growRows(index);
  const address = allocate(index.entries, length);
  const page = pageOf(index.entries, address);
  const place = placeOf(address);
  index.start[row] = address;
  index.length[row] = length;
  index.frequency = grown(index.frequency, index.terms.size);
  let tokens = 0;
  for (let i = 0; i < length; i += 1) {
    page[place + i] = packEntry(terms[i]!, counts[i]!);
    index.frequency[terms[i]!]! += 1;
    if (!isPair(index.terms, terms[i]!)) tokens += counts[i]!;
  }
  index.tokens[row] = tokens;
  index.allTokens += tokens;
  return row;
}

/** Makes the postings of all stored rows, those of each term together. */
export function postRows(index: LexicalIndex): void {
  for (let term = index.terms.size - 1; term >= 0; term -= 1) {
    if (index.frequency[term]! > 0) reservePostings(index.postings, term, index.frequency[term]!);
  }
  for (let row = 0; row < index.rows; row += 1) {
    visitRow(index, row, (term, count) => addPosting(index.postings, term, row, count));
  }
}

/** Takes a row out: its postings stay and count for nothing. */
export function removeRow(index: LexicalIndex, row: number): void {
  visitRow(index, row, (term) => {
    index.frequency[term]! -= 1;
  });
  index.length[row] = 0;
  index.allTokens -= index.tokens[row]!;
  index.live -= 1;
  index.generation += 1;
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
  const { store, tail, room } = index.postings;
  for (let block = firstBlock(index.postings, term); block !== 0; ) {
    const page = pageOf(store, block);
    const from = placeOf(block);
    const end = from + blockLength(page, from) - (block === tail[term] ? room[term]! : 0);
    for (let p = from + headerLength; p < end; p += 1) visit(page[p]! >>> countBits, page[p]! & countMask);
    block = page[from]!;
  }
}

/** Weight of a term by its rarity now: its idf, for a pair three quarters of it, 0 for a pair of one paper only. */
export function idfOf(index: LexicalIndex, term: number): number {
  const frequency = index.frequency[term] ?? 0;
  if (frequency === 0) return 0;
  const idf = logarithm(index, index.live) - logarithm(index, frequency) + 1;
  if (!isPair(index.terms, term)) return idf;
  return frequency < 2 ? 0 : pairWeight * idf;
}

/** Whether a term is common now. */
export function isCommon(index: LexicalIndex, term: number): boolean {
  return index.frequency[term]! * commonShare > index.live;
}

/** One over the length of a row, brought up to date. */
export function inverseLengthOf(index: LexicalIndex, row: number): number {
  if (index.stamp[row] !== index.generation) refreshRow(index, row);
  return index.inverseLength[row]!;
}

/** Brings the lengths of all rows up to date: nothing to do as long as the index has not changed. */
export function refreshAll(index: LexicalIndex): void {
  if (index.fresh === index.generation) return;
  for (let row = 0; row < index.rows; row += 1) if (index.stamp[row] !== index.generation) refreshRow(index, row);
  index.fresh = index.generation;
}

/** Computes the length of a row from the document frequencies of the moment. */
export function refreshRow(index: LexicalIndex, row: number): void {
  let squares = 0;
  let common = 0;
  const length = index.length[row]!;
  if (length > 0) {
    const page = pageOf(index.entries, index.start[row]!);
    const from = placeOf(index.start[row]!);
    for (let p = from; p < from + length; p += 1) {
      const term = page[p]! >>> countBits;
      const weight = countWeights[page[p]! & countMask]! * idfOf(index, term);
      squares += weight * weight;
      if (isCommon(index, term)) common += weight * weight;
    }
  }
  index.inverseLength[row] = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  index.commonPart[row] = squares === 0 ? 0 : Math.sqrt(common / squares);
  index.stamp[row] = index.generation;
}

function logarithm(index: LexicalIndex, count: number): number {
  if (count >= index.logarithms.length) {
    const from = index.logarithms.length;
    index.logarithms = grown(index.logarithms, count + 1);
    for (let i = from; i < index.logarithms.length; i += 1) index.logarithms[i] = ln(1 + i);
  }
  return index.logarithms[count]!;
}

function growRows(index: LexicalIndex): void {
  index.start = grown(index.start, index.rows);
  index.length = grown(index.length, index.rows);
  index.tokens = grown(index.tokens, index.rows);
  index.stamp = grown(index.stamp, index.rows);
  index.inverseLength = grown(index.inverseLength, index.rows);
  index.commonPart = grown(index.commonPart, index.rows);
}
