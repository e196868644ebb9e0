/** EndNote's tagged format (.enw), which Google Scholar, JSTOR and libraries export: "%0 Journal Article", "%T Title". */

import { findDoi } from "../papers/fields/identifiers.js";
import { mostPreciseDate } from "../papers/fields/iso-date.js";
import { splitKeywords } from "../papers/fields/names.js";
import {
  firstOf,
  linesOf,
  openTagged,
  readableOf,
  type TaggedFields,
  type TaggedFormat,
  valuesOf,
} from "../papers/lines/tagged-reader.js";
import type { Draft, PaperReader } from "../papers/reading/draft.js";

const LINE = /^%([0-9A-Z!@#$&()*+>^~[\]])(?: (.*))?$/;

const ENW: TaggedFormat = {
  split: (text) => {
    const found = LINE.exec(text);
    return found === null ? undefined : { tag: found[1]!, value: found[2] ?? "" };
  },
  first: "0",
  others: new Set(["T", "A"]),
  ignored: /^$/,
  toDraft,
};

/** A reader of EndNote's tagged format. */
export function openEnw(): PaperReader {
  return openTagged(ENW);
}

function toDraft(fields: TaggedFields): Draft {
  return {
    id: firstOf(fields, "F", "M", "L"),
    title: readableOf(fields, "T"),
    abstract: readableOf(fields, "X"),
    date: mostPreciseDate([...valuesOf(fields, "D"), ...valuesOf(fields, "8")]),
    authors: linesOf(fields, "A"),
    // One a line, or several in one.
    keywords: linesOf(fields, "K").flatMap((line) => (line.includes(";") ? splitKeywords(line) : [line])),
    doi: findDoi(firstOf(fields, "R") ?? firstOf(fields, "U")),
    venue: readableOf(fields, "J", "B"),
    url: firstOf(fields, "U")?.split(/\s/)[0],
  };
}
