/** The papers that stand for a theme, and the sentence of each that speaks best for it. */

import { type CsrMatrix, dotVector } from "../matrix/csr.js";
import { evenlySpaced } from "../matrix/evenly-spaced.js";
import { type Paper, textOf } from "../papers/paper.js";
import { type Analyzer, readTerms } from "../text/analyzer.js";
import { splitSentences } from "../text/sentences.js";
import { countMatrix } from "../vectors/counts.js";
import { weighCounts } from "../vectors/tfidf.js";
import type { ThemeSpace } from "./model/theme-model.js";

/** Members that the mean vector of a theme is taken of; more name the same sentences. */
const mostAveraged = 2_000;

/** Papers shown for a theme. */
export const shownRepresentatives = 5;

/** A paper with its best sentence. */
export interface Representative {
  readonly paperId: string;
  readonly sentence: string;
}

/**
 * For each theme its first members, each with its sentence of highest cosine with the mean TF-IDF vector of all
 * members; a paper without an abstract is represented by its title.
 *
 * @param paperAt the paper of a row, undefined where its text is not held: such papers are passed over
 * @param members for each theme the rows of its papers, nearest to the prototype first
 */
export function representatives(
  paperAt: (row: number) => Paper | undefined,
  members: readonly (readonly number[])[],
  space: ThemeSpace,
  analyzer: Analyzer,
): Representative[][] {
  const chosen = members.map((rows) => firstHeld(rows, paperAt));
  const sentences = new Map(chosen.flat().map((row) => [row, sentencesOf(paperAt(row)!)]));
  const rowsOfSentences = new Map<number, number>();
  const documents: string[][] = [];
  for (const [row, texts] of sentences) {
    rowsOfSentences.set(row, documents.length);
    for (const text of texts) documents.push(readTerms(analyzer, text));
  }
  const { vocabulary, options } = space.tfidf;
  const vectors = weighCounts(space.tfidf, countMatrix(documents, vocabulary, options.ngramRange));
  return chosen.map((rows, theme) => {
    const heart = meanVector(space.vectors, members[theme]!);
    return rows.map((row) => {
      const texts = sentences.get(row)!;
      const first = rowsOfSentences.get(row)!;
      const similarity = texts.map((_, i) => dotVector(vectors, first + i, heart));
      return { paperId: paperAt(row)!.id, sentence: texts[similarity.indexOf(Math.max(...similarity))]! };
    });
  });
}

function firstHeld(rows: readonly number[], paperAt: (row: number) => Paper | undefined): number[] {
  const held: number[] = [];
  for (const row of rows) {
    if (held.length === shownRepresentatives) break;
    if (paperAt(row) !== undefined) held.push(row);
  }
  return held;
}

function sentencesOf(paper: Paper): readonly string[] {
  const sentences = splitSentences(textOf(paper, "abstract")).map((sentence) => sentence.text);
  return sentences.length === 0 ? [textOf(paper, "title")] : sentences;
}

/** Of all rows, above a limit of rows at even steps. */
function meanVector({ columns, indptr, indices, data }: CsrMatrix, rows: readonly number[]): Float64Array {
  const mean = new Float64Array(columns);
  const read = evenlySpaced(rows.length, mostAveraged);
  for (const i of read) {
    const row = rows[i]!;
    for (let p = indptr[row]!; p < indptr[row + 1]!; p += 1) mean[indices[p]!]! += data[p]! / read.length;
  }
  return mean;
}
