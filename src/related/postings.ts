/** For each term the rows that have it, in blocks that are chained and never moved. */

import { allocate, grown, type PageStore, pageLength, pageOf, pageStore, placeOf } from "./growing.js";

/** Bits of an entry that hold the count; the row (or term) lies above them. */
export const countBits = 6;
/** The largest count that an entry tells; higher ones are kept as this. */
export const countMask: number = (1 << countBits) - 1;
/** Rows and terms must stay below this. */
export const entryLimit: number = 2 ** (32 - countBits);

/** Numbers before the entries of a block: the address of the next block (0 for none) and the capacity. */
export const headerLength = 2;
const smallestBlock = 2;
const largestBlock = 1 << 14;

/** Blocks are `[address of the next, capacity, entries ...]`; address 0 is no block. */
export interface Postings {
  readonly store: PageStore;
  head: Uint32Array;
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

/** Makes one block that holds the next `entries` of a term, so that they lie together. */
export function reservePostings(postings: Postings, term: number, entries: number): void {
  growPostings(postings, term + 1);
  if (postings.head[term] === 0) addBlock(postings, term, Math.min(entries, pageLength - headerLength));
}

/** Notes that `row` has `term` `count` times. */
export function addPosting(postings: Postings, term: number, row: number, count: number): void {
  growPostings(postings, term + 1);
  if (postings.room[term] === 0) addBlock(postings, term, nextCapacity(postings, term));
  const block = postings.tail[term]!;
  const page = pageOf(postings.store, block);
  const place = placeOf(block);
  const used = page[place + 1]! - postings.room[term]!;
  page[place + headerLength + used] = packEntry(row, count);
  postings.room[term]! -= 1;
}

/** Address of the first block of a term, 0 for none. */
export function firstBlock(postings: Postings, term: number): number {
  return postings.head[term] ?? 0;
}

/** Numbers of a block at a place of a page, header and free entries included. */
export function blockLength(page: Uint32Array, place: number): number {
  return headerLength + page[place + 1]!;
}

/** A row or term with its count in 32 bits. */
export function packEntry(number: number, count: number): number {
  return ((number << countBits) | Math.min(count, countMask)) >>> 0;
}

function growPostings(postings: Postings, terms: number): void {
  if (postings.head.length >= terms) return;
  postings.head = grown(postings.head, terms);
  postings.tail = grown(postings.tail, terms);
  postings.room = grown(postings.room, terms);
}

function nextCapacity(postings: Postings, term: number): number {
  const last = postings.tail[term]!;
  if (last === 0) return smallestBlock;
  return Math.min(largestBlock, Math.max(smallestBlock, 2 * pageOf(postings.store, last)[placeOf(last) + 1]!));
}

function addBlock(postings: Postings, term: number, capacity: number): void {
  const block = allocate(postings.store, headerLength + capacity);
  pageOf(postings.store, block)[placeOf(block) + 1] = capacity;
  const last = postings.tail[term]!;
  if (last === 0) postings.head[term] = block;
  else pageOf(postings.store, last)[placeOf(last)] = block;
  postings.tail[term] = block;
  postings.room[term] = capacity;
}
