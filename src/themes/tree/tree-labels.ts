/** Labels for the inner nodes of a tree of themes. */

import type { Merge } from "../../clusters/average-linkage.js";
import { firstThemesOf } from "../model/find-theme.js";
import type { PhraseTable, Theme, ThemeModel } from "../model/theme-model.js";
import { nameGroups, readableHeadings } from "../naming/name-themes.js";
import { groupFrequencies, rowsOfGroups } from "../naming/theme-phrases.js";

/** Share, and number, of the papers on either side that must hold a label. */
const leastShare = 0.1;
const fewestHolders = 3;
/** A label must be this telling, beside the most telling phrase of the node, once it is weighed by its balance. */
const leastWeight = 0.3;

/**
 * A label for each merge. From the root down each takes the best phrase that both its sides share: one of several words,
 * or the label of a theme below it. Those without one are called by the names of their sides: "agents and planning", of a
 * theme with two headings by the first.
 */
export function innerLabels(model: ThemeModel, merges: readonly Merge[]): string[] {
  const { themes } = model;
  const below = themesBelow(merges, themes.length);
  const first = firstThemesOf(model);
  const names: (string | undefined)[] = [...themes.map(({ label }) => label), ...merges.map(() => undefined)];
  const isLabel = (text: string, themePlaces: readonly number[]): boolean =>
    themePlaces.some((t) => themes[t]!.label.toLowerCase() === text.toLowerCase());
  for (let node = names.length - 1; node >= themes.length; node -= 1) {
    const { left, right } = merges[node - themes.length]!;
    const elsewhere = [...themes.keys()].filter((t) => !below[node]!.includes(t));
    const taken = names.slice(themes.length);
    names[node] = sharedPhrases(model.phraseTable, first, [below[left]!, below[right]!]).find(
      (text) =>
        !taken.includes(text) && !isLabel(text, elsewhere) && (/[\s-]/.test(text) || isLabel(text, below[node]!)),
    );
  }
  return merges.map(({ left, right }, i) => {
    const largestFirst = [left, right].sort((a, b) => papersOf(model, below[b]!) - papersOf(model, below[a]!));
    const sides = largestFirst.map((side) => {
      const nameOfSide = side < themes.length ? undefined : names[side];
      return nameOfSide ?? firstHeading(largestTheme(model, below[side]!));
    });
    return names[themes.length + i] ?? sides.join(" and ");
  });
}

/** The themes of each node, by their places; a theme is its own. */
function themesBelow(merges: readonly Merge[], themes: number): number[][] {
  const below = Array.from({ length: themes }, (_, t) => [t]);
  for (const { left, right } of merges) below.push([...below[left]!, ...below[right]!]);
  return below;
}

function papersOf({ themes }: ThemeModel, places: readonly number[]): number {
  return places.reduce((sum, t) => sum + themes[t]!.paperIds.length, 0);
}

function largestTheme({ themes }: ThemeModel, places: readonly number[]): Theme {
  const larger = (a: number, b: number): number => (themes[b]!.paperIds.length > themes[a]!.paperIds.length ? b : a);
  return themes[places.reduce(larger)]!;
}

/** The first heading of a label that is made of two, "imitation learning" of "imitation learning and robots", else the label. */
function firstHeading({ label, phrases: [first] }: Theme): string {
  const [long, short] = first?.phrase.split(/ \((.*)\)$/) ?? [];
  return [long, short].find((text) => text && label.startsWith(`${text} and `)) ?? label;
}

/** Phrases that both sides hold: those first that tell the two from the rest and stand on both sides alike. */
function sharedPhrases(table: PhraseTable, first: Int32Array, sides: readonly (readonly number[])[]): string[] {
  const sideOf = new Map(sides.flatMap((places, side) => places.map((t) => [t, side] as const)));
  const side = first.map((t) => sideOf.get(t) ?? -1);
  const balance = balances(table, side);
  const together = side.map((s) => Math.min(s, 0));
  const [group] = nameGroups(table, together, 1);
  const weighed = group!.phrases.map(({ phrase, weight }) => {
    return { phrase, weight: weight * Math.sqrt(balance.get(phrase) ?? 0) };
  });
  const telling = weighed.filter(({ weight }) => weight >= leastWeight);
  return telling.sort((a, b) => b.weight - a.weight).map(({ phrase }) => phrase);
}

/** For each phrase that enough papers of both sides hold, the lower of its shares divided by the higher. */
function balances(table: PhraseTable, side: Int32Array): Map<string, number> {
  const [left, right] = rowsOfGroups(table.matrix, side, 2).map((rows) => groupFrequencies(table.matrix, rows));
  const found = new Map<string, number>();
  for (const [phrase, count] of left!.counts) {
    const other = right!.counts.get(phrase) ?? 0;
    if (Math.min(count, other) < fewestHolders) continue;
    const shares = [count / left!.papers, other / right!.papers];
    const [lower, higher] = [Math.min(...shares), Math.max(...shares)];
    const [heading] = lower >= leastShare ? readableHeadings(table, [phrase], 1) : [];
    if (heading !== undefined) found.set(heading.text, lower / higher);
  }
  return found;
}
