/** Whose JSON it is: our own, or the answer of a service. */

import type { Draft } from "./draft.js";
import { generalDraft } from "./json-record.js";
import { field, isObject, type JsonObject } from "./json-value.js";
import { arxivDump } from "./services/arxiv-dump.js";
import { biorxiv } from "./services/biorxiv.js";
import { crossref } from "./services/crossref.js";
import { doaj } from "./services/doaj.js";
import { europePmc } from "./services/europe-pmc.js";
import { hal } from "./services/hal.js";
import { huggingFace } from "./services/hugging-face.js";
import { openAlex } from "./services/openalex.js";
import { semanticScholar } from "./services/semantic-scholar.js";
import type { Service } from "./services/service.js";

/** The services we know, the most telling marks first. */
const SERVICES: readonly Service[] = [
  openAlex,
  semanticScholar,
  doaj,
  hal,
  huggingFace,
  arxivDump,
  biorxiv,
  europePmc,
  crossref,
];

/** Where services put their records. */
const ENVELOPES: readonly (readonly string[])[] = [
  ["papers"],
  ["results"],
  ["data"],
  ["message", "items"],
  ["resultList", "result"],
  ["response", "docs"],
  ["collection"],
  ["items"],
  ["recommendedPapers"],
];

/** The list of records in a service's answer, or undefined where the value is no such answer. */
export function recordsInEnvelope(value: unknown): readonly unknown[] | undefined {
  for (const path of ENVELOPES) {
    const records = field(value, ...path);
    if (Array.isArray(records) && records.every((record) => record === null || isObject(record))) return records;
  }
  return undefined;
}

/** The drafts of one JSON value: a record, a list of records, or an answer that holds them. */
export function draftsOfJson(value: unknown): Draft[] {
  const records = Array.isArray(value) ? value : recordsInEnvelope(value);
  if (records !== undefined) return records.filter(isObject).map(draftOfRecord);
  return isObject(value) ? [draftOfRecord(value)] : [];
}

/** The draft of one record, by the mapping of the service it comes from. */
export function draftOfRecord(record: JsonObject): Draft {
  const service = SERVICES.find((candidate) => candidate.matches(record));
  return service === undefined ? generalDraft(record) : service.toDraft(record);
}
