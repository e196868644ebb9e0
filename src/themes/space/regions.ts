/** Where themes lie in the space, so that merging or splitting some leaves every other theme exactly as it was. */

import type { DenseMatrix } from "../../matrix/dense.js";
import { denseProducts } from "../../matrix/dense-products.js";
import type { ThemeModel, ThemeRegions } from "../model/theme-model.js";

/** What says where themes lie. */
export type ThemePlaces = Pick<ThemeModel, "prototypes" | "regions">;

/** The regions of a model; those of one that nobody merged or split are its prototypes. */
export function regionsOf({ prototypes, regions }: ThemePlaces): ThemeRegions {
  if (regions !== undefined) return regions;
  const partOf = new Int32Array(prototypes.rows).fill(-1);
  return { centres: prototypes, partOf, themeOf: Int32Array.from(partOf, (_, t) => t) };
}

/**
 * How near each unit row is to each theme: rows x themes. The cosine with the prototype; for a theme of several
 * regions the highest of theirs. The best part of a divided region is as near as the whole would be, the other parts by
 * the difference of their cosines less: what was nearest to the whole is nearest to one of its parts.
 */
export function themeSimilarity(rows: DenseMatrix, places: ThemePlaces): DenseMatrix {
  if (places.regions === undefined) return denseProducts(rows, places.prototypes);
  const { themeOf } = places.regions;
  const near = regionSimilarity(rows, places.regions);
  const themes = places.prototypes.rows;
  const data = new Float64Array(rows.rows * themes).fill(-Infinity);
  for (let i = 0; i < rows.rows; i += 1) {
    for (let region = 0; region < themeOf.length; region += 1) {
      const at = i * themes + themeOf[region]!;
      if (themeOf[region]! >= 0) data[at] = Math.max(data[at]!, near.data[i * near.columns + region]!);
    }
  }
  return { rows: rows.rows, columns: themes, data };
}

/** How near each unit row is to each region: rows x regions. */
function regionSimilarity(rows: DenseMatrix, { centres, partOf }: ThemeRegions): DenseMatrix {
  const near = denseProducts(rows, centres);
  const regions = centres.rows;
  const best = new Float64Array(regions);
  for (let i = 0; i < rows.rows; i += 1) {
    const row = near.data.subarray(i * regions, (i + 1) * regions);
    best.fill(-Infinity);
    for (let r = 0; r < regions; r += 1) if (partOf[r]! >= 0) best[partOf[r]!] = Math.max(best[partOf[r]!]!, row[r]!);
    // A region comes before its parts, so that its own nearness is settled when theirs are.
    for (let r = 0; r < regions; r += 1) if (partOf[r]! >= 0) row[r] = row[partOf[r]!]! - (best[partOf[r]!]! - row[r]!);
  }
  return near;
}

/** The undivided region that each row is nearest to, ties to the lower; of those of one theme where it is given. */
export function nearestRegions(rows: DenseMatrix, regions: ThemeRegions, theme?: number): Int32Array {
  const near = regionSimilarity(rows, regions);
  const open = Array.from(regions.themeOf.keys()).filter((r) =>
    theme === undefined ? regions.themeOf[r]! >= 0 : regions.themeOf[r] === theme,
  );
  return Int32Array.from({ length: rows.rows }, (_, i) => {
    const at = (r: number): number => near.data[i * near.columns + r]!;
    return open.reduce((nearest, r) => (at(r) > at(nearest) ? r : nearest), open[0]!);
  });
}

/** The regions of a theme and those they are parts of. */
export function regionsAround({ partOf }: ThemeRegions, region: number): number[] {
  const chain: number[] = [];
  for (let r = region; r >= 0; r = partOf[r]!) chain.push(r);
  return chain;
}
