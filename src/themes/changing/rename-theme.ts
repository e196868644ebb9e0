/** Giving a theme the name that a person wants. */

import { invalidOption } from "../../options.js";
import { checkThemes } from "../model/check-model.js";
import { placeOfTheme } from "../model/find-theme.js";
import type { ThemeModel } from "../model/theme-model.js";

/**
 * The model with a theme under another name. Its id stays; updates and refits keep the name.
 *
 * @param label any text that is not empty; two themes may be given one name
 * @throws ThemataError UNKNOWN_THEME, INVALID_OPTION
 * @example
 * const renamed = renameTheme(model, model.themes[0].id, "Reward models");
 */
export function renameTheme(model: ThemeModel, id: string, label: string): ThemeModel {
  checkThemes("renameTheme", model);
  const place = placeOfTheme("renameTheme", model, id);
  if (typeof label !== "string" || label.trim() === "") {
    throw invalidOption("renameTheme", "label", "a text that is not empty", label);
  }
  const renamed = model.decisions.renamed.filter(({ themeId }) => themeId !== id);
  return {
    ...model,
    themes: model.themes.map((theme, t) => (t === place ? { ...theme, label } : theme)),
    decisions: { ...model.decisions, renamed: [...renamed, { themeId: id, label }] },
  };
}
