/** Putting papers where a person wants them. */

import { type DenseMatrix, selectDenseRows, zeros } from "../matrix/dense.js";
import { invalidOption } from "../options.js";
import { placeOfTheme, rowsOfPapers } from "./find-theme.js";
import {
  addRow,
  lengthsOf,
  movedWeight,
  type PlacedPapers,
  placePapers,
  placesOf,
  sumRegions,
  unitRowsOr,
} from "./place-regions.js";
import { redescribe } from "./redescribe.js";
import { nearestRegions, regionsAround, regionsOf } from "./regions.js";
import { rowsOfSpace } from "./space.js";
import type { ModelPaper, ThemeModel, ThemeRegions } from "./theme-model.js";

/**
 * The model with papers in a theme of a person's choice, which later assigning, updates and refits keep. The theme moves
 * towards the papers and the themes they were in move away, so that papers like them lean the same way.
 *
 * @throws ThemataError UNKNOWN_PAPER, UNKNOWN_THEME, INVALID_OPTION
 * @example
 * const corrected = movePapers(model, ["2501.01234"], "reward-model");
 */
export function movePapers(model: ThemeModel, paperIds: readonly string[], themeId: string): ThemeModel {
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
    papers: model.papers.map((paper) => (moved.has(paper.id) ? placed(paper) : paper)),
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

/** The centres, nearer to papers that come and farther from papers that leave. */
function pulled(rows: DenseMatrix, regions: ThemeRegions, move: Move): DenseMatrix {
  const lengths = lengthsOf(move.sums);
  const { columns } = rows;
  const mass = zeros(regions.centres.rows, columns);
  for (let r = 0; r < mass.rows; r += 1) addRow(mass, r, regions.centres, r, lengths[r]!);
  const to = nearestRegions(selectDenseRows(rows, move.moving), regions, move.place);
  move.moving.forEach((row, m) => {
    const left = regionsAround(regions, move.before.regionOf[row]!);
    const entered = regionsAround(regions, to[m]!);
    for (const r of left) if (!entered.includes(r)) addRow(mass, r, rows, row, -move.before.weights[row]!);
    for (const r of entered) if (!left.includes(r)) addRow(mass, r, rows, row, movedWeight);
  });
  return unitRowsOr(mass, regions.centres);
}

/** A paper that a person placed waits no longer. */
function placed(paper: ModelPaper): ModelPaper {
  const { waiting: _, ...rest } = paper;
  return rest;
}
