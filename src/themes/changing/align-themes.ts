/** Carrying ids, names and decisions from a model over to a refit of its growing collection. */

import { placesById } from "../../matrix/by-key.js";
import { appendDenseRows, selectDenseRows } from "../../matrix/dense.js";
import { checkModel } from "../model/check-model.js";
import { uniqueIds } from "../model/theme-id.js";
import type { Decisions, Theme, ThemeModel } from "../model/theme-model.js";
import { placePapers, placesOf, sumRegionsAndGroups, unitRowsOr, withMoreRegions } from "../space/place-regions.js";
import { regionsOf } from "../space/regions.js";
import { rowsOfSpace } from "../space/space.js";
import { jaccard, mostOf, overlapOf, sameThemes } from "./match-themes.js";
import { mergeThemes } from "./merge-themes.js";
import { movePapers } from "./move-papers.js";
import { redescribe } from "./redescribe.js";
import { renameTheme } from "./rename-theme.js";

/** What became of a theme, for a person to review. */
export interface ThemeAlignment {
  readonly themeId: string;
  readonly label: string;
  /** What the refit would call the theme; the label itself for one that is gone. */
  readonly suggested: string;
  /**
   * "kept": found again; "restored": not found, but made again of its papers because a person had decided on it; "new":
   * only in the refit; "gone": only in the old model.
   */
  readonly status: "kept" | "restored" | "new" | "gone";
  /** Papers in the old model and in the refit. */
  readonly before: number;
  readonly after: number;
  /** Papers of both divided by papers of either, of those that both models hold; 0 for new and gone themes. */
  readonly overlap: number;
}

/** The refit under the old ids, and what changed. */
export interface AlignedThemes {
  readonly model: ThemeModel;
  /** Kept and restored themes in the order of the refit, then new ones, then those gone. */
  readonly changes: readonly ThemeAlignment[];
}

/**
 * Gives the themes of a refit the ids and labels of the old themes that they overlap most, one to one, and repeats the
 * person's decisions: merged themes are merged again, names given, papers moved. A theme that a person named, merged,
 * split off or moved papers to, and that the refit has not found, is made again of its papers. What the refit has no
 * paper of is gone, with what was decided on it.
 *
 * @example
 * const { model, changes } = alignThemes(lastMonth, discoverThemes(allPapers, { k: 12 }));
 */
export function alignThemes(old: ThemeModel, refitted: ThemeModel): AlignedThemes {
  for (const model of [old, refitted]) checkModel("alignThemes", model);
  const merged = mergedAgain(old, refitted);
  const same = sameThemes(overlapOf(old, merged));
  const found = new Map([...same].map(([a, b]) => [old.themes[a]!.id, merged.themes[b]!.id]));
  let matched: Matched = { model: merged, found, restored: new Set() };
  for (const id of decidedThemes(old)) if (!matched.found.has(id)) matched = restored(old, matched, id);
  const carried = withDecisions(old, withIds(matched.model, newIds(old, matched), old.themes));
  return { model: carried, changes: describeChanges(old, carried, matched) };
}

/** A refit on its way to alignment. */
interface Matched {
  readonly model: ThemeModel;
  /** Id of an old theme -> id of the refit's theme that is the same. */
  readonly found: ReadonlyMap<string, string>;
  /** Old ids of the themes that were made again. */
  readonly restored: ReadonlySet<string>;
}

/** Merges themes of the refit of which more than half lies in a theme that a person had merged. */
function mergedAgain(old: ThemeModel, refitted: ThemeModel): ThemeModel {
  return old.decisions.merged.reduce((model, { themeId }) => {
    const { shared, after } = overlapOf(old, model);
    const row = shared[old.themes.findIndex(({ id }) => id === themeId)];
    const parts = model.themes.filter((_, b) => row !== undefined && row[b]! * 2 > after[b]!);
    if (parts.length < 2) return model;
    return mergeThemes(
      model,
      parts.map(({ id }) => id),
    );
  }, refitted);
}

/** Ids of the old themes that a person named, merged, split, or moved papers to. */
function decidedThemes({ themes, decisions }: ThemeModel): string[] {
  const ids = new Set([
    ...decisions.renamed.map(({ themeId }) => themeId),
    ...decisions.merged.map(({ themeId }) => themeId),
    ...decisions.split.flatMap(({ into }) => into),
    ...decisions.moved.map(({ themeId }) => themeId),
  ]);
  return themes.map(({ id }) => id).filter((id) => ids.has(id));
}

/** An old theme that the refit lacks is the theme with most of its papers, or if that is another one, made of them. */
function restored(old: ThemeModel, matched: Matched, id: string): Matched {
  const { model, found } = matched;
  const place = old.themes.findIndex((theme) => theme.id === id);
  const home = mostOf(overlapOf(old, model).shared[place]!);
  if (home < 0) return matched;
  const made = new Set([...matched.restored, id]);
  const homeId = model.themes[home]!.id;
  if (![...found.values()].includes(homeId)) return { model, found: new Map([...found, [id, homeId]]), restored: made };
  const wider = withThemeAround(model, old.themes[place]!.paperIds);
  return { model: wider, found: new Map([...found, [id, wider.themes.at(-1)!.id]]), restored: made };
}

