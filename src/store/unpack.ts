/**
 * The data that `pack.ts` packed. Every tag is checked, every section is used once, and every list needs as much input
 * as it takes memory, so that no skeleton, however it was made, does harm.
 *
 *     ["u"]                         undefined
 *     ["x", name]                   a number that JSON has no word for: NaN, Infinity, -Infinity, -0
 *     ["t", section]                a typed array
 *     ["i", section]                a list of numbers
 *     ["s", text...]                a list of strings
 *     ["b", lengths, section, ...]  a long list of strings: pieces of text, and lengths of their strings in UTF-16 code units
 *     ["j", section...]             the same as pieces of JSON
 *     ["p", section, strings, strings]  a list of strings parted in two: 0 for the next of the first, 1 for one of the second
 *     ["d", section, strings]       a list of strings by place in a dictionary
 *     ["l", section, list]          a list of lists: their lengths, and all items one after the other
 *     ["r", keys, column...]        a list of records: for each key the list of values
 *     ["g", section, list]          a column with gaps: 1 where there is a value, 0 where the key is absent
 *     ["a", node...]                any other list
 *     ["o", keys, node...]          an object
 */

import { deepest } from "./pack.js";
import { damaged } from "./refuse.js";
import type { SectionArray } from "./section-types.js";

const numberNames = new Map<unknown, number>([
  ["NaN", Number.NaN],
  ["Infinity", Infinity],
  ["-Infinity", -Infinity],
  ["-0", -0],
]);

const property = { writable: true, enumerable: true, configurable: true };

/** Marks the place of an absent key in a column. */
const absent = Symbol("absent");

/** Unpacks a skeleton with its sections. @throws ThemataError MODEL_FORMAT */
export function unpackData(skeleton: unknown, sections: readonly SectionArray[]): unknown {
  const unused: (SectionArray | undefined)[] = [...sections];
  const takeSection = (place: unknown): SectionArray => {
    const section = typeof place === "number" ? unused[place] : undefined;
    if (section === undefined) throw damaged("a section is missing or used twice");
    unused[place as number] = undefined;
    return section;
  };
  const data = unpackNode(skeleton, takeSection, 0);
  if (unused.some((section) => section !== undefined)) throw damaged("a section belongs to nothing");
  return data;
}

type TakeSection = (place: unknown) => SectionArray;

function unpackNode(node: unknown, take: TakeSection, depth: number): unknown {
  if (!Array.isArray(node)) return scalar(node);
  if (node[0] === "u") return undefined;
  // A section is a view of the bytes that were given; what is kept has no tie to them.
  if (node[0] === "t") return take(node[1]).slice();
  if (node[0] === "o") return unpackObject(node, take, depth);
  if (node[0] !== "x") return unpackList(node, take, depth);
  const value = numberNames.get(node[1]);
  if (value === undefined) throw damaged("an unknown number");
  return value;
}

function unpackList(node: unknown, take: TakeSection, depth: number): unknown[] {
  if (!Array.isArray(node)) throw damaged("a list is missing");
  // A level of the data takes up to two levels of nodes: a list, and the column or the lists within.
  if (depth > 2 * deepest) throw damaged("the data are nested too deeply");
  const [tag, ...rest] = node as readonly unknown[];
  if (tag === "a") return rest.map((item) => unpackNode(item, take, depth + 1));
  if (tag === "i") return Array.from(take(rest[0]));
  if (tag === "s") return strings(rest);
  if (tag === "b") return joinedStrings(rest, take);
  if (tag === "j") return rest.flatMap((place) => stringsOfSection(take(place)));
  if (tag === "p") {
    return fromParts(take(rest[0]), unpackList(rest[1], take, depth + 1), unpackList(rest[2], take, depth + 1));
  }
  if (tag === "d") return fromDictionary(take(rest[0]), unpackList(rest[1], take, depth + 1));
  if (tag === "l") return cut(unpackList(rest[1], take, depth + 1), take(rest[0]));
  if (tag === "r") return fromColumns(rest, take, depth);
  throw damaged("an unknown kind of data");
}

