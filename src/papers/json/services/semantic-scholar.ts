/** Papers of Semantic Scholar: searches, batches, references and citations. */

import { findDoi } from "../../fields/identifiers.js";
import { readable } from "../../markup/readable-text.js";
import { asText, asTexts, field, isObject, type JsonObject } from "../json-value.js";
import { otherFields, type Service } from "./service.js";

export const semanticScholar: Service = {
  matches: (record) => /^[0-9a-f]{40}$/.test(asText(paperOf(record)["paperId"]) ?? ""),
  toDraft: (record) => {
    const paper = paperOf(record);
    return {
      id: asText(paper["paperId"]),
      arxivId: asText(field(paper, "externalIds", "ArXiv")),
      title: readable(asText(paper["title"])),
      abstract: readable(asText(paper["abstract"])),
      date: asText(paper["publicationDate"]) ?? asText(paper["year"]),
      authors: asTexts(paper["authors"], "name"),
      doi: findDoi(asText(field(paper, "externalIds", "DOI"))),
      venue: asText(paper["venue"]) ?? asText(field(paper, "journal", "name")),
      url: asText(paper["url"]),
      extra: otherFields(paper, "paperId", "publicationDate", "year", "citationStyles"),
    };
  },
};

/** The paper itself, or the one that an answer on references or citations wraps. */
function paperOf(record: JsonObject): JsonObject {
  const wrapped = record["citedPaper"] ?? record["citingPaper"];
  return isObject(wrapped) ? wrapped : record;
}
