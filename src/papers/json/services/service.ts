/** What the mapping of one service's JSON to papers consists of. */

import { PAPER_FIELDS } from "../../paper.js";
import type { Draft } from "../../reading/draft.js";
import type { JsonObject } from "../json-value.js";

/** Tells whether a record is the service's, and maps it. */
export interface Service {
  matches(record: JsonObject): boolean;
  toDraft(record: JsonObject): Draft;
}

/** The fields of a record that are neither ours nor already used; they are kept as they are. */
export function otherFields(record: JsonObject, ...used: readonly string[]): Record<string, unknown> {
  const others = Object.entries(record).filter(([name]) => !PAPER_FIELDS.includes(name) && !used.includes(name));
  return Object.fromEntries(others.filter(([, value]) => value !== null));
}
