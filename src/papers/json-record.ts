/** A JSON object of our own shape, or near it, as a draft: what is there is kept to the letter. */

import type { Draft, Fault } from "./draft.js";
import { asText, asTexts, isObject, type JsonObject } from "./json-value.js";

/** Our fields, with other words for them that are met in files of researchers; the first one present counts. */
const NAMES = {
  id: ["id", "_id", "paper_id", "paperId", "key"],
  title: ["title", "Title", "paper_title"],
  abstract: ["abstract", "Abstract", "summary", "abstractText", "abstract_text", "paperAbstract"],
  date: ["date", "published", "publication_date", "publicationDate", "year"],
  authors: ["authors", "author"],
  keywords: ["keywords"],
  doi: ["doi", "DOI"],
  venue: ["venue", "journal"],
  url: ["url", "URL", "link"],
} as const;

const ARXIV_NAMES = ["arxiv_id", "arxivId", "arxiv"] as const;

/** The draft of a record that no service's mapping knows. Fields with other names are kept. */
export function generalDraft(record: JsonObject): Draft {
  const used = new Set<string>();
  const faults: Fault[] = [];
  const take = <T>(name: keyof typeof NAMES, convert: (value: unknown) => T | undefined): T | undefined => {
    // A field of our name that is null is absent, and another name may stand for it.
    used.add(name);
    const key = NAMES[name].find((candidate) => Object.hasOwn(record, candidate) && record[candidate] !== null);
    if (key === undefined) return undefined;
    used.add(key);
    const value = record[key];
    const converted = convert(value);
    if (converted === undefined && value !== undefined && value !== "") {
      faults.push({ code: "invalid-field", message: `The field "${key}" holds ${kindOf(value)} and was left out.` });
    }
    return converted;
  };
  const draft = {
    id: take("id", scalar),
    title: take("title", asText),
    abstract: take("abstract", asText),
    date: take("date", scalar),
    authors: take("authors", asNames),
    keywords: take("keywords", asNames),
    doi: take("doi", scalar),
    venue: take("venue", scalar),
    url: take("url", scalar),
  };
  const arxivId = ARXIV_NAMES.map((name) => scalar(record[name])).find((id) => id !== undefined);
  const others = Object.keys(record).filter((key) => !used.has(key));
  const extra = others.length === 0 ? undefined : Object.fromEntries(others.map((key) => [key, record[key]]));
  return { ...draft, arxivId, extra, faults };
}

function scalar(value: unknown): string | undefined {
  return Array.isArray(value) ? undefined : asText(value);
}

/** A list of names from a list of strings, a list of objects with a name, or one string with separators. */
function asNames(value: unknown): string[] | undefined {
  if (typeof value === "string") return splitNames(value);
  if (!Array.isArray(value)) return undefined;
  const names = asTexts(value.map(fullName), "name");
  return names.length === 0 && value.length > 0 ? undefined : names;
}

function fullName(author: unknown): unknown {
  if (!isObject(author) || author["name"] !== undefined) return author;
  const parts = [author["given"] ?? author["first"], author["family"] ?? author["last"]];
  return parts.filter((part) => typeof part === "string").join(" ");
}

function splitNames(text: string): string[] {
  const separator = text.includes(";") ? ";" : ",";
  return text
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return isObject(value) ? "an object" : `the ${typeof value} ${String(value).slice(0, 40)}`;
}
