/** Preprints of bioRxiv and medRxiv, which say "NA" for what is absent. */

import { findDoi } from "../identifiers.js";
import { asText } from "../json-value.js";
import { splitNames } from "../names.js";
import { readable } from "../readable-text.js";
import { otherFields, type Service } from "./service.js";

export const biorxiv: Service = {
  matches: (record) => "jatsxml" in record || /^(?:bio|med)rxiv$/i.test(asText(record["server"]) ?? ""),
  toDraft: (record) => {
    const doi = findDoi(asText(record["doi"]));
    return {
      title: readable(asText(record["title"])),
      abstract: readable(asText(record["abstract"])),
      date: asText(record["date"]),
      authors: splitNames(asText(record["authors"]) ?? ""),
      doi,
      venue: asText(record["server"]),
      url: doi === undefined ? undefined : `https://doi.org/${doi}`,
      extra: otherFields(record),
    };
  },
};
