/**
 * Porter's stemmer with a bounded memo.
 *
 * Reference: Porter, M. F. (1980). An algorithm for suffix stripping. Program 14(3), 130-137. doi:10.1108/eb046814
 * Departures: words above 40 characters and words with anything but a-z stay as they are, since the
 * implementation (the package natural) is quadratic and made for English. It is slow, too, so it is not asked about words
 * whose ending no rule touches, and of plurals in "s" their singular is asked.
 */

import porter from "natural/lib/natural/stemmers/porter_stemmer.js";
import { detached } from "./detached.js";

const longestStemmed = 40;
const memoLimit = 50_000;
const memo = new Map<string, string>();

/** What a word that any of Porter's rules changes ends in. */
const ruled = "s y i e ed ing al ful ll er ator tion sion ism ic ant ent ou".split(" ");
/** By the last letter. */
const ruledEndings = new Map(ruled.map((own) => [own.at(-1), ruled.filter((other) => other.at(-1) === own.at(-1))]));
/** What plurals end in of which the first rule takes the "s" and no more. */
const plural = /(?:[^es]|[^is]e|[^s]se)s$/;

/** The stem of a lower-case word. */
export function stem(word: string): string {
  const known = memo.get(word);
  if (known !== undefined) return known;
  const kept = detached(word);
  const stemmed = kept.length > 2 && kept.length <= longestStemmed && /^[a-z]+$/.test(kept) ? stemOf(kept) : kept;
  // A full memo is emptied, not grown: streams of any length keep their memory.
  if (memo.size >= memoLimit) memo.clear();
  memo.set(kept, stemmed);
  return stemmed;
}

function stemOf(word: string): string {
  if (!ruledEndings.get(word.at(-1))?.some((ending) => word.endsWith(ending))) return word;
  return word.length > 3 && plural.test(word) ? stem(word.slice(0, -1)) : porter.stem(word);
}
