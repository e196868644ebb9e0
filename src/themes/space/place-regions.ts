/** Regions that move, join or divide, and the prototypes that follow from them. */

import { placesById } from "../../matrix/by-key.js";
import {
  addWeightedRow,
  appendDenseRows,
  type DenseMatrix,
  normalizeInPlace,
  rowLengths,
  selectDenseRows,
  zeros,
} from "../../matrix/dense.js";
import type { ThemeModel, ThemeRegions } from "../model/theme-model.js";
import { nearestRegions, regionsAround, type ThemePlaces } from "./regions.js";

/** A moved paper counts like this many others in its new theme. */
export const movedWeight = 5;

/** The papers of a model as regions count them. */
export interface PlacedPapers {
  /** Undivided region of each paper: the nearest, or that of the theme a person chose. */
  readonly regionOf: Int32Array;
  /** What each paper counts; waiting ones nothing. */
  readonly weights: Float64Array;
}

/** What tells which papers count where. */
export type PlacedModel = Pick<ThemeModel, "papers" | "decisions"> & {
  readonly themes: readonly { readonly id: string }[];
};

export function placePapers(model: PlacedModel, rows: DenseMatrix, regions: ThemeRegions): PlacedPapers {
  const regionOf = nearestRegions(rows, regions);
  const weights = Float64Array.from(model.papers, ({ waiting }) => (waiting ? 0 : 1));
  const placeOf = placesById(model.themes);
  const rowOf = placesById(model.papers);
  for (const { paperId, themeId } of model.decisions.moved) {
    const row = rowOf.get(paperId);
    // A decision outlives its paper: it holds again when the paper comes back.
    if (row === undefined) continue;
    regionOf[row] = nearestRegions(selectDenseRows(rows, [row]), regions, placeOf.get(themeId)!)[0]!;
    weights[row] = movedWeight;
  }
  return { regionOf, weights };
}

/** Weighted sum of the rows in each region, its parts included: regions x columns. */
export function sumRegions(rows: DenseMatrix, regions: ThemeRegions, { regionOf, weights }: PlacedPapers): DenseMatrix {
  const sums = zeros(regions.themeOf.length, rows.columns);
  for (let i = 0; i < rows.rows; i += 1) {
    for (const region of regionsAround(regions, regionOf[i]!)) addWeightedRow(sums, region, rows, i, weights[i]!);
  }
  return sums;
}

/** The same, then the sum of the rows of each group: regions + groups x columns. */
export function sumRegionsAndGroups(
  rows: DenseMatrix,
  regions: ThemeRegions,
  placed: PlacedPapers,
  groups: readonly (readonly number[])[],
): DenseMatrix {
  const added = zeros(groups.length, rows.columns);
  groups.forEach((group, g) => {
    for (const row of group) addWeightedRow(added, g, rows, row, 1);
  });
  return appendDenseRows(sumRegions(rows, regions, placed), added);
}

/** The regions around these centres, and behind them one for each of some themes. */
export function withMoreRegions(
  { partOf, themeOf }: ThemeRegions,
  centres: DenseMatrix,
  themes: readonly number[],
): ThemeRegions {
  return {
    centres,
    partOf: Int32Array.from([...partOf, ...themes.map(() => -1)]),
    themeOf: Int32Array.from([...themeOf, ...themes]),
  };
}

/** Unit rows of sums; where a sum is zero, the row of `otherwise`. */
export function unitRowsOr(sums: DenseMatrix, otherwise: DenseMatrix): DenseMatrix {
  const { rows, columns } = sums;
  const data = sums.data.slice();
  for (let r = 0; r < rows; r += 1) {
    const start = r * columns;
    if (normalizeInPlace(data, start, columns) === 0) {
      data.set(otherwise.data.subarray(start, start + columns), start);
    }
  }
  return { rows, columns, data };
}

/**
 * Regions with the prototypes of their themes: the centre of a theme's region, or the mean direction of its regions,
 * each weighed by the length of its sum. Regions that are nothing but prototypes are left out.
 */
export function placesOf(regions: ThemeRegions, sums: DenseMatrix, themes: number): ThemePlaces {
  const { centres, partOf, themeOf } = regions;
  if (themeOf.every((theme, r) => theme === r && partOf[r] === -1)) return { prototypes: centres };
  const { columns } = centres;
  const totals = zeros(themes, columns);
  const lengths = rowLengths(sums);
  for (let r = 0; r < themeOf.length; r += 1) {
    if (themeOf[r]! >= 0) addWeightedRow(totals, themeOf[r]!, centres, r, Math.max(lengths[r]!, 1e-9));
  }
  return { prototypes: unitRowsOr(totals, totals), regions };
}
