/**
 * From cosines with the prototypes to scores that add up to one: the posterior of a mixture of von Mises-Fisher
 * distributions of one concentration and equal weights.
 *
 * Reference: Banerjee, A., Dhillon, I. S., Ghosh, J., Sra, S. (2005). Clustering on the unit hypersphere using von
 * Mises-Fisher distributions. JMLR 6, 1345-1382.
 */

import type { DenseMatrix } from "../../matrix/dense.js";
import { exponentials } from "../../matrix/elementary.js";
import type { OnStep } from "./progress.js";
import type { Assignment } from "./theme-model.js";

/** Rows that the sharpness is calibrated on; more change it by less than one in a hundred. */
const mostRowsRead = 2_000;

/** Sharpness where the method gives no votes to measure firmness by. */
const usualSharpness = 15;
/**
 * Papers that change their theme in a fit to another sample, for each vote that goes to other themes: by least squares over
 * refits on 90 % samples of twelve collections and numbers of themes (votes .47 to .78, share that stays .78 to .99).
 */
const leaves = 0.31;

/**
 * The sharpness at which the mean score of first themes equals the share of papers expected to keep their first theme
 * when the fit is repeated on other samples of the collection. By bisection.
 *
 * @param similarity cosine of each row with each prototype
 * @param agreement mean share of its votes that a paper gives its own theme; undefined for the usual sharpness
 */
export function calibrateSharpness(similarity: DenseMatrix, agreement: number | undefined): number {
  if (agreement === undefined || similarity.columns < 2) return usualSharpness;
  const target = 1 - leaves * (1 - agreement);
  const score = scorer(similarity);
  let low = 1;
  let high = 200;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (meanFirstScore(similarity.rows, score, middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Over every row up to a limit, above it over rows at even steps. */
function meanFirstScore(rows: number, score: Scorer, sharpness: number): number {
  const step = Math.ceil(rows / mostRowsRead);
  let sum = 0;
  for (let row = 0; row < rows; row += step) sum += 1 / score(row, sharpness).sum;
  return sum / Math.ceil(rows / step);
}

/** What a row of cosines says of each theme, exp(sharpness x (cosine - highest cosine)), and the sum; until the next row. */
type Scorer = (row: number, sharpness: number) => { readonly scores: Float64Array; readonly sum: number };

function scorer({ columns, data }: DenseMatrix): Scorer {
  const scores = new Float64Array(columns);
  const exponentiate = exponentials(columns);
  return (row, sharpness) => {
    const from = row * columns;
    let highest = -Infinity;
    for (let t = 0; t < columns; t += 1) if (data[from + t]! > highest) highest = data[from + t]!;
    for (let t = 0; t < columns; t += 1) scores[t] = sharpness * (data[from + t]! - highest);
    exponentiate(scores);
    let sum = 0;
    for (let t = 0; t < columns; t += 1) sum += scores[t]!;
    return { scores, sum };
  };
}

/** Scores below this are not listed. */
const leastScore = 0.05;

/** Theme of each row of similarities: the highest, ties to the lower; -1 for strangers and where none is above 0. */
export function firstThemes(similarity: DenseMatrix, stranger: (row: number) => boolean): Int32Array {
  const { rows, columns, data } = similarity;
  const labels = new Int32Array(rows).fill(-1);
  for (let i = 0; i < rows; i += 1) {
    if (stranger(i)) continue;
    let highest = 0;
    for (let t = 0; t < columns; t += 1) {
      if (data[i * columns + t]! > highest) {
        highest = data[i * columns + t]!;
        labels[i] = t;
      }
    }
  }
  return labels;
}

/** What ranking needs beside the similarities. */
export interface RankingRule {
  readonly themeIds: readonly string[];
  readonly sharpness: number;
  /** First theme of each paper, -1 for none: {@link firstThemes}. */
  readonly first: Int32Array;
  /** Theme that a person chose, by paper id. */
  readonly decided: ReadonlyMap<string, string>;
}

/**
 * The ranked themes of each paper: the theme a person chose, where one did; none for strangers.
 *
 * @param similarity papers x themes
 */
export function rankThemes(
  paperIds: readonly string[],
  similarity: DenseMatrix,
  { themeIds, sharpness, first, decided }: RankingRule,
  onStep: OnStep = () => undefined,
): Assignment[] {
  const score = scorer(similarity);
  return paperIds.map((paperId, i) => {
    if (i % 8_192 === 0) onStep(i / paperIds.length);
    const themeId = decided.get(paperId);
    if (themeId !== undefined) return { paperId, themes: [{ themeId, score: 1 }] };
    if (first[i] === -1) return { paperId, themes: [] };
    const { scores, sum } = score(i, sharpness);
    for (let t = 0; t < scores.length; t += 1) scores[t]! /= sum;
    return { paperId, themes: listed(scores).map((t) => ({ themeId: themeIds[t]!, score: scores[t]! })) };
  });
}

/** Places of the scores to list, best first; ties by place. The best is listed however low. */
function listed(scores: Float64Array): number[] {
  const places: number[] = [];
  let best = 0;
  for (let t = 0; t < scores.length; t += 1) {
    if (scores[t]! > scores[best]!) best = t;
    if (scores[t]! < leastScore) continue;
    let at = places.length;
    for (; at > 0 && scores[places[at - 1]!]! < scores[t]!; at -= 1) places[at] = places[at - 1]!;
    places[at] = t;
  }
  return places.length === 0 ? [best] : places;
}
