/** Papers out of a stream, one after the other, in bounded memory where the format allows it. */

import type { Problem } from "../papers/paper.js";
import type { PaperFormat } from "../papers/paper-format.js";
import { CORE_READERS, type ReadPapersOptions, resolveFormat } from "../papers/read-papers.js";
import { detectEncoding, encodingProblems, type TextEncoding, textDecoder } from "../papers/reading/decode-text.js";
import { detectFormat } from "../papers/reading/detect-format.js";
import type { ReadEvent } from "../papers/reading/intake.js";
import { knownFormat, type ReaderTable, startReading } from "../papers/reading/reading.js";
import { checkSource } from "./check-source.js";
import { FIRST_PIECE, type PieceSource, plainPieces } from "./plain-pieces.js";

/** A second record with an id is noticed if so many other ids at most lie between the two. */
const REMEMBERED_IDS = 65_536;

/**
 * Reads papers from a stream, plain or gzip, in any encoding and format that `readPapers` of `themata/formats` knows;
 * in the order of the input, a paper before its own problems. Memory is bounded for `jsonl`, `csv`, `tsv`, `ris`,
 * `nbib`, `wos`, `enw`, `pubmed`, `labelled` and `listing`: one piece and one record. `json`, `bibtex` and `xml` have to be seen whole. Ids are
 * unique among the last 65,536 at least.
 *
 * @throws ThemataError PARSE_FAILED where nothing can be read as the format, INVALID_OPTION; and what the source throws.
 * @example
 * for await (const event of streamPapers(createReadStream("library.ris"))) {
 *   if ("paper" in event) console.log(event.paper.title);
 *   else console.error(event.problem.message);
 * }
 */
export async function* streamPapers(source: PieceSource, options?: ReadPapersOptions): AsyncGenerator<ReadEvent> {
  checkSource("streamPapers", source);
  const asked = resolveFormat("streamPapers", options);
  const problems: Problem[] = [];
  const texts = textsOf(plainPieces(source, problems), problems);
  try {
    const head = await beginning(texts);
    yield* asEvents(problems);
    if (head.trim() === "") return;
    const told = asked ?? detectFormat(head);
    const readers = await readersFor(told);
    const format = knownFormat(readers, "streamPapers", told);
    const reading = startReading(readers, "streamPapers", format, REMEMBERED_IDS);
    for (const { event } of reading.push(head)) yield event;
    for await (const text of texts) {
      yield* asEvents(problems);
      for (const { event } of reading.push(text)) yield event;
    }
    yield* asEvents(problems);
    for (const { event } of reading.end()) yield event;
  } finally {
    await texts.return(undefined);
  }
}

/** Takes the problems that have come up. */
function asEvents(problems: Problem[]): ReadEvent[] {
  return problems.splice(0).map((problem) => ({ problem }));
}

/** Enough text to tell the format, or all there is. */
async function beginning(texts: AsyncGenerator<string>): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  while (length < FIRST_PIECE / 2) {
    const { done, value } = await texts.next();
    if (done) break;
    pieces.push(value);
    length += value.length;
  }
  return pieces.join("");
}

/** The text of the pieces without a byte order mark; what is odd about their encoding goes to `problems` once. */
async function* textsOf(pieces: AsyncGenerator<Uint8Array | string>, problems: Problem[]): AsyncGenerator<string> {
  let encoding: TextEncoding | undefined;
  let decode = textDecoder("utf-8");
  let odd = false;
  let first = true;
  for await (const piece of pieces) {
    if (typeof piece === "string") {
      yield first ? piece.replace(/^\uFEFF/, "") : piece;
    } else {
      if (encoding === undefined) {
        encoding = detectEncoding(piece);
        decode = textDecoder(encoding);
      }
      const text = decode(piece);
      const found: Problem[] = odd ? [] : encodingProblems(encoding, text, piece);
      odd ||= found.length > 0;
      problems.push(...found.map(({ code, message }) => ({ code, message })));
      yield text;
    }
    first = false;
  }
  yield decode();
}

/** A table of readers that has one for a format; those beyond the core are imported when something needs them. */
async function readersFor(format: PaperFormat | undefined): Promise<ReaderTable> {
  if (format !== undefined && format in CORE_READERS) return CORE_READERS;
  return (await import("../formats/read-papers.js")).ALL_READERS;
}
