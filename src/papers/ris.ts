/** RIS, in the flavours of Scopus, Web of Science, Embase, EBSCO, Ovid, Zotero, Mendeley, EndNote, Rayyan and others. */

import type { Draft, PaperReader } from "./draft.js";
import { findDoi } from "./identifiers.js";
import { mostPreciseDate } from "./iso-date.js";
import { readable } from "./readable-text.js";
import {
  firstOf,
  linesOf,
  openTagged,
  readableOf,
  type TaggedFields,
  type TaggedFormat,
  valuesOf,
} from "./tagged-reader.js";

const LINE = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;

const RIS: TaggedFormat = {
  split: (text) => {
    const found = LINE.exec(text);
    return found === null ? undefined : { tag: found[1]!, value: found[2] ?? "" };
  },
  first: "TY",
  last: "ER",
  // Ovid numbers its records and adds a link to each.
  ignored: /^\s*\d+\.\s*$|^Link to /,
  toDraft,
};

/** A reader of RIS. */
export function openRis(): PaperReader {
  return openTagged(RIS);
}

function toDraft(fields: TaggedFields): Draft {
  return {
    id: firstOf(fields, "ID", "AN"),
    title: readableOf(fields, "TI", "T1", "CT", "BT"),
    // EBSCO adds a second abstract for the copyright notice or for another language.
    abstract: readable(firstOf(fields, "AB", "N2")),
    date: mostPreciseDate(valuesOf(fields, "PY", "Y1", "DA")),
    authors: linesOf(fields, "AU", "A1"),
    // EndNote writes one keyword a line under a single tag.
    keywords: linesOf(fields, "KW"),
    doi: findDoi(firstOf(fields, "DO", "DI")),
    venue: readableOf(fields, "T2", "JF", "JO", "JA", "J2"),
    url: firstOf(fields, "UR", "L2")?.split(/\s/)[0],
  };
}
