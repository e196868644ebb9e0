/** Carrying ids, names and decisions from a model over to a refit of its growing collection. */

import { mergeThemes } from "./merge-themes.js";
import { movePapers } from "./move-papers.js";
import { renameTheme } from "./rename-theme.js";
import { uniqueIds } from "./theme-id.js";
import type { Decisions, Theme, ThemeModel } from "./theme-model.js";

/** What became of a theme, for a person to review. */
export interface ThemeAlignment {
  readonly themeId: string;
  readonly label: string;
  /** "kept": found again, "new": only in the refit, "gone": only in the old model. */
  readonly status: "kept" | "new" | "gone";
  /** Papers in the old model and in the refit. */
  readonly before: number;
  readonly after: number;
  /** Papers of both divided by papers of either, of those that both models hold; 0 for new and gone themes. */
  readonly overlap: number;
}

/** The refit under the old ids, and what changed. */
export interface AlignedThemes {
  readonly model: ThemeModel;
  /** Kept themes in the order of the refit, then new ones, then those gone. */
  readonly changes: readonly ThemeAlignment[];
}

/** Share of common papers from which two themes count as one. */
const leastOverlap = 0.25;

/**
 * Gives the themes of a refit the ids and labels of the old themes that they overlap most, one to one, and repeats the
 * person's decisions: merged themes are merged again, names given, papers moved where their theme was found again.
 *
 * @example
 * const { model, changes } = alignThemes(lastMonth, discoverThemes(allPapers, { k: 12 }));
 */
export function alignThemes(old: ThemeModel, refitted: ThemeModel): AlignedThemes {
  const merged = mergedAgain(old, refitted);
  const pairs = matchThemes(old.themes, merged.themes, commonPapers(old, merged));
  const ids = newIds(old.themes, merged.themes, pairs);
  const carried = withDecisions(old, withIds(merged, ids, old.themes));
  return { model: carried, changes: describeChanges(old.themes, carried.themes, pairs) };
}

interface Pair {
  readonly before: number;
  readonly after: number;
  readonly overlap: number;
}

/** Merges themes of the refit of which more than half lies in a theme that a person had merged. */
function mergedAgain(old: ThemeModel, refitted: ThemeModel): ThemeModel {
  const common = commonPapers(old, refitted);
  return old.decisions.merged.reduce((model, { themeId }) => {
    const inside = new Set(old.themes.find(({ id }) => id === themeId)?.paperIds);
    const parts = model.themes.filter(({ paperIds }) => {
      const known = paperIds.filter((id) => common.has(id));
      return known.filter((id) => inside.has(id)).length * 2 > known.length;
    });
    return parts.length < 2
      ? model
      : mergeThemes(
          model,
          parts.map(({ id }) => id),
        );
  }, refitted);
}

function commonPapers(old: ThemeModel, refitted: ThemeModel): ReadonlySet<string> {
  const held = new Set(old.papers.map(({ id }) => id));
  return new Set(refitted.papers.map(({ id }) => id).filter((id) => held.has(id)));
}

/** Pairs of highest overlap first; ties by place. */
function matchThemes(before: readonly Theme[], after: readonly Theme[], common: ReadonlySet<string>): Pair[] {
  const sets = after.map(({ paperIds }) => new Set(paperIds.filter((id) => common.has(id))));
  const possible = before.flatMap(({ paperIds }, b) => {
    const known = paperIds.filter((id) => common.has(id));
    return sets.map((set, a): Pair => {
      const shared = known.filter((id) => set.has(id)).length;
      return { before: b, after: a, overlap: shared === 0 ? 0 : shared / (known.length + set.size - shared) };
    });
  });
  possible.sort((x, y) => y.overlap - x.overlap || x.before - y.before || x.after - y.after);
  const taken = { before: new Set<number>(), after: new Set<number>() };
  return possible.filter(({ before: b, after: a, overlap }) => {
    if (overlap < leastOverlap || taken.before.has(b) || taken.after.has(a)) return false;
    taken.before.add(b);
    taken.after.add(a);
    return true;
  });
}

