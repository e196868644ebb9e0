/** The papers that stand for a theme, and the sentence of each that speaks best for it. */

import { type CsrMatrix, selectRows } from "../matrix/csr.js";
import { type Paper, textOf } from "../papers/paper.js";
import type { Analyzer } from "../text/analyzer.js";
import { splitSentences } from "../text/sentences.js";
import { applyTfidf } from "../vectors/tfidf.js";
import type { ThemeSpace } from "./theme-model.js";

/** Papers shown for a theme. */
export const shownRepresentatives = 5;

/** A paper with its best sentence. */
export interface Representative {
  readonly paperId: string;
  readonly sentence: string;
}

/**
 * The first members, each with its sentence of highest cosine with the mean TF-IDF vector of all members; a paper
 * without an abstract is represented by its title.
 *
 * @param members rows of the theme's papers, nearest to the prototype first
 */
export function representatives(
  papers: readonly Paper[],
  members: readonly number[],
  space: ThemeSpace,
  analyzer: Analyzer,
): Representative[] {
  const heart = meanVector(selectRows(space.vectors, members));
  return members.slice(0, shownRepresentatives).map((row) => ({
    paperId: papers[row]!.id,
    sentence: bestSentence(papers[row]!, heart, space, analyzer),
  }));
}

function bestSentence(paper: Paper, heart: Float64Array, space: ThemeSpace, analyzer: Analyzer): string {
  const sentences = splitSentences(textOf(paper, "abstract")).map((sentence) => sentence.text);
  if (sentences.length === 0) return textOf(paper, "title");
  const vectors = applyTfidf(
    space.tfidf,
    sentences.map((sentence) => analyzer.terms(sentence)),
  );
  let best = 0;
  let highest = -1;
  for (let i = 0; i < sentences.length; i += 1) {
    const similarity = dotDense(vectors, i, heart);
    if (similarity > highest) {
      highest = similarity;
      best = i;
    }
  }
  return sentences[best]!;
}

function meanVector(rows: CsrMatrix): Float64Array {
  const mean = new Float64Array(rows.columns);
  for (let p = 0; p < rows.indices.length; p += 1) mean[rows.indices[p]!]! += rows.data[p]! / rows.rows;
  return mean;
}

function dotDense(matrix: CsrMatrix, row: number, vector: Float64Array): number {
  let sum = 0;
  for (let p = matrix.indptr[row]!; p < matrix.indptr[row + 1]!; p += 1)
    sum += matrix.data[p]! * vector[matrix.indices[p]!]!;
  return sum;
}
