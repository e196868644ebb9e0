/** Looking up the themes and papers that a caller names. */

import { shown, ThemataError } from "../../errors.js";
import { placesById } from "../../matrix/by-key.js";
import { nearestName } from "../../options.js";
import type { ThemeModel } from "./theme-model.js";

/** First theme of each paper as its place in `themes`, -1 for none. */
export function firstThemesOf({ themes, assignments }: Pick<ThemeModel, "themes" | "assignments">): Int32Array {
  const places = placesById(themes);
  return Int32Array.from(assignments, ({ themes: [first] }) => (first ? places.get(first.themeId)! : -1));
}

/** Place of a theme in `model.themes`. @throws ThemataError UNKNOWN_THEME */
export function placeOfTheme(where: string, model: ThemeModel, id: string): number {
  const known = model.themes.map((theme) => theme.id);
  const place = known.indexOf(id);
  if (place >= 0) return place;
  const near = typeof id === "string" ? nearestName(id, known) : undefined;
  const hint = near === undefined ? `Known themes: ${known.slice(0, 20).join(", ")}.` : `Did you mean ${shown(near)}?`;
  const message = `${where}: expected the id of a theme of the model, got ${shown(id)}. ${hint}`;
  throw new ThemataError("UNKNOWN_THEME", message, { id, known });
}

/** Rows of papers of the model, each once, in the order given. @throws ThemataError UNKNOWN_PAPER */
export function rowsOfPapers(where: string, model: ThemeModel, ids: readonly string[]): number[] {
  const rowOf = placesById(model.papers);
  return Array.from(new Set(ids), (id) => {
    const row = rowOf.get(id);
    if (row !== undefined) return row;
    const message = `${where}: expected the id of a paper of the model, got ${shown(id)}. Add new papers with updateThemes first.`;
    throw new ThemataError("UNKNOWN_PAPER", message, { id });
  });
}
