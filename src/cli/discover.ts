/** `themata discover`: the themes of the papers. */

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { discoverThemesInStream } from "../node/discover-stream.js";
import { streamPapers } from "../node/stream-papers.js";
import type { Paper } from "../papers/paper.js";
import type { PaperFormat } from "../papers/paper-format.js";
import { serialize } from "../store/serialize.js";
import type { ThemeMethod } from "../themes/clustering/partition.js";
import { discoverThemes } from "../themes/discover-themes.js";
import type { Progress } from "../themes/model/progress.js";
import type { ThemeModel } from "../themes/model/theme-model.js";
import { aboutFile } from "./about-file.js";
import { openFile } from "./open-file.js";
import type { Given } from "./parse-arguments.js";
import { readInputs, tellProblems } from "./read-inputs.js";
import { readTaxonomyFile } from "./read-taxonomy-file.js";
import type { Reporter } from "./reporter.js";
import { counted } from "./terminal-text.js";
import { themeRecords } from "./theme-records.js";
import { themeText } from "./theme-text.js";
import type { Request } from "./verb.js";
import { checkReports, writeReports } from "./write-reports.js";

const usualMap = "themata-map.html";
/** Length of a file up to which its text is held. */
const heldBytes = 256_000_000;

/** Where each stage lies in the whole, as shares of the bar. */
const stages: Readonly<
  Record<Progress["stage"], { readonly label: string; readonly from: number; readonly to: number }>
> = {
  read: { label: "reading", from: 0, to: 0 },
  vectors: { label: "weighing words", from: 0, to: 0.3 },
  clusters: { label: "finding themes", from: 0.3, to: 0.85 },
  labels: { label: "naming themes", from: 0.85, to: 1 },
};

/** Reads, discovers, writes what was asked for, answers. */
export async function work({ words, given, reporter }: Request): Promise<void> {
  const reports = [...given.list("report")];
  checkReports(reports);
  const map = reports.find((path) => /\.html?$/i.test(path)) ?? usualMap;
  if (given.flag("open") && !reports.includes(map)) reports.push(map);
  const long = await longFile(words);
  const { model, papers } = await (long === undefined
    ? inMemory(words, given, reporter)
    : inStream(long, given, reporter));
  const saved = given.text("model");
  if (saved !== undefined) await reporter.save(saved, serialize(model));
  await writeReports(reports, model, papers, reporter);
  if (given.flag("open")) {
    if (await openFile(map)) reporter.note(`Opened ${map}.`);
    else reporter.warn(`${map} could not be opened from here: open it in a browser.`);
  }
  await reporter.answer(themesAnswer(model));
  if (reports.length === 0 && words.length > 0) reporter.note("To see them on a map: the same command with --open.");
}

interface Discovered {
  readonly model: ThemeModel;
  /** The papers with their text, where it was kept. */
  readonly papers: readonly Paper[];
}

async function inMemory(words: Request["words"], given: Given, reporter: Reporter): Promise<Discovered> {
  const { papers } = await readInputs(words, given, reporter);
  return { model: discoverThemes(papers, await discoverOptions(given, reporter)), papers };
}

async function inStream(file: string, given: Given, reporter: Reporter): Promise<Discovered> {
  reporter.note(`${file} is long: its papers are counted as they are read, and their text is not kept.`);
  const format = given.text("format") as PaperFormat | undefined;
  const events = streamPapers(createReadStream(file), { format });
  const { model, problems } = await aboutFile(file, async () =>
    discoverThemesInStream(events, await discoverOptions(given, reporter)),
  );
  tellProblems(file, { papers: [], problems }, reporter);
  reporter.note(`Read ${counted(model.papers.length, "paper")} from ${file}.`);
  return { model, papers: [] };
}

/** The one file that was named, if it is too long to be held; packed text is about a quarter of its length. */
async function longFile(words: Request["words"]): Promise<string | undefined> {
  const [file, ...others] = words;
  if (file === undefined || file === "-" || others.length > 0) return undefined;
  const { size } = await aboutFile(file, () => stat(file));
  return size > (file.endsWith(".gz") ? heldBytes / 4 : heldBytes) ? file : undefined;
}

/** The options of `discoverThemes` as the command line gives them. */
export async function discoverOptions(
  given: Given,
  reporter: Reporter,
): Promise<NonNullable<Parameters<typeof discoverThemes>[1]>> {
  const k = given.text("k");
  const seeds = given.text("seeds");
  return {
    // What is no number is passed on as it is, for the message.
    k: k === undefined || Number.isNaN(Number(k)) ? ((k ?? "auto") as "auto") : Number(k),
    granularity: given.number("granularity"),
    method: given.text("method") as ThemeMethod | undefined,
    seed: given.number("seed"),
    seeds: seeds === undefined ? undefined : await readTaxonomyFile(seeds, reporter),
    onProgress: ({ stage, fraction }) => {
      const { label, from, to } = stages[stage];
      reporter.progress(label, from + (to - from) * fraction);
    },
  };
}

function themesAnswer(model: ThemeModel): Parameters<Reporter["answer"]>[0] {
  return {
    records: () => themeRecords(model),
    text: (style, columns) => themeText(model, style, columns),
  };
}
