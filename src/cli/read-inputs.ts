/** The papers of all files named on the command line, or of stdin, as one collection. */

import { appendTo } from "../matrix/by-key.js";
import { readPapersFile, readPapersOf } from "../node/read-file.js";
import { mergePapers } from "../papers/merge-papers.js";
import type { Paper, Problem } from "../papers/paper.js";
import type { PaperFormat } from "../papers/paper-format.js";
import { eachFile, noPapers } from "./about-file.js";
import type { Given } from "./parse-arguments.js";
import type { Reporter } from "./reporter.js";
import type { Streams } from "./streams.js";
import { counted } from "./terminal-text.js";
import { UsageError } from "./usage-error.js";

const shownProblems = 3;

/** What was read, with what could not be. */
export interface Inputs {
  readonly papers: Paper[];
  readonly problems: readonly (Problem & { readonly file: string })[];
}

/** The files to read: those named, or stdin ("-") where none is and it is no terminal. @throws UsageError */
export function inputNames(names: readonly string[], { input }: Streams): readonly string[] {
  if (names.length > 0) return names;
  if (input.isTTY) throw new UsageError("No file was named. Give one, or - to read stdin.");
  return ["-"];
}

/** Reads and merges. What could not be read is told on stderr; a collection without papers is refused, unless its problems are asked for. */
export async function readInputs(names: readonly string[], given: Given, reporter: Reporter): Promise<Inputs> {
  const lists: { readonly file: string; readonly papers: Paper[] }[] = [];
  const all: Inputs["problems"][number][] = [];
  const options = { format: given.text("format") as PaperFormat | undefined };
  const read = async (name: string, file: string): Promise<void> => {
    const { input } = reporter.streams;
    const found = await (name === "-" ? readPapersOf(input, file, options) : readPapersFile(name, options));
    tellProblems(file, found, reporter);
    if (found.papers.length + found.problems.length === 0) reporter.warn(`${file}: there is no paper in it.`);
    reporter.note(`Read ${counted(found.papers.length, "paper")} from ${file} (${found.format}).`);
    lists.push({ file, papers: found.papers });
    all.push(...found.problems.map((problem) => ({ file, ...problem })));
  };
  await eachFile(inputNames(names, reporter.streams), read, (file, message) => {
    reporter.warn(message);
    all.push({ file, code: "unreadable-file", message });
  });
  const papers = lists.length === 1 ? lists[0]!.papers : merged(lists, reporter);
  if (papers.length > 0 || given.flag("problems")) return { papers, problems: all };
  throw noPapers("No paper was found in the input.");
}

function merged(
  lists: readonly { readonly file: string; readonly papers: readonly Paper[] }[],
  reporter: Reporter,
): Paper[] {
  const result = mergePapers(lists.map(({ papers }) => papers));
  const read = lists.reduce((sum, { papers }) => sum + papers.length, 0);
  if (result.papers.length < read) {
    reporter.note(`${read - result.papers.length} of ${read} records were of a paper read before and were merged.`);
  }
  for (const [place, { file }] of lists.entries()) {
    const renamed = result.renamed.filter(({ list }) => list === place);
    const message = ({ from, to }: (typeof renamed)[0]): string =>
      `Another paper has the id ${from}: renamed to ${to}.`;
    tellKinds(
      file,
      renamed.map((each) => ({ code: "renamed", message: message(each) })),
      reporter,
    );
  }
  return result.papers;
}

/** What could not be read of papers, and where all have no abstract. */
export function tellProblems(
  file: string,
  { papers, problems }: { readonly papers: readonly Paper[]; readonly problems: readonly Problem[] },
  reporter: Reporter,
): void {
  if (tellKinds(file, problems, reporter)) reporter.note(`All of them: themata convert --problems ${file}`);
  if (papers.length > 2 && papers.every(({ abstract }) => abstract === "")) {
    reporter.warn(`${file}: no paper has an abstract, and titles alone say little. Export with abstracts if you can.`);
  }
}

/** One line for each kind of problem where there are many of it: what the first one is, and how many are alike. Whether some were left untold. */
export function tellKinds(file: string, problems: readonly Problem[], reporter: Reporter): boolean {
  const kinds = new Map<string, Problem[]>();
  for (const problem of problems) {
    appendTo(kinds, problem.code, problem);
  }
  for (const alike of kinds.values()) {
    const told = alike.length > shownProblems ? alike.slice(0, 1) : alike;
    for (const { line, message, id } of told) {
      const place = line === undefined ? (id === undefined ? "" : ` (${id})`) : `:${line}`;
      const more = alike.length - told.length;
      reporter.warn(`${file}${place}: ${message}${more === 0 ? "" : ` And ${more} more like it.`}`);
    }
  }
  return [...kinds.values()].some(({ length }) => length > shownProblems);
}
