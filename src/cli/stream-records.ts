/** The records of an input one after the other, with the caller's own fields, in memory that does not grow. */

import { FIRST_PIECE, type PieceSource, plainPieces } from "../node/plain-pieces.js";
import { streamPapers } from "../node/stream-papers.js";
import { parseJson } from "../papers/json/json-value.js";
import type { Paper, Problem } from "../papers/paper.js";
import type { PaperFormat } from "../papers/paper-format.js";
import { CORE_READERS } from "../papers/read-papers.js";
import { detectEncoding, textDecoder } from "../papers/reading/decode-text.js";
import { detectFormat } from "../papers/reading/detect-format.js";
import type { ReadEvent } from "../papers/reading/intake.js";
import { startReading } from "../papers/reading/reading.js";

/** A paper with the fields of its record, or what kept it from being one. */
export type InputRecord =
  | { readonly paper: Paper; readonly fields: object; readonly problems: readonly Problem[] }
  | { readonly problem: Problem };

/** A record that is read when asked for. */
export type PendingRecord = () => InputRecord;

/**
 * The records, as many at a time as a piece of the input holds. Of JSON Lines every line but a blank one is a record, and
 * its fields are those that stand on it; of the other formats every paper, and every problem that belongs to none.
 */
export async function* streamRecords(
  source: PieceSource,
  format: PaperFormat | undefined,
): AsyncGenerator<readonly PendingRecord[]> {
  const pieces = plainPieces(source, []);
  const first = await pieces.next();
  if (first.done) return;
  const encoding = typeof first.value === "string" ? "utf-8" : detectEncoding(first.value);
  const beginning = typeof first.value === "string" ? first.value : textDecoder(encoding)(first.value);
  const all = prepended(first.value, pieces);
  const known = format ?? detectFormat(beginning.slice(0, FIRST_PIECE));
  if (known === "jsonl") yield* records(textsOf(all, textDecoder(encoding)));
  else yield* events(streamPapers(all, known === undefined ? {} : { format: known }));
}

async function* prepended<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

async function* textsOf(
  pieces: AsyncIterable<Uint8Array | string>,
  decode: (piece?: Uint8Array) => string,
): AsyncGenerator<string> {
  for await (const piece of pieces) {
    yield typeof piece === "string" ? piece : decode(piece);
  }
  yield decode();
}

async function* records(texts: AsyncIterable<string>): AsyncGenerator<readonly PendingRecord[]> {
  let line = 0;
  let record = 0;
  let rest = "";
  const pending = (lines: readonly string[]): PendingRecord[] => {
    return lines.flatMap((text) => {
      line += 1;
      if (text.trim() === "") return [];
      record += 1;
      const place = { line, record };
      return [() => readLine(text, place.line, place.record)];
    });
  };
  for await (const text of texts) {
    const end = text.lastIndexOf("\n");
    if (end < 0) {
      rest += text;
      continue;
    }
    const lines = (rest + text.slice(0, end)).split("\n");
    rest = text.slice(end + 1);
    yield pending(lines);
  }
  yield pending([rest]);
}

/** A line by the readers of the library; a record without an id is named by its place, whatever came before. */
function readLine(text: string, line: number, record: number): InputRecord {
  const reading = startReading(CORE_READERS, "themata tag", "jsonl");
  const papers: Paper[] = [];
  const found: Problem[] = [];
  for (const { event } of reading.push(`${text.replace(/^\uFEFF/, "")}\n`)) {
    if ("paper" in event) papers.push(event.paper);
    else found.push(event.problem);
  }
  const [paper] = papers;
  if (papers.length > 1 || (paper === undefined && found.length === 0)) return { problem: severalPapers(line) };
  const id = paper === undefined || paper.id !== firstId ? paper?.id : `paper-${String(record).padStart(4, "0")}`;
  const problems = found.map((problem) => atPlace(problem, line, record, id));
  if (paper === undefined || id === undefined) return { problem: problems[0]! };
  return { paper: { ...paper, id }, fields: parseJson(text.replace(/^\uFEFF/, "")) as object, problems };
}

/** What the reader calls a record without an id, as it has seen one line only. */
const firstId = "paper-0001";

/** The problem as it is at its place in the whole input. */
function atPlace(problem: Problem, line: number, record: number, id: string | undefined): Problem {
  const message = problem.message.replace(/^Line 1 /, `Line ${line} `).replace(`named ${firstId}.`, `named ${id}.`);
  return { ...problem, message, line, record: record - 1, ...(id === undefined ? {} : { id }) };
}

function severalPapers(line: number): Problem {
  const message = `Line ${line} holds several papers or none. Bring the file into shape with themata convert.`;
  return { code: "no-single-paper", message, line };
}

/** Papers with the problems that follow them, and the other problems by themselves. */
async function* events(source: AsyncIterable<ReadEvent>): AsyncGenerator<readonly PendingRecord[]> {
  let open: { paper: Paper; fields: Paper; problems: Problem[] } | undefined;
  for await (const event of source) {
    if ("problem" in event && open !== undefined && event.problem.id === open.paper.id) {
      open.problems.push(event.problem);
      continue;
    }
    const done = open;
    if (done !== undefined) yield [() => done];
    open = "paper" in event ? { paper: event.paper, fields: event.paper, problems: [] } : undefined;
    if ("problem" in event) yield [() => event];
  }
  const last = open;
  if (last !== undefined) yield [() => last];
}
