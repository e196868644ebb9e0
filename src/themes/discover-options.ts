/** What a discovery and a sweep can be told. */

import { callback, choice, integer, number, type OptionRules, object, value } from "../options.js";
import { type Analyzer, analyzerOption } from "../text/analyzer.js";
import { type PhraseExtractor, statisticalPhrases } from "../text/noun-phrases.js";
import type { ThemeMethod } from "./clustering/partition.js";
import type { NameHook } from "./describe-themes.js";
import type { ProgressOptions } from "./model/progress.js";
import type { ThemeDefinition } from "./model/theme-definition.js";
import type { PaperVectors } from "./space/external-vectors.js";

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
  /**
   * Makes terms of text. By default stems and, up to 20,000 papers, pairs of stems; titles count twice.
   * @defaultValue undefined
   */
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

/** All of {@link DiscoverOptions} but what takes the papers' own vectors. */
export type TextOptions = Omit<DiscoverOptions, "vectors" | "vectorsShare">;

/** The rules of {@link TextOptions}. */
export const textRules: OptionRules<TextOptions> = {
  k: value<number | "auto">(
    "auto",
    '"auto" or a whole number from 1 up',
    (v) => v === "auto" || (Number.isInteger(v) && Number(v) >= 1),
  ),
  granularity: number(1, 0.1, 10),
  method: choice<ThemeMethod>("consensus", ["consensus", "communities", "kmeans"]),
  seed: integer(0, 0),
  seeds: value<readonly ThemeDefinition[]>([], "an array of theme definitions", Array.isArray),
  analyzer: analyzerOption<Analyzer | undefined>(undefined),
  phrases: callback(statisticalPhrases(), "a function from text to phrases"),
  name: callback<NameHook | undefined>(undefined),
  onProgress: callback<DiscoverOptions["onProgress"]>(undefined),
  signal: object<AbortSignal | undefined>(undefined, "an AbortSignal", "aborted"),
};

/** The rules of {@link DiscoverOptions}. */
export const discoverRules: OptionRules<DiscoverOptions> = {
  ...textRules,
  vectors: object<PaperVectors | undefined>(undefined, "a matrix or an array of rows"),
  vectorsShare: number(1, 0, 1),
};
