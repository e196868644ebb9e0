/** A JSON object of our own shape, or anyone's, as a draft: what stands under our own names is kept to the letter. */

import { fieldOfName, type NamedField, WEAK_RANK } from "../fields/field-words.js";
import { findArxivId, findDoi } from "../fields/identifiers.js";
import { isoDate, mostPreciseDate } from "../fields/iso-date.js";
import { splitKeywords, splitNames } from "../fields/names.js";
import { readableText } from "../markup/readable-text.js";
import { PAPER_FIELDS } from "../paper.js";
import type { Draft, Fault } from "../reading/draft.js";
import { dateTextOf, namesIn, plainTextOf } from "./json-texts.js";
import { asList, asText, isObject, type JsonObject } from "./json-value.js";

/** The keys of a record for each field: our own name first, then the best. */
type Keys = ReadonlyMap<NamedField, readonly string[]>;

/** Keys of objects and lists that hold ids which others gave. */
const OTHER_IDS = /^(?:(?:other|external|article|alternate)?_?(?:ids?|identifiers?)|dois|arxiv_eprints)$/i;

/** The draft of a record that no service's mapping knows. Fields with other names are kept. */
export function generalDraft(record: JsonObject): Draft {
  const keys = keysOfFields(record);
  /** Keys that became a field of another name. */
  const used: string[] = [];
  const faults: Fault[] = [];
  const take = <T>(field: NamedField, convert: (value: unknown, own: boolean) => T | undefined): T | undefined => {
    for (const key of keys.get(field) ?? []) {
      const value = record[key];
      const own = key === field;
      const converted = convert(value, own);
      if (converted !== undefined) {
        // Tags and subjects may be more than keywords, so they stay as well.
        if (field !== "keywords") used.push(key);
        return converted;
      }
      if (value === "" && own) return undefined;
      // A list under another name may be of several things, and stays as it is.
      if (value !== undefined && value !== "" && !(Array.isArray(value) && (!own || value.length === 0))) {
        faults.push({ code: "invalid-field", message: `The field "${key}" holds ${kindOf(value)} and was left out.` });
        used.push(key);
      }
    }
    return undefined;
  };
  const ids = otherIds(record);
  return {
    id: take("id", scalar),
    title: take("title", text),
    // Sentences in a list are one text; titles in a list are in several languages.
    abstract: take("abstract", (value, own) =>
      text(typeof asList(value)[0] === "string" ? asList(value).join(" ") : value, own),
    ),
    date: Object.hasOwn(record, "date") ? take("date", dateTextOf) : dateOf(record, keys, used),
    authors: take("authors", (value) => namesIn(value, splitNames)),
    keywords: take("keywords", (value) => namesIn(value, splitKeywords)),
    doi: take("doi", (value, own) => (own ? plainTextOf(value) : findDoi(plainTextOf(value)))) ?? ids.doi,
    venue: take("venue", plainTextOf),
    url: take("url", (value, own) => (own ? scalar(value) : addressIn(value))),
    arxivId: keys.get("arxivId")?.map((key) => plainTextOf(record[key]))[0] ?? ids.arxivId,
    extra: without(record, used),
    faults,
  };
}

/** The fields of a record with other keys than ours and these, undefined for none. */
function without(record: JsonObject, keys: readonly string[]): JsonObject | undefined {
  const others = Object.keys(record).filter((key) => !PAPER_FIELDS.includes(key) && !keys.includes(key));
  return others.length === 0 ? undefined : Object.fromEntries(others.map((key) => [key, record[key]]));
}

// Most records of a file have the keys of the one before.
let lastNames: readonly string[] = [];
let lastKeys: Keys = new Map();

/** A field that is null is absent, and another name may stand for it. */
function keysOfFields(record: JsonObject): Keys {
  const names = Object.keys(record).filter((key) => record[key] !== null);
  if (names.length !== lastNames.length || names.some((name, i) => name !== lastNames[i])) {
    lastNames = names;
    lastKeys = keysOfNames(names);
  }
  return lastKeys;
}

/** Our own name hides weak names, whatever it holds. */
function keysOfNames(names: readonly string[]): Keys {
  const found = names.flatMap((key) => {
    const meaning = fieldOfName(key);
    return meaning === undefined ? [] : [{ key, ...meaning, rank: key === meaning.field ? -1 : meaning.rank }];
  });
  found.sort((a, b) => a.rank - b.rank);
  const keys = new Map<NamedField, string[]>();
  for (const { key, field, rank } of found) {
    const better = keys.get(field);
    if (better === undefined) keys.set(field, [key]);
    else if (rank < WEAK_RANK || better[0] !== field) better.push(key);
  }
  return keys;
}

/** Text under our own name is kept as it is; under another one it is made readable. */
function text(value: unknown, own: boolean): string | undefined {
  const found = plainTextOf(value);
  return found === undefined || (own && found === value) ? found : readableText(found);
}

function scalar(value: unknown): string | undefined {
  return Array.isArray(value) ? undefined : plainTextOf(value);
}

/** The most precise of the dates that a record states, also in pieces: year, month, day. */
function dateOf(record: JsonObject, keys: Keys, used: string[]): string | undefined {
  const dates = keys.get("date");
  if (dates === undefined) return undefined;
  const named = dates.flatMap((key) => {
    const date = dateTextOf(record[key]);
    return date === undefined ? [] : [{ key, date }];
  });
  const pieces = ["year", "month", "day"].map((name) => asText(record[name]) ?? "");
  const inPieces = pieces[0] === "" || pieces[1] === "" ? [] : [pieces.join("-")];
  const best = mostPreciseDate([...named.map(({ date }) => date), ...inPieces]);
  const source = named.find(({ date }) => isoDate(date) === best || date === best)?.key ?? named[0]?.key;
  if (source !== undefined) used.push(source);
  return best;
}

/** A DOI and an arXiv id among the ids that a record lists: as an object, as a list of texts or of objects. */
function otherIds(record: JsonObject): { doi?: string; arxivId?: string } {
  const found: { doi?: string; arxivId?: string } = {};
  for (const key of Object.keys(record)) {
    const ids = record[key];
    if (!isObject(ids) && !Array.isArray(ids)) continue;
    if (!OTHER_IDS.test(key)) continue;
    for (const [name, id] of Object.entries(ids)) {
      const values = isObject(id) ? Object.values(id).map(asText) : [asText(id)];
      const doi = values.map(findDoi).find((value) => value !== undefined);
      if (doi !== undefined) found.doi ??= doi;
      const arxiv = /arxiv/i.test(`${name} ${values.join(" ")}`);
      const arxivId = arxiv ? values.map(findArxivId).find((value) => value !== undefined) : undefined;
      if (arxivId !== undefined) found.arxivId ??= arxivId;
    }
  }
  return found;
}

/** The first address in a value, however it is wrapped. */
function addressIn(value: unknown): string | undefined {
  const written = typeof value === "string" ? value : JSON.stringify(value);
  return /https?:\/\/[^\s"'<>\\]{1,2000}/.exec(written?.slice(0, 10_000) ?? "")?.[0];
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return isObject(value) ? "an object" : `the ${typeof value} ${String(value).slice(0, 40)}`;
}
