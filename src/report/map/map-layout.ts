/** Where each paper of a model stands on a map: near papers it resembles, in the island of its first theme. */

import { placesById } from "../../matrix/by-key.js";
import { dotDense } from "../../matrix/dense.js";
import { firstThemesOf } from "../../themes/model/find-theme.js";
import type { ThemeModel } from "../../themes/model/theme-model.js";
import { rowsOfSpace } from "../../themes/space/space.js";
import { framed } from "./frame-points.js";
import { layoutEdges } from "./layout-edges.js";
import { placeThemes } from "./place-themes.js";
import { type Points, settlePoints } from "./settle-points.js";
import { spreadPoints } from "./spread-points.js";

/** A map: one point a paper, in the order of the model; x in [0, width], y in [0, 1]. */
export interface MapLayout {
  readonly points: Points;
  /** First theme of each paper as its place in `model.themes`; -1 for none. */
  readonly themes: Int32Array;
  /** Height is 1. */
  readonly width: number;
}

/**
 * Lays out the papers of a model. Themes are placed by the cosines of their prototypes, papers start between their
 * themes, neighbours then pull together and others push apart. Deterministic for the model's seed. Linear in the papers
 * for themes of bounded size.
 */
export function mapLayout(model: ThemeModel): MapLayout {
  const rows = rowsOfSpace(model.space);
  const themes = firstThemesOf(model);
  const { prototypes } = model;
  const k = prototypes.rows;
  const likeness = (s: number, t: number): number => dotDense(prototypes, s, prototypes, t);
  const centres = placeThemes(k, likeness);
  const edges = layoutEdges(rows, themes, k, likeness);
  const settled = settlePoints(startingPoints(model, centres), edges, model.seed);
  return { ...framed(spreadPoints(settled)), themes };
}

/** Each paper between the centres of its themes, weighted by its scores; without a theme, in the middle. */
function startingPoints(model: ThemeModel, centres: Points): Points {
  const place = placesById(model.themes);
  const points: Points = {
    x: new Float64Array(model.assignments.length),
    y: new Float64Array(model.assignments.length),
  };
  model.assignments.forEach(({ themes }, i) => {
    const total = themes.reduce((sum, { score }) => sum + score, 0);
    for (const { themeId, score } of themes) {
      points.x[i]! += (centres.x[place.get(themeId)!]! * score) / total;
      points.y[i]! += (centres.y[place.get(themeId)!]! * score) / total;
    }
  });
  return points;
}
