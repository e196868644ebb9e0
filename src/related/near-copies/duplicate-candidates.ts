/**
 * Pairs of papers that may be one, without comparing all: papers that share sampled runs of words.
 *
 * Reference: Manber, U. (1994). Finding similar files in a large file system. USENIX Winter 1994, 1-10 (runs whose hash
 * is 0 modulo a number are kept, so that two texts keep the same of what they share).
 * Departures: of the papers that share a run only the ten before are looked at, which keeps boilerplate linear.
 */

import { addTo } from "../../matrix/by-key.js";

const sampled = 4;
const window = 10;
/** Sampled runs that a pair shares at least, and as a share of the shorter's. */
const fewestShared = 2;
const leastShare = 0.1;
/** Rows fit the lower bits of a key, hashes the upper. */
const rowBits = 2 ** 23;

/**
 * Calls `visit` with pairs (earlier row, later row) that share enough, each once.
 *
 * Linear in the runs but for a sort of the sampled ones.
 *
 * @param shingles ascending numbers of each row; at most 8 million rows
 */
export function visitCandidates(
  shingles: readonly Uint32Array[],
  visit: (earlier: number, later: number) => void,
): void {
  const kept = shingles.map((row) => row.filter((hash) => hash % sampled === 0));
  let total = 0;
  for (const row of kept) total += row.length;
  const keys = new Float64Array(total);
  let next = 0;
  kept.forEach((row, i) => {
    for (const hash of row) keys[next++] = Math.floor(hash / sampled) * rowBits + i;
  });
  keys.sort();
  const { starts, places } = placesByRow(keys, kept);
  for (let row = 0; row < kept.length; row += 1) {
    const shared = new Map<number, number>();
    for (let p = starts[row]!; p < starts[row + 1]!; p += 1) {
      const place = places[p]!;
      const hash = Math.floor(keys[place]! / rowBits);
      for (let other = place - 1; other >= Math.max(0, place - window); other -= 1) {
        if (Math.floor(keys[other]! / rowBits) !== hash) break;
        const earlier = keys[other]! % rowBits;
        addTo(shared, earlier, 1);
      }
    }
    for (const [earlier, count] of shared) {
      const fewer = Math.min(kept[row]!.length, kept[earlier]!.length);
      if (count >= Math.max(Math.min(fewestShared, fewer), leastShare * fewer)) visit(earlier, row);
    }
  }
}

/** Where the keys of each row stand. */
function placesByRow(keys: Float64Array, kept: readonly Uint32Array[]): { starts: Uint32Array; places: Uint32Array } {
  const starts = new Uint32Array(kept.length + 1);
  for (let row = 0; row < kept.length; row += 1) starts[row + 1] = starts[row]! + kept[row]!.length;
  const places = new Uint32Array(keys.length);
  const next = starts.slice();
  for (let i = 0; i < keys.length; i += 1) places[next[keys[i]! % rowBits]!++] = i;
  return { starts, places };
}
