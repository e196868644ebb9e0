/**
 * How much a paper is like the papers that a space was learnt from: low for papers of another field, whose nearest
 * themes mean nothing.
 *
 * Reference: Angiulli, F., Pizzuti, C. (2002). Fast outlier detection in high dimensional spaces. PKDD, 15-27.
 * doi:10.1007/3-540-45681-3_2 (mean distance to the k nearest neighbours as a measure of strangeness).
 * Departures: cosines in place of distances, lowered by the words that the space does not know.
 */

import { type CsrMatrix, selectRows } from "../../matrix/csr.js";
import { type DenseMatrix, rowLengths, selectDenseRows } from "../../matrix/dense.js";
import { evenlySpaced } from "../../matrix/evenly-spaced.js";
import { projectRows } from "../../vectors/truncated-svd.js";
import type { ThemeSpace } from "./theme-model.js";

/** Papers as familiarity looks at them. */
export interface SeenPapers {
  readonly vectors: CsrMatrix;
  /** Nearest reference papers of each. */
  readonly nearest: CsrMatrix;
  /** Share of each paper's terms that the space knows. */
  readonly known: Float64Array;
  /** Similarity of each paper to the themes. */
  readonly similarity: DenseMatrix;
}

/** Share of the fitted papers that would be taken for strangers if they came anew. */
const strangersOfOurOwn = 0.01;
/** Below this many papers their spread says too little. */
const fewestPapers = 50;
/** Papers that the floor is read from; more hardly move it. */
const readForFloor = 20_000;

/**
 * In [0, 1] for each paper: the root of the share of known terms, times the mean cosine with the nearest reference
 * papers; where the space has no neighbours, times the length of the paper's vector within the space. With the caller's
 * vectors alone, the similarity to the nearest theme.
 */
export function familiarity(space: ThemeSpace, { vectors, nearest, known, similarity }: SeenPapers): Float64Array {
  if (space.externalShare === 1) return highest(similarity);
  const likeness =
    space.neighbours > 0 ? rowMeans(nearest, space.neighbours) : rowLengths(projectRows(vectors, space.components));
  return likeness.map((value, i) => Math.sqrt(known[i]!) * value);
}

/**
 * The familiarity that all but one in a hundred fitted papers reach; 0 for collections of fewer than 50 papers. A paper
 * that was not fitted has more unknown words but, without its rarest, nearer neighbours, so that of papers of the same
 * kind that come later about one in a hundred falls below as well.
 */
export function familiarityFloor(space: ThemeSpace, similarity: DenseMatrix): number {
  if (space.fitted < fewestPapers) return 0;
  const values = familiarity(space, someOf({ ...space, similarity }));
  return values.sort()[Math.floor(strangersOfOurOwn * values.length)]!;
}

/** All papers up to a limit, above it papers at even steps. */
function someOf(seen: SeenPapers): SeenPapers {
  if (seen.vectors.rows <= readForFloor) return seen;
  const chosen = evenlySpaced(seen.vectors.rows, readForFloor);
  return {
    vectors: selectRows(seen.vectors, chosen),
    nearest: selectRows(seen.nearest, chosen),
    known: Float64Array.from(chosen, (row) => seen.known[row]!),
    similarity: selectDenseRows(seen.similarity, chosen),
  };
}

function rowMeans({ rows, indptr, data }: CsrMatrix, of: number): Float64Array {
  const means = new Float64Array(rows);
  for (let i = 0; i < rows; i += 1) {
    for (let p = indptr[i]!; p < indptr[i + 1]!; p += 1) means[i]! += data[p]! / of;
  }
  return means;
}

function highest({ rows, columns, data }: DenseMatrix): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => Math.max(0, ...data.subarray(i * columns, (i + 1) * columns)));
}
