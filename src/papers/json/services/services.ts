/** The services whose records we know. */

import type { JsonObject } from "../json-value.js";
import { arxivDump } from "./arxiv-dump.js";
import { biorxiv } from "./biorxiv.js";
import { crossref } from "./crossref.js";
import { doaj } from "./doaj.js";
import { europePmc } from "./europe-pmc.js";
import { hal } from "./hal.js";
import { huggingFace } from "./hugging-face.js";
import { openAlex } from "./openalex.js";
import { semanticScholar } from "./semantic-scholar.js";
import type { Service } from "./service.js";

/** The most telling marks first. */
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

/** The service that a record comes from, or undefined. */
export function serviceOf(record: JsonObject): Service | undefined {
  return SERVICES.find((candidate) => candidate.matches(record));
}
