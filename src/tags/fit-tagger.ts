/** Fits a tagger from whatever there is: names, descriptions, a few examples, hundreds, papers without labels. */

import { ThemataError } from "../errors.js";
import { checkArgument, choice, type Optional, type OptionRules, resolveOptions, value } from "../options.js";
import { checkPapers, type Paper } from "../papers/paper.js";
import { type Analyzer, analyzerOption } from "../text/analyzer.js";
import { analyzerBehind, markAnalyzer } from "../text/supplied.js";
import { checkModel } from "../themes/model/check-model.js";
import { checkDefinitions, type ThemeDefinition } from "../themes/model/theme-definition.js";
import type { ThemeModel } from "../themes/model/theme-model.js";
import { checkExample, type GatheredPapers, gatherPapers, labelTable, type TagExample } from "./gather-examples.js";
import { learn } from "./learning/learn.js";
import { namesOfThemes } from "./learning/naming.js";
import { joinModel, themesOfModel } from "./model-papers.js";
import { fitNameTagger } from "./names/fit-name-tagger.js";
import { fitTagSpace, type TagSpace, tagAnalyzer } from "./tag-space.js";
import type { Tagger, TaggerChoices, TaggerMemory, TagMethod, ThemeTagging } from "./tagger.js";

/** What a tagger is fitted from; any mixture, but at least one theme. */
export interface TaggerInput {
  readonly themes?: readonly ThemeDefinition[] | undefined;
  readonly examples?: readonly TagExample[] | undefined;
  /** Papers without labels of the kind to be tagged: they lend the themes their words. */
  readonly background?: readonly Paper[] | undefined;
  /** Themes that were discovered: its themes join `themes`, its papers are examples, its vocabulary is the tagger's. */
  readonly model?: ThemeModel | undefined;
}

/** How to fit. */
export interface FitTaggerOptions {
  /** How themes are recognised; "auto": by what is given for each. @defaultValue "auto" */
  readonly method: TagMethod | "auto";
  /** Turns text into terms. @defaultValue that of `model`; else stems, runs of one and two, the title counted twice */
  readonly analyzer: Analyzer | undefined;
}

const rules: OptionRules<FitTaggerOptions> = {
  method: choice<TagMethod | "auto">("auto", ["auto", "description", "feedback", "examples", "linear", "names"]),
  analyzer: analyzerOption<Analyzer | undefined>(undefined),
};

/** Themes and papers are looked at one by one elsewhere. */
const inputRules: OptionRules<TaggerInput> = {
  themes: value<TaggerInput["themes"]>(undefined, "theme definitions", () => true),
  examples: value<TaggerInput["examples"]>(
    undefined,
    "an array of { paper, themes }",
    (v) => v === null || Array.isArray(v),
  ),
  background: value<TaggerInput["background"]>(undefined, "papers", () => true),
  model: value<TaggerInput["model"]>(undefined, "a model", () => true),
};

/** With more themes without an example than this their names are looked up in an index, and nothing is learnt. */
const mostBareThemes = 300;

/**
 * Fits a tagger. `tagger.methods` says how each theme is recognised. With more than 300 themes without an example all
 * are matched by name: see {@link TagMethod}; examples then are decisions on their papers alone.
 *
 * @throws ThemataError INVALID_THEME without themes or for a malformed one, INVALID_PAPER, DUPLICATE_PAPER_ID,
 * EMPTY_VOCABULARY, INVALID_OPTION
 * @example
 * const tagger = fitTagger({ themes: [{ id: "rlhf", name: "Human feedback" }, { id: "bandits", name: "Bandits" }] });
 * tagger.methods[0].method; // "description"
 */
