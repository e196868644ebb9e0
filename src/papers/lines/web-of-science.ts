/** Web of Science records in its tagged format (.ciw, "Plain text", "EndNote desktop"). */

import { findDoi } from "../fields/identifiers.js";
import { mostPreciseDate } from "../fields/iso-date.js";
import type { Draft, PaperReader } from "../reading/draft.js";
import {
  firstOf,
  linesOf,
  openTagged,
  readableOf,
  type TaggedFields,
  type TaggedFormat,
  valuesOf,
} from "./tagged-reader.js";

const LINE = /^(?:([A-Z][A-Z0-9]) (.*)|(ER|EF))\s*$/;

const WEB_OF_SCIENCE: TaggedFormat = {
  split: (text) => {
    const found = LINE.exec(text);
    return found === null ? undefined : { tag: (found[1] ?? found[3])!, value: found[2] ?? "" };
  },
  first: "PT",
  last: "ER",
  ignored: /^(?:FN|VR|EF)\b/,
  toDraft,
};

/** A reader of Web of Science's tagged format. */
export function openWebOfScience(): PaperReader {
  return openTagged(WEB_OF_SCIENCE);
}

function toDraft(fields: TaggedFields): Draft {
  const fullNames = linesOf(fields, "AF");
  const year = firstOf(fields, "PY", "EY");
  const day = firstOf(fields, "PD");
  return {
    id: firstOf(fields, "UT"),
    title: readableOf(fields, "TI"),
    abstract: readableOf(fields, "AB"),
    // "DEC 16 2020" or "JAN-FEB" or "MAR": the year may stand in its own field alone.
    date: mostPreciseDate([year, `${day ?? ""} ${year ?? ""}`].filter((text) => text !== undefined)),
    authors: fullNames.length > 0 ? fullNames : linesOf(fields, "AU"),
    keywords: valuesOf(fields, "DE")
      .flatMap((value) => value.split(/\s*;\s*/))
      .filter((word) => word !== ""),
    doi: findDoi(firstOf(fields, "DI")),
    venue: firstOf(fields, "SO"),
  };
}
