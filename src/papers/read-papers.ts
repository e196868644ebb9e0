/** Papers out of a file of any known format. */

import { shown, ThemataError } from "../errors.js";
import { choice, resolveOptions } from "../options.js";
import { decodeText } from "./decode-text.js";
import { openCsv, openTsv } from "./delimited.js";
import { detectFormat } from "./detect-format.js";
import type { PaperReader } from "./draft.js";
import { createIntake } from "./intake.js";
import { openJsonDocument } from "./json-document.js";
import { openJsonLines } from "./json-lines.js";
import { openListing } from "./listing.js";
import { openMedline } from "./medline.js";
import type { Paper, Problem } from "./paper.js";
import { PAPER_FORMATS, type PaperFormat } from "./paper-format.js";
import { openRis } from "./ris.js";
import { openWebOfScience } from "./web-of-science.js";

/** Options of {@link readPapers}. */
export interface ReadPapersOptions {
  /**
   * The format, or "auto" to tell it by the content.
   * @defaultValue "auto"
   */
  readonly format: PaperFormat | "auto";
}

/** What was read. */
export interface ReadPapersResult {
  /** In the order of the input, with unique ids. */
  readonly papers: Paper[];
  /** Everything that could not be read, was mended or is missing, in the order of the input. */
  readonly problems: Problem[];
  /** The format given or found; for an empty input with "auto" it is "jsonl". */
  readonly format: PaperFormat;
}

/** How to open a reader for each format that a module can read. */
export type ReaderTable = { readonly [F in PaperFormat]?: () => PaperReader };

/** The formats of the core. */
export const CORE_READERS: ReaderTable = {
  jsonl: openJsonLines,
  json: openJsonDocument,
  csv: openCsv,
  tsv: openTsv,
  ris: openRis,
  nbib: openMedline,
  wos: openWebOfScience,
  listing: openListing,
};

const OPTION_RULES = { format: choice<PaperFormat | "auto">("auto", ["auto", ...PAPER_FORMATS]) };

/**
 * Reads papers. A record that can't be read is a problem, not an exception; a record without an abstract is a paper;
 * one with neither title nor abstract is left out. A paper without an id gets its DOI, else its arXiv id, else
 * "paper-0001" by its position; a second record with an id gets "id~2".
 *
 * @throws ThemataError PARSE_FAILED where nothing of the input can be read as the format, INVALID_OPTION.
 * @example
 * readPapers('{"id":"a","title":"Go-Explore","abstract":"We return, then explore."}').papers[0].title // "Go-Explore"
 */
export function readPapers(input: string | Uint8Array, options?: Partial<ReadPapersOptions>): ReadPapersResult {
  return readPapersWith(CORE_READERS, "readPapers", input, options);
}

/** {@link readPapers} over another table of readers. */
export function readPapersWith(
  readers: ReaderTable,
  where: string,
  input: string | Uint8Array,
  options: Partial<ReadPapersOptions> | undefined,
): ReadPapersResult {
  const { records, problems, format } = readRecords(readers, where, input, options);
  return { papers: records.map(({ paper }) => paper), problems, format };
}

/** The papers of an input, each with the line on which its record begins, where the format has lines. */
export function readRecords(
  readers: ReaderTable,
  where: string,
  input: string | Uint8Array,
  options: Partial<ReadPapersOptions> | undefined,
): { records: { paper: Paper; line: number | undefined }[]; problems: Problem[]; format: PaperFormat } {
  const { format: asked } = resolveOptions<ReadPapersOptions>(where, options, OPTION_RULES);
  const { text, problems } = textOf(where, input);
  if (text.trim() === "") return { records: [], problems: [], format: asked === "auto" ? "jsonl" : asked };
  const format = knownFormat(readers, where, asked === "auto" ? detectFormat(text) : asked);
  const reader = readers[format]!();
  const intake = createIntake({ expectIds: format !== "listing" });
  const records: { paper: Paper; line: number | undefined }[] = [];
  let understood = false;
  let refused: Problem | undefined;
  for (const found of [...reader.push(text), ...reader.end()]) {
    if (found.kind === "unreadable") refused ??= found.problem;
    else understood = true;
    for (const event of intake.add(found)) {
      if ("problem" in event) problems.push(event.problem);
      else records.push({ paper: event.paper, line: found.kind === "record" ? found.line : undefined });
    }
  }
  if (!understood && refused !== undefined) throw nothingReadable(where, format, refused);
  return { records, problems, format };
}

function textOf(where: string, input: string | Uint8Array): { text: string; problems: Problem[] } {
  if (typeof input === "string") return { text: input.replace(/^\uFEFF/, ""), problems: [] };
  if (!(input instanceof Uint8Array)) {
    const message = `${where}: expected text or bytes (a string or a Uint8Array), got ${shown(input)}.`;
    throw new ThemataError("PARSE_FAILED", message, { format: "auto" });
  }
  const { text, encoding } = decodeText(input);
  if (encoding !== "windows-1252") return { text, problems: [] };
  const message = "The bytes are not UTF-8 and were read as Latin-1 (Windows-1252).";
  return { text, problems: [{ code: "guessed-encoding", message }] };
}

/**
 * The format, if a table can read it.
 *
 * @throws ThemataError PARSE_FAILED that says who can.
 */
export function knownFormat(readers: ReaderTable, where: string, format: PaperFormat | undefined): PaperFormat {
  if (format !== undefined && readers[format] !== undefined) return format;
  const known = Object.keys(readers).join(", ");
  const message =
    format === undefined
      ? `${where}: the format could not be told by the content. Expected one of ${known}; pass \`format\`.`
      : `${where}: got ${format}, which readPapers of "themata/formats" reads; here expected one of ${known}.`;
  throw new ThemataError("PARSE_FAILED", message, { format: format ?? "auto" });
}

/** The error for an input of which nothing could be read as the format. */
export function nothingReadable(where: string, format: PaperFormat, first: Problem): ThemataError {
  const message = `${where}: nothing of the input can be read as ${format}. ${first.message} Check the file or pass \`format\`.`;
  const line = first.line === undefined ? {} : { line: first.line };
  return new ThemataError("PARSE_FAILED", message, { format, ...line });
}
