/**
 * The rows of an index that share the rare words of a paper, in bounded time whatever the index holds.
 *
 * Reference: Zobel, J., Moffat, A. (2006). Inverted files for text search engines. ACM Computing Surveys 38(2).
 * doi:10.1145/1132956.1132959
 * Departures: single words, the rarest first, as long as they have at most `postingLimit` entries in the index; a row is taken to be
 * as long as the root of its number of terms, which no change of other papers moves.
 */

import { countBits, countMask } from "../../vectors/packed-entry.js";
import { type LexicalIndex, postRows } from "./lexical-index.js";
import { visitPosted } from "./postings.js";
import { fitScratch, type Scratch } from "./scratch.js";
import { isPair } from "./term-table.js";
import { countWeights, idfOf } from "./term-weights.js";

/** Entries of the index that one search may look at, but for those of the rarest word. */
const postingLimit = 2048;

/** Likeness is told apart in so many steps when the best are chosen. */
const steps = 1024;

/**
 * Finds the `count` rows most alike, and those as alike as the last of them within a step: the first rows of
 * `scratch.touched`, in no order, about their cosines with the paper in `scratch.bounds`. Returns how many.
 *
 * @param entries terms and counts of the paper (`postings.ts`)
 * @param self its row, which is left out; -1 for none
 */
export function rowsSharingWords(
  index: LexicalIndex,
  scratch: Scratch,
  entries: Uint32Array,
  self: number,
  count: number,
): number {
  postRows(index);
  fitScratch(scratch, index.rows);
  const { sums, touched, bounds } = scratch;
  const { words, squares } = rarestFirst(index, entries);
  let met = 0;
  let spent = 0;
  for (const { term, weight } of words) {
    spent += index.frequency[term]!;
    if (spent > postingLimit && met > 0) break;
    visitPosted(index.postings, term, (page, from, end) => {
      met = addEntries(scratch, met, page, from, end, weight);
    });
  }
  const scale = Math.sqrt(entries.length) / squares;
  const rowsAt = new Uint32Array(steps);
  for (let i = 0; i < met; i += 1) {
    const row = touched[i]!;
    const length = index.length[row]!;
    // Removed rows have no length.
    const likeness = row === self || length === 0 ? 0 : (sums[row]! * scale) / Math.sqrt(length);
    sums[row] = 0;
    bounds[i] = likeness;
    rowsAt[stepOf(likeness)]! += 1;
  }
  return keepMostAlike(scratch, met, rowsAt, count);
}

/** Keeps of the first `met` rows the `count` most alike, and those in the step of the last; returns how many. */
function keepMostAlike({ touched, bounds }: Scratch, met: number, rowsAt: Uint32Array, count: number): number {
  let lowest = steps - 1;
  for (let rows = rowsAt[lowest]!; rows < count && lowest > 0; rows += rowsAt[lowest]!) lowest -= 1;
  let found = 0;
  for (let i = 0; i < met; i += 1) {
    if (bounds[i] === 0 || stepOf(bounds[i]!) < lowest) continue;
    touched[found] = touched[i]!;
    bounds[found] = bounds[i]!;
    found += 1;
  }
  return found;
}

function stepOf(likeness: number): number {
  return Math.min(steps - 1, Math.floor(likeness * steps));
}

/** Adds a run of entries to the sums and notes rows that are new behind the first `met`; returns how many are noted. */
function addEntries(
  { sums, touched }: Scratch,
  met: number,
  page: Uint32Array,
  from: number,
  end: number,
  weight: number,
): number {
  let count = met;
  for (let p = from; p < end; p += 1) {
    const row = page[p]! >>> countBits;
    const sum = sums[row]!;
    // Without a branch, which no processor could foretell.
    touched[count] = row;
    count += Number(sum === 0);
    sums[row] = sum + weight * countWeights[page[p]! & countMask]!;
  }
  return count;
}

interface Word {
  readonly term: number;
  /** Its weight in the paper times its idf. */
  readonly weight: number;
}

/** The single words of a paper, those of fewest rows first, and the squared length of their weights. */
function rarestFirst(index: LexicalIndex, entries: Uint32Array): { words: Word[]; squares: number } {
  const words: Word[] = [];
  let squares = 0;
  for (const entry of entries) {
    const term = entry >>> countBits;
    if (isPair(index.terms, term)) continue;
    const idf = idfOf(index, term);
    const weight = countWeights[entry & countMask]! * idf;
    squares += weight * weight;
    words.push({ term, weight: weight * idf });
  }
  words.sort((a, b) => index.frequency[a.term]! - index.frequency[b.term]! || a.term - b.term);
  return { words, squares };
}
