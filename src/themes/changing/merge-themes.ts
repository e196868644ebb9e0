/** Making one theme of several. */

import { placesById } from "../../matrix/by-key.js";
import { invalidOption } from "../../options.js";
import { checkModel } from "../model/check-model.js";
import { placeOfTheme } from "../model/find-theme.js";
import type { Decisions, ThemeModel } from "../model/theme-model.js";
import { placePapers, placesOf, sumRegions } from "../space/place-regions.js";
import { regionsOf } from "../space/regions.js";
import { rowsOfSpace } from "../space/space.js";
import { redescribe } from "./redescribe.js";

/**
 * The model with several themes as one: the first named, which keeps its id and its label (or takes the name that a
 * person gave to one of the others). It holds the papers of all of them, and every other theme stays as it was.
 *
 * @throws ThemataError UNKNOWN_THEME, INVALID_OPTION for fewer than two different themes
 * @example
 * const merged = mergeThemes(model, ["vision-language-model", "multimodal-llm"]);
 */
export function mergeThemes(model: ThemeModel, ids: readonly string[]): ThemeModel {
  checkModel("mergeThemes", model);
  if (!Array.isArray(ids)) throw invalidOption("mergeThemes", "ids", "an array of theme ids", ids);
  const places = [...new Set(ids.map((id) => placeOfTheme("mergeThemes", model, id)))];
  if (places.length < 2) throw invalidOption("mergeThemes", "ids", "two or more different themes", ids);
  const kept = places[0]!;
  const gone = new Set(places.slice(1));
  const staying = model.themes.filter((_, t) => !gone.has(t));
  const newPlace = placesById(staying);
  const target = newPlace.get(model.themes[kept]!.id)!;
  const before = regionsOf(model);
  const themeOf = before.themeOf.map((t) => {
    if (t < 0) return -1;
    return gone.has(t) ? target : newPlace.get(model.themes[t]!.id)!;
  });
  const regions = { ...before, themeOf };
  const rows = rowsOfSpace(model.space);
  const { regions: _, ...core } = model;
  const decisions = mergedDecisions(
    model.decisions,
    places.map((t) => model.themes[t]!.id),
  );
  const known = staying.map(({ id, label }) => ({
    id,
    label: decisions.renamed.find(({ themeId }) => themeId === id)?.label ?? label,
  }));
  const sums = sumRegions(rows, before, placePapers(model, rows, before));
  return redescribe(model, { ...core, ...placesOf(regions, sums, staying.length), decisions }, rows, known);
}

/** What was decided about any of the themes holds for the first. */
function mergedDecisions({ moved, renamed, merged, split }: Decisions, ids: readonly string[]): Decisions {
  const [kept, ...gone] = ids as [string, ...string[]];
  const now = (id: string): string => (gone.includes(id) ? kept : id);
  const named = ids.map((id) => renamed.find(({ themeId }) => themeId === id)?.label).find((label) => label);
  const former = merged.filter(({ themeId }) => ids.includes(themeId)).flatMap(({ from }) => from);
  return {
    moved: moved.map(({ paperId, themeId }) => ({ paperId, themeId: now(themeId) })),
    renamed: [
      ...renamed.filter(({ themeId }) => !ids.includes(themeId)),
      ...(named === undefined ? [] : [{ themeId: kept, label: named }]),
    ],
    merged: [
      ...merged.filter(({ themeId }) => !ids.includes(themeId)),
      { themeId: kept, from: [...new Set([...gone, ...former])].filter((id) => id !== kept) },
    ],
    split: split
      .map(({ themeId, into }) => ({ themeId, into: [...new Set(into.map(now))] }))
      .filter(({ into }) => into.length > 1),
  };
}
