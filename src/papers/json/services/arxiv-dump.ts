/** Records of arXiv's metadata dump in JSON Lines (the data set of Cornell University). */

import { addressOf, findDoi } from "../../fields/identifiers.js";
import { splitNames } from "../../fields/names.js";
import { readable } from "../../markup/readable-text.js";
import { asList, asText, asTexts } from "../json-value.js";
import { otherFields, type Service } from "./service.js";

export const arxivDump: Service = {
  matches: (record) => "authors_parsed" in record || ("submitter" in record && "categories" in record),
  toDraft: (record) => {
    const id = asText(record["id"]);
    const parsed = asList(record["authors_parsed"]).map((name) => {
      const [family, given, suffix] = asList(name).map((part) => asText(part) ?? "");
      return [given, family, suffix].filter((part) => part).join(" ");
    });
    return {
      id,
      title: readable(asText(record["title"])),
      abstract: readable(asText(record["abstract"])),
      date: asTexts(record["versions"], "created")[0] ?? asText(record["update_date"]),
      authors: parsed.length > 0 ? parsed : splitNames(asText(record["authors"])),
      doi: findDoi(asText(record["doi"])),
      venue: asText(record["journal-ref"]),
      url: addressOf("https://arxiv.org/abs/", id),
      extra: {
        ...otherFields(record, "authors_parsed", "versions", "journal-ref", "categories"),
        categories: (asText(record["categories"]) ?? "").split(/\s+/),
      },
    };
  },
};
