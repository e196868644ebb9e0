/** From the entries of a taxonomy file to theme definitions: ids given and made unique, parents found. */

import type { Problem } from "../../papers/paper.js";
import { createUniqueIds } from "../../papers/reading/unique-ids.js";
import type { ThemeDefinition } from "../../themes/model/theme-definition.js";

/** One entry as found in a file. */
export interface TaxonomyEntry {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly keywords?: readonly string[];
  readonly aliases?: readonly string[];
  /** Ids or names of broader themes. */
  readonly parents?: readonly string[];
  readonly line?: number;
}

/**
 * The definitions of the entries. An entry without a name is left out; one without an id is known by its name; a second
 * one of an id gets "id~2". A parent may be an id or a name; one that no entry has is left out. Each is a problem.
 */
export function toDefinitions(entries: readonly TaxonomyEntry[]): { themes: ThemeDefinition[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const ids = createUniqueIds();
  const named: { entry: TaxonomyEntry; id: string; name: string }[] = [];
  entries.forEach((entry, record) => {
    const name = (entry.name ?? entry.id ?? "").trim();
    const place = { ...(entry.line === undefined ? {} : { line: entry.line }), record };
    if (name === "") {
      problems.push({ code: "no-name", message: "An entry without a name was left out.", ...place });
      return;
    }
    const wanted = entry.id?.trim() || name;
    const id = ids.claim(wanted);
    if (id !== wanted)
      problems.push({ code: "duplicate-id", message: `The id ${wanted} is taken: named ${id}.`, ...place, id });
    named.push({ entry, id, name });
  });
  const byIdOrName = new Map<string, string>([
    ...[...named].reverse().map(({ id, name }) => [name.toLowerCase(), id] as const),
    ...named.map(({ id }) => [id.toLowerCase(), id] as const),
  ]);
  const themes = named.map(({ entry, id, name }) => {
    const parents: string[] = [];
    for (const parent of entry.parents ?? []) {
      const known = byIdOrName.get(parent.trim().toLowerCase());
      if (known !== undefined && known !== id && !parents.includes(known)) parents.push(known);
      if (known === undefined)
        problems.push({ code: "unknown-parent", message: `No entry has the id or name ${parent}.`, id });
    }
    return definition(id, name, entry, parents);
  });
  return { themes, problems };
}

function definition(id: string, name: string, entry: TaxonomyEntry, parents: readonly string[]): ThemeDefinition {
  const description = entry.description?.replace(/\s+/g, " ").trim();
  const keywords = distinct(entry.keywords ?? []);
  const aliases = distinct(entry.aliases ?? []).filter((alias) => alias !== name);
  return {
    id,
    name,
    ...(description ? { description } : {}),
    ...(keywords.length > 0 ? { keywords } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(parents.length > 0 ? { parents } : {}),
  };
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ""))];
}
