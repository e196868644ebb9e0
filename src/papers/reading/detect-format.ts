/** Which format a text is in, by its content alone. */

import { recordsInEnvelope } from "../json/json-envelope.js";
import { isObject, parseJson } from "../json/json-value.js";
import { ABSTRACT_LENGTH, isAbstract } from "../lines/listing.js";
import type { PaperFormat } from "../paper-format.js";
import { dialectOf } from "../tables/delimited.js";

/** A line that only one format has. */
const SIGNS: readonly (readonly [PaperFormat, RegExp])[] = [
  // Before RIS, with which it shares the look of a line.
  ["nbib", /^PMID ?- ?\d/m],
  ["ris", /^[ \t]{0,8}TY[ \t]{1,4}[-–—][ \t]*[A-Z]{3,8}\s*$|^(?:T[1I]|A[1U]|AB) {2}- /im],
  ["wos", /^PT [A-Z]\s*$/m],
  ["pubmed", /^1[.:] \S[\s\S]*[\r\n]PMID: \d/],
  ["enw", /^%0 \S.*[\r\n]+%[A-Z@] /m],
  ["bibtex", /^[ \t]*@[A-Za-z][A-Za-z_-]{1,29}[ \t]*[{(]/m],
];

/** Lines of labelled text. */
const LABELS: readonly RegExp[] = [/^[ \t]{0,8}Title[ \t]{0,4}:/im, /^[ \t]{0,8}(?:Abstract|Summary)[ \t]{0,4}:/im];

/** As much of a text as is looked at. */
const HEAD = 65_536;

/** The format of a text by its beginning, or undefined where it is none that we know. */
export function detectFormat(text: string): PaperFormat | undefined {
  const head = text.slice(0, HEAD).trimStart();
  if (head.startsWith("[")) return "json";
  if (head.startsWith("{")) return detectJson(head);
  if (head.startsWith("<")) return "xml";
  for (const [format, sign] of SIGNS) if (sign.test(head)) return format;
  if (LABELS.every((label) => label.test(head))) return "labelled";
  // Compressed files, PDF, images and saved models have zeros from the beginning on.
  const [whole] = head.split("\0", 1);
  const dialect = dialectOf(whole!, ["\t", ",", ";", "|"]);
  if (dialect.header) return dialect.delimiter === "\t" ? "tsv" : "csv";
  return whole === head && looksLikeListing(head) ? "listing" : undefined;
}

/** JSON Lines if one of the first lines is an object by itself, unless the text is one object in one line. */
function detectJson(head: string): PaperFormat {
  const lines = head.split(/\r\n|\n|\r/, 20).filter((line) => line.trim() !== "");
  const values = lines.map(parsedOrUndefined);
  if (lines.length === 1 && recordsInEnvelope(values[0]) !== undefined) return "json";
  const alone = /^\{\s*$/.test(lines[0]!) ? [] : values.filter(isObject);
  return alone.length > 0 ? "jsonl" : "json";
}

function parsedOrUndefined(line: string): unknown {
  return line.startsWith("{") ? parseJson(line) : undefined;
}

/** An abstract under a title, and a long one or a second pair, so that not any prose is taken for a listing. */
function looksLikeListing(head: string): boolean {
  const lines = head.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  const abstracts = lines.filter((line, i) => i > 0 && isAbstract(line) && !isAbstract(lines[i - 1]!));
  return abstracts.length > 1 || abstracts.some((line) => line.length >= ABSTRACT_LENGTH);
}
