/**
 * Acronyms and what they stand for, from definitions in brackets.
 *
 * Reference: Schwartz, A. S., & Hearst, M. A. (2003). A simple algorithm for identifying abbreviation definitions in
 * biomedical text. Pacific Symposium on Biocomputing 8, 451-462. doi:10.1142/9789812776303_0042
 * Departures: stricter matches by initials and by capitals are tried first (see long-form.ts); the short form needs a
 * capital; a plural "s" is not matched; at least half of the letters must begin a word; both orders, and remarks in
 * the bracket ("RLHF for short", "RLHF; Smith et al.") are read.
 */

import { checkText } from "../options.js";
import { tokensOf } from "./last-tokens.js";
import { lettersOf, longFormStart } from "./long-form.js";
import { englishStopWords } from "./stop-words.js";
import type { Token } from "./tokenize.js";

/** A short form and its long form, as written in the text. */
export interface Acronym {
  readonly short: string;
  readonly long: string;
  /** UTF-16 code units of the whole definition, from the first form to the closing bracket. */
  readonly start: number;
  readonly end: number;
}

const longestShort = 12;
const longestBracket = 30;
const opener = /^(?:or|the|called|termed|dubbed|named|abbreviated|henceforth|hereafter|as|i\.e\.|,|"|“|'|‘)$/;
const remark = /^(?:[;,:/"”'’]|for|or|and|hereafter|henceforth)$/;

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
  checkText("findAcronyms", text);
  if (!text.includes("(")) return [];
  const tokens = tokensOf(text);
  const found: Acronym[] = [];
  for (let open = 1; open < tokens.length - 1; open += 1) {
    if (tokens[open]!.text !== "(") continue;
    const close = closingBracket(tokens, open);
    if (close < 0) continue;
    const acronym = shortInside(text, tokens, open, close) ?? shortBefore(text, tokens, open, close);
    if (acronym !== undefined) found.push(acronym);
  }
  return found;
}

/** Place of the bracket that closes the one at `open`; -1 if it is nested, far or missing. */
function closingBracket(tokens: readonly Token[], open: number): number {
  for (let i = open + 1; i < Math.min(tokens.length, open + longestBracket); i += 1) {
    if (tokens[i]!.text === "(") return -1;
    if (tokens[i]!.text === ")") return i;
  }
  return -1;
}

/** "long form (SHORT)". */
function shortInside(text: string, tokens: readonly Token[], open: number, close: number): Acronym | undefined {
  let at = open + 1;
  while (at < close && opener.test(tokens[at]!.norm)) at += 1;
  const short = tokens[at];
  if (short === undefined || at >= close || !isShort(short)) return undefined;
  const after = tokens[at + 1]!;
  if (at + 1 < close && !remark.test(after.norm) && after.kind !== "citation") return undefined;
  // LaTeX ties the bracket to the word before it: "models~(LLMs)".
  const last = tokens[open - 1]!.text === "~" ? open - 2 : open - 1;
  const first = longFormStart(tokens, last, short.text);
  if (first < 0) return undefined;
  const long = spelled(text, tokens[first]!, tokens[last]!);
  return { short: short.text, long, start: tokens[first]!.start, end: tokens[close]!.end };
}

/** "SHORT (long form)". */
function shortBefore(text: string, tokens: readonly Token[], open: number, close: number): Acronym | undefined {
  const short = tokens[open - 1]!;
  if (!isShort(short)) return undefined;
  let last = open + 1;
  while (last + 1 < close && !/^[;,:]$/.test(tokens[last + 1]!.norm)) last += 1;
  if (longFormStart(tokens, last, short.text) !== open + 1) return undefined;
  const long = spelled(text, tokens[open + 1]!, tokens[last]!);
  return { short: short.text, long, start: short.start, end: tokens[close]!.end };
}

function isShort({ kind, text, norm }: Token): boolean {
  if (kind !== "word" && kind !== "acronym") return false;
  const letters = lettersOf(text).length;
  return letters >= 2 && letters <= longestShort && /\p{Lu}/u.test(text) && !englishStopWords.has(norm);
}

function spelled(text: string, first: Token, last: Token): string {
  return text.slice(first.start, last.end).replace(/\s+/g, " ");
}
