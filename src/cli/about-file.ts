/** Says which file an error is about, and tells the errors of the file system in a sentence. */

import { existsSync, readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { ThemataError } from "../errors.js";
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
export function checkFolders(paths: readonly (string | undefined)[]): void {
  const wrong = paths.find((path) => path !== undefined && folderMissing(path));
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

/** Does the work; what goes wrong names the file. @throws UsageError for a file that is not there */
export async function aboutFile<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ThemataError) {
      error.message = `${path}: ${error.message.replace(/^(?:read\w+|deserialize): /, "")}`;
      throw error;
    }
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const sentence = sentences[code];
    if (sentence === undefined) throw error;
    if (code === "ENOENT" || code === "EISDIR") throw new UsageError(sentence(path));
    throw new Error(sentence(path), { cause: error });
  }
}
