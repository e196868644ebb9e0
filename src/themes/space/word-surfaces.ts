/** How the terms of a vocabulary are written: for each the word of the papers that most often became it. */

import { addTo } from "../../matrix/by-key.js";
import { type Paper, textOf } from "../../papers/paper.js";
import { type Analyzer, readTerms } from "../../text/analyzer.js";
import { type OnStep, part, stepping } from "../model/progress.js";

/** Papers that are read; more add nothing. */
export const surfacesReadAtMost = 5_000;

/**
 * The most frequent written form of each term, lower case; "" for terms that no single word becomes, such as pairs.
 *
 * Linear in the text of the first 5,000 papers.
 */
export function wordSurfaces(
  papers: readonly Paper[],
  analyzer: Analyzer,
  vocabulary: readonly string[],
  onStep: OnStep = () => undefined,
): string[] {
  const counts = new Map<string, number>();
  for (const paper of stepping(papers.slice(0, surfacesReadAtMost), 256, part(onStep, 0, 0.6))) {
    for (const field of ["title", "abstract"] as const) {
      const words =
        textOf(paper, field)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [];
      for (const word of words) addTo(counts, word, 1);
    }
  }
  const best = new Map<string, { word: string; count: number }>();
  for (const [word, count] of stepping([...counts], 2_048, part(onStep, 0.6, 1))) {
    const terms = readTerms(analyzer, word);
    if (terms.length === 1 && count > (best.get(terms[0]!)?.count ?? 0)) best.set(terms[0]!, { word, count });
  }
  return vocabulary.map((term) => best.get(term)?.word ?? "");
}