function unpackObject(node: readonly unknown[], take: TakeSection, depth: number): unknown {
  const [, keyList, ...values] = node;
  const keys = distinctKeys(keyList);
  if (keys.length !== values.length) throw damaged("an object has more keys than values, or fewer");
  if (depth > 2 * deepest) throw damaged("the data are nested too deeply");
  // fromEntries defines properties, so that "__proto__" is a key like any other.
  return Object.fromEntries(keys.map((key, i) => [key, unpackNode(values[i], take, depth + 1)]));
}

function fromColumns([keyList, ...columnNodes]: readonly unknown[], take: TakeSection, depth: number): unknown[] {
  const keys = distinctKeys(keyList);
  const columns = columnNodes.map((column) => unpackColumn(column, take, depth + 1));
  const length = columns[0]?.length ?? 0;
  if (keys.length !== columns.length || columns.some((column) => column.length !== length)) {
    throw damaged("the columns of a table differ in length");
  }
  const records: Record<string, unknown>[] = [];
  for (let row = 0; row < length; row += 1) {
    const record: Record<string, unknown> = {};
    for (let c = 0; c < keys.length; c += 1) {
      const value = columns[c]![row];
      if (value === absent) continue;
      // Assigning would change the prototype; defining makes it a key like any other.
      if (keys[c] === "__proto__") Object.defineProperty(record, keys[c]!, { ...property, value });
      else record[keys[c]!] = value;
    }
    records.push(record);
  }
  return records;
}

function unpackColumn(node: unknown, take: TakeSection, depth: number): unknown[] {
  if (!Array.isArray(node) || node[0] !== "g") return unpackList(node, take, depth);
  const present = take(node[1]);
  const values = unpackList(node[2], take, depth);
  let next = 0;
  const column = Array.from(present, (flag) => (flag === 1 ? values[next++] : absent));
  if (next !== values.length) throw damaged("a column has more values than places, or fewer");
  return column;
}

function fromDictionary(places: SectionArray, dictionary: readonly unknown[]): unknown[] {
  return Array.from(places, (place) => {
    const text = dictionary[place];
    if (typeof text !== "string") throw damaged("a text is missing");
    return text;
  });
}

function fromParts(second: SectionArray, ...parts: readonly [readonly unknown[], readonly unknown[]]): unknown[] {
  const next = [0, 0];
  const list: unknown[] = [];
  for (const part of second) {
    const text = parts[part]?.[next[part]!++];
    if (text === undefined) throw damaged("a text is missing");
    list.push(text);
  }
  if (next.some((count, i) => count !== parts[i]!.length)) throw damaged("a list has more texts than places, or fewer");
  return list;
}

function cut(items: readonly unknown[], lengths: SectionArray): unknown[][] {
  let at = 0;
  const lists: unknown[][] = [];
  for (let i = 0; i < lengths.length; i += 1) {
    const list = items.slice(at, at + lengths[i]!);
    if (list.length !== lengths[i]) throw damaged("a list is too short");
    at += list.length;
    lists.push(list);
  }
  if (at !== items.length) throw damaged("a list is too long");
  return lists;
}

function stringsOfSection(section: SectionArray): string[] {
  try {
    return strings(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(section)));
  } catch (cause) {
    throw damaged("a list of texts is not JSON", cause);
  }
}

function joinedStrings(places: readonly unknown[], take: TakeSection): string[] {
  const found: string[] = [];
  for (let piece = 0; piece < places.length; piece += 2) {
    const lengths = take(places[piece]);
    const text = textOfSection(take(places[piece + 1]));
    let at = 0;
    for (const length of lengths) {
      found.push(text.slice(at, at + length));
      at += length;
    }
    if (at !== text.length) throw damaged("a text is longer or shorter than its strings");
  }
  return found;
}

function textOfSection(section: SectionArray): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(section);
  } catch (cause) {
    throw damaged("a text is not UTF-8", cause);
  }
}

function strings(list: unknown): string[] {
  if (!Array.isArray(list) || !list.every((item) => typeof item === "string")) throw damaged("a text is missing");
  return list;
}

function distinctKeys(list: unknown): string[] {
  const keys = strings(list);
  if (new Set(keys).size !== keys.length) throw damaged("an object has a key twice");
  return keys;
}

function scalar(value: unknown): unknown {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  throw damaged("an unknown kind of data");
}
