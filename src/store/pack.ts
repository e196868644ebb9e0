/**
 * Plain data as a skeleton of nested JSON arrays plus typed sections. Lists of records become columns, numbers become
 * sections, repeated strings become a dictionary: a saved model is several times smaller than its JSON.
 *
 * A node is a scalar (string, boolean, null, finite number) or an array that begins with one of the tags of `unpack.ts`.
 * JSON objects are not used, so that no key of the data is ever a key of the skeleton.
 */

import { numberOf } from "../matrix/by-key.js";
import { areTexts } from "../options.js";
import { refused } from "./refuse.js";
import { type SectionArray, sectionTypeOf } from "./section-types.js";

/** A node of the skeleton. */
export type Node = null | boolean | number | string | readonly Node[];

/** Nesting beyond this is taken for a cycle. */
export const deepest = 100;

/** Characters of a list of strings from which it leaves the skeleton, and of one section of such a list. */
const longList = 2 ** 16;
const chunkLength = 2 ** 24;

/**
 * Packs plain data. Linear in its size.
 *
 * @param path where the value stands, for the message
 * @throws ThemataError MODEL_FORMAT (`unsaveable`) for functions, symbols, big integers, class instances and cycles
 */
export function packData(value: unknown, sections: SectionArray[], path = "value", depth = 0): Node {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return packNumber(value);
  if (value === undefined) return ["u"];
  if (depth > deepest) throw unsaveable(path, "data nested less deeply and without cycles");
  if (sectionTypeOf(value) >= 0) return ["t", addSection(value as SectionArray, sections)];
  if (Array.isArray(value)) return packArray(value, sections, path, depth + 1);
  if (!isPlain(value)) throw unsaveable(path, "plain data");
  const keys = Object.keys(value);
  const items = keys.map((key) => packData(value[key], sections, `${path}.${key}`, depth + 1));
  return ["o", keys, ...items];
}

function packNumber(value: number): Node {
  return Number.isFinite(value) && !Object.is(value, -0) ? value : ["x", Object.is(value, -0) ? "-0" : `${value}`];
}

function packArray(values: readonly unknown[], sections: SectionArray[], path: string, depth: number): Node {
  if (values.length > 1) {
    if (areAll(values, isNumber)) return ["i", addSection(narrowest(values), sections)];
    if (areTexts(values)) return packStrings(values, sections);
    if (areAll<readonly unknown[]>(values, Array.isArray)) {
      const lengths = values.map((list) => list.length);
      const s = addSection(narrowest(lengths), sections);
      return ["l", s, packArray(concatenated(values), sections, `${path}[]`, depth + 1)];
    }
    const keys = sharedKeys(values);
    if (keys !== undefined) return packRecords(values as Record<string, unknown>[], keys, sections, path, depth);
  }
  const items = Array.from(values, (item, i) => packData(item, sections, `${path}[${i}]`, depth));
  return ["a", ...items];
}

function packStrings(strings: readonly string[], sections: SectionArray[]): Node {
  const places = new Map<string, number>();
  const numbers = strings.map((text) => numberOf(places, text));
  if (places.size > strings.length / 2) return packDistinct(strings, sections);
  const s = addSection(narrowest(numbers), sections);
  return ["d", s, packDistinct([...places.keys()], sections)];
}

/** Strings within the skeleton, or, many of them, as sections. */
function packDistinct(strings: readonly string[], sections: SectionArray[]): Node {
  let total = 0;
  for (const text of strings) total += text.length;
  if (total < longList) return ["s", ...strings];
  // ASCII is decoded several times faster, and takes half the memory, if nothing else stands between.
  const isOther = strings.map((text) => /[^\0-\x7f]/.test(text));
  const others = strings.filter((_, i) => isOther[i]);
  if (others.length === 0 || others.length === strings.length) return packLong(strings, sections);
  const place = addSection(Uint8Array.from(isOther, Number), sections);
  const plain = strings.filter((_, i) => !isOther[i]);
  return ["p", place, packLong(plain, sections), packLong(others, sections)];
}

