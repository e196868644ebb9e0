/** BibTeX and BibLaTeX: entries as papers. */

import { type BibtexValue, parse } from "bibtex-parse";
import { shown } from "../errors.js";
import { findArxivId, findDoi } from "../papers/fields/identifiers.js";
import { isoDate } from "../papers/fields/iso-date.js";
import { splitKeywords } from "../papers/fields/names.js";
import type { Draft, Fault, Found, PaperReader } from "../papers/reading/draft.js";
import { wholeText } from "../papers/reading/whole-text.js";
import { type BibtexFields, withParent } from "./bibtex-crossref.js";
import { type BibtexEntryText, bibtexEntries } from "./bibtex-entries.js";
import { salvagedEntry } from "./bibtex-salvage.js";
import { bibtexText } from "./bibtex-text.js";

/** The strings that BibTeX styles define: months, as ISO dates want them. */
const MONTHS: readonly (readonly [string, string])[] = (
  ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const
).map((name) => [name, name]);

const NO_KEY = /^(@[^\s{(]{2,30}\s{0,9}[{(])\s{0,99},/;
const madeUpKey = "themata:no-key";

/** A reader of BibTeX, which it has to see whole. */
export function openBibtex(): PaperReader {
  return wholeText(readLibrary);
}

/** An entry whose fields are known, but for those that stand in its parent. */
interface ReadEntry {
  readonly key: string | undefined;
  readonly fields: BibtexFields;
  readonly line: number;
  readonly faults: readonly Fault[];
}

/** A parent may stand after its children, so that all entries are read first. */
function readLibrary(text: string): Found[] {
  const strings = new Map(MONTHS);
  const entries = bibtexEntries(text);
  if (entries.length === 0) return [unreadable(1, "No BibTeX entry was found.")];
  const read = entries.flatMap((entry) => readEntry(entry, strings) ?? []);
  const parents = new Map<string, BibtexFields>();
  for (const entry of read) {
    const key = "fields" in entry ? entry.key?.toLowerCase() : undefined;
    if ("fields" in entry && key !== undefined && !parents.has(key)) parents.set(key, entry.fields);
  }
  return read.map((entry) => ("fields" in entry ? asRecord(entry, parents) : entry));
}

function asRecord({ key, fields, line, faults }: ReadEntry, parents: ReadonlyMap<string, BibtexFields>): Found {
  const named = fields.get("crossref")?.trim() ?? "";
  const parent = parents.get(named.toLowerCase());
  const draft = toDraft(key, parent === undefined ? fields : withParent(fields, parent));
  const all = named === "" || parent !== undefined ? faults : [...faults, unknownParent(line, named)];
  return { kind: "record", draft: all.length === 0 ? draft : { ...draft, faults: all }, line };
}

function unknownParent(line: number, named: string): Fault {
  const message = `The entry at line ${line} takes fields from ${shown(named)}, which is not there: give both in one file.`;
  return { code: "unknown-crossref", message };
}

/** Nothing for what is no entry of a paper. */
function readEntry(entry: BibtexEntryText, strings: Map<string, string>): ReadEntry | Found | undefined {
  if (entry.type === "comment" || entry.type === "preamble") return undefined;
  const item = entry.complete ? parseEntry(entry.text) : undefined;
  if (item?.itemtype === "string") {
    strings.set(item.name.toLowerCase(), plainValue(item, strings));
    return undefined;
  }
  if (item?.itemtype !== "entry") return mendedEntry(entry);
  const fields = new Map<string, string>();
  for (const field of item.fields) {
    const name = field.name.toLowerCase();
    if (!fields.get(name)) fields.set(name, plainValue(field, strings));
  }
  // A key with spaces is taken by the grammar for a field without a value.
  const key =
    item.key === madeUpKey ? undefined : (item.key ?? item.fields.find((field) => field.datatype === "null")?.name);
  return { key, fields, line: entry.line, faults: [] };
}

/** The fields of an entry that is cut off or not valid, as far as they can be told apart. */
function mendedEntry({ text, line, type, complete }: BibtexEntryText): ReadEntry | Found {
  const wrong = complete ? "is not valid BibTeX" : "has no closing brace";
  const { key, fields } = salvagedEntry(text);
  if (type === "string" || fields.size === 0) return unreadable(line, `The entry at line ${line} ${wrong}.`);
  const message = `The entry at line ${line} ${wrong} and was read field by field.`;
  return { key, fields, line, faults: [{ code: "mended-entry", message }] };
}

/** The entry as the library understands it; its recursion may run out on hostile nesting. */
export function parseEntry(text: string): ReturnType<typeof parse>[number] | undefined {
  try {
    // Mendeley and JabRef write entries without a key, which the grammar does not know.
    const keyed = text.replace(NO_KEY, `$1${madeUpKey},`);
    const [item, rest] = parse(keyed, { number: "string" });
    // Behind a brace too many the grammar takes all other fields for a comment.
    return rest === undefined ? item : undefined;
  } catch {
    return undefined;
  }
}

function plainValue({ datatype, value }: BibtexValue, strings: ReadonlyMap<string, string>): string {
  if (value === null) return "";
  if (typeof value !== "string") return value.map((part) => plainValue(part, strings)).join("");
  return datatype === "identifier" ? (strings.get(value.toLowerCase()) ?? value) : value;
}

function toDraft(key: string | undefined, fields: BibtexFields): Draft {
  const first = (...names: string[]): string | undefined =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined && value.trim() !== "");
  const readable = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : bibtexText(text);
  // Google Scholar's journal is "arXiv preprint arXiv:2401.01234".
  const arxivId =
    findArxivId(first("eprint", "arxivid")) ?? findArxivId(/arxiv:\S+/i.exec(first("journal", "note") ?? "")?.[0]);
  return {
    id: key,
    arxivId,
    title: readable(first("title")),
    abstract: readable(first("abstract", "summary")),
    date: dateIn(bare(first("date")), bare(first("year")), bare(first("month"))),
    authors: splitAuthors(first("author", "editor") ?? "").map(bibtexText),
    // Scopus has fields of its own for keywords; each is a list with its own separator.
    keywords: ["keywords", "author_keywords", "keyword"].flatMap((name) => splitKeywords(readable(fields.get(name)))),
    doi: findDoi(bare(first("doi") ?? first("url"))?.replace(/\\_/g, "_")),
    venue: readable(first("journal", "journaltitle", "booktitle", "school", "publisher")),
    url: bare(
      first("url", "howpublished")
        ?.trim()
        .replace(/^\\url(?=\{)/, ""),
    )?.replace(/\\([_%&#])/g, "$1"),
    extra: arxivId === undefined ? {} : { arxivId },
  };
}

/** Web of Science has two pairs of braces around every value. */
function bare(value: string | undefined): string | undefined {
  return value?.replace(/[{}]/g, "");
}

/** The date, if it has a year; else the year with its month, which is a number or begins with its name, or with the date. */
function dateIn(date: string | undefined, year: string | undefined, month: string | undefined): string | undefined {
  if (date !== undefined && isoDate(date) !== undefined) return date;
  const rest = month?.trim() ?? date;
  if (year === undefined || rest === undefined) return year ?? date;
  return /^\d+$/.test(rest) ? `${year}-${rest}` : `${rest} ${year}`;
}

/** The names of an author field, parted by "and" outside of braces. */
function splitAuthors(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let name: string[] = [];
  for (const word of text.split(/\s+/)) {
    if (word === "and" && depth === 0) {
      names.push(name.join(" "));
      name = [];
    } else name.push(word);
    for (const char of word) depth += char === "{" ? 1 : char === "}" ? -1 : 0;
  }
  return [...names, name.join(" ")].filter((whole) => whole !== "" && whole !== "others");
}

function unreadable(line: number, message: string): Found {
  return { kind: "unreadable", problem: { code: "unreadable-entry", message, line } };
}
