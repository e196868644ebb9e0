/** Text whose lines begin with words for fields: "Title: ...", "Abstract: ...", in any order after the title. */

import { fieldOfName, type NamedField } from "../papers/fields/field-words.js";
import { findDoi } from "../papers/fields/identifiers.js";
import { mostPreciseDate } from "../papers/fields/iso-date.js";
import { splitKeywords, splitNames } from "../papers/fields/names.js";
import {
  firstOf,
  openTagged,
  readableOf,
  type TaggedFields,
  type TaggedFormat,
  valuesOf,
} from "../papers/lines/tagged-reader.js";
import type { Draft, PaperReader } from "../papers/reading/draft.js";

const LINE = /^[ \t]{0,8}(\p{L}[\p{L} ()/-]{1,23}?)[ \t]{0,4}[:：][ \t]{0,9}(.*)$/u;

const LABELLED: TaggedFormat = {
  split: (text) => {
    const [, label = "", value = ""] = LINE.exec(text) ?? [];
    const field = fieldOfName(label)?.field;
    return field === undefined ? undefined : { tag: field, value };
  },
  first: "title" satisfies NamedField,
  ignored: /./,
  toDraft,
};

/** A reader of labelled text; what stands before the first title is passed over. */
export function openLabelled(): PaperReader {
  return openTagged(LABELLED);
}

function toDraft(fields: TaggedFields): Draft {
  return {
    id: firstOf(fields, "id"),
    arxivId: firstOf(fields, "arxivId"),
    title: readableOf(fields, "title"),
    abstract: readableOf(fields, "abstract"),
    date: mostPreciseDate(valuesOf(fields, "date")),
    authors: splitNames(firstOf(fields, "authors")),
    keywords: splitKeywords(firstOf(fields, "keywords")),
    doi: findDoi(firstOf(fields, "doi", "url")),
    venue: readableOf(fields, "venue"),
    url: firstOf(fields, "url")?.split(/\s/)[0],
  };
}
