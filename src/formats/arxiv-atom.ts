/** Entries of the Atom feeds of arXiv's API. */

import { findArxivId, findDoi } from "../papers/fields/identifiers.js";
import type { Draft } from "../papers/reading/draft.js";
import { attributeOf, nodesAt, textAt, textsAt, type XmlNode } from "./xml-node.js";

/** The draft of an entry, or the reason why it is none: the API answers a wrong query with an entry of its own. */
export function draftOfAtom(entry: XmlNode): Draft | { readonly refused: string } {
  const url = textAt(entry, "id");
  if (url?.includes("/api/errors"))
    return { refused: `arXiv answered with an error: ${textAt(entry, "summary") ?? ""}.` };
  return {
    id: findArxivId(url) ?? url,
    title: textAt(entry, "title"),
    abstract: textAt(entry, "summary"),
    date: textAt(entry, "published"),
    authors: textsAt(entry, "author", "name"),
    doi: findDoi(textAt(entry, "doi")),
    venue: textAt(entry, "journal_ref"),
    url,
    extra: { categories: nodesAt(entry, "category").map((category) => attributeOf(category, "term") ?? "") },
  };
}
