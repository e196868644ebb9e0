/** Says which file an error is about, and tells the errors of the file system in a sentence. */

import { existsSync, readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { isThemataError, ThemataError } from "../errors.js";
import { endingOf } from "./output-names.js";
import { UsageError } from "./usage-error.js";

const ofPapers = "bib csv enw json jsonl nbib ndjson ris tsv txt xml".split(" ");

const sentences: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => (folderMissing(path) ? noFolder(path) : `There is no file ${path}.`),
  EISDIR: (path) => `${path} is a folder. Name the files in it: ${filesIn(path.replace(/\/+$/, ""))}`,
  EACCES: (path) => `${path} may not be read or written by you.`,
  EPERM: (path) => `${path} may not be read or written by you.`,
  ENOTDIR: (path) => `A part of the path ${path} is no folder.`,
  ENOSPC: (path) => `There is no room left to write ${path}.`,
};

/** Refuses files that could not be written for want of a folder, before any long work is done. @throws UsageError */
export function checkFolders(paths: readonly string[]): void {
  const wrong = paths.find(folderMissing);
  if (wrong !== undefined) throw new UsageError(noFolder(wrong));
}

/** Refuses files to read that are not there, with what may have been meant. @throws UsageError */
export function checkFiles(paths: readonly string[], meant: string): void {
  const missing = paths.find((path) => path !== "-" && !existsSync(path));
  if (missing !== undefined) throw new UsageError(`There is no file ${missing}. ${meant}`);
}

/** The files of a folder as a shell names them, those that may hold papers. */
function filesIn(folder: string): string {
  const endings = new Set(
    readdirSync(folder)
      .map(endingOf)
      .filter((ending) => ofPapers.includes(ending)),
  );
  const patterns = Array.from(endings, (ending) => `${folder}/*.${ending}`);
  return patterns.sort().join(" ") || `${folder}/*`;
}

function folderMissing(path: string): boolean {
  return !existsSync(dirname(path));
}

function noFolder(path: string): string {
  return `There is no folder ${dirname(path)} for ${basename(path)}.`;
}

/**
 * Does the work with each file in turn, "-" for stdin. One of several that holds no papers, or is a folder, is left out,
 * and `tell` is told: a shell names all that a folder holds.
 *
 * @throws UsageError for a file that is not there; ThemataError where all are left out
 */
export async function eachFile(
  names: readonly string[],
  work: (name: string, file: string) => Promise<void>,
  tell: (file: string, message: string) => void,
): Promise<void> {
  let left = 0;
  for (const name of names) {
    const file = name === "-" ? "stdin" : name;
    try {
      await aboutFile(file, () => work(name, file));
    } catch (error) {
      if (names.length === 1 || !(error instanceof Error) || !isOfOthers(error)) throw error;
      left += 1;
      const [fault] = error.message.slice(file.length).split(". ");
      tell(file, `${file}${fault}: left out.`);
    }
  }
  if (left === names.length) throw noPapers("None of the files holds papers that can be read.");
}

/** What is said where there are no papers. */
export function noPapers(message: string): ThemataError {
  return new ThemataError("EMPTY_CORPUS", message, { where: "themata" });
}

/** Whether an error says that a file is not for us, rather than that it can't be read. */
function isOfOthers(error: Error): boolean {
  const { cause } = error;
  return (
    isThemataError(error, "PARSE_FAILED") || (cause instanceof Error && "code" in cause && cause.code === "EISDIR")
  );
}

/** Does the work; what goes wrong names the file. @throws UsageError for a file that is not there */
export async function aboutFile<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ThemataError) {
      error.message = `${path}: ${error.message.replace(/^[a-z]\w+: /, "")}`;
      throw error;
    }
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const sentence = sentences[code];
    if (sentence === undefined) throw error;
    if (code === "ENOENT" || code === "EISDIR") throw new UsageError(sentence(path), { cause: error });
    throw new Error(sentence(path), { cause: error });
  }
}
