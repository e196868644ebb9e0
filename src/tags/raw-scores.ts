/** What the two maps of a tagger say of papers; where papers are asked alone, their own words stand for the second. */

import type { CsrMatrix } from "../matrix/csr.js";
import type { Analyzer } from "../text/analyzer.js";
import type { RawScores } from "./learning/calibration.js";
import { mapRows } from "./learning/distil.js";
import { ownNaming } from "./learning/own-naming.js";
import { runtimeOf } from "./tag-vectors.js";
import type { Tagger } from "./tagger.js";

/** Scores of papers by a tagger, before they become chances. */
export function rawScores(tagger: Tagger, vectors: CsrMatrix, analyzer: Analyzer): RawScores {
  const { witnesses } = runtimeOf(tagger, analyzer);
  const relevance =
    witnesses === undefined ? mapRows(vectors, tagger.relevance) : ownNaming(vectors, witnesses, tagger.themes.length);
  return { ranking: mapRows(vectors, tagger.ranking), relevance };
}
