/**
 * Where papers lie in the latent space: halfway between their own words' place and the mean of their nearest papers',
 * which gives short texts the words they lack.
 *
 * Reference: Singhal, A., Pereira, F. (1999). Document expansion for speech retrieval. SIGIR, 34-41.
 * doi:10.1145/312624.312645
 * Departures: latent vectors are averaged, not words; the nearest are chosen by words and latent likeness in halves.
 */

import { topK } from "../../matrix/top-k.js";
import { type DenseRows, denseScorer } from "./dense-rows.js";
import { foldIn, type LatentBasis } from "./latent-basis.js";
import { type LexicalIndex, rowEntries } from "./lexical-index.js";
import { rowsSharingWords } from "./rows-sharing-words.js";
import type { Scratch } from "./scratch.js";
import { unitDense } from "./weighted-terms.js";

/** Rows that share words, of which the nearest are chosen. */
const candidates = 100;

/** Where the words of a row lie: a unit vector, undefined without a known word. */
export type OwnPlace = (row: number) => Float64Array | undefined;

/** The unit vector of a paper's entries; `self` is its row, -1 for none. Undefined without a known term. */
export type Placer = (entries: Uint32Array, self: number) => Float64Array | undefined;

/**
 * Places papers among those of the moment.
 *
 * @param rows by which the nearest are chosen: places of the rows' own words, or for papers that come later of the papers
 */
export function placer(
  index: LexicalIndex,
  basis: LatentBasis,
  scratch: Scratch,
  rows: DenseRows,
  ownPlace: OwnPlace = (row) => foldIn(basis, rowEntries(index, row)),
): Placer {
  if (basis.neighbours === 0) return (entries) => foldIn(basis, entries);
  return (entries, self) => {
    const own = self < 0 ? foldIn(basis, entries) : ownPlace(self);
    if (own === undefined) return undefined;
    const similarity = denseScorer(rows, own);
    const nearest = topK(basis.neighbours);
    const found = rowsSharingWords(index, scratch, entries, self, candidates);
    for (let i = 0; i < found; i += 1) {
      const likeness = scratch.bounds[i]!;
      const latent = similarity(scratch.touched[i]!, nearest.threshold() - likeness);
      if (latent >= 0) nearest.push(scratch.touched[i]!, likeness + latent);
    }
    const near = nearest.drain().map(({ index: row }) => ownPlace(row)!);
    const sum = own.map((value) => value * Math.max(1, near.length));
    for (const place of near) for (let d = 0; d < sum.length; d += 1) sum[d]! += place[d]!;
    return unitDense(sum);
  };
}
