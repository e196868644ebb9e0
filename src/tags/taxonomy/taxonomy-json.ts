/** Taxonomies in JSON: a list of themes, a tree of them, names by id, or one theme a line. */

import { splitKeywords } from "../../papers/fields/names.js";
import { asText, asTexts, isObject, type JsonObject } from "../../papers/json/json-value.js";
import type { TaxonomyEntry } from "./taxonomy-entry.js";

/** Words for our fields; the first one present counts. */
const NAMES = {
  id: ["id", "@id", "code", "key", "uri", "notation"],
  name: ["name", "label", "title", "topic", "theme", "prefLabel"],
  description: ["description", "definition", "scopeNote", "scope", "note", "summary"],
  keywords: ["keywords", "terms", "phrases"],
  aliases: ["aliases", "alias", "synonyms", "altLabels", "altLabel", "alternatives"],
  parents: ["parents", "parent", "parentId", "parent_id", "broader"],
} as const;

const LISTS = ["themes", "topics", "categories", "concepts", "taxonomy", "items"];
const CHILDREN = ["children", "narrower", "subtopics", "subthemes"];

/** The entries of a JSON value. O(its size). */
export function entriesOfJson(value: unknown): TaxonomyEntry[] {
  if (Array.isArray(value)) return value.flatMap((item) => entryTree(item, undefined, 0));
  if (!isObject(value)) return [];
  const list = LISTS.map((name) => value[name]).find(Array.isArray);
  if (list !== undefined) return entriesOfJson(list);
  if (NAMES.name.some((name) => asText(value[name]) !== undefined)) return entryTree(value, undefined, 0);
  return Object.entries(value).flatMap(([id, item]) => entryById(id, item));
}

/** `{ "rlhf": "Learning from human feedback" }` or `{ "rlhf": { "name": ... } }`. */
function entryById(id: string, item: unknown): TaxonomyEntry[] {
  if (typeof item === "string") return [{ id, name: item }];
  if (!isObject(item)) return [];
  return entryTree({ ...item, id }, undefined, 0);
}

/** A theme and those under it; no tree of themes is a hundred levels deep. */
function entryTree(item: unknown, parent: string | undefined, depth: number): TaxonomyEntry[] {
  if (typeof item === "string") return [{ name: item, ...(parent === undefined ? {} : { parents: [parent] }) }];
  if (!isObject(item) || depth > 100) return [];
  const own = entryOf((names) =>
    names.map((name) => item[name]).find((found) => found !== undefined && found !== null),
  );
  const entry = parent === undefined ? own : { ...own, parents: [...(own.parents ?? []), parent] };
  return [entry, ...childrenOf(item).flatMap((child) => entryTree(child, own.id ?? own.name, depth + 1))];
}

function childrenOf(item: JsonObject): readonly unknown[] {
  return CHILDREN.map((name) => item[name]).find(Array.isArray) ?? [];
}

/** The entry of a record whose values are got by the names a field may have. */
export function entryOf(lookUp: (names: readonly string[]) => unknown): TaxonomyEntry {
  return {
    id: asText(lookUp(NAMES.id)),
    name: asText(lookUp(NAMES.name)),
    description: asText(lookUp(NAMES.description)),
    keywords: wordsOf(lookUp(NAMES.keywords)),
    aliases: wordsOf(lookUp(NAMES.aliases)),
    parents: wordsOf(lookUp(NAMES.parents)),
  };
}

/** What the column of names may be called, in lower case. */
export const NAME_COLUMNS: readonly string[] = NAMES.name.map((name) => name.toLowerCase());

function wordsOf(value: unknown): string[] {
  if (typeof value === "string") return splitKeywords(value);
  return Array.isArray(value) ? asTexts(value, "id", "name", "label") : asTexts([value]);
}
