/** Whether what a caller gives as a model is one. Its inner shape is checked where bytes come in, by `deserialize`. */

import { checkArgument } from "../../options.js";
import type { ThemeModel } from "./theme-model.js";

/** @throws ThemataError INVALID_OPTION */
export function checkModel(where: string, model: ThemeModel): void {
  const { themes, papers, assignments, space } = model ?? ({} as Partial<ThemeModel>);
  const isModel = [themes, papers, assignments].every(Array.isArray) && typeof space === "object";
  checkArgument(where, "model", "a model made by discoverThemes", isModel, model);
}