/** Id in the refit -> id from now on; ids of old themes are never given to others. */
function newIds(before: readonly Theme[], after: readonly Theme[], pairs: readonly Pair[]): Map<string, string> {
  const ids = new Map(pairs.map((pair) => [after[pair.after]!.id, before[pair.before]!.id]));
  const fresh = after.filter(({ id }) => !ids.has(id));
  const made = uniqueIds(
    fresh.map(({ label }) => label),
    before.map(({ id }) => id),
  );
  fresh.forEach(({ id }, i) => {
    ids.set(id, made[i]!);
  });
  return ids;
}

function withIds(model: ThemeModel, ids: ReadonlyMap<string, string>, before: readonly Theme[]): ThemeModel {
  const labels = new Map(before.map(({ id, label }) => [id, label]));
  const now = (id: string): string => ids.get(id) ?? id;
  return {
    ...model,
    themes: model.themes.map((theme) => ({
      ...theme,
      id: now(theme.id),
      label: labels.get(now(theme.id)) ?? theme.label,
      nearest: theme.nearest.map((near) => ({ ...near, themeId: now(near.themeId) })),
    })),
    assignments: model.assignments.map(({ paperId, themes }) => ({
      paperId,
      themes: themes.map(({ themeId, score }) => ({ themeId: now(themeId), score })),
    })),
    decisions: decisionsWithIds(model.decisions, now),
  };
}

function decisionsWithIds({ moved, renamed, merged, split }: Decisions, now: (id: string) => string): Decisions {
  return {
    moved: moved.map(({ paperId, themeId }) => ({ paperId, themeId: now(themeId) })),
    renamed: renamed.map(({ themeId, label }) => ({ themeId: now(themeId), label })),
    merged: merged.map(({ themeId, from }) => ({ themeId: now(themeId), from: from.map(now) })),
    split: split.map(({ themeId, into }) => ({ themeId: now(themeId), into: into.map(now) })),
  };
}

function withDecisions(old: ThemeModel, model: ThemeModel): ThemeModel {
  const held = new Set(model.papers.map(({ id }) => id));
  const found = new Set(model.themes.map(({ id }) => id));
  const { moved, renamed, merged, split } = old.decisions;
  let carried = renamed
    .filter(({ themeId }) => found.has(themeId))
    .reduce((current, { themeId, label }) => renameTheme(current, themeId, label), model);
  for (const { paperId, themeId } of moved) {
    if (found.has(themeId) && held.has(paperId)) carried = movePapers(carried, [paperId], themeId);
  }
  const repeated = carried.decisions.merged.filter(
    ({ themeId }) => !merged.some((before) => before.themeId === themeId),
  );
  const decisions = {
    ...carried.decisions,
    merged: [...merged, ...repeated],
    split: [...split, ...carried.decisions.split],
  };
  return { ...carried, decisions };
}

function describeChanges(before: readonly Theme[], after: readonly Theme[], pairs: readonly Pair[]): ThemeAlignment[] {
  const changes = after.map(({ id, label, paperIds }, a): ThemeAlignment => {
    const pair = pairs.find((candidate) => candidate.after === a);
    const size = pair === undefined ? 0 : before[pair.before]!.paperIds.length;
    const status = pair === undefined ? "new" : "kept";
    return { themeId: id, label, status, before: size, after: paperIds.length, overlap: pair?.overlap ?? 0 };
  });
  const matched = new Set(pairs.map((pair) => pair.before));
  const gone = before.filter((_, b) => !matched.has(b));
  return [
    ...changes.filter(({ status }) => status === "kept"),
    ...changes.filter(({ status }) => status === "new"),
    ...gone.map(({ id, label, paperIds }): ThemeAlignment => {
      return { themeId: id, label, status: "gone", before: paperIds.length, after: 0, overlap: 0 };
    }),
  ];
}
