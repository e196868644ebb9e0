/** `themata tag`: gives papers the themes of a taxonomy, of examples or of a saved model. */

import { saveFile } from "../node/save-file.js";
import type { Paper } from "../papers/paper.js";
import { fitTagger } from "../tags/fit-tagger.js";
import type { TagExample } from "../tags/gather-examples.js";
import type { Tagger } from "../tags/tagger.js";
import { goldThemes } from "./gold-themes.js";
import { loadModel } from "./load-model.js";
import { paperTagger } from "./paper-tagger.js";
import type { Given } from "./parse-arguments.js";
import { inputNames, readInputs } from "./read-inputs.js";
import { readTaxonomyFile } from "./read-taxonomy-file.js";
import type { Reporter } from "./reporter.js";
import { runPipeline } from "./tag-pipeline.js";
import { type TaggedRecord, taggedText } from "./tagged-text.js";
import { UsageError } from "./usage-error.js";
import type { Request } from "./verb.js";
import { libraryFormat, withTags } from "./write-back.js";

/** Reads, tags, answers. */
export async function work({ words, given, reporter }: Request): Promise<void> {
  if (["themes", "examples", "model"].every((name) => given.text(name) === undefined)) {
    throw new UsageError("Nothing to tag with. Give --themes FILE, --examples FILE or --model FILE.");
  }
  if (given.text("model") !== undefined && (given.text("themes") ?? given.list("examples")[0]) !== undefined) {
    throw new UsageError("--model FILE has its own themes: leave out --themes and --examples, or --model.");
  }
  const library = libraryFormat(given.text("output"));
  const path = given.text("model");
  const toTerminal = given.text("output") === undefined && reporter.streams.output.isTTY === true;
  const inWords = given.flag("text") || (toTerminal && !given.flag("json"));
  const streamed = path !== undefined && library === undefined && !inWords;
  if (given.flag("resume") && !(streamed && given.text("output") !== undefined)) {
    throw new UsageError("--resume goes on with the answers to --model in --output FILE, as JSON Lines. Give both.");
  }
  if (streamed) {
    const names = inputNames(words, reporter.streams);
    await runPipeline(await loadModel(path), names, given, reporter);
    return;
  }
  const { papers } = await readInputs(words, given, reporter);
  const records = await taggedRecords(papers, given, reporter);
  if (library !== undefined) {
    await reporter.raw(await withTags(words, library, records));
    return;
  }
  await reporter.answer({
    records: () => records.map((record, i) => ({ ...papers[i]!, ...record })),
    text: (style, columns) => taggedText(records, style, columns),
  });
}

/** The papers with their tags, by whatever the command line gives to tag with. */
export async function taggedRecords(
  papers: readonly Paper[],
  given: Given,
  reporter: Reporter,
): Promise<TaggedRecord[]> {
  const path = given.text("model");
  const model = path === undefined ? await fittedTagger(papers, given, reporter) : await loadModel(path);
  return papers.map(paperTagger(model, given));
}

async function fittedTagger(papers: readonly Paper[], given: Given, reporter: Reporter): Promise<Tagger> {
  const taxonomy = given.text("themes");
  const labelled = given.list("examples");
  const themes = taxonomy === undefined ? undefined : await readTaxonomyFile(taxonomy, reporter);
  const examples = labelled.length === 0 ? [] : await readExamples(labelled, given, reporter);
  const known = new Set(examples.map(({ paper }) => paper.id));
  reporter.progress("learning the themes", 0.3);
  const tagger = fitTagger({ themes, examples, background: papers.filter(({ id }) => !known.has(id)) });
  reporter.progress("tagging", 0.7);
  const path = given.text("save");
  if (path !== undefined) {
    await saveFile(path, tagger);
    reporter.note(`Wrote ${path}.`);
  }
  return tagger;
}

async function readExamples(files: readonly string[], given: Given, reporter: Reporter): Promise<TagExample[]> {
  const { papers } = await readInputs(files, given, reporter);
  const examples = goldThemes(papers, given.text("field")).map((themes, i) => ({
    paper: papers[i]!,
    themes: [...themes],
  }));
  return examples.filter(({ themes }) => themes.length > 0);
}
