/**
 * The space in which themes are found and papers compared with them: TF-IDF, reduced by SVD, smoothed by neighbours.
 * A fit embeds its own papers with the same function that embeds new ones.
 *
 * Reference: Deerwester, S., Dumais, S. T., Furnas, G. W., Landauer, T. K., Harshman, R. (1990). Indexing by latent
 * semantic analysis. JASIS 41(6), 391-407.
 */

import { type CsrMatrix, firstRows, matrixByRows, noEntries, selectRows } from "../../matrix/csr.js";
import { type DenseMatrix, normalizeRows, normalizeRowsInPlace, zeros } from "../../matrix/dense.js";
import { evenlySpaced } from "../../matrix/evenly-spaced.js";
import type { Paper } from "../../papers/paper.js";
import type { Analyzer } from "../../text/analyzer.js";
import { markAnalyzer } from "../../text/supplied.js";
import { nearestRows } from "../../vectors/nearest-rows.js";
import { smoothRows } from "../../vectors/smoothing.js";
import type { TfidfModel } from "../../vectors/tfidf.js";
import { leadingComponents, projectRows } from "../../vectors/truncated-svd.js";
import { type VectorizedPapers, vectorizePapers, vectorsInModel } from "../../vectors/vectorize-papers.js";
import { type OnStep, part, stepping } from "../model/progress.js";
import type { ThemeSpace } from "../model/theme-model.js";
import { wordSurfaces } from "./word-surfaces.js";

const dimensions = 50;
const neighbourCount = 20;
const smoothingShare = 0.5;
/**
 * Above this many papers every paper has words enough around it, and the neighbour search would dominate the fit; single
 * precision halves memory and time.
 */
const smoothedUpTo = 20_000;
/** Papers that the directions of the space are learnt from; more turn none of them. */
const learntFrom = 100_000;
/** Cosine from which two rows count as the same text: a paper is not its own neighbour, at fit and later alike. */
export const sameText: number = 1 - 1e-6;

/** Papers that were counted, and how their terms are written. */
export interface CountedCollection extends VectorizedPapers {
  readonly model: TfidfModel;
  readonly surfaces: readonly string[];
}

/** Whether a collection is fitted in single precision and without neighbours. */
export function isLarge(papers: number): boolean {
  return papers > smoothedUpTo;
}

/** How terms weigh in a collection of so many papers. */
export function termWeights(papers: number): { readonly minDf: number; readonly sublinearTf: boolean } {
  // A word of one paper joins no two papers; a handful of papers has no words to spare.
  return { minDf: papers < 20 ? 1 : 2, sublinearTf: true };
}

/** Counts a collection. */
export function countCollection(papers: readonly Paper[], analyzer: Analyzer, onStep: OnStep): CountedCollection {
  const precision = isLarge(papers.length) ? "single" : "double";
  const read = stepping(papers, 256, part(onStep, 0, 0.9));
  const counted = vectorizePapers(read, analyzer, termWeights(papers.length), precision, () => onStep(0.9));
  onStep(0.9);
  const surfaces = wordSurfaces(papers, analyzer, counted.model.vocabulary, part(onStep, 0.9, 1));
  onStep(1);
  return { ...counted, surfaces };
}

/** Learns the space of a collection. `external` are the caller's own vectors, one row a paper. */
export function fitSpace(
  { model: tfidf, vectors, differentTerms, surfaces }: CountedCollection,
  analyzer: Analyzer,
  seed: number,
  onStep: () => void,
  external: DenseMatrix = zeros(vectors.rows, 0),
  externalShare = 0,
): ThemeSpace {
  const papers = vectors.rows;
  // Two papers would be smoothed into one.
  const plain = isLarge(papers) || papers < 3;
  const learnt = papers > learntFrom ? selectRows(vectors, evenlySpaced(papers, learntFrom)) : vectors;
  const { components } = leadingComponents(learnt, { dimensions, seed, tolerance: 1e-4 }, onStep);
  onStep();
  const neighbours = plain ? 0 : neighbourCount;
  return {
    analyzer: markAnalyzer(analyzer),
    tfidf,
    surfaces,
    vectors,
    known: knownShares(differentTerms, vectors),
    components,
    scores: plain ? zeros(papers, 0) : directions(vectors, components),
    neighbours,
    neighbourShare: smoothingShare,
    fitted: papers,
    reference: papers,
    nearest: nearestReference({ vectors, reference: papers, neighbours }, vectors),
    external,
    externalShare,
  };
}

