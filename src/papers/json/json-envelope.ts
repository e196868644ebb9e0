/** The records of a JSON document, wherever its maker put them. */

import { fieldOfName, LIKELY_RANK } from "../fields/field-words.js";
import { plainTextOf } from "./json-texts.js";
import { field, isObject, type JsonObject } from "./json-value.js";
import { serviceOf } from "./services/services.js";

/** Where services put their records: an empty list there means that nothing was found. */
const ENVELOPES: readonly (readonly string[])[] =
  "papers,results,data,message items,resultList result,response docs,collection,items,recommendedPapers"
    .split(",")
    .map((path) => path.split(" "));

/** Names of the object within a record that holds the paper itself, where the record has no title of its own. */
const INNER =
  "content _source metadata attributes info node data message paper citedPaper citingPaper article fields".split(" ");

/** Lists are looked for so deep. */
const DEEPEST = 5;

/** The list of records in an object, or undefined where it is a record itself or holds none. */
export function recordsInEnvelope(value: unknown): readonly unknown[] | undefined {
  if (!isObject(value) || isPlainRecord(value)) return undefined;
  const columns = recordsOfColumns(value);
  if (columns !== undefined) return columns;
  if (isRecord(value)) return undefined;
  for (const path of ENVELOPES) {
    const records = field(value, ...path);
    if (Array.isArray(records) && records.every((record) => record === null || isObject(record))) return records;
  }
  return listWithin(value);
}

/** The paper within a record such as `{ content: { title, abstract } }`, with what stands beside it; else the record. */
export function withoutWrapping(record: JsonObject): JsonObject {
  if (isPlainRecord(record) || textFields(record).has("title")) return record;
  for (const name of INNER) {
    const inner = record[name];
    if (!isObject(inner) || (isPaper(record) ? !textFields(inner).has("title") : !isPaper(inner))) continue;
    const { [name]: _, ...outer } = record;
    return { ...outer, ...inner };
  }
  return record;
}

/** Whether an object has a text as its title, as most records have, and is no table. */
function isPlainRecord({ title, columns }: JsonObject): boolean {
  return typeof title === "string" && title.trim() !== "" && !Array.isArray(columns);
}

/** The records of a list, or those in its pages, where somebody gathered whole answers. */
export function recordsInList(list: readonly unknown[]): readonly unknown[] {
  return list.some(isRecord) ? list : list.flatMap((page) => recordsInEnvelope(page) ?? [page]);
}

/** Whether an object tells of a paper, itself or in an object within it. */
function isRecord(value: unknown): value is JsonObject {
  return isObject(value) && (serviceOf(value) !== undefined || isPaper(withoutWrapping(value)));
}

/** Whether an object has a title or an abstract, or weak names for both. */
function isPaper(value: JsonObject): boolean {
  const fields = textFields(value);
  return fields.has("title") || fields.has("abstract") || fields.size === 2;
}

/** The fields for which an object has a text, "weak title" where its name alone would not tell. */
function textFields(value: JsonObject): Set<string> {
  const fields = new Set<string>();
  for (const key of Object.keys(value)) {
    const meaning = fieldOfName(key);
    if (meaning?.field !== "title" && meaning?.field !== "abstract") continue;
    if (plainTextOf(value[key]) === undefined) continue;
    fields.add(meaning.rank < LIKELY_RANK ? meaning.field : `weak ${meaning.field}`);
  }
  return fields;
}

/** The nearest list that holds a paper, or the object whose values are papers, each then with its key as its id. */
function listWithin(value: JsonObject): readonly unknown[] | undefined {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const children = level.flatMap((parent) => (isObject(parent) ? Object.values(parent) : []));
    const lists = children.filter((child) => Array.isArray(child) && child.some(isRecord)) as unknown[][];
    if (lists.length > 0) return lists.reduce((longest, list) => (list.length > longest.length ? list : longest));
    for (const parent of level) {
      const keyed = isObject(parent) ? keyedRecords(parent) : undefined;
      if (keyed !== undefined) return keyed;
    }
    level = children.filter(isObject);
  }
  return undefined;
}

function keyedRecords(value: JsonObject): readonly JsonObject[] | undefined {
  const entries = Object.entries(value).filter(([, record]) => isObject(record)) as [string, JsonObject][];
  if (entries.length === 0 || !entries.every(([, record]) => isRecord(record))) return undefined;
  // One object alone under a word such as "message" is a wrapping, not a list.
  if (entries.length === 1 && INNER.includes(entries[0]![0])) return undefined;
  return entries.map(([id, record]) => ({ id, ...record }));
}

/** Tables as pandas writes them: a list or an object of cells by column, or `columns` beside the rows of `data`. */
function recordsOfColumns(value: JsonObject): readonly JsonObject[] | undefined {
  const { columns, data } = value;
  if (Array.isArray(columns) && Array.isArray(data) && data.length > 0 && data.every(Array.isArray)) {
    return data.map((row: unknown[]) => Object.fromEntries(columns.map((name, i) => [String(name), row[i]])));
  }
  const named = Object.keys(value).filter((key) => ["title", "abstract"].includes(fieldOfName(key)?.field ?? ""));
  const tables = named.map((key) => value[key]).filter((cells) => isCells(cells));
  if (named.length < 2 || tables.length < named.length) return undefined;
  return Object.keys(tables[0] as object).map((at) =>
    Object.fromEntries(Object.entries(value).map(([name, cells]) => [name, (cells as JsonObject | null)?.[at]])),
  );
}

/** Two texts or more in a list, or texts by row number. */
function isCells(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 1 && value.every((cell) => cell === null || typeof cell === "string");
  return isObject(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => /^\d+$/.test(key));
}
