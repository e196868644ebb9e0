/** Whose JSON it is: the answer of a service, or any other. */

import type { Draft } from "./draft.js";
import { recordsInEnvelope, withoutWrapping } from "./json-envelope.js";
import { generalDraft } from "./json-record.js";
import { isObject, type JsonObject } from "./json-value.js";
import { serviceOf } from "./services/services.js";

/** The drafts of one JSON object: a record, or an answer that holds a list of them. */
export function draftsOfJson(value: JsonObject): Draft[] {
  return (recordsInEnvelope(value) ?? [value]).filter(isObject).map(draftOfRecord);
}

/** The draft of one record, by the mapping of the service it comes from. */
export function draftOfRecord(record: JsonObject): Draft {
  const service = serviceOf(record);
  if (service !== undefined) return service.toDraft(record);
  const inner = withoutWrapping(record);
  return (inner === record ? undefined : serviceOf(inner))?.toDraft(inner) ?? generalDraft(inner);
}
