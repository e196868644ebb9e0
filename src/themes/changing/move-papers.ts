/** Putting papers where a person wants them. */

import { addWeightedRow, type DenseMatrix, rowLengths, selectDenseRows, zeros } from "../../matrix/dense.js";
import { invalidOption } from "../../options.js";
import { checkModel } from "../model/check-model.js";
import { placeOfTheme, rowsOfPapers } from "../model/find-theme.js";
import { placedPaper } from "../model/model-paper.js";
import type { ThemeModel, ThemeRegions } from "../model/theme-model.js";
import {
  movedWeight,
  type PlacedPapers,
  placePapers,
  placesOf,
  sumRegions,
  unitRowsOr,
} from "../space/place-regions.js";
import { nearestRegions, regionsAround, regionsOf } from "../space/regions.js";
import { rowsOfSpace } from "../space/space.js";
import { redescribe } from "./redescribe.js";

/**
 * The model with papers in a theme of a person's choice, which later assigning, updates and refits keep. The theme moves
 * towards the papers and the themes they were in move away, so that papers like them lean the same way.
 *
 * @throws ThemataError UNKNOWN_PAPER, UNKNOWN_THEME, INVALID_OPTION
 * @example
 * const corrected = movePapers(model, ["2501.01234"], "reward-model");
 */
export function movePapers(model: ThemeModel, paperIds: readonly string[], themeId: string): ThemeModel {
  checkModel("movePapers", model);
  if (!Array.isArray(paperIds)) throw invalidOption("movePapers", "paperIds", "an array of paper ids", paperIds);
  const place = placeOfTheme("movePapers", model, themeId);
  const moving = rowsOfPapers("movePapers", model, paperIds);
  const rows = rowsOfSpace(model.space);
  const regions = regionsOf(model);
  const before = placePapers(model, rows, regions);
  const sums = sumRegions(rows, regions, before);
  const centres = pulled(rows, regions, { moving, place, before, sums });
  const moved = new Set(moving.map((row) => model.papers[row]!.id));
  const decided = [...moved].map((paperId) => ({ paperId, themeId }));
  const kept = model.decisions.moved.filter(({ paperId }) => !moved.has(paperId));
  const { regions: _, ...rest } = model;
  const core = {
    ...rest,
    ...placesOf({ ...regions, centres }, sums, model.themes.length),
    papers: model.papers.map((paper) => (moved.has(paper.id) ? placedPaper(paper) : paper)),
    decisions: { ...model.decisions, moved: [...kept, ...decided] },
  };
  return redescribe(model, core, rows, model.themes);
}

interface Move {
  /** Rows of the papers that move. */
  readonly moving: readonly number[];
  /** Place of the theme they move to. */
  readonly place: number;
  /** Where the papers were before, and what they counted. */
  readonly before: PlacedPapers;
  readonly sums: DenseMatrix;
}

/** The centres, nearer to papers that come and farther from papers that leave; zeros where none is left. */
function pulled(rows: DenseMatrix, regions: ThemeRegions, move: Move): DenseMatrix {
  const { before, moving, sums } = move;
  const lengths = rowLengths(sums);
  const mass = zeros(regions.centres.rows, rows.columns);
  for (let r = 0; r < mass.rows; r += 1) addWeightedRow(mass, r, regions.centres, r, lengths[r]!);
  const held = weightHeld(regions, before);
  const wasHeld = held.slice();
  const shift = (region: number, row: number, weight: number): void => {
    addWeightedRow(mass, region, rows, row, weight);
    held[region]! += weight;
  };
  const to = nearestRegions(selectDenseRows(rows, moving), regions, move.place);
  moving.forEach((row, m) => {
    const left = regionsAround(regions, before.regionOf[row]!);
    const entered = regionsAround(regions, to[m]!);
    for (const r of left) if (!entered.includes(r)) shift(r, row, -before.weights[row]!);
    for (const r of entered) if (!left.includes(r)) shift(r, row, movedWeight);
  });
  const centres = unitRowsOr(mass, regions.centres);
  held.forEach((weight, r) => {
    // What rounding leaves of a region without papers points anywhere.
    if (weight === 0 && wasHeld[r]! > 0) centres.data.fill(0, r * rows.columns, (r + 1) * rows.columns);
  });
  return centres;
}

/** Weight of the papers in each region, its parts included. */
function weightHeld(regions: ThemeRegions, { regionOf, weights }: PlacedPapers): Float64Array {
  const held = new Float64Array(regions.themeOf.length);
  regionOf.forEach((region, row) => {
    for (const r of regionsAround(regions, region)) held[r]! += weights[row]!;
  });
  return held;
}
