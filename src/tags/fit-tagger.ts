/** Fits a tagger from whatever there is: names, descriptions, a few examples, hundreds, papers without labels. */

import { ThemataError } from "../errors.js";
import { choice, type OptionRules, resolveOptions, value } from "../options.js";
import type { Paper } from "../papers/paper.js";
import type { Analyzer } from "../text/analyzer.js";
import { markAnalyzer } from "../text/supplied.js";
import type { ThemeDefinition } from "../themes/theme-definition.js";
import { assumedCalibration } from "./calibration.js";
import { fitScorer, type ScorerShares } from "./fit-scorer.js";
import { gatherPapers, type TagExample } from "./gather-examples.js";
import { smoothCollection } from "./smoothed-collection.js";
import { fitTagSpace, tagAnalyzer } from "./tag-space.js";
import type { Tagger, TaggerMemory, TagMethod, ThemeTagging } from "./tagger.js";

/** What a tagger is fitted from; any mixture, but at least one theme. */
export interface TaggerInput {
  readonly themes?: readonly ThemeDefinition[] | undefined;
  readonly examples?: readonly TagExample[] | undefined;
  /** Papers without labels of the kind to be tagged: they lend the themes their words. */
  readonly background?: readonly Paper[] | undefined;
}

/** How to fit. */
export interface FitTaggerOptions {
  /** How themes are recognised; "auto": by what is given for each. @defaultValue "auto" */
  readonly method: TagMethod | "auto";
  /** Turns text into terms. @defaultValue stems, runs of one and two, the title counted twice */
  readonly analyzer: Analyzer;
}

const rules: OptionRules<FitTaggerOptions> = {
  method: choice<TagMethod | "auto">("auto", ["auto", "description", "feedback", "examples", "linear"]),
  analyzer: value(tagAnalyzer, "an analyzer, { terms(text) }", isAnalyzer),
};

/** Examples of a theme, on average, from which a linear machine stands beside the prototypes. */
const examplesForLinear = 40;

/**
 * Fits a tagger. `tagger.methods` says how each theme is recognised.
 *
 * @throws ThemataError INVALID_THEME without themes or for a malformed one, INVALID_PAPER, DUPLICATE_PAPER_ID,
 * EMPTY_VOCABULARY, INVALID_OPTION
 * @example
 * const tagger = fitTagger({ themes: [{ id: "rlhf", name: "Human feedback" }, { id: "bandits", name: "Bandits" }] });
 * tagger.methods[0].method; // "description"
 */
export function fitTagger(input: TaggerInput, options?: Partial<FitTaggerOptions>): Tagger {
  const { method, analyzer } = resolveOptions("fitTagger", options, rules);
  const gathered = gatherPapers(input.themes ?? [], input.examples ?? [], input.background ?? []);
  const { themes, papers, labelled, labels } = gathered;
  if (themes.length === 0) {
    const message = "fitTagger: expected at least one theme, got none. Give `themes`, or `examples` that name some.";
    throw new ThemataError("INVALID_THEME", message, { index: -1, field: "themes" });
  }
  const space = fitTagSpace(papers, themes, analyzer);
  const memory: TaggerMemory = {
    paperIds: papers.map(({ id }) => id),
    vectors: space.vectors,
    labels,
    removed: new Int8Array(labels.length),
    labelled,
  };
  const shares = sharesOf(method, labelled / themes.length);
  const collection = smoothCollection(space.vectors);
  const { ranking, relevance } = fitScorer({ ...memory, collection, definitions: space.definitions }, shares);
  return {
    themes,
    methods: methodsOf(themes, method, memory, space.definitions.indptr, papers.length > labelled),
    analyzer: analyzer.options ?? markAnalyzer(analyzer),
    tfidf: space.tfidf,
    definitions: space.definitions,
    ranking,
    relevance,
    calibration: assumedCalibration(themes.length),
    memory,
    decisions: [],
    choices: { method, ...shares },
  };
}

function sharesOf(method: TagMethod | "auto", examples: number): ScorerShares {
  const linear = method === "linear" ? Infinity : method === "auto" && examples >= examplesForLinear ? 2 : 0;
  return { linearShare: linear, backgroundShare: method === "description" || method === "linear" ? 0 : 1 };
}

function methodsOf(
  themes: readonly ThemeDefinition[],
  asked: TagMethod | "auto",
  { labels, labelled }: TaggerMemory,
  definitionEnds: Uint32Array,
  background: boolean,
): ThemeTagging[] {
  return themes.map(({ id }, t) => {
    let examples = 0;
    for (let row = 0; row < labelled; row += 1) if (labels[row * themes.length + t] === 1) examples += 1;
    const described = definitionEnds[t + 1]! > definitionEnds[t]!;
    const found =
      examples >= examplesForLinear ? "linear" : examples > 0 ? "examples" : background ? "feedback" : "description";
    return { themeId: id, method: asked === "auto" ? found : asked, examples, described };
  });
}

function isAnalyzer(candidate: unknown): boolean {
  return (
    typeof candidate === "object" && candidate !== null && "terms" in candidate && typeof candidate.terms === "function"
  );
}
