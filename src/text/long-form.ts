/** Which of the words before or after a short form it stands for. */

import { englishStopWords } from "./stop-words.js";
import type { Token } from "./tokenize.js";
import { wordParts } from "./word-parts.js";

/**
 * Index of the token that begins the long form of `short` ending at token `last`; -1 if there is none.
 *
 * Three ways are tried, the strictest first: every letter begins a word ("reinforcement learning from human feedback
 * (RLHF)"); every capital begins a word whose further letters follow in order ("Generative reward models (GenRM)");
 * Schwartz and Hearst's, letters anywhere, where half of them or more begin a word.
 */
export function longFormStart(tokens: readonly Token[], last: number, short: string): number {
  const letters = lettersOf(short).toLowerCase();
  const furthest = Math.max(0, last - Math.min(letters.length + 5, letters.length * 2) + 1);
  let earliest = last + 1;
  while (earliest > furthest && isLongWord(tokens[earliest - 1]!)) earliest -= 1;
  if (earliest > last) return -1;
  for (const way of [byInitials, byCapitals, byLetters]) {
    const first = way(tokens, earliest, last, lettersOf(short));
    if (first >= 0 && isLong(tokens, first, last, short)) return first;
  }
  return -1;
}

/** The letters and digits of a short form, without a plural s. */
export function lettersOf(short: string): string {
  return short.replace(/[^\p{L}\p{N}]/gu, "").replace(/(?<=[\p{Lu}\p{N}])s$/u, "");
}

function isLongWord({ kind, norm }: Token): boolean {
  return kind === "word" || kind === "acronym" || kind === "number" || norm === "/" || norm === "&";
}

/** Every letter begins a word or a part of one; function words may be passed over. */
function byInitials(tokens: readonly Token[], earliest: number, last: number, short: string): number {
  const letters = short.toLowerCase();
  let letter = letters.length - 1;
  for (let i = last; i >= earliest; i -= 1) {
    for (const part of wordParts(tokens[i]!.norm).reverse()) {
      if (letter >= 0 && beginsWith(part, letters[letter]!)) letter -= 1;
      else if (!englishStopWords.has(part) || letter < 0) return -1;
    }
    if (letter < 0) return i;
  }
  return -1;
}

/** An x may stand for "ex": "explainable AI (XAI)". */
function beginsWith(part: string, letter: string): boolean {
  return part.startsWith(letter) || (letter === "x" && part.startsWith("ex"));
}

/** Each capital begins a word, its small letters follow inside the same word. */
function byCapitals(tokens: readonly Token[], earliest: number, last: number, short: string): number {
  const chunks = short.match(/[\p{Lu}\p{N}][^\p{Lu}\p{N}]*|^[^\p{Lu}\p{N}]+/gu) ?? [];
  let chunk = chunks.length - 1;
  for (let i = last; i >= earliest; i -= 1) {
    for (const part of wordParts(tokens[i]!.norm).reverse()) {
      if (chunk >= 0 && isAbbreviated(part, chunks[chunk]!.toLowerCase())) chunk -= 1;
      else if (!englishStopWords.has(part) || chunk < 0) return -1;
    }
    if (chunk < 0) return i;
  }
  return -1;
}

function isAbbreviated(word: string, chunk: string): boolean {
  if (!beginsWith(word, chunk[0]!)) return false;
  let at = 0;
  for (const letter of chunk) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Letters from right to left anywhere, the first one at the beginning of a word. */
function byLetters(tokens: readonly Token[], earliest: number, last: number, short: string): number {
  const letters = short.toLowerCase();
  let letter = letters.length - 1;
  let initials = 0;
  for (let i = last; i >= earliest; i -= 1) {
    const word = tokens[i]!.norm;
    for (let c = word.length - 1; c >= 0 && letter >= 0; c -= 1) {
      const begins = c === 0 || !/\p{L}/u.test(word[c - 1]!) || !/\p{L}/u.test(word[c]!);
      if (word[c] !== letters[letter] || (letter === 0 && !begins)) continue;
      if (begins) initials += 1;
      letter -= 1;
    }
    if (letter < 0) return 2 * initials >= letters.length ? i : -1;
  }
  return -1;
}

/** Longer than the short form, which it must not hold, and no function word at either end. */
function isLong(tokens: readonly Token[], first: number, last: number, short: string): boolean {
  let length = 0;
  for (let i = first; i <= last; i += 1) {
    length += tokens[i]!.norm.length;
    if (lettersOf(tokens[i]!.text) === lettersOf(short)) return false;
  }
  if (englishStopWords.has(tokens[first]!.norm) || englishStopWords.has(tokens[last]!.norm)) return false;
  return length > lettersOf(short).length + 1;
}
