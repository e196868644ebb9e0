/** Says which file an error is about, and tells the errors of the file system in a sentence. */

import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import { ThemataError } from "../errors.js";
import { UsageError } from "./usage-error.js";

const sentences: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => (folderMissing(path) ? noFolder(path) : `There is no file ${path}.`),
  EISDIR: (path) => `${path} is a folder. Name the files in it: ${path.replace(/\/+$/, "")}/*`,
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