/** The model with one more theme, the last, around some of its papers; those nearest to it come to it from all others. */
function withThemeAround(model: ThemeModel, paperIds: readonly string[]): ThemeModel {
  const rows = rowsOfSpace(model.space);
  const before = regionsOf(model);
  const chosen = new Set(paperIds);
  const group = [...model.papers.keys()].filter((row) => chosen.has(model.papers[row]!.id));
  const sums = sumRegionsAndGroups(rows, before, placePapers(model, rows, before), [group]);
  const own = selectDenseRows(sums, [sums.rows - 1]);
  const centres = appendDenseRows(before.centres, unitRowsOr(own, own));
  const regions = withMoreRegions(before, centres, [model.themes.length]);
  const { regions: _, ...rest } = model;
  const core = { ...rest, ...placesOf(regions, sums, model.themes.length + 1) };
  return redescribe(model, core, rows, [...model.themes, undefined]);
}

/** Id in the refit -> id from now on; ids of old themes, and of those merged away, are never given to others. */
function newIds({ themes, decisions }: ThemeModel, { model, found }: Matched): Map<string, string> {
  const ids = new Map([...found].map(([id, inRefit]) => [inRefit, id]));
  const fresh = model.themes.filter(({ id }) => !ids.has(id));
  const made = uniqueIds(
    fresh.map(({ label }) => label),
    [...themes.map(({ id }) => id), ...decisions.merged.flatMap(({ from }) => from)],
  );
  fresh.forEach(({ id }, i) => {
    ids.set(id, made[i]!);
  });
  return ids;
}

function withIds(model: ThemeModel, ids: ReadonlyMap<string, string>, before: readonly Theme[]): ThemeModel {
  const labels = new Map(before.map(({ id, label }) => [id, label]));
  const now = (id: string): string => ids.get(id) ?? id;
  const carried = model.themes.map(({ id }) => labels.get(now(id)));
  const given = new Set(carried.map((label) => label?.toLowerCase()));
  return {
    ...model,
    themes: model.themes.map((theme, t) => ({
      ...theme,
      id: now(theme.id),
      label: carried[t] ?? freeLabel(theme, given),
      nearest: theme.nearest.map((near) => ({ ...near, themeId: now(near.themeId) })),
    })),
    assignments: model.assignments.map(({ paperId, themes }) => ({
      paperId,
      themes: themes.map(({ themeId, score }) => ({ themeId: now(themeId), score })),
    })),
    decisions: decisionsWithIds(model.decisions, now),
  };
}

/** The label of a new theme, or if an old theme has that, the first of its phrases that none has. */
function freeLabel({ label, phrases }: Theme, given: ReadonlySet<string | undefined>): string {
  const names = [label, ...phrases.map(({ phrase }) => phrase)];
  return names.find((name) => !given.has(name.toLowerCase())) ?? label;
}

function decisionsWithIds({ moved, renamed, merged, split }: Decisions, now: (id: string) => string): Decisions {
  return {
    moved: moved.map(({ paperId, themeId }) => ({ paperId, themeId: now(themeId) })),
    renamed: renamed.map(({ themeId, label }) => ({ themeId: now(themeId), label })),
    merged: merged.map(({ themeId, from }) => ({ themeId: now(themeId), from: from.map(now) })),
    split: split.map(({ themeId, into }) => ({ themeId: now(themeId), into: into.map(now) })),
  };
}

/** Repeats the decisions on the themes that were found; a moved paper that the refit lacks stays decided. */
function withDecisions(old: ThemeModel, model: ThemeModel): ThemeModel {
  const held = new Set(model.papers.map(({ id }) => id));
  const found = new Set(model.themes.map(({ id }) => id));
  const moved = old.decisions.moved.filter(({ themeId }) => found.has(themeId));
  const renamed = old.decisions.renamed.filter(({ themeId }) => found.has(themeId));
  const merged = old.decisions.merged.filter(({ themeId }) => found.has(themeId));
  const split = old.decisions.split.map(({ themeId, into }) => ({ themeId, into: into.filter((id) => found.has(id)) }));
  const decisions = { moved: [], renamed: [], merged, split: split.filter(({ into }) => into.length > 1) };
  let carried: ThemeModel = { ...model, decisions };
  for (const { themeId, label } of renamed) carried = renameTheme(carried, themeId, label);
  for (const id of new Set(moved.map(({ themeId }) => themeId))) {
    const papers = moved.filter(({ themeId, paperId }) => themeId === id && held.has(paperId));
    if (papers.length === 0) continue;
    carried = movePapers(
      carried,
      papers.map(({ paperId }) => paperId),
      id,
    );
  }
  return { ...carried, decisions: { ...carried.decisions, moved } };
}

function describeChanges(
  old: ThemeModel,
  model: ThemeModel,
  { model: refit, found, restored }: Matched,
): ThemeAlignment[] {
  const overlap = overlapOf(old, model);
  const placeOf = placesById(old.themes);
  const changes = model.themes.map(({ id, label, paperIds }, b): ThemeAlignment => {
    const a = placeOf.get(id);
    const suggested = refit.themes[b]!.label;
    const after = paperIds.length;
    if (a === undefined) return { themeId: id, label, suggested, status: "new", before: 0, after, overlap: 0 };
    const status = restored.has(id) ? "restored" : "kept";
    const before = old.themes[a]!.paperIds.length;
    return { themeId: id, label, suggested, status, before, after, overlap: jaccard(overlap, a, b) };
  });
  const gone = old.themes.filter(({ id }) => !found.has(id));
  return [
    ...changes.filter(({ status }) => status !== "new"),
    ...changes.filter(({ status }) => status === "new"),
    ...gone.map(({ id, label, paperIds }): ThemeAlignment => {
      const before = paperIds.length;
      return { themeId: id, label, suggested: label, status: "gone", before, after: 0, overlap: 0 };
    }),
  ];
}
