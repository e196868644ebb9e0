/** A theme as a person defines it, for tagging and for seeding a discovery. */

import { shown, ThemataError } from "../../errors.js";
import { areTexts, isText } from "../../options.js";

/** Only `id` and `name` are needed; every word more helps. */
export interface ThemeDefinition {
  /** Unique among the definitions, not empty. */
  readonly id: string;
  readonly name: string;
  /** A sentence or two: when does a paper belong? */
  readonly description?: string;
  readonly keywords?: readonly string[];
  /** Other names, acronyms. */
  readonly aliases?: readonly string[];
  /** Ids of broader themes. */
  readonly parents?: readonly string[];
}

/** Refuses what are no definitions, or two of one id. @throws ThemataError INVALID_THEME */
export function checkDefinitions(definitions: readonly ThemeDefinition[]): void {
  if (!Array.isArray(definitions)) throw invalidTheme(-1, "themes", "an array", definitions);
  const seen = new Set<string>();
  for (const [i, definition] of definitions.entries()) {
    if (typeof (definition ?? 0) !== "object") throw invalidTheme(i, "theme", "an object", definition);
    for (const field of ["id", "name"] as const) {
      const text: unknown = definition[field];
      if (!isText(text) || text === "") throw invalidTheme(i, field, "a string that is not empty", text);
    }
    if (seen.has(definition.id)) throw invalidTheme(i, "id", "unique", definition.id);
    seen.add(definition.id);
    const description: unknown = definition.description ?? "";
    if (!isText(description)) throw invalidTheme(i, "description", "a string", description);
    for (const field of ["keywords", "aliases", "parents"] as const) {
      const words: unknown = definition[field] ?? [];
      if (!areTexts(words)) throw invalidTheme(i, field, "an array of strings", words);
    }
  }
}

/** The error for a definition with a wrong field. */
export function invalidTheme(index: number, field: string, expected: string, got: unknown): ThemataError {
  const message = `Expected \`${field}\` of theme ${index} to be ${expected}, got ${shown(got)}.`;
  return new ThemataError("INVALID_THEME", message, { index, field });
}
