/** Articles of the Directory of Open Access Journals. */

import { findDoi } from "../../fields/identifiers.js";
import { readable } from "../../markup/readable-text.js";
import { asList, asText, asTexts, field, isObject } from "../json-value.js";
import { otherFields, type Service } from "./service.js";

export const doaj: Service = {
  matches: (record) => isObject(record["bibjson"]),
  toDraft: (record) => {
    const article = record["bibjson"];
    const identifiers = asList(field(article, "identifier"));
    const doi = identifiers.find((identifier) => field(identifier, "type") === "doi");
    const date = [field(article, "year"), field(article, "month")].map(asText);
    return {
      id: asText(record["id"]),
      title: readable(asText(field(article, "title"))),
      abstract: readable(asText(field(article, "abstract"))),
      date: date.filter((part) => part !== undefined).join("-"),
      authors: asTexts(field(article, "author"), "name"),
      keywords: asTexts(field(article, "keywords")),
      doi: findDoi(asText(field(doi, "id"))),
      venue: asText(field(article, "journal", "title")),
      url: asText(field(asList(field(article, "link"))[0], "url")),
      extra: otherFields(record, "bibjson"),
    };
  },
};
