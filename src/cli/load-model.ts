/** A saved theme model or tagger. */

import { loadFile } from "../node/load-file.js";
import type { Tagger } from "../tags/tagger.js";
import type { ThemeModel } from "../themes/model/theme-model.js";
import { aboutFile } from "./about-file.js";
import { UsageError } from "./usage-error.js";

/** @throws UsageError for a file that holds something else; ThemataError MODEL_FORMAT for one that holds nothing of ours */
export async function loadModel(path: string): Promise<ThemeModel | Tagger> {
  const loaded: object = await aboutFile(path, () => loadFile(path));
  if ("assignments" in loaded && "themes" in loaded) return loaded as ThemeModel;
  if ("methods" in loaded && "themes" in loaded) return loaded as Tagger;
  throw new UsageError(`${path} holds neither themes (discover --model) nor a tagger (tag --save).`);
}
