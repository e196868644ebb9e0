/** The papers of all files named on the command line, or of stdin, as one collection. */

import { readFile } from "node:fs/promises";
import { ThemataError } from "../errors.js";
import { readPapers } from "../formats/read-papers.js";
import { mergePapers } from "../papers/merge-papers.js";
import type { Paper, Problem } from "../papers/paper.js";
import type { PaperFormat } from "../papers/paper-format.js";
import type { Given } from "./parse-arguments.js";
import type { Reporter } from "./reporter.js";
import { UsageError } from "./usage-error.js";

const shownProblems = 5;

/**
 * Reads and merges. "-" is stdin, and so is no name at all where stdin is no terminal. What could not be read is told
 * on stderr; a collection without papers is refused.
 */
export async function readInputs(names: readonly string[], given: Given, reporter: Reporter): Promise<Paper[]> {
  const { input } = reporter.streams;
  if (names.length === 0 && input.isTTY) throw new UsageError("No file was named. Give one, or - to read stdin.");
  const lists: Paper[][] = [];
  for (const name of names.length === 0 ? ["-"] : names) {
    const bytes = name === "-" ? await allOf(input) : await bytesOf(name);
    const shownName = name === "-" ? "stdin" : name;
    const format = given.text("format") as PaperFormat | undefined;
    const { papers, problems, format: found } = named(shownName, () => readPapers(bytes, format && { format }));
    tellProblems(shownName, problems, reporter);
    reporter.note(`Read ${papers.length} papers from ${shownName} (${found}).`);
    lists.push(papers);
  }
  const papers = lists.length === 1 ? lists[0]! : merged(lists, reporter);
  if (papers.length === 0) {
    throw new ThemataError("EMPTY_CORPUS", "No paper was found in the input.", { where: "themata" });
  }
  return papers;
}

function merged(lists: readonly Paper[][], reporter: Reporter): Paper[] {
  const result = mergePapers(lists);
  const read = lists.reduce((sum, list) => sum + list.length, 0);
  if (result.papers.length < read) {
    reporter.note(`${read - result.papers.length} of ${read} records were of a paper read before and were merged.`);
  }
  for (const { from, to } of result.renamed) reporter.note(`Another paper has the id ${from}: renamed to ${to}.`);
  return result.papers;
}

/** Says which file an error is about. */
function named<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ThemataError) error.message = `${name}: ${error.message.replace(/^readPapers: /, "")}`;
    throw error;
  }
}

function tellProblems(name: string, problems: readonly Problem[], reporter: Reporter): void {
  for (const { line, message, id } of problems.slice(0, shownProblems)) {
    const place = line === undefined ? (id === undefined ? "" : ` (${id})`) : `:${line}`;
    reporter.warn(`${name}${place}: ${message}`);
  }
  const more = problems.length - shownProblems;
  if (more > 0) reporter.warn(`${name}: ${more} more such notes; themata convert --problems lists all.`);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new UsageError(`There is no file ${path}.`);
    if (code === "EISDIR") throw new UsageError(`${path} is a folder. Name its files: ${path.replace(/\/$/, "")}/*`);
    throw error;
  }
}

async function allOf(input: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of input) parts.push(typeof part === "string" ? Buffer.from(part) : part);
  return Buffer.concat(parts);
}
