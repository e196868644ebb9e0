/**
 * The text of a paper as a set of numbers: one for each run of three words, however the text is written.
 *
 * Reference: Broder, A. Z. (1997). On the resemblance and containment of documents. Compression and Complexity of
 * Sequences, 21-29. doi:10.1109/SEQUEN.1997.666900
 */

import { plainWords } from "../searching/search-text.js";

const runLength = 3;

/** Hashes of the runs of three words, ascending, each once. Marks, letter case and signs between words do not count. */
export function shinglesOf(text: string): Uint32Array {
  const words = plainWords(text).map(hashOf);
  const found = new Set<number>();
  for (let i = 0; i + runLength <= words.length; i += 1) {
    let hash = 0;
    for (let j = i; j < i + runLength; j += 1) hash = mixed(hash ^ words[j]!);
    found.add(hash);
  }
  return Uint32Array.from(found).sort();
}

/** How many numbers two ascending lists share. */
export function sharedCount(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      shared += 1;
      i += 1;
      j += 1;
    } else if (a[i]! < b[j]!) i += 1;
    else j += 1;
  }
  return shared;
}

/** FNV-1a over UTF-16 code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Each run starts from the hash of the words before, so their order counts. */
function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
