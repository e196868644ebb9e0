/**
 * Themes over time: their share of the papers of each period, and which rise or fall beyond chance.
 *
 * References: Armitage, P. (1955). Tests for linear trends in proportions and frequencies. Biometrics 11, 375-386.
 * doi:10.2307/3001775. Wilson, E. B. (1927). doi:10.1080/01621459.1927.10502953 (intervals). Benjamini, Y., Hochberg, Y.
 * (1995). doi:10.1111/j.2517-6161.1995.tb02031.x (allowance for testing every theme).
 */

import { callback, choice, type Optional, type OptionRules, resolveOptions } from "../../options.js";
import { checkThemes } from "../model/check-model.js";
import { firstThemesOf } from "../model/find-theme.js";
import type { ModelPaper, ThemeModel } from "../model/theme-model.js";
import { calendars, type TrendPeriod } from "./calendar.js";
import { beyondChance, shareInterval, twoSidedChance } from "./chance.js";
import { driftedPhrases, type PhraseShift } from "./drifted-phrases.js";

/** How to look at time. */
export interface TrendOptions {
  /** Papers whose date is less precise than this are left out. @defaultValue "year" */
  readonly by: TrendPeriod;
  /** Which papers count: those of a venue or an author, for instance. @defaultValue all */
  readonly filter: (paper: ModelPaper) => boolean;
}

/** A theme in one period. */
export interface TrendPoint {
  /** "2025", "2025-Q1", "2025-03" or "2025-03-17". */
  readonly period: string;
  /** Papers of the period whose first theme this is. */
  readonly count: number;
  /** Their share of the period's papers, with its 95 % interval; all in [0, 1]. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** A theme over all periods. */
export interface ThemeTrend {
  readonly themeId: string;
  readonly label: string;
  /** Every period from the first to the last that has papers, in order of time. */
  readonly periods: readonly TrendPoint[];
  /** Change of the share from one period to the next, by weighted least squares. */
  readonly slope: number;
  /** Chance of a slope this steep either way if time had nothing to do with it. */
  readonly chance: number;
  /** "steady" unless the slope stands beyond chance with all themes tested (false discoveries at most 5 %). */
  readonly direction: "rising" | "falling" | "steady";
  /** Phrases more frequent in the later half of the theme's papers than in the earlier, beyond chance. */
  readonly rising: readonly PhraseShift[];
  readonly falling: readonly PhraseShift[];
}

const rules: OptionRules<TrendOptions> = {
  by: choice<TrendPeriod>("year", ["year", "quarter", "month", "day"]),
  filter: callback<TrendOptions["filter"]>(() => true, "a function from paper to true or false"),
};

const falseShare = 0.05;

/**
 * The trend of each theme, in the order of the model. A paper counts for its first theme; papers without a date or a
 * theme count for none (the latter still belong to their period). Linear in the papers.
 *
 * @throws ThemataError INVALID_OPTION
 * @example
 * themeTrends(model, { by: "month" }).filter((trend) => trend.direction === "rising").map((trend) => trend.label);
 */
export function themeTrends(model: ThemeModel, options?: Optional<TrendOptions>): ThemeTrend[] {
  checkThemes("themeTrends", model);
  const { by, filter } = resolveOptions("themeTrends", options, rules);
  const calendar = calendars[by];
  const periodOf = model.papers.map((paper) => (filter(paper) ? calendar.number(paper.date) : undefined));
  const periods = [...new Set(periodOf.filter((period) => period !== undefined))].sort((a, b) => a - b);
  const places = new Map<number | undefined, number>(periods.map((period, p) => [period, p]));
  const columns = periodOf.map((period) => places.get(period) ?? -1);
  const labels = firstThemesOf(model).map((theme, row) => (columns[row]! < 0 ? -1 : theme));
  const totals = periods.map(() => 0);
  for (const column of columns) if (column >= 0) totals[column]! += 1;
  const counts = model.themes.map(() => periods.map(() => 0));
  labels.forEach((theme, row) => {
    if (theme >= 0) counts[theme]![columns[row]!]! += 1;
  });
  const slopes = counts.map((ofTheme) => linearTrend(ofTheme, totals, periods));
  const stands = beyondChance(
    slopes.map(({ chance }) => chance),
    falseShare,
  );
  const middle = middlePeriod(totals);
  const newer = (row: number): boolean => columns[row]! >= middle;
  const drifts = driftedPhrases(model.phraseTable, labels, model.themes.length, newer);
  return model.themes.map(({ id, label }, t) => ({
    themeId: id,
    label,
    periods: periods.map((period, p) => ({
      period: calendar.name(period),
      count: counts[t]![p]!,
      ...shareInterval(counts[t]![p]!, totals[p]!),
    })),
    ...slopes[t]!,
    direction: stands[t] ? (slopes[t]!.slope > 0 ? "rising" : "falling") : "steady",
    ...drifts[t]!,
  }));
}

/** First period of the later half of the papers. */
function middlePeriod(totals: readonly number[]): number {
  const half = totals.reduce((sum, total) => sum + total, 0) / 2;
  let seen = 0;
  for (let p = 0; p < totals.length; p += 1) {
    if (seen >= half) return p;
    seen += totals[p]!;
  }
  return Math.max(0, totals.length - 1);
}

/** Weighted least squares of the shares on time, with the chance of such a slope; 0 and 1 where there is no trend. */
function linearTrend(
  counts: readonly number[],
  totals: readonly number[],
  places: readonly number[],
): { readonly slope: number; readonly chance: number } {
  const papers = sum(totals);
  const share = sum(counts) / papers;
  const mean = sum(totals.map((total, p) => total * places[p]!)) / papers;
  const spread = sum(totals.map((total, p) => total * (places[p]! - mean) ** 2));
  const variance = share * (1 - share) * overdispersion(counts, totals, share);
  if (!(spread > 0) || !(variance > 0)) return { slope: 0, chance: 1 };
  const slope = sum(counts.map((count, p) => (count - totals[p]! * share) * (places[p]! - mean))) / spread;
  return { slope, chance: twoSidedChance((slope * Math.sqrt(spread)) / Math.sqrt(variance)) };
}

/** How much more the shares jump from period to period than chance would have it, 1 or above. */
function overdispersion(counts: readonly number[], totals: readonly number[], share: number): number {
  if (counts.length < 4) return 1;
  let squares = 0;
  for (let p = 1; p < counts.length; p += 1) {
    const jump = counts[p]! / totals[p]! - counts[p - 1]! / totals[p - 1]!;
    squares += jump ** 2 / (share * (1 - share) * (1 / totals[p]! + 1 / totals[p - 1]!));
  }
  return Math.max(1, squares / (counts.length - 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
