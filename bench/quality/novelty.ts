/** How well scores tell papers of no known theme from the others. */

import { type Paper, type Tagger, tagPapers } from "../../src/index.js";

/** How a paper fits the themes, and the chance of its likeliest tag. */
export interface Fit {
  readonly fit: number;
  readonly chance: number;
}

/** Both figures for each paper. */
export function noveltyCurve(tagger: Tagger, papers: readonly Paper[]): Fit[] {
  return tagPapers(tagger, papers, { abstain: false, evidence: false, limit: 1 }).map(({ fit, tags }) => {
    return { fit, chance: tags[0]?.score ?? 0 };
  });
}

/** Chance that a positive scores higher than a negative; ties count half (Mann and Whitney). */
export function areaUnderRoc(scores: readonly number[], positive: readonly boolean[]): number {
  const order = [...scores.keys()].sort((i, j) => scores[i]! - scores[j]!);
  let ranks = 0;
  for (let i = 0; i < order.length; ) {
    let j = i;
    while (j < order.length && scores[order[j]!] === scores[order[i]!]) j += 1;
    for (let k = i; k < j; k += 1) if (positive[order[k]!]) ranks += (i + j + 1) / 2;
    i = j;
  }
  const positives = positive.filter(Boolean).length;
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (positive.length - positives));
}
