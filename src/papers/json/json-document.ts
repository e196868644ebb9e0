/** One JSON document: a list of records, an object that holds such a list, or a single record; salvaged where broken. */

import type { Found, PaperReader } from "../reading/draft.js";
import { wholeText } from "../reading/whole-text.js";
import { recordsInEnvelope, recordsInList } from "./json-envelope.js";
import { type JsonPiece, jsonPieces } from "./json-salvage.js";
import { foundInRecord } from "./json-shapes.js";
import { isObject, parseJson } from "./json-value.js";

/** A reader of a JSON document, which it has to see whole. */
export function openJsonDocument(): PaperReader {
  return wholeText(readDocument);
}

function readDocument(text: string): Found[] {
  const value = parseJson(text);
  if (value === undefined) return salvaged(text);
  const records = Array.isArray(value) ? recordsInList(value) : (recordsInEnvelope(value) ?? [value]);
  return records.map(foundRecord);
}

function salvaged(text: string): Found[] {
  const pieces = jsonPieces(text);
  const message = "The text is not one JSON document: it is cut off or broken. Its records were read one by one.";
  const broken: Found = { kind: "skipped", problem: { code: "broken-document", message } };
  const found = pieces.map(foundPiece);
  if (found.some(({ kind }) => kind === "record")) return [broken, ...found];
  return [{ kind: "unreadable", problem: { code: "unreadable-record", message: "The text is not JSON.", line: 1 } }];
}

function foundPiece({ text, line, complete }: JsonPiece): Found {
  const value = complete ? parseJson(text) : undefined;
  if (isObject(value)) return foundInRecord(value, line);
  const message = `The record at line ${line} is ${complete ? "not JSON" : "cut off"}.`;
  return { kind: "unreadable", problem: { code: "unreadable-record", message, line } };
}

function foundRecord(record: unknown): Found {
  if (isObject(record)) return foundInRecord(record);
  const message = `Expected a record as a JSON object, got ${record === null ? "null" : typeof record}.`;
  return { kind: "unreadable", problem: { code: "unreadable-record", message } };
}
