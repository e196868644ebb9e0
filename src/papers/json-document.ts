/** One JSON document: a list of records, an object that holds such a list, or a single record. */

import type { Found, PaperReader } from "./draft.js";
import { draftOfRecord, recordsInEnvelope } from "./json-shapes.js";
import { isObject } from "./json-value.js";

/** A reader of a JSON document, which it has to see whole. */
export function openJsonDocument(): PaperReader {
  const pieces: string[] = [];
  return {
    push(text) {
      pieces.push(text);
      return [];
    },
    end: () => readDocument(pieces.join("")),
  };
}

function readDocument(text: string): Found[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return [{ kind: "unreadable", problem: { code: "unreadable-line", message: `Not JSON: ${String(error)}` } }];
  }
  const records = Array.isArray(value) ? value : (recordsInEnvelope(value) ?? [value]);
  return records.map(foundRecord);
}

function foundRecord(record: unknown): Found {
  if (isObject(record)) return { kind: "record", draft: draftOfRecord(record) };
  const message = `Expected a record as a JSON object, got ${record === null ? "null" : typeof record}.`;
  return { kind: "unreadable", problem: { code: "unreadable-record", message } };
}
