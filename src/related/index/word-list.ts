/**
 * The words of a collection as written, for words typed in part or with a mistake.
 *
 * Reference: Damerau, F. J. (1964). A technique for computer detection and correction of spelling errors.
 * Communications of the ACM 7(3), 171-176. doi:10.1145/363958.363994
 */

import { type Paper, textOf } from "../../papers/paper.js";
import { withoutAccents } from "../../text/spellings.js";
import { tokenize } from "../../text/tokenize.js";
import { wordParts } from "../../text/word-parts.js";

/** In how many papers each written word stands, lower case. */
export type WordList = Map<string, number>;

const mostMatches = 50;

/** Counts the words of a paper in, or with `times` -1 out. */
export function countWords(list: WordList, paper: Paper, times: 1 | -1): void {
  const seen = new Set<string>();
  for (const text of textsOf(paper)) {
    for (const { kind, norm } of tokenize(text)) {
      if (kind === "word" || kind === "acronym") for (const part of wordParts(norm)) seen.add(part);
    }
  }
  for (const word of seen) {
    const count = (list.get(word) ?? 0) + times;
    if (count > 0) list.set(word, count);
    else list.delete(word);
  }
}

/** What a search looks for words in. */
export function textsOf(paper: Paper): string[] {
  return [textOf(paper, "title"), textOf(paper, "abstract"), ...(paper.keywords ?? [])];
}

/** The most frequent words that begin so, accents apart, at most 50; ties by code units. Linear in the list. */
export function wordsFrom(list: WordList, prefix: string): string[] {
  const plain = withoutAccents(prefix);
  return mostFrequent(list, (word) => withoutAccents(word).startsWith(plain));
}

/**
 * The words nearest to a mistyped one: one mistake away, or two for eight letters and more, fewer mistakes first. A
 * mistake is a letter too many, missing, wrong or swapped with the next. The first letter is taken to be right.
 */
export function wordsLike(list: WordList, typed: string): string[] {
  const most = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  for (let distance = 1; distance <= most; distance += 1) {
    const near = mostFrequent(
      list,
      (word) =>
        word[0] === typed[0] &&
        Math.abs(word.length - typed.length) <= distance &&
        mistakes(typed, word, distance) <= distance,
    );
    if (near.length > 0) return near;
  }
  return [];
}

function mostFrequent(list: WordList, accepts: (word: string) => boolean): string[] {
  const found: [string, number][] = [];
  for (const entry of list) if (accepts(entry[0])) found.push(entry);
  found.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return found.slice(0, mostMatches).map(([word]) => word);
}

/** Damerau's distance with adjacent swaps, or `limit + 1` once it is beyond the limit. */
function mistakes(a: string, b: string, limit: number): number {
  let before = new Uint8Array(b.length + 1);
  let row = Uint8Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, 255));
  for (let i = 1; i <= a.length; i += 1) {
    const next = new Uint8Array(b.length + 1);
    next[0] = Math.min(i, 255);
    let least = next[0]!;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(row[j - 1]! + cost, row[j]! + 1, next[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2]! + 1);
      next[j] = value;
      least = Math.min(least, value);
    }
    if (least > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[b.length]!;
}
