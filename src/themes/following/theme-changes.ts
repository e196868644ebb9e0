/** What is different between a model and what became of it: the day's report, as data. */

import { firstThemesOf } from "../model/find-theme.js";
import type { Theme, ThemeModel } from "../model/theme-model.js";
import { driftedPhrases, type ThemeDrift } from "./drifted-phrases.js";
import { type RefitSignal, refitSignal } from "./refit-signal.js";

/** A theme with another number of papers than before. */
export interface ThemeGrowth {
  readonly themeId: string;
  readonly label: string;
  readonly before: number;
  readonly after: number;
  /** Papers it would have if all themes had grown alike. */
  readonly expected: number;
  /** Papers that came with the update, in the order given. */
  readonly paperIds: readonly string[];
}

/** A theme that was not there before. */
export interface NewTheme {
  readonly themeId: string;
  readonly label: string;
  readonly phrases: readonly string[];
  readonly paperIds: readonly string[];
}

/** A theme that keeps its id while its phrases move. */
export interface DriftedTheme extends ThemeDrift {
  readonly themeId: string;
  readonly label: string;
}

/** A paper that was there before and has another first theme now. */
export interface MovedPaper {
  readonly paperId: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What an update did. Plain data, in the order in which a person would want to read it. */
export interface ThemeChanges {
  /** Papers added. */
  readonly added: number;
  /** Ids of papers that the model had already; they were left as they are. */
  readonly alreadyKnown: readonly string[];
  /** Themes found among papers that fitted none, largest first. */
  readonly new: readonly NewTheme[];
  /** Themes with more papers than before, those that grew most beyond expectation first. */
  readonly grown: readonly ThemeGrowth[];
  /** Themes with fewer papers than before: some went to other themes. */
  readonly shrunk: readonly ThemeGrowth[];
  /** Themes with phrases more or less frequent among the papers added than among those before, beyond chance. */
  readonly drifted: readonly DriftedTheme[];
  /** Earlier papers whose first theme is another now. */
  readonly moved: readonly MovedPaper[];
  /** Ids of all papers that fit no theme so far and wait for others of their kind. */
  readonly waiting: readonly string[];
  /** Whether the papers should be fitted anew. */
  readonly refit: RefitSignal;
}

/** Compares a model with the one that an update made of it; `after` has the papers of `before` first. */
export function themeChanges(before: ThemeModel, after: ThemeModel, alreadyKnown: readonly string[]): ThemeChanges {
  const earlier = new Map(before.themes.map((theme) => [theme.id, theme]));
  const growth = after.themes.flatMap((theme) => {
    const known = earlier.get(theme.id);
    return known === undefined ? [] : [growthOf(known, theme, before, after)];
  });
  const surprise = ({ after: now, expected }: ThemeGrowth): number => (now - expected) / Math.sqrt(expected + 1);
  return {
    added: after.papers.length - before.papers.length,
    alreadyKnown,
    new: after.themes
      .filter(({ id }) => !earlier.has(id))
      .map(newTheme)
      .sort((a, b) => b.paperIds.length - a.paperIds.length),
    grown: growth.filter((theme) => theme.after > theme.before).sort((a, b) => surprise(b) - surprise(a)),
    shrunk: growth.filter((theme) => theme.after < theme.before).sort((a, b) => surprise(a) - surprise(b)),
    drifted: drifted(before, after, earlier),
    moved: moved(before, after),
    waiting: after.papers.filter((paper) => paper.waiting).map(({ id }) => id),
    refit: refitSignal(after),
  };
}

function growthOf(known: Theme, theme: Theme, before: ThemeModel, after: ThemeModel): ThemeGrowth {
  const earlier = new Set(before.papers.map(({ id }) => id));
  return {
    themeId: theme.id,
    label: theme.label,
    before: known.paperIds.length,
    after: theme.paperIds.length,
    expected: (known.paperIds.length * after.papers.length) / before.papers.length,
    paperIds: theme.paperIds.filter((id) => !earlier.has(id)),
  };
}

function newTheme({ id, label, phrases, paperIds }: Theme): NewTheme {
  return { themeId: id, label, phrases: phrases.map(({ phrase }) => phrase), paperIds };
}

function drifted(before: ThemeModel, after: ThemeModel, earlier: ReadonlyMap<string, Theme>): DriftedTheme[] {
  const newer = (row: number): boolean => row >= before.papers.length;
  const drifts = driftedPhrases(after.phraseTable, firstThemesOf(after), after.themes.length, newer);
  return after.themes.flatMap(({ id, label }, t) => {
    const { rising, falling } = drifts[t]!;
    if (!earlier.has(id) || rising.length + falling.length === 0) return [];
    return [{ themeId: id, label, rising, falling }];
  });
}

function moved(before: ThemeModel, after: ThemeModel): MovedPaper[] {
  return before.assignments.flatMap(({ paperId, themes }, row) => {
    const from = themes[0]?.themeId;
    const to = after.assignments[row]!.themes[0]?.themeId;
    return from === to ? [] : [{ paperId, from, to }];
  });
}
