/** Themes out of a file, for tagging and for seeding a discovery. */

import { readFile } from "node:fs/promises";
import { ThemataError } from "../errors.js";
import { readTaxonomy } from "../formats/read-taxonomy.js";
import type { ThemeDefinition } from "../themes/model/theme-definition.js";
import { aboutFile } from "./about-file.js";
import { tellKinds } from "./read-inputs.js";
import type { Reporter } from "./reporter.js";

/** The definitions of a file; entries that could not be read are told. */
export async function readTaxonomyFile(path: string, reporter: Reporter): Promise<ThemeDefinition[]> {
  const { themes, problems, format } = await aboutFile(path, async () => readTaxonomy(await readFile(path)));
  tellKinds(path, problems, reporter);
  if (themes.length === 0) throw new ThemataError("PARSE_FAILED", `${path}: there is no theme in it.`, { format });
  return themes;
}
