/** Which of the words before or after a short form it stands for. */

import { englishStopWords } from "./stop-words.js";
import type { Token } from "./tokenize.js";
import { wordParts } from "./word-parts.js";

/** Three capitals and the long word that they may stand for alone: "electroencephalography (EEG)". */
const compound = /^\p{Lu}{3}.\p{Ll}{8,}$/u;

/**
 * Index of the token that begins the long form of `short` ending at token `last`; -1 if there is none.
 *
 * Three ways are tried, the strictest first: every letter begins a word ("reinforcement learning from human feedback
 * (RLHF)"); every capital begins a word whose further letters follow in order ("Generative reward models (GenRM)");
 * Schwartz and Hearst's, letters anywhere, where half of them or more begin a word or all are in one long word.
 */
export function longFormStart(tokens: readonly Token[], last: number, short: string): number {
  const letters = shortLetters(short);
  const furthest = Math.max(0, last - Math.min(letters.length + 5, letters.length * 2) + 1);
  let earliest = last + 1;
  while (earliest > furthest && isLongWord(tokens[earliest - 1]!)) earliest -= 1;
  const capitals = letters.match(/[\p{Lu}\p{N}][^\p{Lu}\p{N}]*|^[^\p{Lu}\p{N}]+/gu)!;
  for (const chunks of [[...letters], capitals, undefined]) {
    const first = chunks ? byBeginnings(tokens, earliest, last, chunks) : byLetters(tokens, earliest, last, letters);
    if (first >= 0 && isLong(tokens.slice(first, last + 1), letters, chunks?.[2] !== undefined)) return first;
  }
  return -1;
}

/** The letters and digits of a short form, without a plural s. */
export function shortLetters(short: string): string {
  return short.replace(/[^\p{L}\p{N}]/gu, "").replace(/(?<=[\p{Lu}\p{N}])s$/u, "");
}

function isLongWord({ kind, norm }: Token): boolean {
  return kind === "word" || kind === "acronym" || kind === "number" || norm === "/" || norm === "&";
}

/** Each chunk of the short form begins a word or a part of one; function words may be passed over. */
function byBeginnings(tokens: readonly Token[], earliest: number, last: number, chunks: readonly string[]): number {
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

/**
 * Whether a word begins with the first letter and has the others in order. An x may stand for "ex", "explainable AI (XAI)",
 * and a 2 for "to", "text-to-image (T2I)".
 */
function isAbbreviated(word: string, chunk: string): boolean {
  if (chunk === "2" && word === "to") return true;
  if (!word.startsWith(chunk[0]!) && !(chunk[0] === "x" && word.startsWith("ex"))) return false;
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
      const begins = c === 0 || /\P{L}/u.test(word.slice(c - 1, c + 1));
      if (word[c] !== letters[letter] || (letter === 0 && !begins)) continue;
      if (begins) initials += 1;
      letter -= 1;
    }
    if (letter < 0)
      return 2 * initials >= letters.length || (i === last && compound.test(short + tokens[i]!.text)) ? i : -1;
  }
  return -1;
}

/**
 * Longer than the letters of the short form, which it must not hold, and no function word at either end; one with a letter
 * of its own may begin it: "whole slide image (WSI)".
 */
function isLong(words: readonly Token[], letters: string, initials: boolean): boolean {
  const { text, norm } = words[0]!;
  if (englishStopWords.has(norm) && !(initials && /^(?:\p{Lu}|whole|very|out)/u.test(text))) return false;
  if (englishStopWords.has(words.at(-1)!.norm)) return false;
  if (words.some((word) => shortLetters(word.text) === letters)) return false;
  return words.map((word) => word.norm).join("").length > letters.length + 1;
}
