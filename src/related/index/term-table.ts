/** The terms of an index: single terms, and runs of two as pairs of their numbers, which takes no string each. */

import { grown } from "../../matrix/growing-arrays.js";

/** Stands in `right` for "no second term". */
const none = 0xffffffff;
const tableCount = 64;

/** Terms are numbered in order of first sight; pairs and single terms share the numbers. */
export interface TermTable {
  size: number;
  /** Single terms by string, filled when first asked. */
  readonly numberOf: Map<string, number>;
  /** The strings of the single terms; `left` of a single term is its place here. */
  readonly strings: string[];
  left: Uint32Array;
  right: Uint32Array;
  /** Open addressing over the pairs, parted by the hash so that no growth is large: number of the pair plus one. */
  tables: Uint32Array[];
  readonly filled: Uint32Array;
  /** Terms from this one on are not in `tables` yet. */
  entered: number;
}

/** A table without terms, with room for so many. */
export function termTable(room = 0): TermTable {
  return {
    size: 0,
    numberOf: new Map(),
    strings: [],
    left: new Uint32Array(room),
    right: new Uint32Array(room),
    tables: emptyTables(1),
    filled: new Uint32Array(tableCount),
    entered: 0,
  };
}

/** The number of a single term, -1 if unknown. */
export function findTerm(table: TermTable, term: string): number {
  if (table.numberOf.size < table.strings.length) enterStrings(table);
  return table.numberOf.get(term) ?? -1;
}

/** The number of a single term, a new one if unknown. */
export function internTerm(table: TermTable, term: string): number {
  const known = findTerm(table, term);
  if (known >= 0) return known;
  table.numberOf.set(term, table.size);
  return appendTerm(table, term);
}

/** The number of a single term that is known to be new. */
export function appendTerm(table: TermTable, term: string): number {
  table.strings.push(term);
  return append(table, table.strings.length - 1, none);
}

/** The number of the pair of two single terms, -1 if unknown. */
export function findPair(table: TermTable, left: number, right: number): number {
  if (table.entered < table.size) enterPairs(table);
  const hash = hashOf(left, right);
  const slots = table.tables[hash & (tableCount - 1)]!;
  return slots[slotOf(table, slots, hash, left, right)]! - 1;
}

/** The number of the pair of two single terms, a new one if unknown. */
export function internPair(table: TermTable, left: number, right: number): number {
  if (table.entered < table.size) enterPairs(table);
  const hash = hashOf(left, right);
  const part = hash & (tableCount - 1);
  const slots = table.tables[part]!;
  const slot = slotOf(table, slots, hash, left, right);
  if (slots[slot] !== 0) return slots[slot]! - 1;
  const number = append(table, left, right);
  table.entered = table.size;
  fill(table, part, slot, number);
  return number;
}

/**
 * A table with the terms that another had: single ones with these numbers, ascending, and pairs with the other numbers.
 *
 * @param left places in `strings` of the first words of the pairs
 */
export function termTableOf(
  strings: readonly string[],
  singles: Uint32Array,
  left: ArrayLike<number>,
  right: ArrayLike<number>,
): TermTable {
  const size = singles.length + left.length;
  const table = termTable(size);
  table.size = size;
  let single = 0;
  for (let term = 0; term < size; term += 1) {
    if (singles[single] === term) {
      table.strings.push(strings[single]!);
      table.left[term] = single;
      table.right[term] = none;
      single += 1;
    } else {
      table.left[term] = singles[left[term - single]!]!;
      table.right[term] = singles[right[term - single]!]!;
    }
  }
  return table;
}

/** Whether a term is a pair. */
export function isPair(table: TermTable, term: number): boolean {
  return table.right[term] !== none;
}

/** A term to read: its own string, or those of its two parts. */
export function termString(table: TermTable, term: number): string {
  if (!isPair(table, term)) return table.strings[table.left[term]!]!;
  return `${termString(table, table.left[term]!)} ${termString(table, table.right[term]!)}`;
}

function append(table: TermTable, left: number, right: number): number {
  const number = table.size;
  table.size += 1;
  table.left = grown(table.left, table.size);
  table.right = grown(table.right, table.size);
  table.left[number] = left;
  table.right[number] = right;
  return number;
}

/** Enters the pairs that came without being looked up: a loaded table gets its pairs when they are first asked for. */
function enterPairs(table: TermTable): void {
  if (table.entered === 0) table.tables = emptyTables(table.size);
  for (let term = table.entered; term < table.size; term += 1) {
    if (!isPair(table, term)) continue;
    const hash = hashOf(table.left[term]!, table.right[term]!);
    const part = hash & (tableCount - 1);
    const slots = table.tables[part]!;
    fill(table, part, slotOf(table, slots, hash, table.left[term]!, table.right[term]!), term);
  }
  table.entered = table.size;
}

/** Enters the single terms without looking them up: they differ. */
function enterStrings(table: TermTable): void {
  for (let term = 0; term < table.size; term += 1) {
    if (!isPair(table, term)) table.numberOf.set(table.strings[table.left[term]!]!, term);
  }
}

/** Tables with room for so many pairs. */
function emptyTables(pairs: number): Uint32Array[] {
  const slots = 4 << (32 - Math.clz32(Math.ceil(pairs / tableCount / 2) - 1));
  return Array.from({ length: tableCount }, () => new Uint32Array(slots));
}

function fill(table: TermTable, part: number, slot: number, term: number): void {
  const slots = table.tables[part]!;
  slots[slot] = term + 1;
  table.filled[part]! += 1;
  if (3 * table.filled[part]! > 2 * slots.length) table.tables[part] = rehashed(table, slots);
}

/** The slot that holds the pair, or the empty one where it belongs. */
function slotOf(table: TermTable, slots: Uint32Array, hash: number, left: number, right: number): number {
  const mask = slots.length - 1;
  let slot = (hash >>> 6) & mask;
  for (;;) {
    const held = slots[slot]!;
    if (held === 0 || (table.left[held - 1] === left && table.right[held - 1] === right)) return slot;
    slot = (slot + 1) & mask;
  }
}

function rehashed(table: TermTable, slots: Uint32Array): Uint32Array {
  const larger = new Uint32Array(2 * slots.length);
  for (const held of slots) {
    if (held === 0) continue;
    const left = table.left[held - 1]!;
    const right = table.right[held - 1]!;
    larger[slotOf(table, larger, hashOf(left, right), left, right)] = held;
  }
  return larger;
}

/** Mixes two numbers into 32 bits (the finaliser of MurmurHash3 over a multiplied pair). */
function hashOf(left: number, right: number): number {
  let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right + 0x7f4a7c15, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
