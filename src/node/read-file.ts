/** Papers out of a file, plain or compressed with gzip. */

import { constants } from "node:buffer";
import { createReadStream } from "node:fs";
import { ThemataError } from "../errors.js";
import type { Problem } from "../papers/paper.js";
import { type ReadPapersOptions, type ReadPapersResult, resolveFormat } from "../papers/read-papers.js";
import { jsonLinesReader } from "./json-lines-reader.js";
import { type PieceSource, plainPieces } from "./plain-bytes.js";

/**
 * Reads the papers of a file, plain or gzip, in any format that `readPapers` of `themata/formats` knows.
 *
 * @throws ThemataError PARSE_FAILED where nothing of the file can be read as the format or it is too long for one
 * string (0.5 GB; `streamPapers` reads it), INVALID_OPTION; an error of the file system as it comes from Node.
 * @example
 * const { papers, problems } = await readPapersFile("library.bib.gz");
 */
export async function readPapersFile(path: string, options?: ReadPapersOptions): Promise<ReadPapersResult> {
  return readPapersOf(createReadStream(path), path, options);
}

/** {@link readPapersFile} of any source of bytes or text; `name` stands for it in messages. */
export async function readPapersOf(
  source: PieceSource,
  name: string,
  options?: ReadPapersOptions,
): Promise<ReadPapersResult> {
  const damage: Problem[] = [];
  const reader = jsonLinesReader(resolveFormat("readPapers", options));
  const bytes = await gathered(source, name, damage, reader.push);
  const { papers, problems, format } = reader.end() ?? (await readWhole(Buffer.concat(bytes), options));
  return { papers, problems: [...problems, ...damage], format };
}

/** The readers of XML and BibTeX are imported only now, since lines of JSON are most of what is read. */
async function readWhole(bytes: Uint8Array, options?: ReadPapersOptions): Promise<ReadPapersResult> {
  return (await import("../formats/read-papers.js")).readPapers(bytes, options);
}

/** All bytes of a source, decompressed. @throws ThemataError PARSE_FAILED where one string cannot hold their text */
export async function plainBytes(source: PieceSource, name: string, damage: Problem[]): Promise<Uint8Array> {
  return Buffer.concat(await gathered(source, name, damage, () => undefined));
}

async function gathered(
  source: PieceSource,
  name: string,
  damage: Problem[],
  tell: (bytes: Buffer) => void,
): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of plainPieces(source, damage)) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : viewOf(piece);
    pieces.push(bytes);
    length += bytes.length;
    if (length > constants.MAX_STRING_LENGTH) throw tooLong(name);
    tell(bytes);
  }
  return pieces;
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}

function tooLong(name: string): ThemataError {
  const message = `readPapersFile: expected a file of at most ${constants.MAX_STRING_LENGTH} bytes, got more in ${name}. Use streamPapers.`;
  return new ThemataError("PARSE_FAILED", message, { format: "auto" });
}
