/** Theme definitions out of a file: CSV, TSV, JSON, JSON Lines or plain names. */

import { shown, ThemataError } from "../../errors.js";
import { choice, resolveOptions } from "../../options.js";
import { isObject } from "../../papers/json/json-value.js";
import type { Problem } from "../../papers/paper.js";
import type { PaperFormat } from "../../papers/paper-format.js";
import { decodeInput } from "../../papers/reading/decode-text.js";
import { detectFormat } from "../../papers/reading/detect-format.js";
import type { ThemeDefinition } from "../../themes/model/theme-definition.js";
import { type TaxonomyEntry, toDefinitions } from "./taxonomy-entry.js";
import { entriesOfJson } from "./taxonomy-json.js";
import { entriesOfLines, entriesOfTable, tableDelimiter } from "./taxonomy-table.js";

/** A format of taxonomies; `skos` (RDF/XML or JSON-LD) is read by `themata/formats` alone. */
export type TaxonomyFormat = "json" | "jsonl" | "csv" | "tsv" | "text" | "skos";

/** Options of {@link readTaxonomy}. */
export interface ReadTaxonomyOptions {
  /**
   * The format, or "auto" to tell it by the content; `text` has one name a line.
   * @defaultValue "auto"
   */
  readonly format?: TaxonomyFormat | "auto" | undefined;
}

/** What was read. */
export interface ReadTaxonomyResult {
  /** In the order of the input, with unique ids; parents are ids of these. */
  readonly themes: ThemeDefinition[];
  readonly problems: Problem[];
  readonly format: TaxonomyFormat;
}

/** How the entries of each format are found. Throws nothing but a ThemataError. */
export type TaxonomyReaders = { readonly [F in TaxonomyFormat]?: (text: string) => TaxonomyEntry[] };

/** Formats of papers whose lines could be names as well. */
const LIBRARIES: readonly PaperFormat[] = ["bibtex", "ris", "nbib", "wos", "enw", "pubmed", "labelled"];

/** The formats of the core. */
export const CORE_TAXONOMIES: TaxonomyReaders = {
  json: (text) => entriesOfJson(parsedJson(text)),
  jsonl: (text) => text.split(/\r\n|\n|\r/).flatMap(entriesOfLine),
  csv: (text) => entriesOfTable(text, tableDelimiter(text) ?? ","),
  tsv: (text) => entriesOfTable(text, "\t"),
  text: entriesOfLines,
};

/**
 * Reads theme definitions for `fitTagger` and for the seeds of `discoverThemes`. Fields go by many names: id (code,
 * key), name (label, title, topic), description (definition), keywords, aliases (synonyms), parents (broader; ids or
 * names). JSON may be a list, a tree with `children`, a list of names, or names by id.
 *
 * @throws ThemataError PARSE_FAILED where nothing of the input can be read as the format, INVALID_OPTION.
 * @example
 * readTaxonomy("id,name\nrlhf,Learning from human feedback\n").themes
 * // [{ id: "rlhf", name: "Learning from human feedback" }]
 */
export function readTaxonomy(input: string | Uint8Array, options?: ReadTaxonomyOptions): ReadTaxonomyResult {
  return readTaxonomyWith(CORE_TAXONOMIES, input, options);
}

/** {@link readTaxonomy} over another table of readers. */
export function readTaxonomyWith(
  readers: TaxonomyReaders,
  input: string | Uint8Array,
  options: ReadTaxonomyOptions | undefined,
): ReadTaxonomyResult {
  const { format: asked } = resolveOptions<{ format: TaxonomyFormat | "auto" }>("readTaxonomy", options, {
    format: choice<TaxonomyFormat | "auto">("auto", ["auto", "json", "jsonl", "csv", "tsv", "text", "skos"]),
  });
  const { text, problems: lost } = decodeInput("readTaxonomy", input);
  const format = asked === "auto" ? detectTaxonomy(text) : asked;
  if (text.trim() === "") return { themes: [], problems: [], format };
  if (asked === "auto" && format === "text") refusePapers(text);
  const read = readers[format];
  if (read === undefined) {
    const message = `readTaxonomy: got ${format}, which readTaxonomy of "themata/formats" reads; here expected one of ${Object.keys(readers).join(", ")}.`;
    throw new ThemataError("PARSE_FAILED", message, { format });
  }
  const { themes, problems } = toDefinitions(read(text));
  if (themes.length > 0) return { themes, problems: [...lost, ...problems], format };
  const message = `readTaxonomy: expected at least one theme with a name in ${format}, got none. Check the file or pass \`format\`.`;
  throw new ThemataError("PARSE_FAILED", message, { format });
}

/** Lines of a library would all be taken for names. @throws ThemataError PARSE_FAILED */
function refusePapers(text: string): void {
  const format = detectFormat(text);
  if (format === undefined || !LIBRARIES.includes(format)) return;
  const message = `readTaxonomy: expected themes, got papers in ${format}. Give one name a line, or a table with a column \`name\`.`;
  throw new ThemataError("PARSE_FAILED", message, { format });
}

function detectTaxonomy(text: string): TaxonomyFormat {
  const start = text.trimStart();
  if (start.startsWith("<")) return "skos";
  if (start.startsWith("{") || start.startsWith("[")) {
    if (/"@(?:context|graph|id)"\s*:/.test(start.slice(0, 65_536))) return "skos";
    const first = start.split(/\r\n|\n|\r/, 1)[0]!;
    return start.startsWith("{") && first.length < start.trimEnd().length && isJson(first) ? "jsonl" : "json";
  }
  const delimiter = tableDelimiter(start);
  if (delimiter === undefined) return "text";
  return delimiter === "\t" ? "tsv" : "csv";
}

function isJson(text: string): boolean {
  try {
    return isObject(JSON.parse(text));
  } catch {
    return false;
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = `readTaxonomy: expected JSON, got ${shown(text.slice(0, 40))}. ${String(error)}`;
    throw new ThemataError("PARSE_FAILED", message, { format: "json" }, error);
  }
}

/** A line that is no JSON is an entry without a name, and so a problem. */
function entriesOfLine(text: string, index: number): TaxonomyEntry[] {
  if (text.trim() === "") return [];
  const line = index + 1;
  if (!isJson(text)) return [{ line }];
  return entriesOfJson([JSON.parse(text)]).map((entry) => ({ ...entry, line }));
}
