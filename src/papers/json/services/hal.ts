/** Documents of HAL, whose fields carry their type and perhaps their language in their name; of several languages English. */

import { findDoi } from "../../fields/identifiers.js";
import { readable } from "../../markup/readable-text.js";
import { asText, asTexts, textUnder } from "../json-value.js";
import { otherFields, type Service } from "./service.js";

const DATES = ["producedDate_s", "publicationDate_s", "publicationDateY_i", "producedDateY_i"];
const USED = ["halId_s", "docid", "title_s", "abstract_s", "authFullName_s", "keyword_s", "doiId_s", "uri_s", ...DATES];

export const hal: Service = {
  matches: (record) => "title_s" in record || "halId_s" in record,
  toDraft: (record) => ({
    id: asText(record["halId_s"]) ?? asText(record["docid"]),
    title: readable(textUnder(record, ["en_title_s", "title_s"])),
    abstract: readable(textUnder(record, ["en_abstract_s", "abstract_s"])),
    date: textUnder(record, DATES),
    authors: asTexts(record["authFullName_s"]),
    keywords: asTexts(record["en_keyword_s"] ?? record["keyword_s"]),
    doi: findDoi(asText(record["doiId_s"])),
    venue: asText(record["journalTitle_s"]) ?? asText(record["conferenceTitle_s"]),
    url: asText(record["uri_s"]),
    extra: otherFields(record, ...USED),
  }),
};
