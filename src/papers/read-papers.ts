/** Papers out of a file of any known format. */

import { choice, resolveOptions } from "../options.js";
import { openJsonDocument } from "./json/json-document.js";
import { openJsonLines } from "./json/json-lines.js";
import { openListing } from "./lines/listing.js";
import { openMedline } from "./lines/medline.js";
import { openRis } from "./lines/ris.js";
import { openWebOfScience } from "./lines/web-of-science.js";
import type { Paper, Problem } from "./paper.js";
import { PAPER_FORMATS, type PaperFormat } from "./paper-format.js";
import { decodeInput } from "./reading/decode-text.js";
import { detectFormat } from "./reading/detect-format.js";
import { knownFormat, type ReaderTable, type ReadStep, startReading } from "./reading/reading.js";
import { openCsv, openTsv } from "./tables/delimited.js";

/** Options of {@link readPapers}. */
export interface ReadPapersOptions {
  /**
   * The format, or "auto" to tell it by the content.
   * @defaultValue "auto"
   */
  readonly format?: PaperFormat | "auto" | undefined;
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

/** So much text is read at a time, for what is only needed on the way not to grow old. */
const PIECE = 1 << 16;

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
export function readPapers(input: string | Uint8Array, options?: ReadPapersOptions): ReadPapersResult {
  return readPapersWith(CORE_READERS, "readPapers", input, options);
}

/** {@link readPapers} over another table of readers. */
export function readPapersWith(
  readers: ReaderTable,
  where: string,
  input: string | Uint8Array,
  options: ReadPapersOptions | undefined,
): ReadPapersResult {
  return papersOf(readRecords(readers, where, input, options));
}

/** The papers of records. */
export function papersOf({ records, problems, format }: ReadRecords): ReadPapersResult {
  return { papers: records.map(({ paper }) => paper), problems, format };
}

/** Papers, each with the line on which its record begins, where the format has lines. */
export interface ReadRecords {
  readonly records: { readonly paper: Paper; readonly line: number | undefined }[];
  readonly problems: Problem[];
  readonly format: PaperFormat;
}

/** The papers of an input. */
export function readRecords(
  readers: ReaderTable,
  where: string,
  input: string | Uint8Array,
  options: ReadPapersOptions | undefined,
): ReadRecords {
  const asked = resolveFormat(where, options);
  const { text, problems } = decodeInput(where, input);
  if (text.trim() === "") return { records: [], problems: [], format: asked ?? "jsonl" };
  const format = knownFormat(readers, where, asked ?? detectFormat(text));
  const taker = recordTaker(readers, where, format, problems);
  for (let at = 0; at < text.length; at += PIECE) taker.push(text.slice(at, at + PIECE));
  return taker.end();
}

/** Takes in a text of a known format piece by piece. */
export interface RecordTaker {
  push(piece: string): void;
  /** @throws ThemataError PARSE_FAILED where nothing was read */
  end(): ReadRecords;
}

/** @param problems what is to be said already */
export function recordTaker(
  readers: ReaderTable,
  where: string,
  format: PaperFormat,
  problems: Problem[],
): RecordTaker {
  const reading = startReading(readers, where, format);
  const records: ReadRecords["records"] = [];
  const take = ({ event, line }: ReadStep): void => {
    if ("problem" in event) problems.push(event.problem);
    else records.push({ paper: event.paper, line });
  };
  return {
    push: (piece) => reading.push(piece).forEach(take),
    end() {
      reading.end().forEach(take);
      return { records, problems, format };
    },
  };
}

/** The format asked for; undefined for "auto". */
export function resolveFormat(where: string, options: ReadPapersOptions | undefined): PaperFormat | undefined {
  const { format } = resolveOptions<{ format: PaperFormat | "auto" }>(where, options, OPTION_RULES);
  return format === "auto" ? undefined : format;
}