/** Papers counted in the vocabulary of a space, in its precision. */
export function readInSpace(space: ThemeSpace, papers: readonly Paper[], analyzer: Analyzer): VectorizedPapers {
  const precision = space.vectors.data instanceof Float32Array ? "single" : "double";
  return vectorsInModel(space.tfidf, papers, analyzer, precision);
}

/** TF-IDF vectors of papers in the vocabulary of a space. */
export function vectorsOf(space: ThemeSpace, papers: readonly Paper[], analyzer: Analyzer): CsrMatrix {
  return readInSpace(space, papers, analyzer).vectors;
}

/** For each document the share of its different terms that its vector has an entry for; 0 for an empty document. */
export function knownShares(differentTerms: Uint32Array, vectors: CsrMatrix): Float64Array {
  return Float64Array.from(differentTerms, (different, i) =>
    different === 0 ? 0 : (vectors.indptr[i + 1]! - vectors.indptr[i]!) / different,
  );
}

/**
 * The reference papers nearest to each of `vectors`, with their cosines: vectors.rows x reference. A paper of the same
 * text is left out, so that a paper of the space finds what its twin from outside would find.
 */
export function nearestReference(
  { vectors, reference, neighbours }: Pick<ThemeSpace, "vectors" | "reference" | "neighbours">,
  of: CsrMatrix,
): CsrMatrix {
  if (neighbours === 0) return noEntries(of.rows, reference);
  return withoutItself(nearestRows(of, firstRows(vectors, reference), neighbours + 1, false), neighbours);
}

/**
 * Unit rows of papers in a space, from their TF-IDF vectors and, where the space has them, the caller's own. A paper
 * without a known word gets a row of zeros (in its lexical part).
 *
 * @param nearest the papers' nearest reference papers, where they are known already
 */
export function embed(space: ThemeSpace, vectors: CsrMatrix, external?: DenseMatrix, nearest?: CsrMatrix): DenseMatrix {
  const share = space.externalShare;
  if (share === 1) return normalizeRows(external!);
  const near = nearest ?? nearestReference(space, vectors);
  const own = directions(vectors, space.components);
  const smoothed = space.neighbours === 0 ? own : smoothRows(own, space.scores, near, space.neighbourShare);
  const lexical = normalizeRowsInPlace(smoothed);
  return share === 0 ? lexical : sideBySide(lexical, Math.sqrt(1 - share), normalizeRows(external!), Math.sqrt(share));
}

/** Unit rows of the papers of a space. */
export function rowsOfSpace(space: ThemeSpace): DenseMatrix {
  return embed(space, space.vectors, space.external, space.nearest);
}

/** What a space keeps of papers' places before smoothing: no column where nothing is smoothed. */
export function scoresFor(space: ThemeSpace, vectors: CsrMatrix): DenseMatrix {
  return space.scores.columns === 0 ? zeros(vectors.rows, 0) : directions(vectors, space.components);
}

/** Unit rows of papers along the components: a short paper speaks for its neighbours as loudly as a long one. */
function directions(vectors: CsrMatrix, components: DenseMatrix): DenseMatrix {
  return normalizeRowsInPlace(projectRows(vectors, components));
}

/** Drops the rows that are the same text, then the farthest beyond `limit`. */
function withoutItself(graph: CsrMatrix, limit: number): CsrMatrix {
  const { rows, columns, indptr, indices, data } = graph;
  return matrixByRows(rows, columns, (row, add) => {
    const kept: number[] = [];
    for (let p = indptr[row]!; p < indptr[row + 1]!; p += 1) if (data[p]! < sameText) kept.push(p);
    kept.sort((p, q) => data[q]! - data[p]! || p - q);
    for (const p of kept.slice(0, limit).sort((a, b) => a - b)) add(indices[p]!, data[p]!);
  });
}

function sideBySide(left: DenseMatrix, leftWeight: number, right: DenseMatrix, rightWeight: number): DenseMatrix {
  const joined = zeros(left.rows, left.columns + right.columns);
  for (let i = 0; i < left.rows; i += 1) {
    const at = i * joined.columns;
    for (let d = 0; d < left.columns; d += 1) joined.data[at + d] = leftWeight * left.data[i * left.columns + d]!;
    for (let d = 0; d < right.columns; d += 1) {
      joined.data[at + left.columns + d] = rightWeight * right.data[i * right.columns + d]!;
    }
  }
  return normalizeRows(joined);
}
