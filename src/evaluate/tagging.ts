/**
 * Agreement of predicted tag sets with gold tag sets.
 *
 * Reference: Tsoumakas, G., Katakis, I., Vlahavas, I. (2010). Mining multi-label data. Data Mining and Knowledge
 * Discovery Handbook, 667-685. doi:10.1007/978-0-387-09823-4_34
 */

import { checkArgument } from "../options.js";

/** How well one theme was tagged. A share without a denominator is 0. */
export interface ThemeTaggingScores {
  readonly themeId: string;
  /** Share of the papers tagged with the theme that have it. */
  readonly precision: number;
  /** Share of the papers that have the theme that were tagged with it. */
  readonly recall: number;
  /** Harmonic mean of the two. */
  readonly f1: number;
  /** Papers that have the theme. */
  readonly support: number;
  /** Papers tagged with the theme. */
  readonly predicted: number;
}

/** Agreement of a tagging with the gold, each from 0 to 1. */
export interface TaggingScores {
  /** F1 over all decisions of all themes together. */
  readonly microF1: number;
  /** Mean of the themes' F1: every theme counts the same. */
  readonly macroF1: number;
  /** Share of all tags that are right (micro average). */
  readonly precision: number;
  /** Share of all gold tags that were given (micro average). */
  readonly recall: number;
  /** Share of the papers whose tag set is exactly the gold's. */
  readonly exactMatch: number;
  /** Share of the papers that got a tag. */
  readonly coverage: number;
  /** One for each theme met on either side, ids ascending by code units. */
  readonly perTheme: readonly ThemeTaggingScores[];
}

interface Tally {
  hits: number;
  predicted: number;
  support: number;
}

/**
 * Compares tag sets, as scikit-learn's `precision_recall_fscore_support` with `zero_division=0` does over the themes
 * that occur on either side. Order and repetition within a set do not count. Linear in the tags.
 *
 * @param predicted theme ids given to each paper
 * @param gold theme ids each paper has
 * @throws ThemataError INVALID_OPTION when the two have not one set for each paper
 * @example
 * taggingScores([["rlhf"], ["bandits", "rlhf"]], [["rlhf"], ["bandits"]]).microF1; // 0.8
 */
export function taggingScores(
  predicted: readonly (readonly string[])[],
  gold: readonly (readonly string[])[],
): TaggingScores {
  checkSets("predicted", predicted, predicted?.length);
  checkSets("gold", gold, predicted.length);
  const tallies = new Map<string, Tally>();
  let exact = 0;
  for (let i = 0; i < gold.length; i += 1) if (count(new Set(predicted[i]), new Set(gold[i]), tallies)) exact += 1;
  const perTheme = [...tallies.keys()].sort().map((themeId) => themeScores(themeId, tallies.get(themeId)!));
  const all = { hits: 0, predicted: 0, support: 0 };
  for (const tally of tallies.values()) {
    all.hits += tally.hits;
    all.predicted += tally.predicted;
    all.support += tally.support;
  }
  return {
    microF1: share(2 * all.hits, all.predicted + all.support),
    macroF1: share(
      perTheme.reduce((sum, { f1 }) => sum + f1, 0),
      perTheme.length,
    ),
    precision: share(all.hits, all.predicted),
    recall: share(all.hits, all.support),
    exactMatch: share(exact, gold.length),
    coverage: share(predicted.filter((tags) => tags.length > 0).length, predicted.length),
    perTheme,
  };
}

/** Adds one paper to the tallies; whether its sets are equal. */
function count(predicted: ReadonlySet<string>, gold: ReadonlySet<string>, tallies: Map<string, Tally>): boolean {
  let hits = 0;
  for (const theme of predicted) {
    const tally = tallyOf(tallies, theme);
    tally.predicted += 1;
    if (!gold.has(theme)) continue;
    tally.hits += 1;
    hits += 1;
  }
  for (const theme of gold) tallyOf(tallies, theme).support += 1;
  return hits === predicted.size && hits === gold.size;
}

function tallyOf(tallies: Map<string, Tally>, theme: string): Tally {
  const known = tallies.get(theme);
  if (known !== undefined) return known;
  const fresh = { hits: 0, predicted: 0, support: 0 };
  tallies.set(theme, fresh);
  return fresh;
}

function themeScores(themeId: string, { hits, predicted, support }: Tally): ThemeTaggingScores {
  const precision = share(hits, predicted);
  const recall = share(hits, support);
  return { themeId, precision, recall, f1: share(2 * hits, predicted + support), support, predicted };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function checkSets(option: string, sets: readonly (readonly string[])[], papers: number): void {
  const fit = Array.isArray(sets) && sets.length === papers && sets.every(Array.isArray);
  checkArgument("taggingScores", option, `one array of theme ids for each of ${papers} papers`, fit, sets);
}
