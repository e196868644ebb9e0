/**
 * Acronyms and what they stand for, from definitions in brackets.
 *
 * Reference: Schwartz, A. S., & Hearst, M. A. (2003). A simple algorithm for identifying abbreviation definitions in
 * biomedical text. Pacific Symposium on Biocomputing 8, 451-462. doi:10.1142/9789812776303_0042
 * Departures: a match by the words' initials is tried first; the short form needs a capital; a plural "s" is not
 * matched; at least half of the short form's letters must begin a word; both orders, and remarks in the bracket
 * ("RLHF for short", "RLHF; Smith et al.") are read.
 */

import { englishStopWords } from "./stop-words.js";
import { skipSpace, type Token, tokenize } from "./tokenize.js";
import { wordParts } from "./word-parts.js";

/** A short form and its long form, as written in the text. */
export interface Acronym {
  readonly short: string;
  readonly long: string;
  /** UTF-16 code units of the whole definition, from the first form to the closing bracket. */
  readonly start: number;
  readonly end: number;
}

const longestShort = 12;

/**
 * The acronyms that a text defines, in order.
 *
 * Complexity: linear in the length of the text.
 *
 * @example
 * findAcronyms("Reward models drive reinforcement learning from human feedback (RLHF).")
 * // [{ short: "RLHF", long: "reinforcement learning from human feedback", start: 20, end: 69 }]
 */
export function findAcronyms(text: string): Acronym[] {
  const tokens = tokenize(text);
  const found: Acronym[] = [];
  for (let open = 1; open < tokens.length - 1; open += 1) {
    if (tokens[open]!.text !== "(") continue;
    const close = closingBracket(tokens, open);
    const acronym = shortInside(text, tokens, open, close) ?? shortBefore(text, tokens, open, close);
    if (acronym !== undefined) found.push(acronym);
  }
  return found;
}

/** Place of the bracket that closes the one at `open`; -1 if it is nested, far or missing. */
function closingBracket(tokens: readonly Token[], open: number): number {
  for (let i = open + 1; i < Math.min(tokens.length, open + 30); i += 1) {
    if (tokens[i]!.text === "(") return -1;
    if (tokens[i]!.text === ")") return i;
  }
  return -1;
}

/** "long form (SHORT)". */
function shortInside(text: string, tokens: readonly Token[], open: number, close: number): Acronym | undefined {
  if (close < 0) return undefined;
  let at = open + 1;
  while (
    at < close &&
    /^(?:or|the|called|termed|abbreviated|henceforth|hereafter|as|i\.e\.|,|"|“|'|‘)$/.test(tokens[at]!.norm)
  )
    at += 1;
  const short = tokens[at];
  if (short === undefined || at >= close || !isShort(short)) return undefined;
  const after = tokens[at + 1]!;
  if (at + 1 < close && !/^(?:[;,:/"”'’]|for|hereafter|henceforth)$/.test(after.norm) && after.kind !== "citation")
    return undefined;
  const letters = lettersOf(short.norm);
  const first = longBackwards(tokens, open - 1, letters);
  if (first < 0) return undefined;
  const long = spelled(text, tokens[first]!.start, tokens[open - 1]!.end);
  return { short: short.text, long, start: tokens[first]!.start, end: tokens[close]!.end };
}

/** "SHORT (long form)". */
function shortBefore(text: string, tokens: readonly Token[], open: number, close: number): Acronym | undefined {
  const short = tokens[open - 1]!;
  if (close < 0 || !isShort(short)) return undefined;
  let last = open + 1;
  while (last + 1 < close && !/^[;,:]$/.test(tokens[last + 1]!.norm)) last += 1;
  if (longBackwards(tokens, last, lettersOf(short.norm)) !== open + 1) return undefined;
  const long = spelled(text, tokens[open + 1]!.start, tokens[last]!.end);
  return { short: short.text, long, start: short.start, end: tokens[close]!.end };
}

function isShort(token: Token): boolean {
  if (token.kind !== "word" && token.kind !== "acronym") return false;
  const letters = lettersOf(token.norm).length;
  return letters >= 2 && letters <= longestShort && /\p{Lu}/u.test(token.text) && !englishStopWords.has(token.norm);
}

/** Letters and digits that the long form must contain, without a plural s. */
function lettersOf(norm: string): string {
  return norm.replace(/[^\p{L}\p{N}]/gu, "").replace(/(?<=..)s$/u, "");
}

/** Index of the token that begins the long form ending at token `last`, -1 if there is none. */
function longBackwards(tokens: readonly Token[], last: number, letters: string): number {
  const furthest = Math.max(0, last - Math.min(letters.length + 5, letters.length * 2) + 1);
  let earliest = last + 1;
  while (earliest > furthest && isLongWord(tokens[earliest - 1]!)) earliest -= 1;
  if (earliest > last) return -1;
  const first = byInitials(tokens, earliest, last, letters);
  if (first >= 0) return first;
  return byLetters(tokens, earliest, last, letters);
}

function isLongWord(token: Token): boolean {
  return (
    token.kind === "word" ||
    token.kind === "acronym" ||
    token.kind === "number" ||
    token.norm === "/" ||
    token.norm === "&"
  );
}

/** Every letter begins a word or a part of one, function words may be skipped. */
function byInitials(tokens: readonly Token[], earliest: number, last: number, letters: string): number {
  let letter = letters.length - 1;
  for (let i = last; i >= earliest; i -= 1) {
    const parts = wordParts(tokens[i]!.norm);
    for (let p = parts.length - 1; p >= 0; p -= 1) {
      const part = parts[p]!;
      if (letter >= 0 && part[0] === letters[letter]) letter -= 1;
      else if (!englishStopWords.has(part) || letter < 0) return -1;
    }
    if (letter < 0) return i;
  }
  return -1;
}

/** Schwartz and Hearst: letters from right to left anywhere, the first one at the beginning of a word. */
function byLetters(tokens: readonly Token[], earliest: number, last: number, letters: string): number {
  let letter = letters.length - 1;
  let initials = 0;
  for (let i = last; i >= earliest; i -= 1) {
    const word = tokens[i]!.norm;
    for (let c = word.length - 1; c >= 0 && letter >= 0; c -= 1) {
      const begins = c === 0 || !/[\p{L}\p{N}]/u.test(word[c - 1]!);
      if (word[c] !== letters[letter] || (letter === 0 && !begins)) continue;
      if (begins) initials += 1;
      letter -= 1;
    }
    if (letter < 0) return 2 * initials >= letters.length && isLong(tokens, i, last, letters) ? i : -1;
  }
  return -1;
}

function isLong(tokens: readonly Token[], first: number, last: number, letters: string): boolean {
  let length = 0;
  for (let i = first; i <= last; i += 1) {
    length += tokens[i]!.norm.length;
    if (lettersOf(tokens[i]!.norm) === letters) return false;
  }
  return (
    length > letters.length + 1 &&
    !englishStopWords.has(tokens[first]!.norm) &&
    !englishStopWords.has(tokens[last]!.norm)
  );
}

function spelled(text: string, start: number, end: number): string {
  return text.slice(skipSpace(text, start), end).replace(/\s+/g, " ");
}
