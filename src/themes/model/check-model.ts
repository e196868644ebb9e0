/** Whether what a caller gives as a model is one. Its inner shape is checked where bytes come in, by `deserialize`. */

import { checkArgument } from "../../options.js";
import { placeOfTheme } from "./find-theme.js";
import type { ThemeModel } from "./theme-model.js";

/**
 * For what reads themes and assignments alone.
 *
 * @throws ThemataError INVALID_OPTION
 */
export function checkThemes(where: string, model: ThemeModel): void {
  const { themes, papers, assignments, space, prototypes } = model ?? ({} as Partial<ThemeModel>);
  const isModel = [themes, papers, assignments].every(Array.isArray) && typeof space === "object";
  checkArgument(where, "model", "a model made by discoverThemes", isModel, model);
  const fits =
    prototypes?.rows === themes!.length &&
    space?.vectors?.rows === papers!.length &&
    assignments!.length === papers!.length;
  const expected =
    "a model whose themes, papers and assignments are as they were made (mergeThemes and its like change them)";
  checkArgument(where, "model", expected, fits, model);
}

/**
 * For what reckons with the vectors and decisions too.
 *
 * @throws ThemataError INVALID_OPTION, UNKNOWN_THEME for a paper that was moved to no theme of the model
 */
export function checkModel(where: string, model: ThemeModel): void {
  checkThemes(where, model);
  const expected = "a model with its typed arrays, which JSON loses (use serialize and deserialize)";
  checkArgument(where, "model", expected, ArrayBuffer.isView(model.space.vectors.data), model);
  const moved = new Set(model.decisions?.moved?.map(({ themeId }) => themeId));
  for (const id of moved) placeOfTheme(`${where}, model.decisions.moved`, model, id);
}
