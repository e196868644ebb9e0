/** RIS, in the flavours of Scopus, Web of Science, Embase, EBSCO, Ovid, Zotero, Mendeley, EndNote, Rayyan and others. */

import { findDoi } from "../fields/identifiers.js";
import { mostPreciseDate } from "../fields/iso-date.js";
import { splitKeywords, splitNames } from "../fields/names.js";
import { readable } from "../markup/readable-text.js";
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

/** As the format wants it: two spaces, a hyphen, a space. */
const LINE = /^([A-Z][A-Z0-9]) {2}-(?: (.*))?$/;
/** As hands and programs write it too: any case, spaces or tabs, any dash. */
const LOOSE_LINE = /^[ \t]{0,8}([A-Za-z][A-Za-z0-9])[ \t]{1,4}[-–—](?:[ \t]*(.*))?$/;
/** Tags of loose lines, so that "AI - based" in the second line of an abstract is none. */
const TAGS = new Set(
  "TY ER ID AN TI T1 T2 T3 CT BT AB N2 N1 AU A1 A2 A3 A4 ED PY Y1 Y2 DA KW DO DI UR L1 L2 JO JF JA J1 J2 VL IS SP EP SN PB CY LA M1 M2 M3 DB DP C1 C2 ET ST".split(
    " ",
  ),
);

const RIS: TaggedFormat = {
  split: (text) => {
    const found = LINE.exec(text);
    if (found !== null) return { tag: found[1]!, value: found[2] ?? "" };
    const [, written = "", value = ""] = LOOSE_LINE.exec(text) ?? [];
    const tag = written.toUpperCase();
    return TAGS.has(tag) ? { tag, value } : undefined;
  },
  first: "TY",
  others: new Set(["TI", "T1", "AU", "A1", "ID"]),
  last: "ER",
  // Ovid and Cochrane number their records, Ovid adds a link to each; Springer says whose they are.
  ignored: /^\s*\d+\.\s*$|^Link to |^Record #\d|^(?:Provider|Database|Content):/,
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
    abstract: readable(abstractOf(valuesOf(fields, fields.has("AB") ? "AB" : "N2"))),
    date: mostPreciseDate(valuesOf(fields, "PY", "Y1", "DA")),
    authors: linesOf(fields, "AU", "A1").flatMap((line) => (line.includes(";") ? splitNames(line) : [line])),
    // EndNote writes one keyword a line under a single tag.
    keywords: linesOf(fields, "KW").flatMap((line) => (line.includes(";") ? splitKeywords(line) : [line])),
    // JSTOR has it in the address alone, ProQuest as "doi: ..." among its notes.
    doi: findDoi(firstOf(fields, "DO", "DI") ?? valuesOf(fields, "UR", "M3").find((text) => /doi/i.test(text))),
    venue: readableOf(fields, "T2", "JF", "JO", "JA", "J2"),
    url: firstOf(fields, "UR", "L2")?.split(/;?\s/)[0],
  };
}

const COPYRIGHT = /^\W*(?:copyright|©|\[?abstract from)/i;
const ENGLISH = /\b(?:the|of|and|is|are|we|with|that)\b/gi;

/**
 * An abstract may stand in several pieces. EBSCO's second one is a copyright notice or in another language, and does not
 * belong to the first.
 */
function abstractOf(values: readonly string[]): string | undefined {
  // A piece as short as a heading may have none of these words.
  const isEnglish = (text: string): boolean => (text.match(ENGLISH)?.length ?? 0) > text.length / 120 - 1;
  const [first, ...others] = values;
  if (first === undefined) return undefined;
  return [first, ...others.filter((text) => text !== first && !COPYRIGHT.test(text) && isEnglish(text))].join(" ");
}
