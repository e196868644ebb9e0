/** For each term the rows that have it, in blocks that are chained and never moved; the first row of a term takes none. */

import { grown } from "../../matrix/growing-arrays.js";
import { countBits, countMask, packEntry, pageLength } from "../../vectors/packed-entry.js";
import { allocate, type PageStore, pageOf, pageStore, placeOf } from "./page-store.js";

/** Numbers before the entries of a block: the address of the next block (0 for none) and the capacity. */
const headerLength = 2;
const smallestBlock = 2;
const largestBlock = 1 << 14;
/** An address at which no entry lies. */
const only = 1;

/** Blocks are `[address of the next, capacity, entries ...]`; address 0 is no block. */
export interface Postings {
  readonly store: PageStore;
  /** First block of each term; 0 where it has one row or none. */
  head: Uint32Array;
  /** Last block of each term, or its only entry, or 0. */
  tail: Uint32Array;
  /** Free entries in the last block of each term. */
  room: Uint32Array;
}

/** Postings of no terms. */
export function createPostings(): Postings {
  const store = pageStore();
  allocate(store, 1);
  return { store, head: new Uint32Array(0), tail: new Uint32Array(0), room: new Uint32Array(0) };
}

/** Notes that `row` has `term` `count` (1 or more) times. */
export function addPosting(postings: Postings, term: number, row: number, count: number): void {
  growPostings(postings, term + 1);
  const { head, tail } = postings;
  if (head[term] === 0) {
    const only = tail[term]!;
    if (only === 0) {
      tail[term] = packEntry(row, count);
      return;
    }
    addBlock(postings, term, smallestBlock);
    append(postings, term, only);
  }
  if (postings.room[term] === 0) addBlock(postings, term, nextCapacity(postings, term));
  append(postings, term, packEntry(row, count));
}

/**
 * Makes the postings of all rows, those of each term together and in the order of the rows: a counting sort.
 *
 * @param frequency rows that have each term
 * @param entriesOf the entries of a row
 */
export function postAll(
  postings: Postings,
  frequency: Uint32Array,
  terms: number,
  rows: number,
  entriesOf: (row: number) => Uint32Array,
): void {
  growPostings(postings, terms);
  const { store, tail, room } = postings;
  /** Where the next entry of each term goes; `only` for terms of one row, 0 for those of more than a block holds. */
  const next = new Uint32Array(terms);
  for (let term = 0; term < terms; term += 1) {
    const entries = frequency[term]!;
    if (entries === 1) next[term] = only;
    if (entries < 2 || entries > pageLength - headerLength) continue;
    addBlock(postings, term, entries);
    room[term] = 0;
    next[term] = tail[term]! + headerLength;
  }
  for (let row = 0; row < rows; row += 1) {
    const entries = entriesOf(row);
    for (let i = 0; i < entries.length; i += 1) {
      const term = entries[i]! >>> countBits;
      const count = entries[i]! & countMask;
      const place = next[term]!;
      if (place > only) {
        pageOf(store, place)[placeOf(place)] = packEntry(row, count);
        next[term] = place + 1;
      } else if (place === only) tail[term] = packEntry(row, count);
      else addPosting(postings, term, row, count);
    }
  }
}

/** Calls `visit` with each run of entries of a term: `page[from .. end)`. */
export function visitPosted(
  { store, head, tail, room }: Postings,
  term: number,
  visit: (page: Uint32Array, from: number, end: number) => void,
): void {
  let block = head[term] ?? 0;
  if (block === 0 && term < tail.length && tail[term] !== 0) visit(tail, term, term + 1);
  while (block !== 0) {
    const page = pageOf(store, block);
    const from = placeOf(block) + headerLength;
    const free = block === tail[term] ? room[term]! : 0;
    visit(page, from, from + page[from - 1]! - free);
    block = page[from - headerLength]!;
  }
}

function append(postings: Postings, term: number, entry: number): void {
  const block = postings.tail[term]!;
  const page = pageOf(postings.store, block);
  const place = placeOf(block);
  page[place + headerLength + page[place + 1]! - postings.room[term]!] = entry;
  postings.room[term]! -= 1;
}

function growPostings(postings: Postings, terms: number): void {
  if (postings.head.length >= terms) return;
  postings.head = grown(postings.head, terms);
  postings.tail = grown(postings.tail, terms);
  postings.room = grown(postings.room, terms);
}

function nextCapacity(postings: Postings, term: number): number {
  const last = postings.tail[term]!;
  return Math.min(largestBlock, 2 * pageOf(postings.store, last)[placeOf(last) + 1]!);
}

function addBlock(postings: Postings, term: number, capacity: number): void {
  const block = allocate(postings.store, headerLength + capacity);
  pageOf(postings.store, block)[placeOf(block) + 1] = capacity;
  if (postings.head[term] === 0) postings.head[term] = block;
  else pageOf(postings.store, postings.tail[term]!)[placeOf(postings.tail[term]!)] = block;
  postings.tail[term] = block;
  postings.room[term] = capacity;
}
