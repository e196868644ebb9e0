/** Reads what a caller gives to fit a tagger: themes checked, papers joined, labels in one table. */

import { shown, ThemataError } from "../errors.js";
import { placesById } from "../matrix/by-key.js";
import { areTexts } from "../options.js";
import { checkPaper, type Paper } from "../papers/paper.js";
import type { ThemeDefinition } from "../themes/model/theme-definition.js";

/** A paper with the themes it has; all other themes it has not. */
export interface TagExample {
  readonly paper: Paper;
  /** Theme ids; empty for a paper that belongs to none. */
  readonly themes: readonly string[];
}

/** Papers and labels of a fit. */
export interface GatheredPapers {
  readonly themes: readonly ThemeDefinition[];
  /** The examples first, then the background without them. */
  readonly papers: readonly Paper[];
  readonly labelled: number;
  /** For each labelled paper the ids of its themes. */
  readonly themesOf: readonly ReadonlySet<string>[];
}

/** labelled x themes: 1 or -1 */
export function labelTable({ themes, themesOf }: GatheredPapers): Int8Array {
  const labels = new Int8Array(themesOf.length * themes.length).fill(-1);
  const columnOf = placesById(themes);
  themesOf.forEach((ids, row) => {
    for (const id of ids) labels[row * themes.length + columnOf.get(id)!] = 1;
  });
  return labels;
}

/**
 * Joins definitions, examples and background. A theme that only examples name is defined by its id. A paper given twice
 * as an example has the themes of both; one that is also in the background counts as an example.
 */
export function gatherPapers(
  definitions: readonly ThemeDefinition[],
  examples: readonly TagExample[],
  background: readonly Paper[],
): GatheredPapers {
  const papers: Paper[] = [];
  const themesOf: Set<string>[] = [];
  const rowOf = new Map<string, number>();
  for (const example of examples) {
    const known = rowOf.get(example.paper.id);
    if (known === undefined) {
      rowOf.set(example.paper.id, papers.push(example.paper) - 1);
      themesOf.push(new Set(example.themes));
    } else for (const theme of example.themes) themesOf[known]!.add(theme);
  }
  const themes = withExampleThemes(definitions, themesOf);
  const labelled = papers.length;
  for (const paper of background) if (!rowOf.has(paper.id)) papers.push(paper);
  return { themes, papers, labelled, themesOf };
}

/** @throws ThemataError INVALID_PAPER, INVALID_THEME */
export function checkExample(where: string, example: TagExample, index: number): void {
  if (example === null || typeof example !== "object" || !Array.isArray(example.themes)) {
    const message = `${where}: expected example ${index} to be { paper, themes }, got ${shown(example)}.`;
    throw new ThemataError("INVALID_PAPER", message, { index, field: "themes" });
  }
  checkPaper(where, example.paper, index);
  if (!areTexts(example.themes) || example.themes.includes("")) {
    const message = `${where}: expected the themes of example ${index} to be theme ids that are not empty.`;
    throw new ThemataError("INVALID_THEME", message, { index, field: "themes" });
  }
}

function withExampleThemes(
  definitions: readonly ThemeDefinition[],
  themesOf: readonly ReadonlySet<string>[],
): readonly ThemeDefinition[] {
  const known = new Set(definitions.map(({ id }) => id));
  const added = new Set<string>();
  for (const ids of themesOf) for (const id of ids) if (!known.has(id)) added.add(id);
  return [...definitions, ...[...added].sort().map((id) => ({ id, name: id }))];
}