/** Strings as sections: one text of all could pass the engine's longest. */
function packLong(strings: readonly string[], sections: SectionArray[]): Node {
  const isPlainText = !strings.some((text) => /\p{Surrogate}/u.test(text));
  const node: Node[] = [isPlainText ? "b" : "j"];
  const addChunk = isPlainText ? addJoined : addJson;
  let chunk: string[] = [];
  let length = 0;
  for (const text of strings) {
    chunk.push(text);
    length += text.length;
    if (length < chunkLength) continue;
    addChunk(chunk, node, sections);
    chunk = [];
    length = 0;
  }
  if (chunk.length > 0) addChunk(chunk, node, sections);
  return node;
}

/** Texts one after the other, with their lengths, which are read several times faster than JSON. */
function addJoined(strings: readonly string[], node: Node[], sections: SectionArray[]): void {
  node.push(addSection(narrowest(strings.map((text) => text.length)), sections));
  node.push(addSection(new TextEncoder().encode(strings.join("")), sections));
}

/** JSON alone tells half of a surrogate pair. */
function addJson(strings: readonly string[], node: Node[], sections: SectionArray[]): void {
  node.push(addSection(new TextEncoder().encode(JSON.stringify(strings)), sections));
}

function packRecords(
  records: readonly Record<string, unknown>[],
  keys: readonly string[],
  sections: SectionArray[],
  path: string,
  depth: number,
): Node {
  const columns = keys.map((key) => {
    const has = records.map((record) => Object.hasOwn(record, key));
    const values = records.filter((_, i) => has[i]).map((record) => record[key]);
    const column = packArray(values, sections, `${path}[].${key}`, depth + 1);
    if (values.length === records.length) return column;
    return ["g", addSection(Uint8Array.from(has, Number), sections), column];
  });
  return ["r", keys, ...columns];
}

/** The keys of a list of records if they share most of them. */
function sharedKeys(values: readonly unknown[]): readonly string[] | undefined {
  const keys = new Set<string>();
  let cells = 0;
  for (const value of values) {
    if (typeof value !== "object" || value === null || !isPlain(value)) return undefined;
    for (const key of Object.keys(value)) {
      keys.add(key);
      cells += 1;
    }
  }
  return keys.size > 0 && cells * 2 >= keys.size * values.length ? [...keys] : undefined;
}

/** The numbers in the narrowest array that holds each exactly. */
function narrowest(numbers: readonly number[]): SectionArray {
  let largest = 0;
  for (const value of numbers) {
    if (!Number.isInteger(value) || value < 0 || Object.is(value, -0)) return Float64Array.from(numbers);
    if (value > largest) largest = value;
  }
  if (largest < 2 ** 8) return Uint8Array.from(numbers);
  if (largest < 2 ** 16) return Uint16Array.from(numbers);
  return largest < 2 ** 32 ? Uint32Array.from(numbers) : Float64Array.from(numbers);
}

function addSection(array: SectionArray, sections: SectionArray[]): number {
  return sections.push(array) - 1;
}

function isPlain(value: object): value is Record<string, unknown> {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Data from another realm (an iframe, a worker's clone) has that realm's Object.prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** `findIndex` meets the holes of a sparse array as undefined; `every` would pass them over. */
function areAll<T>(values: readonly unknown[], is: (value: unknown) => value is T): values is readonly T[] {
  return values.findIndex((value) => !is(value)) < 0;
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

function concatenated(lists: readonly (readonly unknown[])[]): unknown[] {
  const all: unknown[] = [];
  for (const list of lists) for (const item of list) all.push(item);
  return all;
}

function unsaveable(path: string, expected: string): Error {
  return refused("unsaveable", `expected \`${path}\` to be ${expected}`);
}
