/** Works of OpenAlex, whose abstracts come as an index from words to positions. */

import { bareId, findDoi } from "../../fields/identifiers.js";
import { readable } from "../../markup/readable-text.js";
import { asList, asText, asTexts, field, isObject } from "../json-value.js";
import { otherFields, type Service } from "./service.js";

export const openAlex: Service = {
  matches: (record) => "abstract_inverted_index" in record || /openalex\.org\/W\d/.test(asText(record["id"]) ?? ""),
  toDraft: (record) => ({
    id: bareId(asText(record["id"])),
    title: readable(asText(record["title"]) ?? asText(record["display_name"])),
    abstract: readable(abstractOf(record["abstract_inverted_index"]) ?? asText(record["abstract"])),
    date: asText(record["publication_date"]) ?? asText(record["publication_year"]),
    authors: asTexts(
      asList(record["authorships"]).map((authorship) => field(authorship, "author")),
      "display_name",
    ),
    keywords: asTexts(record["keywords"], "display_name", "keyword"),
    doi: findDoi(asText(record["doi"])),
    venue: asText(field(record, "primary_location", "source", "display_name")),
    url: asText(field(record, "primary_location", "landing_page_url")),
    extra: otherFields(record, "display_name", "abstract_inverted_index", "publication_date", "authorships"),
  }),
};

/** The words of the index in the order of their positions. O(words log words). */
function abstractOf(index: unknown): string | undefined {
  if (!isObject(index)) return undefined;
  const placed = Object.entries(index).flatMap(([word, positions]) =>
    asList(positions).map((position) => ({ word, position: Number(position) })),
  );
  placed.sort((a, b) => a.position - b.position);
  return placed.map(({ word }) => word).join(" ");
}
