/** Whose JSON it is: the answer of a service, or any other; and what in it is no paper. */

import { fieldOfName } from "../fields/field-words.js";
import type { Fault, Found } from "../reading/draft.js";
import { recordsInEnvelope, withoutWrapping } from "./json-envelope.js";
import { generalDraft } from "./json-record.js";
import { asText, field, isObject, type JsonObject, textUnder } from "./json-value.js";
import { serviceOf } from "./services/services.js";

/** Kinds of Zotero's items that are no papers but belong to one. */
const BELONGINGS = /^(?:attachment|note|annotation)$/;

/** Keys of an answer that is about itself. */
const ABOUT_ANSWER = /^(?:status|message|detail|code|success|type|doc|path|time|ref)/i;

/** What one JSON object holds: a record, or an answer with a list of them. */
export function foundInObject(value: JsonObject, line?: number): Found[] {
  return (recordsInEnvelope(value) ?? [value]).filter(isObject).map((record) => foundInRecord(record, line));
}

/** One record: a paper, by the mapping of the service it comes from, or why it is none. */
export function foundInRecord(record: JsonObject, line?: number): Found {
  const own = serviceOf(record);
  const inner = own === undefined ? withoutWrapping(record) : record;
  const service = inner === record ? own : serviceOf(inner);
  const place = line === undefined ? {} : { line };
  const fault = service === undefined ? whyNoPaper(inner) : undefined;
  if (fault !== undefined) return { kind: "skipped", problem: { ...fault, ...place } };
  return { kind: "record", draft: service?.toDraft(inner) ?? generalDraft(inner), ...place };
}

/** A belonging of a paper, or an answer that says what went wrong. */
function whyNoPaper(record: JsonObject): Fault | undefined {
  const kind = asText(record["itemType"] ?? field(record["data"], "itemType")) ?? "";
  if (BELONGINGS.test(kind)) return { code: "no-paper", message: `Zotero's ${kind} was left out: it is no paper.` };
  if (!isRefusal(record)) return undefined;
  const said = textUnder(record, ["message", "detail", "error", "title"]) ?? JSON.stringify(record);
  return { code: "service-error", message: `The service answered with an error: ${said.slice(0, 300)}` };
}

/** Whether an object has a status of HTTP's for failures, or no field of a paper but words of errors or of nothing but answers. */
function isRefusal(record: JsonObject): boolean {
  const status = asText(record["status"]) ?? "";
  if (/^[45]\d\d$/.test(status)) return !("abstract" in record);
  const keys = Object.keys(record);
  if (keys.some(fieldOfName) || /^(?:ok|success|200)$/i.test(status)) return false;
  const isAnswer = keys.every((key) => ABOUT_ANSWER.test(key)) && keys.some((key) => /^(?:message|detail)/i.test(key));
  return isAnswer || keys.some((key) => /^err|error/i.test(key));
}
