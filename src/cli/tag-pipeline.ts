/** `themata tag --model`: a filter for streams of any length; every record is answered once, in order. */

import { createReadStream } from "node:fs";
import type { PaperFormat } from "../papers/paper-format.js";
import type { Tagger } from "../tags/tagger.js";
import type { ThemeModel } from "../themes/model/theme-model.js";
import { eachFile } from "./about-file.js";
import { type LineOutput, linesToFile, linesToStream } from "./line-output.js";
import { paperTagger } from "./paper-tagger.js";
import type { Given } from "./parse-arguments.js";
import type { Reporter } from "./reporter.js";
import { type InputRecord, streamRecords } from "./stream-records.js";
import { UsageError } from "./usage-error.js";

const shownProblems = 5;

/** Tags the files, "-" for stdin, in turn. With `--resume` the answers that the output holds already are passed over. */
export async function runPipeline(
  model: ThemeModel | Tagger,
  names: readonly string[],
  given: Given,
  reporter: Reporter,
): Promise<void> {
  const tagsOf = paperTagger(model, given);
  const path = given.text("output");
  const output =
    path === undefined ? linesToStream(reporter.streams.output) : await linesToFile(path, given.flag("resume"));
  const count = { records: 0, unread: 0 };
  const answer = async (file: string, read: () => InputRecord): Promise<void> => {
    count.records += 1;
    if (count.records < output.done) return;
    const record = read();
    if (count.records === output.done) checkSame(output, record, path!);
    else await output.line(answerTo(record, tagsOf));
    if (!("problem" in record)) return;
    count.unread += 1;
    const { line, message } = record.problem;
    if (count.unread <= shownProblems) reporter.warn(`${file}${line === undefined ? "" : `:${line}`}: ${message}`);
  };
  try {
    const tag = async (name: string, file: string): Promise<void> => {
      const source = name === "-" ? reporter.streams.input : createReadStream(name);
      for await (const batch of streamRecords(source, given.text("format") as PaperFormat | undefined)) {
        for (const read of batch) await answer(file, read);
        await output.flush();
      }
    };
    await eachFile(names, tag, (_, message) => reporter.warn(message));
  } finally {
    await output.close();
  }
  if (count.records < output.done) throw otherInput(path!);
  if (count.unread > 0) reporter.warn(`${count.unread} of ${count.records} answers tell a problem in place of tags.`);
  reporter.note(`Tagged ${count.records - output.done} records.`);
}

function answerTo(record: InputRecord, tagsOf: ReturnType<typeof paperTagger>): string {
  if ("problem" in record) return JSON.stringify({ problem: record.problem });
  const { paper, fields, problems } = record;
  const tagged = tagsOf(paper);
  return JSON.stringify({ ...fields, ...tagged, ...(problems.length === 0 ? {} : { problems }) });
}

/** The last answer that the file holds must be that to the record at its place. */
function checkSame({ last }: LineOutput, record: InputRecord, path: string): void {
  let answer: unknown;
  try {
    answer = JSON.parse(last!);
  } catch {
    throw otherInput(path);
  }
  const id = typeof answer === "object" && answer !== null && "paperId" in answer ? answer.paperId : undefined;
  if (id !== ("paper" in record ? record.paper.id : undefined)) throw otherInput(path);
}

function otherInput(path: string): UsageError {
  return new UsageError(
    `${path} does not hold the answers to the beginning of this input. Leave out --resume to begin anew.`,
  );
}
