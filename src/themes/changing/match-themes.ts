/**
 * Which themes of two models are the same, by the papers that both hold.
 *
 * Reference: Jaccard, P. (1912). The distribution of the flora in the alpine zone. New Phytologist 11, 37-50.
 * doi:10.1111/j.1469-8137.1912.tb05611.x
 */

import type { ThemeModel } from "../model/theme-model.js";

/** Themes of two models, by the papers that both models have. */
export interface ThemeOverlap {
  /** `shared[a][b]`: papers in theme a of the one model and theme b of the other. */
  readonly shared: readonly Uint32Array[];
  /** Papers of each theme of the one that the other model has, and the other way round. */
  readonly before: Uint32Array;
  readonly after: Uint32Array;
}

/** Share of common papers from which two themes count as one. */
const leastOverlap = 0.25;

/** Counts the papers that the themes of two models share. Linear in the papers. */
export function overlapOf(old: ThemeModel, other: ThemeModel): ThemeOverlap {
  const themeOf = new Map(other.themes.flatMap(({ paperIds }, b) => paperIds.map((id) => [id, b] as const)));
  const held = new Set(other.papers.map(({ id }) => id));
  const had = new Set(old.papers.map(({ id }) => id));
  const shared = old.themes.map(({ paperIds }) => {
    const row = new Uint32Array(other.themes.length);
    for (const id of paperIds) if (themeOf.has(id)) row[themeOf.get(id)!]! += 1;
    return row;
  });
  return {
    shared,
    before: Uint32Array.from(old.themes, ({ paperIds }) => paperIds.filter((id) => held.has(id)).length),
    after: Uint32Array.from(other.themes, ({ paperIds }) => paperIds.filter((id) => had.has(id)).length),
  };
}

/** Papers of both themes divided by papers of either. */
export function jaccard({ shared, before, after }: ThemeOverlap, a: number, b: number): number {
  const both = shared[a]![b]!;
  return both === 0 ? 0 : both / (before[a]! + after[b]! - both);
}

/** The pairs of themes that are the same, each theme in one at most: highest overlap first, ties by place. */
export function sameThemes(overlap: ThemeOverlap): Map<number, number> {
  const pairs = overlap.shared.flatMap((row, a) =>
    Array.from(row, (_, b) => ({ a, b, share: jaccard(overlap, a, b) })),
  );
  const matched = new Map<number, number>();
  const taken = new Set<number>();
  for (const { a, b, share } of pairs.sort((p, q) => q.share - p.share || p.a - q.a || p.b - q.b)) {
    if (share < leastOverlap || matched.has(a) || taken.has(b)) continue;
    matched.set(a, b);
    taken.add(b);
  }
  return matched;
}

/** The theme of the other model with most of a theme's papers, -1 where it has none of them. */
export function mostOf(row: Uint32Array): number {
  const most = Math.max(0, ...row);
  return most === 0 ? -1 : row.indexOf(most);
}
