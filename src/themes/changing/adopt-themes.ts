/** Making themes of groups of papers that fit none. */

import { type DenseMatrix, zeros } from "../../matrix/dense.js";
import type { ThemeCore } from "../describe-themes.js";
import { familiarity } from "../model/familiarity.js";
import { firstThemes } from "../model/membership.js";
import { placedPaper } from "../model/model-paper.js";
import type { Theme, ThemeRegions, ThemeSpace } from "../model/theme-model.js";
import { extendComponents } from "../space/extend-components.js";
import { placePapers, placesOf, sumRegionsAndGroups, unitRowsOr, withMoreRegions } from "../space/place-regions.js";
import { regionsOf, themeSimilarity } from "../space/regions.js";
import { nearestReference, rowsOfSpace, scoresFor } from "../space/space.js";

/** Fewest papers that a new theme must hold once all papers have chosen. */
const fewestPapers = 3;

/** A model with themes of its own for some groups; they come after the others. */
export interface Adoption {
  readonly core: ThemeCore;
  readonly rows: DenseMatrix;
  /** Groups that became themes. */
  readonly adopted: number;
}

/**
 * Gives each group a theme around its papers. The space gets dimensions for them, all papers smooth one another from
 * now on, and the other themes' centres are found anew for the papers that they hold.
 *
 * @param groups rows of the papers of each group
 * @param themes the themes that the model has
 */
export function adoptThemes(
  core: ThemeCore,
  themes: readonly Theme[],
  groups: readonly (readonly number[])[],
): Adoption {
  const space = extended(core.space, groups, core.seed);
  const rows = rowsOfSpace(space);
  const { regions, sums } = grownRegions(core, themes, groups, rows);
  const places = placesOf(regions, sums, themes.length + groups.length);
  const { regions: _, ...rest } = core;
  const adopted = settled({ ...rest, ...places, space }, groups, rows);
  const labels = firstThemes(themeSimilarity(rows, adopted), (row) => adopted.papers[row]!.waiting === true);
  const held = groups.map((_, g) => labels.reduce((n, label) => n + (label === themes.length + g ? 1 : 0), 0));
  const large = groups.filter((_, g) => held[g]! >= fewestPapers);
  if (large.length === groups.length) return { core: adopted, rows, adopted: groups.length };
  if (large.length === 0) return { core, rows: rowsOfSpace(core.space), adopted: 0 };
  return adoptThemes(core, themes, large);
}

function extended(space: ThemeSpace, groups: readonly (readonly number[])[], seed: number): ThemeSpace {
  const { vectors } = space;
  const byWords = space.externalShare < 1;
  const components = byWords ? extendComponents(space.components, vectors, groups, seed) : space.components;
  const reference = vectors.rows;
  const nearest = nearestReference({ ...space, reference }, vectors);
  const scores = scoresFor({ ...space, components }, vectors);
  return { ...space, components, scores, reference, nearest };
}

/** The regions around the papers they held, then one for each group around its own. */
function grownRegions(
  core: ThemeCore,
  themes: readonly Theme[],
  groups: readonly (readonly number[])[],
  rows: DenseMatrix,
): { readonly regions: ThemeRegions; readonly sums: DenseMatrix } {
  const before = regionsOf(core);
  const placed = placePapers({ ...core, themes }, rowsOfSpace(core.space), before);
  for (const row of groups.flat()) placed.weights[row] = 0;
  const sums = sumRegionsAndGroups(rows, before, placed, groups);
  const centres = unitRowsOr(sums, widened(before.centres, sums));
  const added = groups.map((_, g) => themes.length + g);
  return { regions: withMoreRegions(before, centres, added), sums };
}

/** The rows of a matrix in one of more rows and columns, the rest 0. */
function widened(matrix: DenseMatrix, { rows, columns }: DenseMatrix): DenseMatrix {
  const wide = zeros(rows, columns);
  for (let r = 0; r < matrix.rows; r += 1) {
    wide.data.set(matrix.data.subarray(r * matrix.columns, (r + 1) * matrix.columns), r * columns);
  }
  return wide;
}

/** Papers wait no longer that are in a group, or have become familiar by the papers that came. */
function settled(core: ThemeCore, groups: readonly (readonly number[])[], rows: DenseMatrix): ThemeCore {
  const grouped = new Set(groups.flat());
  const familiar = familiarity(core.space, { ...core.space, similarity: themeSimilarity(rows, core) });
  const papers = core.papers.map((paper, row) => {
    if (!paper.waiting || (familiar[row]! < core.floor && !grouped.has(row))) return paper;
    return placedPaper(paper);
  });
  return { ...core, papers };
}