export function fitTagger(input: TaggerInput, options?: Optional<FitTaggerOptions>): Tagger {
  checkInput("fitTagger", input);
  const { method, analyzer: given } = resolveOptions("fitTagger", options, rules);
  const { model } = input;
  const definitions = withModel(input.themes ?? [], model);
  const gathered = gatherPapers(definitions, input.examples ?? [], input.background ?? []);
  const { themes } = gathered;
  if (themes.length === 0) {
    const message = "fitTagger: expected at least one theme, got none. Give `themes`, or `examples` that name some.";
    throw new ThemataError("INVALID_THEME", message, { index: -1, field: "themes" });
  }
  if (isForNames(gathered, method, model)) return fitNameTagger(gathered);
  const analyzer = model === undefined ? (given ?? tagAnalyzer) : analyzerBehind(model.space.analyzer, given);
  const { space, memory } =
    model === undefined ? readGathered(gathered, analyzer) : joinModel(model, gathered, analyzer);
  const { shares, ...learnt } = learn(memory, space.definitions, namesOfThemes(themes, space.tfidf, analyzer), method);
  return {
    themes,
    methods: methodsOf(themes, memory, space.definitions.indptr, { method, ...shares }),
    analyzer: markAnalyzer(analyzer),
    tfidf: space.tfidf,
    definitions: space.definitions,
    ...learnt,
    memory,
    decisions: [],
    choices: { method, ...shares },
  };
}

/** Refuses what is no input. @throws ThemataError INVALID_OPTION, INVALID_THEME, INVALID_PAPER, DUPLICATE_PAPER_ID */
export function checkInput(where: string, input: TaggerInput): void {
  const isObject = typeof input === "object" && input !== null;
  checkArgument(where, "input", "an object with `themes` or `examples`", isObject, input);
  resolveOptions(where, input, inputRules);
  checkDefinitions(input.themes ?? []);
  for (const [index, example] of (input.examples ?? []).entries()) checkExample(where, example, index);
  checkPapers(where, input.background ?? []);
  if (input.model) checkModel(where, input.model);
}

/** The definitions, then the themes of the model that they do not define. */
function withModel(given: readonly ThemeDefinition[], model: ThemeModel | undefined): readonly ThemeDefinition[] {
  const themes = given.map(withoutGaps);
  if (model === undefined) return themes;
  const defined = new Set(themes.map(({ id }) => id));
  return [...themes, ...themesOfModel(model).filter(({ id }) => !defined.has(id))];
}

/** The definition without fields that are null or undefined, which mean the same as absent. */
function withoutGaps(theme: ThemeDefinition): ThemeDefinition {
  const isKnown = (field: unknown): boolean => field !== undefined && field !== null;
  if (Object.values(theme).every(isKnown)) return theme;
  const { id, name } = theme;
  return { ...Object.fromEntries(Object.entries(theme).filter(([, field]) => isKnown(field))), id, name };
}

function readGathered(gathered: GatheredPapers, analyzer: Analyzer): { space: TagSpace; memory: TaggerMemory } {
  const { papers, themes, labelled } = gathered;
  const labels = labelTable(gathered);
  const space = fitTagSpace(papers, themes, analyzer);
  const memory = {
    paperIds: papers.map(({ id }) => id),
    vectors: space.vectors,
    labelledRows: Uint32Array.from({ length: labelled }, (_, row) => row),
    labels,
    removed: new Int8Array(labels.length),
  };
  return { space, memory };
}

/** Whether themes are matched by name: there are too many that nothing but a definition is known of. */
function isForNames({ themes, themesOf }: GatheredPapers, method: string, model: ThemeModel | undefined): boolean {
  if (method !== "auto" || model !== undefined) return method === "names";
  const taught = new Set(themesOf.flatMap((ids) => [...ids]));
  return themes.length - taught.size > mostBareThemes;
}

/** How each theme is recognised. */
export function methodsOf(
  themes: readonly ThemeDefinition[],
  { labels, vectors, labelledRows }: TaggerMemory,
  definitionEnds: Uint32Array,
  { method, linearShare }: TaggerChoices,
): ThemeTagging[] {
  return themes.map(({ id }, t) => {
    let examples = 0;
    for (let p = t; p < labels.length; p += themes.length) if (labels[p] === 1) examples += 1;
    const described = definitionEnds[t + 1]! > definitionEnds[t]!;
    const unlabelled = vectors.rows > labelledRows.length ? "feedback" : "description";
    const found = examples === 0 ? unlabelled : linearShare > 0 ? "linear" : "examples";
    return { themeId: id, method: method === "auto" ? found : method, examples, described };
  });
}
