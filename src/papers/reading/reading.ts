/** The course of reading one input: pieces of text in, papers and problems out. */

import { ThemataError } from "../../errors.js";
import type { Problem } from "../paper.js";
import type { PaperFormat } from "../paper-format.js";
import type { Found, PaperReader } from "./draft.js";
import { createIntake, type ReadEvent } from "./intake.js";

/** How to open a reader for each format that a module can read. */
export type ReaderTable = { readonly [F in PaperFormat]?: () => PaperReader };

/** A paper or problem, and the line on which its record begins, where the format has lines. */
export interface ReadStep {
  readonly event: ReadEvent;
  readonly line: number | undefined;
}

/** Text in, papers and problems out. */
export interface Reading {
  push(text: string): ReadStep[];
  /**
   * The rest.
   *
   * @throws ThemataError PARSE_FAILED if nothing at all could be read as the format.
   */
  end(): ReadStep[];
}

/** Begins to read a format that the table knows; `rememberedIds` bounds the memory of ids, for streams. */
export function startReading(
  readers: ReaderTable,
  where: string,
  format: PaperFormat,
  rememberedIds?: number,
): Reading {
  const reader = readers[format]!();
  // A listing has no ids by nature.
  const intake = createIntake({
    expectIds: format !== "listing",
    remembered: rememberedIds ?? Infinity,
  });
  let understood = false;
  let refused: Problem | undefined;
  const take = (found: readonly Found[]): ReadStep[] => {
    const steps: ReadStep[] = [];
    for (const item of found) {
      if (item.kind === "unreadable") refused ??= item.problem;
      else understood = true;
      const line = item.kind === "record" ? item.line : undefined;
      for (const event of intake.add(item)) steps.push({ event, line });
    }
    return steps;
  };
  return {
    // Zeros are no characters of a text, whatever left them there. In lines of JSON, which may be many, they are found as errors.
    push: (text) => take(reader.push(format === "jsonl" ? text : text.replaceAll("\0", ""))),
    end() {
      const rest = take(reader.end());
      if (!understood && refused !== undefined) throw nothingReadable(where, format, refused);
      return rest;
    },
  };
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
      ? `${where}: the format could not be told by the content. Expected one of ${known}: pass \`format\`; save a spreadsheet as CSV and PDF as text first (themata/node reads gzip).`
      : `${where}: got ${format}, which readPapers of "themata/formats" reads; here expected one of ${known}.`;
  throw new ThemataError("PARSE_FAILED", message, { format: format ?? "auto" });
}

function nothingReadable(where: string, format: PaperFormat, first: Problem): ThemataError {
  const message = `${where}: nothing of the input can be read as ${format}. ${first.message} Check the file or pass \`format\`.`;
  const line = first.line === undefined ? {} : { line: first.line };
  return new ThemataError("PARSE_FAILED", message, { format, ...line });
}
