/** Refuses a command line that would write one file over another that it names. */

import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { checkFolders } from "./about-file.js";
import { endingOf, libraryFormats } from "./output-names.js";
import type { Given } from "./parse-arguments.js";
import { UsageError } from "./usage-error.js";

const read = ["themes", "seeds", "judgements", "queries"];
const written = ["output", "save"];

/**
 * A model is written by `discover` and read by the other verbs. A library that `tag` gives keywords to may take its own
 * place, since all else in it stays as it was.
 *
 * @throws UsageError
 */
export function checkOutputs(verb: string, words: readonly string[], given: Given): void {
  const paths = (names: readonly string[]): string[] => names.flatMap((name) => given.text(name) ?? []);
  const finds = verb === "discover";
  const inputs = [...words, ...paths(finds ? read : [...read, "model"]), ...given.list("examples")];
  const outputs = [...paths(finds ? [...written, "model"] : written), ...given.list("report")];
  const taken = new Set(inputs.map((path) => resolve(path)));
  checkFolders(outputs);
  for (const path of outputs) {
    if (existsSync(path) && statSync(path).isDirectory()) {
      throw new UsageError(`${path} is a folder: name a file in it to write.`);
    }
    const place = resolve(path);
    const keepsRest =
      verb === "tag" && libraryFormats.has(endingOf(path)) && words.some((word) => resolve(word) === place);
    if (taken.has(place) && !keepsRest) {
      throw new UsageError(`${path} is named twice, and what stands there would be lost: name another file to write.`);
    }
    taken.add(place);
  }
}
