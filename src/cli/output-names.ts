/** What the ending of a name says of the file: the format to write, or that the verb writes no such file. */

import type { PaperFormat } from "../papers/paper-format.js";
import type { WritableFormat } from "../papers/write-papers.js";
import type { Given } from "./parse-arguments.js";
import { UsageError } from "./usage-error.js";

/** The formats in which `convert` writes papers. */
export const writtenFormats: ReadonlyMap<string, WritableFormat> = new Map([
  ["jsonl", "jsonl"],
  ["ndjson", "jsonl"],
  ["json", "json"],
  ["csv", "csv"],
  ["tsv", "tsv"],
  ["ris", "ris"],
  ["bib", "bibtex"],
]);

/** The formats in which `tag` writes a library back. */
export const libraryFormats: ReadonlyMap<string, PaperFormat> = new Map([
  ["bib", "bibtex"],
  ["ris", "ris"],
  ["nbib", "nbib"],
  ["csv", "csv"],
  ["tsv", "tsv"],
]);

/** Names of an answer in JSON Lines. */
const answers: readonly string[] = ["jsonl", "ndjson", "json", "txt"];

/** What opens as something else than a saved model. */
const noModels: readonly string[] = [
  ...answers,
  ...writtenFormats.keys(),
  ...libraryFormats.keys(),
  ...["html", "htm", "md", "svg"],
];

/** The ending of a name without its dot, in lower case; "" for none. */
export function endingOf(path: string): string {
  return /[^/\\]\.([a-z]\w*)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
}

/** Refuses a name whose ending promises another kind of file than is written. @throws UsageError */
export function checkOutputNames(verb: string, given: Given): void {
  const path = given.text("output") ?? "";
  const known = endingsOf(verb, given);
  if (endingOf(path) !== "" && known !== undefined && !known.includes(endingOf(path))) {
    const way = verb === "convert" ? "--to" : verb === "discover" ? "--report or --text" : "--text";
    throw new UsageError(`--output ${path}: the name should end in .${known.join(", .")}. Or give ${way}.`);
  }
  const option = verb === "discover" ? "model" : "save";
  const model = given.text(option) ?? "";
  if (noModels.includes(endingOf(model))) {
    throw new UsageError(`--${option} ${model}: what is saved opens in themata alone, so the name should end in .bin.`);
  }
}

/** The endings that the answer of a verb may have; undefined where any may be. */
function endingsOf(verb: string, given: Given): readonly string[] | undefined {
  if (given.flag("text") || (verb === "convert" && given.text("to") !== undefined)) return undefined;
  if (verb === "convert" && !given.flag("problems")) return [...writtenFormats.keys()];
  return verb === "tag" ? [...answers, ...libraryFormats.keys()] : answers;
}
