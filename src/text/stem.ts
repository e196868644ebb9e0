/**
 * Porter's stemmer with a bounded memo.
 *
 * Reference: Porter, M. F. (1980). An algorithm for suffix stripping. Program 14(3), 130-137. doi:10.1108/eb046814
 * Departures: words above 40 characters and words with anything but a-z stay as they are, since the
 * implementation (the package natural) is quadratic and made for English. It is slow, too, so that each of its steps is
 * only asked about words with an ending that it changes.
 */

import porter, { type Step } from "natural/lib/natural/stemmers/porter_stemmer.js";
import { detached } from "./detached.js";

const longestStemmed = 40;
const memoLimit = 50_000;
const memo = new Map<string, string>();

/** Porter's steps in their order, each behind the endings that it changes. */
const steps: readonly (readonly [RegExp, Step])[] = [
  [/s$/, "step1a"],
  [/(?:ed|ing)$/, "step1b"],
  [/y$/, "step1c"],
  [/(?:tional|[ea]nci|izer|li|ation|ator|alism|ness|iti|logi)$/, "step2"],
  [/(?:icate|ative|alize|iciti|ical|ful|ness)$/, "step3"],
  [/(?:al|[ae]nce|er|ic|[ai]ble|[ae]nt|ou|ism|ate|iti|ous|ive|ize|[st]ion)$/, "step4"],
  [/e$/, "step5a"],
  [/ll$/, "step5b"],
];

/** The stem of a lower-case word. */
export function stem(word: string): string {
  const known = memo.get(word);
  if (known !== undefined) return known;
  if (word.length < 3 || word.length > longestStemmed || !/^[a-z]+$/.test(word)) return word;
  if (!steps.some(([ending]) => ending.test(word))) return word;
  const kept = detached(word);
  const stemmed = steps.reduce((rest, [ending, step]) => (ending.test(rest) ? porter[step](rest) : rest), kept);
  // A full memo is emptied, not grown: streams of any length keep their memory.
  if (memo.size >= memoLimit) memo.clear();
  memo.set(kept, stemmed);
  return stemmed;
}
