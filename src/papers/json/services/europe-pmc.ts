/** Results of Europe PMC, lite or core. */

import { findDoi } from "../../fields/identifiers.js";
import { splitNames } from "../../fields/names.js";
import { readable } from "../../markup/readable-text.js";
import { asText, asTexts, field } from "../json-value.js";
import { otherFields, type Service } from "./service.js";

const USED = [
  "abstractText",
  "authorString",
  "authorList",
  "journalInfo",
  "keywordList",
  "firstPublicationDate",
  "pubYear",
];

export const europePmc: Service = {
  matches: (record) => "authorString" in record || "abstractText" in record || "pubYear" in record,
  toDraft: (record) => {
    const names = asTexts(field(record, "authorList", "author"), "fullName", "collectiveName");
    return {
      id: asText(record["id"]),
      title: readable(asText(record["title"])),
      abstract: readable(asText(record["abstractText"])),
      date: asText(record["firstPublicationDate"]) ?? asText(record["pubYear"]),
      authors: names.length > 0 ? names : splitNames(asText(record["authorString"])?.replace(/\.$/, "")),
      keywords: asTexts(field(record, "keywordList", "keyword")),
      doi: findDoi(asText(record["doi"])),
      venue: asText(field(record, "journalInfo", "journal", "title")) ?? asText(record["journalTitle"]),
      extra: otherFields(record, ...USED),
    };
  },
};
