/** Works of Crossref, with abstracts in JATS, and CSL-JSON, which is of the same family. */

import { findDoi } from "../../fields/identifiers.js";
import { mostPreciseDate } from "../../fields/iso-date.js";
import { splitKeywords } from "../../fields/names.js";
import { readable } from "../../markup/readable-text.js";
import { dateTextOf } from "../json-texts.js";
import { asList, asText, asTexts, field, isObject } from "../json-value.js";
import { otherFields, type Service } from "./service.js";

const USED = ["DOI", "URL", "author", "container-title", "issued", "subtitle", "keyword"];

/** When it was published first, then in which form; the first says the year. */
const DATES = ["issued", "published", "published-online", "published-print"];

export const crossref: Service = {
  matches: (record) =>
    ["container-title", "issued", "DOI"].some((name) => name in record) &&
    (Array.isArray(record["title"]) || isObject(record["issued"]) || isObject(asList(record["author"])[0])),
  toDraft: (record) => {
    const title = asText(record["title"]);
    const subtitle = asText(asList(record["subtitle"]));
    return {
      id: asText(record["id"]),
      title: readable(title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : title),
      // JATS gives the heading of the section as well.
      abstract: readable(asText(record["abstract"]))?.replace(/^(?:Abstract|ABSTRACT|Summary)[:.]?\s+(?=\S)/, ""),
      date: mostPreciseDate(DATES.flatMap((name) => dateTextOf(record[name]) ?? [])),
      authors: asTexts(asList(record["author"]).map(fullName)),
      keywords: splitKeywords(asText(record["keyword"])),
      doi: findDoi(asText(record["DOI"])),
      venue: readable(asText(record["container-title"])),
      url: asText(record["URL"]),
      extra: otherFields(record, ...USED),
    };
  },
};

function fullName(author: unknown): string {
  const names = ["given", "non-dropping-particle", "family", "literal", "name"].map((part) =>
    asText(field(author, part)),
  );
  return names.filter((name) => name !== undefined).join(" ");
}
