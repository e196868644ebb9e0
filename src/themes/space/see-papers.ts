/** Papers from outside as a model sees them: vectors, neighbours, place in the space, nearness to themes. */

import type { DenseMatrix } from "../../matrix/dense.js";
import type { Paper } from "../../papers/paper.js";
import type { Analyzer } from "../../text/analyzer.js";
import type { SeenPapers } from "../model/familiarity.js";
import type { ThemeSpace } from "../model/theme-model.js";
import { type ThemePlaces, themeSimilarity } from "./regions.js";
import { embed, knownShares, nearestReference, readInSpace } from "./space.js";

/** Papers with their rows in the space. */
export interface EmbeddedPapers extends SeenPapers {
  /** Unit rows; zeros for a paper without a known word. */
  readonly rows: DenseMatrix;
}

/** Reads papers into a model's space. `external` are the caller's own vectors, where the space has some. */
export function seePapers(
  model: ThemePlaces & { readonly space: ThemeSpace },
  papers: readonly Paper[],
  analyzer: Analyzer,
  external?: DenseMatrix,
): EmbeddedPapers {
  const { space } = model;
  const { vectors, differentTerms } = readInSpace(space, papers, analyzer);
  const nearest = nearestReference(space, vectors);
  const rows = embed(space, vectors, external, nearest);
  return {
    vectors,
    nearest,
    known: knownShares(differentTerms, vectors),
    rows,
    similarity: themeSimilarity(rows, model),
  };
}
