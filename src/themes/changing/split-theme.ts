/** Dividing a theme into several. */

import { ThemataError } from "../../errors.js";
import { placesById } from "../../matrix/by-key.js";
import { type CsrMatrix, selectRows } from "../../matrix/csr.js";
import { type DenseMatrix, dotDense, selectDenseRows } from "../../matrix/dense.js";
import { integer, resolveOptions } from "../../options.js";
import { neighbourGraph } from "../../vectors/neighbour-graph.js";
import { differentRows } from "../clustering/choose-k.js";
import { largestFirst } from "../clustering/find-themes.js";
import { partition } from "../clustering/partition.js";
import type { KnownTheme } from "../describe-themes.js";
import { checkModel } from "../model/check-model.js";
import { placeOfTheme, rowsOfPapers } from "../model/find-theme.js";
import type { Decisions, ThemeModel, ThemeRegions } from "../model/theme-model.js";
import { placePapers, placesOf, sumRegions } from "../space/place-regions.js";
import { regionsOf } from "../space/regions.js";
import { rowsOfSpace } from "../space/space.js";
import { redescribe } from "./redescribe.js";

/** Into how many. */
export interface SplitOptions {
  /** From 2 to the number of the theme's papers. */
  readonly k: number;
}

/**
 * The model with a theme divided into `k`, found as `discoverThemes` finds themes, but among its papers alone. Each of
 * its papers is in one of the parts, and every other theme stays as it was. The largest part keeps the id, and the label
 * if a person gave it; the others are named anew.
 *
 * @throws ThemataError UNKNOWN_THEME, INVALID_OPTION, TOO_FEW_PAPERS for fewer different papers than parts
 * @example
 * const finer = splitTheme(model, "reinforcement-learning", { k: 3 });
 */
export function splitTheme(model: ThemeModel, id: string, options: SplitOptions): ThemeModel {
  checkModel("splitTheme", model);
  const place = placeOfTheme("splitTheme", model, id);
  const { k } = resolveOptions<SplitOptions>("splitTheme", options, { k: integer(2, 2) });
  const rows = rowsOfSpace(model.space);
  const members = rowsOfPapers("splitTheme", model, model.themes[place]!.paperIds);
  return splitInto(model, rows, place, partsOf(model, selectDenseRows(rows, members), members, k));
}

/**
 * The model with the theme at `place` divided into parts around given centres.
 *
 * @param parts unit rows, the first of which keeps the id
 */
function splitInto(model: ThemeModel, rows: DenseMatrix, place: number, parts: DenseMatrix): ThemeModel {
  const { id } = model.themes[place]!;
  const { decisions, regions: _, ...rest } = model;
  const known: (KnownTheme | undefined)[] = [...model.themes];
  const fresh = Array.from({ length: parts.rows - 1 }, () => undefined);
  known.splice(place, 1, { id, label: decisions.renamed.find(({ themeId }) => themeId === id)?.label }, ...fresh);
  const regions = divided(regionsOf(model), place, parts);
  const sums = sumRegions(
    rows,
    regions,
    placePapers({ ...model, decisions: { ...decisions, moved: [] } }, rows, regions),
  );
  const core = { ...rest, ...placesOf(regions, sums, known.length) };
  const elsewhere = decisions.moved.filter(({ themeId }) => themeId !== id);
  const found = redescribe(model, { ...core, decisions: { ...decisions, moved: elsewhere } }, rows, known);
  const into = found.themes.slice(place, place + parts.rows).map((theme) => theme.id);
  const rowOf = placesById(model.papers);
  const moved = decisions.moved.map(({ paperId, themeId }) => {
    const row = rowOf.get(paperId);
    // A decision on a paper that the model lacks stays with the part that keeps the id.
    if (themeId !== id || row === undefined) return { paperId, themeId };
    return { paperId, themeId: into[nearestPart(rows, row, parts)]! };
  });
  const decided = { ...decisions, moved, split: splitDecisions(decisions, id, into) };
  if (moved.length === elsewhere.length) return { ...found, decisions: decided };
  return redescribe(model, { ...core, decisions: decided }, rows, found.themes);
}

/** Centres of `k` parts of the members' rows, the largest part first. @throws ThemataError TOO_FEW_PAPERS */
function partsOf(model: ThemeModel, rows: DenseMatrix, members: readonly number[], k: number): DenseMatrix {
  const different = differentRows(rows, k);
  if (different < k) {
    const message = `splitTheme: expected at least ${k} different papers for ${k} parts, got ${different}. Lower k.`;
    throw new ThemataError("TOO_FEW_PAPERS", message, { papers: different, needed: k });
  }
  const graph = (): CsrMatrix => neighbourGraph(selectRows(model.space.vectors, members));
  const found = partition(rows, graph, { method: "consensus", k, seed: model.seed, thorough: true });
  return selectDenseRows(found.prototypes, largestFirst(found.labels, k));
}

/** The regions with those of a theme divided around `parts`; themes behind it move back to make room. */
function divided({ centres, partOf, themeOf }: ThemeRegions, place: number, parts: DenseMatrix): ThemeRegions {
  const whole = Array.from(themeOf.keys()).filter((region) => themeOf[region] === place);
  const { columns } = centres;
  const data = new Float64Array((centres.rows + whole.length * parts.rows) * columns);
  data.set(centres.data);
  whole.forEach((_, w) => {
    data.set(parts.data, (centres.rows + w * parts.rows) * columns);
  });
  const newPlace = (theme: number): number => (theme > place ? theme + parts.rows - 1 : theme === place ? -1 : theme);
  const partPlaces = Array.from({ length: parts.rows }, (_, part) => place + part);
  return {
    centres: { rows: data.length / columns, columns, data },
    partOf: Int32Array.from([...partOf, ...whole.flatMap((region) => partPlaces.map(() => region))]),
    themeOf: Int32Array.from([...Array.from(themeOf, newPlace), ...whole.flatMap(() => partPlaces)]),
  };
}

function nearestPart(rows: DenseMatrix, row: number, parts: DenseMatrix): number {
  const near = Array.from({ length: parts.rows }, (_, part) => dotDense(rows, row, parts, part));
  return near.indexOf(Math.max(...near));
}

/** Themes that must stay apart: parts of parts stay apart from all. */
function splitDecisions({ split }: Decisions, id: string, into: readonly string[]): Decisions["split"] {
  const known = split.some((decision) => decision.into.includes(id));
  if (!known) return [...split, { themeId: id, into }];
  return split.map((decision) =>
    decision.into.includes(id)
      ? { themeId: decision.themeId, into: [...new Set([...decision.into, ...into])] }
      : decision,
  );
}
