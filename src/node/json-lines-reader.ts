/**
 * JSON Lines in UTF-8, read while the bytes come and some lines at a time: most lines are ASCII, which a decoder only
 * copies, and no string of all the text is made.
 */

import { isUtf8 } from "node:buffer";
import type { PaperFormat } from "../papers/paper-format.js";
import { CORE_READERS, papersOf, type ReadPapersResult, type RecordTaker, recordTaker } from "../papers/read-papers.js";
import { detectEncoding } from "../papers/reading/decode-text.js";
import { detectFormat } from "../papers/reading/detect-format.js";

/** Takes in bytes; `end` gives what `readPapers` gives of all of them, undefined where it has more to look at. */
export interface JsonLinesReader {
  /** False as soon as `end` will be undefined. */
  push(bytes: Buffer): boolean;
  end(): ReadPapersResult | undefined;
}

/** Bytes of a piece of text, but for the rest of its last line. */
const pieceBytes = 2_048;
/** Bytes that hold all that a format is told by. */
const headBytes = 3 << 16;
/** Bytes that an encoding is told by, where all are UTF-8. */
const probedBytes = 400;

const LINE_FEED = 0x0a;
const MARK = 0xef;
const replacement = Buffer.from("\uFFFD");

/** A reader of JSON Lines, asked for or told by the first bytes. Anything else, other encodings and marks it leaves alone. */
export function jsonLinesReader(asked: PaperFormat | undefined): JsonLinesReader {
  /** What came since the last whole line. */
  let waiting: Buffer[] = [];
  let length = 0;
  let taker: RecordTaker | undefined;
  let isOther = false;

  const read = (bytes: Buffer): void => {
    taker ??= takerFor(bytes, asked);
    isOther ||= taker === undefined || !isUtf8(bytes) || bytes.includes(replacement) || bytes.includes(0);
    if (!isOther) for (const text of linesOf(bytes)) taker!.push(text);
  };

  return {
    push(bytes) {
      if (isOther) return false;
      const end = bytes.lastIndexOf(LINE_FEED) + 1;
      length += bytes.length;
      if (end === 0 || (taker === undefined && length < headBytes)) {
        waiting.push(bytes);
        return true;
      }
      // What waits is joined with the end of its line alone, the other lines are read where they are.
      const joined = taker === undefined ? end : bytes.indexOf(LINE_FEED) + 1;
      read(Buffer.concat([...waiting, bytes.subarray(0, joined)]));
      if (joined < end) read(bytes.subarray(joined, end));
      waiting = [bytes.subarray(end)];
      return !isOther;
    },
    end() {
      if (!isOther) read(Buffer.concat(waiting));
      return isOther ? undefined : papersOf(taker!.end());
    },
  };
}

/** Undefined for what is no JSON Lines or begins with a mark or in another encoding. */
function takerFor(bytes: Buffer, asked: PaperFormat | undefined): RecordTaker | undefined {
  if (detectEncoding(bytes.subarray(0, probedBytes)) !== "utf-8" || bytes[0] === MARK) return undefined;
  const head = bytes.toString("utf8", 0, headBytes);
  const format = head.trim() === "" ? undefined : (asked ?? detectFormat(head));
  return format === "jsonl" ? recordTaker(CORE_READERS, "readPapers", format, []) : undefined;
}

/** The text, some lines at a time. */
function* linesOf(bytes: Buffer): Generator<string> {
  for (let at = 0; at < bytes.length; ) {
    const last = bytes.indexOf(LINE_FEED, at + pieceBytes);
    const end = last < 0 ? bytes.length : last + 1;
    yield bytes.toString("utf8", at, end);
    at = end;
  }
}
