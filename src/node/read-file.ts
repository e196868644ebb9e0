/** Papers out of a file, plain or compressed with gzip. */

import { constants } from "node:buffer";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { ThemataError } from "../errors.js";
import type { Problem } from "../papers/paper.js";
import { type ReadPapersOptions, type ReadPapersResult, resolveFormat } from "../papers/read-papers.js";
import { jsonLinesReader } from "./json-lines-reader.js";
import { type PieceSource, plainPieces } from "./plain-pieces.js";

/**
 * Reads the papers of a file, plain or gzip, in any format that `readPapers` of `themata/formats` knows.
 *
 * @throws ThemataError PARSE_FAILED where nothing of the file can be read as the format or it is too long for one
 * string (0.5 GB; `streamPapers` reads it), INVALID_OPTION; an error of the file system as it comes from Node.
 * @example
 * const { papers, problems } = await readPapersFile("library.bib.gz");
 */
export async function readPapersFile(path: string, options?: ReadPapersOptions): Promise<ReadPapersResult> {
  // What can be read again, should it be no lines of JSON, need not be held.
  const isFile = (await stat(path).catch(() => undefined))?.isFile() === true;
  const read = isFile ? await readLines(createReadStream(path), path, options, []) : undefined;
  return read ?? readPapersOf(createReadStream(path), path, options);
}

/** {@link readPapersFile} of any source of bytes or text; `name` stands for it in messages. */
export async function readPapersOf(
  source: PieceSource,
  name: string,
  options?: ReadPapersOptions,
): Promise<ReadPapersResult> {
  const damage: Problem[] = [];
  const held: Buffer[] = [];
  const lines = await readLines(source, name, options, damage, held);
  if (lines !== undefined) return lines;
  const { papers, problems, format } = await readWhole(Buffer.concat(held), options);
  return { papers, problems: [...problems, ...damage], format };
}

/** Lines of JSON; undefined for anything else, which is read on only to be held. */
async function readLines(
  source: PieceSource,
  name: string,
  options: ReadPapersOptions | undefined,
  damage: Problem[],
  held?: Buffer[],
): Promise<ReadPapersResult | undefined> {
  const reader = jsonLinesReader(resolveFormat("readPapers", options));
  for await (const bytes of bytesOf(source, name, damage)) {
    held?.push(bytes);
    if (!reader.push(bytes) && held === undefined) return undefined;
  }
  const read = reader.end();
  return read && { ...read, problems: [...read.problems, ...damage] };
}

/** The readers of XML and BibTeX are imported only now, since lines of JSON are most of what is read. */
async function readWhole(bytes: Uint8Array, options?: ReadPapersOptions): Promise<ReadPapersResult> {
  return (await import("../formats/read-papers.js")).readPapers(bytes, options);
}

/** All bytes of a source, decompressed. @throws ThemataError PARSE_FAILED where one string cannot hold their text */
export async function plainBytes(source: PieceSource, name: string, damage: Problem[]): Promise<Uint8Array> {
  const held: Buffer[] = [];
  for await (const bytes of bytesOf(source, name, damage)) held.push(bytes);
  return Buffer.concat(held);
}

async function* bytesOf(source: PieceSource, name: string, damage: Problem[]): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const piece of plainPieces(source, damage)) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : viewOf(piece);
    length += bytes.length;
    if (length > constants.MAX_STRING_LENGTH) throw tooLong(name);
    yield bytes;
  }
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}

function tooLong(name: string): ThemataError {
  const message = `readPapersFile: expected a file of at most ${constants.MAX_STRING_LENGTH} bytes, got more in ${name}. Use streamPapers.`;
  return new ThemataError("PARSE_FAILED", message, { format: "auto" });
}
