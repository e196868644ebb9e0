/** MEDLINE records as PubMed exports them (.nbib, "PubMed format"). */

import { addressOf, findDoi } from "../fields/identifiers.js";
import { mostPreciseDate } from "../fields/iso-date.js";
import type { Draft, PaperReader } from "../reading/draft.js";
import { firstOf, openTagged, readableOf, type TaggedFields, type TaggedFormat, valuesOf } from "./tagged-reader.js";

const LINE = /^([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)$/;

const MEDLINE: TaggedFormat = {
  split: (text) => {
    const found = LINE.exec(text);
    return found === null ? undefined : { tag: found[1]!, value: found[2]! };
  },
  first: "PMID",
  ignored: /^\s*\d+[.:]?\s*$/,
  toDraft,
};

/** A reader of MEDLINE. */
export function openMedline(): PaperReader {
  return openTagged(MEDLINE);
}

function toDraft(fields: TaggedFields): Draft {
  const pmid = firstOf(fields, "PMID");
  const authors = valuesOf(fields, "FAU");
  return {
    id: pmid,
    title: readableOf(fields, "TI", "BTI"),
    abstract: readableOf(fields, "AB", "OAB"),
    date: mostPreciseDate(valuesOf(fields, "DP", "DEP")),
    authors: authors.length > 0 ? authors : valuesOf(fields, "AU"),
    keywords: [...valuesOf(fields, "OT"), ...valuesOf(fields, "MH").map(headingOf)],
    doi: findDoi(valuesOf(fields, "LID", "AID").find((value) => value.endsWith("[doi]"))),
    venue: firstOf(fields, "JT", "TA"),
    url: addressOf("https://pubmed.ncbi.nlm.nih.gov/", pmid, "/"),
  };
}

/** The heading of "*Dinosaurs/genetics", without its mark and qualifiers. */
function headingOf(heading: string): string {
  return heading.split("/")[0]!.replace(/\*/g, "");
}
