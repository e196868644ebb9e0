/** The words that set groups of papers apart: informative, frequent in the group, each listed for one group only. */

import { clusterSizes } from "../../clusters/cluster-sizes.js";
import type { CsrMatrix } from "../../matrix/csr.js";
import type { OnStep } from "../model/progress.js";
import type { WeightedPhrase } from "../model/theme-model.js";
import { coverageWeight } from "./headings.js";
import { groupEvidence } from "./theme-phrases.js";

/** Words listed for a group. */
export const wordLimit = 10;

/** A word with what it tells of a group. */
export interface ScoredWord {
  /** Column of the vocabulary. */
  readonly word: number;
  readonly score: number;
}

/**
 * The words of each group, best first, whatever words the other groups have; ties by column.
 *
 * @param vectors papers x vocabulary; only which entries there are counts
 * @param surfaces written form of each column; columns of "" are passed over
 * @param labels group of each paper, -1 for none
 */
export function rankWords(
  vectors: CsrMatrix,
  surfaces: readonly string[],
  labels: ArrayLike<number>,
  groups: number,
): ScoredWord[][] {
  return scoreWords(vectors, surfaces, labels, groups).map((words) => words.sort(byScore));
}

/** The words of each group with their scores, by column. */
function scoreWords(
  vectors: CsrMatrix,
  surfaces: readonly string[],
  labels: ArrayLike<number>,
  groups: number,
  onStep?: OnStep,
): ScoredWord[][] {
  const sizes = clusterSizes(labels, groups);
  const { data: _, ...words } = vectors;
  return groupEvidence(words, labels, groups, (word) => surfaces[word] !== "", onStep).map((found, group) =>
    found.map(({ phrase, inside, information }): ScoredWord => {
      return { word: phrase, score: information * coverageWeight(inside / sizes[group]!) };
    }),
  );
}

function byScore(a: ScoredWord, b: ScoredWord): number {
  return b.score - a.score || a.word - b.word;
}

/**
 * Up to ten words for each group, best first; weights in (0, 1], the first 1. A word belongs to the group where it scores
 * highest, ties to the first.
 */
export function groupWords(
  vectors: CsrMatrix,
  surfaces: readonly string[],
  labels: ArrayLike<number>,
  groups: number,
  onStep: OnStep,
): WeightedPhrase[][] {
  const scored = scoreWords(vectors, surfaces, labels, groups, onStep);
  const home = homes(scored, vectors.columns);
  return scored.map((words, group) => {
    const own = words.filter(({ word }) => home[word] === group);
    const listed = own.sort(byScore).slice(0, wordLimit);
    return listed.map(({ word, score }) => ({ phrase: surfaces[word]!, weight: score / listed[0]!.score }));
  });
}

/** The group in which each word scores highest, -1 for none. */
function homes(scored: readonly (readonly ScoredWord[])[], words: number): Int32Array {
  const home = new Int32Array(words).fill(-1);
  const highest = new Float64Array(words);
  scored.forEach((own, group) => {
    for (const { word, score } of own) {
      if (score <= highest[word]!) continue;
      highest[word] = score;
      home[word] = group;
    }
  });
  return home;
}
