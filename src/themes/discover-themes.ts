/** From papers to named themes: the main call of themata. */

import { ThemataError } from "../errors.js";
import { choice, integer, number, type OptionRules, resolveOptions, value } from "../options.js";
import { checkPapers, type Paper } from "../papers/paper.js";
import { type Analyzer, createAnalyzer } from "../text/analyzer.js";
import { type PhraseExtractor, statisticalPhrases } from "../text/noun-phrases.js";
import { describeThemes, type NameHook, type ThemeCore } from "./describe-themes.js";
import { checkVectors, type PaperVectors } from "./external-vectors.js";
import { findThemes } from "./find-themes.js";
import { calibrateSharpness, cosines } from "./membership.js";
import { modelPaper } from "./model-paper.js";
import type { ThemeMethod } from "./partition.js";
import { fitPhraseTable } from "./phrase-table.js";
import { checkpointOf, type ProgressOptions } from "./progress.js";
import { representatives } from "./representatives.js";
import { embedDefinitions } from "./seeds.js";
import { embed, fitSpace } from "./space.js";
import type { ThemeDefinition } from "./theme-definition.js";
import type { ThemeModel } from "./theme-model.js";

/** How to discover themes. */
export interface DiscoverOptions extends ProgressOptions {
  /** Number of themes, or "auto" for the number that divides the neighbour graph best. @defaultValue "auto" */
  readonly k: number | "auto";
  /** With `k: "auto"`: above 1 more and smaller themes, below 1 fewer. 0.1 to 10. @defaultValue 1 */
  readonly granularity: number;
  /**
   * "consensus": many runs vote (the steadiest); "communities": Louvain communities of the neighbour graph; "kmeans":
   * the best of ten runs. @defaultValue "consensus"
   */
  readonly method: ThemeMethod;
  /** Seed of all randomness. @defaultValue 0 */
  readonly seed: number;
  /** Themes to keep under their ids and names; others are found beside them. @defaultValue [] */
  readonly seeds: readonly ThemeDefinition[];
  /** @defaultValue createAnalyzer() */
  readonly analyzer: Analyzer | undefined;
  /** Finds the phrases that themes are named with. @defaultValue statisticalPhrases() */
  readonly phrases: PhraseExtractor;
  /** The caller's own vectors, one row a paper, in place of or mixed with the words. @defaultValue undefined */
  readonly vectors: PaperVectors | undefined;
  /** Share of the caller's vectors in the similarity of papers: 1 uses them alone. 0 to 1. @defaultValue 1 */
  readonly vectorsShare: number;
  /** Names themes in place of themata. @defaultValue undefined */
  readonly name: NameHook | undefined;
}

const rules: OptionRules<DiscoverOptions> = {
  k: value<number | "auto">(
    "auto",
    '"auto" or a whole number from 1 up',
    (v) => v === "auto" || (Number.isInteger(v) && Number(v) >= 1),
  ),
  granularity: number(1, 0.1, 10),
  method: choice<ThemeMethod>("consensus", ["consensus", "communities", "kmeans"]),
  seed: integer(0, 0),
  seeds: value<readonly ThemeDefinition[]>([], "an array of theme definitions", Array.isArray),
  analyzer: value<Analyzer | undefined>(
    undefined,
    "an analyzer",
    (v) => typeof (v as Analyzer | null)?.terms === "function",
  ),
  phrases: value(statisticalPhrases(), "a function from text to phrases", (v) => typeof v === "function"),
  vectors: value<PaperVectors | undefined>(
    undefined,
    "a matrix or an array of rows",
    (v) => typeof v === "object" && v !== null,
  ),
  vectorsShare: number(1, 0, 1),
  name: value<NameHook | undefined>(undefined, "a function", (v) => typeof v === "function"),
  onProgress: value<DiscoverOptions["onProgress"]>(undefined, "a function", (v) => typeof v === "function"),
  signal: value<AbortSignal | undefined>(
    undefined,
    "an AbortSignal",
    (v) => typeof v === "object" && v !== null && "aborted" in v,
  ),
};

/**
 * Finds the themes of a collection, names them and says which papers belong.
 *
 * With `k` a number there are exactly k themes. The last step is the rule that `assignThemes` applies to new papers, so
 * that assigning the fitted papers gives the fit back. Up to 5,000 papers consensus compares all pairs; above, a sample
 * of 5,000 is clustered and the rest assigned, so that time and memory stay linear.
 *
 * @throws ThemataError EMPTY_CORPUS, INVALID_PAPER, DUPLICATE_PAPER_ID, EMPTY_VOCABULARY, TOO_FEW_PAPERS,
 *   INVALID_OPTION, INVALID_THEME, ABORTED
 * @example
 * const model = discoverThemes(papers, { k: 10 });
 * model.themes[0].label;
 */
export function discoverThemes(
  papers: readonly Paper[],
  options?: { readonly [K in keyof DiscoverOptions]?: DiscoverOptions[K] | undefined },
): ThemeModel {
  checkPapers("discoverThemes", papers);
  if (papers.length === 0) {
    throw new ThemataError("EMPTY_CORPUS", "discoverThemes: expected at least one paper, got none.", {
      where: "discoverThemes",
    });
  }
  const resolved = resolveOptions("discoverThemes", options, rules);
  const checkpoint = checkpointOf("discoverThemes", resolved);
  checkpoint("vectors", 0);
  const analyzer = resolved.analyzer ?? createAnalyzer();
  const { seed, vectors } = resolved;
  const external = vectors === undefined ? undefined : checkVectors("discoverThemes", vectors, papers.length);
  const space = fitSpace(papers, analyzer, seed, external, external === undefined ? 0 : resolved.vectorsShare);
  checkpoint("vectors", 0.5);
  const rows = embed(space, space.vectors, external);
  checkpoint("clusters", 0);
  const seeds = embedDefinitions(resolved.seeds, space, analyzer);
  const found = findThemes(rows, space, seeds, resolved, checkpoint);
  checkpoint("labels", 0);
  const phraseTable = fitPhraseTable(
    papers,
    Uint32Array.from(papers, (_, i) => i),
    resolved.phrases,
  );
  checkpoint("labels", 0.5);
  const core: ThemeCore = {
    papers: papers.map(modelPaper),
    space,
    prototypes: found.prototypes,
    sharpness: calibrateSharpness(cosines(rows, found.prototypes), found.agreement),
    floor: 0,
    phraseTable,
    decisions: { moved: [], renamed: [], merged: [] },
    choice: found.choice,
    seed,
  };
  return describeThemes(core, rows, {
    known: Array.from({ length: found.choice.k }, (_, t) => {
      const definition = resolved.seeds[t];
      return definition && { id: definition.id, label: definition.name };
    }),
    name: resolved.name,
    represent: (members) => representatives(papers, members, space, analyzer),
  });
}
