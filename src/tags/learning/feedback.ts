/**
 * Pseudo-relevance feedback: a bare name finds its first papers, and they lend it their words.
 *
 * Reference: Rocchio, J. J. (1971). Relevance feedback in information retrieval. In: Salton, G. (ed.), The SMART
 * Retrieval System, 313-323. Buckley, C., Salton, G., Allan, J., Singhal, A. (1995). Automatic query expansion using
 * SMART: TREC 3. NIST SP 500-225.
 */

import { copyOf, type DenseMatrix, zeros } from "../../matrix/dense.js";
import { topK } from "../../matrix/top-k.js";
import { type SmoothedCollection, smoothedScores, smoothedSums } from "./smoothed-collection.js";
import { addThemes, normalizeThemes } from "./theme-weights.js";

const mostPapers = 10;
const weight = 0.5;
const rounds = 2;

/** The definitions (terms x themes, unit columns) widened by the words of the papers that fit each best. */
export function widenByFeedback(collection: SmoothedCollection, definitions: DenseMatrix): DenseMatrix {
  const themes = definitions.columns;
  // Of a small collection no theme has ten papers.
  const papers = Math.max(1, Math.min(mostPapers, Math.ceil(collection.vectors.rows / (1.5 * themes))));
  let widened = definitions;
  for (let round = 0; round < rounds; round += 1) {
    const found = smoothedSums(collection, bestPapers(smoothedScores(collection, widened), papers));
    normalizeThemes(found);
    widened = normalizeThemes(addThemes(copyOf(definitions), found, () => weight));
  }
  return widened;
}

/** 1 for the papers that score highest for a theme, where they score at all. */
function bestPapers(scores: DenseMatrix, papers: number): DenseMatrix {
  const { rows, columns } = scores;
  const shares = zeros(rows, columns);
  for (let t = 0; t < columns; t += 1) {
    const best = topK(papers);
    for (let row = 0; row < rows; row += 1) {
      if (scores.data[row * columns + t]! > 0) best.push(row, scores.data[row * columns + t]!);
    }
    for (const { index } of best.drain()) shares.data[index * columns + t] = 1;
  }
  return shares;
}
