/**
 * Porter's stemmer with a bounded memo.
 *
 * Reference: Porter, M. F. (1980). An algorithm for suffix stripping. Program 14(3), 130-137. doi:10.1108/eb046814
 * Departures: words above 40 characters and words with anything but a-z stay as they are, since the
 * implementation (the package natural) is quadratic and made for English.
 */

import porter from "natural/lib/natural/stemmers/porter_stemmer.js";

const longestStemmed = 40;
const memoLimit = 100_000;
const memo = new Map<string, string>();

/** The stem of a lower-case word. */
export function stem(word: string): string {
  const known = memo.get(word);
  if (known !== undefined) return known;
  const stemmed = word.length > 2 && word.length <= longestStemmed && /^[a-z]+$/.test(word) ? porter.stem(word) : word;
  // A full memo is emptied, not grown: streams of any length keep their memory.
  if (memo.size >= memoLimit) memo.clear();
  memo.set(word, stemmed);
  return stemmed;
}
