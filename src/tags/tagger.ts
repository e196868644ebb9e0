/** What a fitted tagger is: plain data that tags, explains, is corrected, saved and sent to a worker. */

import type { CsrMatrix } from "../matrix/csr.js";
import { checkArgument } from "../options.js";
import type { AnalyzerOptions } from "../text/analyzer.js";
import type { SuppliedMark } from "../text/supplied.js";
import type { ThemeDefinition } from "../themes/model/theme-definition.js";
import type { TfidfModel } from "../vectors/tfidf.js";
import type { Calibration } from "./learning/calibration.js";
import type { PartShares } from "./learning/part-shares.js";
import type { LinearMap } from "./learning/ridge.js";
import type { NameStatistics } from "./names/name-scores.js";

/**
 * How a theme is recognised:
 * - "description": by the words of its definition alone;
 * - "feedback": by its definition and the words of the background papers that fit it;
 * - "examples": by its definition, its example papers and the background papers that resemble them;
 * - "linear": by a class-balanced linear support vector machine beside the examples;
 * - "names": by its name, aliases and keywords where they stand in the paper, however spelt: for large taxonomies.
 */
export type TagMethod = "description" | "feedback" | "examples" | "linear" | "names";

/** Which method a theme got, and from what. */
export interface ThemeTagging {
  readonly themeId: string;
  readonly method: TagMethod;
  /** Example papers of the theme. */
  readonly examples: number;
  /** Whether the definition has words that the tagger knows. */
  readonly described: boolean;
  /** With "names": the theme that is given in place of this one, whose name is a spelling variant of it. */
  readonly sameAs?: string | undefined;
}

/** The papers a tagger has learnt from; what a correction is added to. */
export interface TaggerMemory {
  /** Ids of the papers. */
  readonly paperIds: readonly string[];
  /** TF-IDF vectors of the papers. */
  readonly vectors: CsrMatrix;
  /** Rows of the papers with labels. */
  readonly labelledRows: Uint32Array;
  /** labelled papers x themes: 1 the paper has the theme, -1 it has it not, 0 nobody said. */
  readonly labels: Int8Array;
  /** labelled papers x themes: 1 where a person took a tag away. */
  readonly removed: Int8Array;
}

/** A person's word on one paper, which holds whatever the scores say. */
export interface TagDecision {
  readonly paperId: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** How a tagger was fitted. */
export interface TaggerChoices extends PartShares {
  /** The method asked for; "auto" chooses for each theme. */
  readonly method: TagMethod | "auto";
}

/** A fitted tagger. */
export interface Tagger {
  readonly themes: readonly ThemeDefinition[];
  /** One for each theme. */
  readonly methods: readonly ThemeTagging[];
  /** The analyzer's options, or a mark that the caller gave one. */
  readonly analyzer: AnalyzerOptions | SuppliedMark;
  readonly tfidf: TfidfModel;
  /** Words of the definitions: themes x terms, unit rows. */
  readonly definitions: CsrMatrix;
  /** Orders the themes of a paper. */
  readonly ranking: LinearMap;
  /** Says how much a paper has to do with a theme at all; for abstaining. */
  readonly relevance: LinearMap;
  readonly calibration: Calibration;
  readonly memory: TaggerMemory;
  readonly decisions: readonly TagDecision[];
  readonly choices: TaggerChoices;
  /** With the method "names" alone: what the background papers tell of them. The vocabulary is empty then. */
  readonly names?: NameStatistics | undefined;
}

/** Refuses what is no tagger. @throws ThemataError INVALID_OPTION */
export function checkTagger(where: string, tagger: Tagger): void {
  const isTagger = Array.isArray(tagger?.decisions) && Array.isArray(tagger.themes);
  checkArgument(where, "tagger", "a tagger made by fitTagger", isTagger, tagger);
  const fits = tagger.definitions?.rows === tagger.themes.length && ArrayBuffer.isView(tagger.definitions.data);
  const expected = "a tagger with its themes and typed arrays, which JSON loses (use serialize and deserialize)";
  checkArgument(where, "tagger", expected, fits, tagger);
}
