/** A fitted thing into a file. */

import type { Saveable } from "../store/saved-kinds.js";
import { serialize } from "../store/serialize.js";
import { writeAtomically } from "./write-atomically.js";

/**
 * Saves a theme model, tagger, paper index or anything else that `serialize` takes. The file is the old one or the new
 * one at every moment, never a half.
 *
 * @throws ThemataError MODEL_FORMAT for a value that cannot be saved; an error of the file system as it comes from Node
 * @example
 * await saveFile("themes.bin", discoverThemes(papers, { k: 10 }));
 */
export async function saveFile(path: string, value: Saveable): Promise<void> {
  await writeAtomically(path, serialize(value));
}
