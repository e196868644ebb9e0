/** `themata convert`: papers of any format in another one. */

import { existsSync } from "node:fs";
import { writePapers } from "../formats/write-papers.js";
import type { WritableFormat } from "../papers/write-papers.js";
import { checkFolders } from "./about-file.js";
import { endingOf, writtenFormats } from "./output-names.js";
import { readInputs } from "./read-inputs.js";
import { UsageError } from "./usage-error.js";
import type { Request } from "./verb.js";

const formats = [...new Set(writtenFormats.values())];

/** Reads, merges, writes; with `--problems` writes what could not be read instead. */
export async function work({ words, given, reporter }: Request): Promise<void> {
  const asked = given.text("to");
  const to = writtenFormats.get(asked ?? "") ?? formats.find((name) => name === asked);
  if (asked !== undefined && to === undefined) {
    throw new UsageError(`--to ${asked}: papers are written as ${formats.join(", ")}.`);
  }
  const newFile = given.text("output") === undefined && !given.flag("problems") ? lastIfNew(words) : undefined;
  const inputs = newFile === undefined ? words : words.slice(0, -1);
  if (newFile !== undefined) checkFolders([newFile]);
  const { papers, problems } = await readInputs(inputs, given, reporter);
  if (given.flag("problems")) {
    await reporter.raw(problems.map((problem) => `${JSON.stringify(problem)}\n`).join(""));
    return;
  }
  const format = to ?? formatOf(newFile ?? given.text("output") ?? "") ?? "jsonl";
  const text = writePapers(papers, { format });
  if (newFile === undefined) await reporter.raw(text);
  else await reporter.save(newFile, text);
}

/** The last of several words where it names a file that could be written and is not there yet: `convert refs.bib papers.jsonl`. */
function lastIfNew(words: readonly string[]): string | undefined {
  const last = words.at(-1);
  if (words.length < 2 || last === undefined) return undefined;
  return formatOf(last) !== undefined && !existsSync(last) ? last : undefined;
}

function formatOf(path: string): WritableFormat | undefined {
  return writtenFormats.get(endingOf(path));
}
