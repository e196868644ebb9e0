/** Hits of DBLP's search API and records of its XML dump; neither holds abstracts. */

import { findDoi } from "../papers/fields/identifiers.js";
import type { Draft } from "../papers/reading/draft.js";
import { attributeOf, nodesAt, textAt, textsAt, type XmlNode } from "./xml-node.js";

/** The draft of a hit or of a record such as an article. */
export function draftOfDblp(record: XmlNode): Draft {
  const info = nodesAt(record, "info")[0] ?? record;
  const links = textsAt(info, "ee");
  const authors = textsAt(info, "authors", "author");
  return {
    id: textAt(info, "key") ?? attributeOf(record, "key"),
    // DBLP ends each title with a full stop.
    title: textAt(info, "title")?.replace(/\.$/, ""),
    date: [textAt(info, "year"), textAt(info, "month")].filter((part) => part !== undefined).join(" "),
    // DBLP tells namesakes apart by a number: "Wei Liu 0001".
    authors: (authors.length > 0 ? authors : textsAt(info, "author")).map((name) => name.replace(/\s\d{4}$/, "")),
    doi: findDoi(textAt(info, "doi") ?? links.find((link) => findDoi(link) !== undefined)),
    venue: textAt(info, "venue") ?? textAt(info, "journal") ?? textAt(info, "booktitle"),
    url: links[0] ?? textAt(info, "url"),
  };
}
