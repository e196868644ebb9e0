/** `themata search`: the papers that match words. */

import { existsSync } from "node:fs";
import { createPaperIndex } from "../related/paper-index.js";
import { checkFiles } from "./about-file.js";
import { foundRecords, foundText } from "./neighbours-text.js";
import { readInputs } from "./read-inputs.js";
import { UsageError } from "./usage-error.js";
import type { Request } from "./verb.js";

/** The first word is the query unless `--query` gives it; the rest are files. */
export async function work({ words, given, reporter }: Request): Promise<void> {
  const asked = given.text("query");
  const [query, files] = asked === undefined ? [words[0], words.slice(1)] : [asked, words];
  if (query === undefined || query.trim() === "")
    throw new UsageError('What to search for? themata search "reward model" FILES...');
  if (asked === undefined && existsSync(query) && !files.some((file) => file === "-" || existsSync(file))) {
    const words = files.at(-1) ?? "reward model";
    throw new UsageError(`${query} is a file; the query stands before it: themata search "${words}" ${query}`);
  }
  checkFiles(files, 'A query of several words stands in quotes: themata search "reward model" FILES...');
  const { papers } = await readInputs(files, given, reporter);
  reporter.progress("reading words", 0.5);
  const index = createPaperIndex(papers);
  const found = index.search(query, {
    limit: given.number("limit"),
    minScore: given.number("min-score"),
    match: given.flag("every-word") ? "all" : "any",
    fuzzy: given.flag("fuzzy"),
  });
  const records = foundRecords(index, found);
  await reporter.answer({ records: () => records, text: (style, columns) => foundText(records, style, columns) });
}
