/** The bytes or text of a source, decompressed where it is gzip. */

import { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { createGunzip, type Gunzip } from "node:zlib";
import { checkArgument } from "../options.js";
import type { Problem } from "../papers/paper.js";

/** Something that gives pieces of bytes or text: a Node stream, a web stream, an array. */
export type PieceSource = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/** So much is gathered into the first piece, for what is told by the beginning. */
export const FIRST_PIECE = 65_536;
/** So much is decompressed at a time: each time costs a turn of another thread. */
const PLAIN_PIECE = 1 << 18;

/**
 * The pieces of a source. If the first bytes are those of gzip they are decompressed; where the compressed data ends
 * too early or is damaged, what could be decompressed is given and a problem is added to `problems`.
 */
export async function* plainPieces(source: PieceSource, problems: Problem[]): AsyncGenerator<Uint8Array | string> {
  const pieces = withLargeFirst(source);
  try {
    const first = await pieces.next();
    if (first.done) return;
    if (typeof first.value === "string" || first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
      yield first.value;
      yield* pieces;
    } else yield* withLargeFirst(gunzip(first.value, pieces, problems));
  } finally {
    await pieces.return(undefined);
  }
}

async function* gunzip(
  first: Uint8Array | string,
  rest: AsyncGenerator<Uint8Array | string>,
  problems: Problem[],
): AsyncGenerator<Uint8Array> {
  const plain = createGunzip({ chunkSize: PLAIN_PIECE });
  const compressed = Readable.from(fed(first, rest, plain), { objectMode: false });
  let failure: unknown;
  compressed.on("error", (error) => {
    failure = error;
    plain.destroy(error);
  });
  try {
    for await (const piece of compressed.pipe(plain)) yield piece as Uint8Array;
  } catch (error) {
    if (failure !== undefined) throw failure;
    const cut = error instanceof Error && "code" in error && error.code === "Z_BUF_ERROR";
    const message = cut ? "The compressed data is cut off." : `The compressed data is damaged: ${String(error)}.`;
    problems.push({ code: "damaged-gzip", message });
  } finally {
    compressed.destroy();
    plain.destroy();
  }
}

/** The pieces; the end is held back until all output was read, since the error of a cut file would throw it away. */
async function* fed(
  first: Uint8Array | string,
  rest: AsyncGenerator<Uint8Array | string>,
  plain: Gunzip,
): AsyncGenerator<Uint8Array | string> {
  yield first;
  yield* rest;
  while (!plain.destroyed && plain.readableLength + plain.writableLength > 0) await setTimeout(1);
}

/** The same bytes or text, the first pieces of bytes gathered into one. */
async function* withLargeFirst(source: PieceSource): AsyncGenerator<Uint8Array | string> {
  let gathered: Uint8Array[] | undefined = [];
  let length = 0;
  for await (const piece of source) {
    const isPiece = typeof piece === "string" || piece instanceof Uint8Array;
    checkArgument("streamPapers", "source", "a stream of texts or bytes", isPiece, piece);
    if (gathered === undefined || typeof piece === "string") {
      if (gathered !== undefined && length > 0) yield Buffer.concat(gathered);
      gathered = undefined;
      yield piece;
      continue;
    }
    gathered.push(piece);
    length += piece.length;
    if (length < FIRST_PIECE) continue;
    yield Buffer.concat(gathered);
    gathered = undefined;
  }
  if (gathered !== undefined && length > 0) yield Buffer.concat(gathered);
}
