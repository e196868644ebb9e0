/** `themata convert`: papers of any format in another one. */

import { writePapers } from "../formats/write-papers.js";
import type { WritableFormat } from "../papers/write-papers.js";
import { readInputs } from "./read-inputs.js";
import { UsageError } from "./usage-error.js";
import type { Request } from "./verb.js";

const byExtension: Readonly<Record<string, WritableFormat>> = {
  bib: "bibtex",
  json: "json",
  csv: "csv",
  tsv: "tsv",
  ris: "ris",
};

const formats: readonly string[] = ["jsonl", "json", "csv", "tsv", "ris", "bibtex"];

/** Reads, merges, writes; with `--problems` writes what could not be read instead. */
export async function work({ words, given, reporter }: Request): Promise<void> {
  const asked = given.text("to");
  if (asked !== undefined && !formats.includes(asked)) {
    throw new UsageError(`--to ${asked}: papers are written as ${formats.join(", ")}.`);
  }
  const { papers, problems } = await readInputs(words, given, reporter);
  if (given.flag("problems")) {
    await reporter.raw(problems.map((problem) => `${JSON.stringify(problem)}\n`).join(""));
    return;
  }
  const extension = given.text("output")?.split(".").at(-1)?.toLowerCase() ?? "";
  const format = (asked as WritableFormat | undefined) ?? byExtension[extension] ?? "jsonl";
  await reporter.raw(writePapers(papers, { format }));
}
