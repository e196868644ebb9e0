/** A fitted thing out of a file. */

import { readFile } from "node:fs/promises";
import type { Optional } from "../options.js";
import type { SavedKind, SavedKinds } from "../store/saved-kinds.js";
import { type DeserializeOptions, deserialize } from "../store/serialize.js";

/**
 * Loads what `saveFile` saved; with `kind`, that kind or an error.
 *
 * @throws ThemataError MODEL_FORMAT as `deserialize` does, INVALID_OPTION; an error of the file system as it comes from Node
 * @example
 * const model = await loadFile("themes.bin", { kind: "theme-model" });
 */
export async function loadFile<K extends SavedKind = SavedKind>(
  path: string,
  options?: Optional<DeserializeOptions<K>>,
): Promise<SavedKinds[K]> {
  return deserialize<K>(await readFile(path), options);
}
