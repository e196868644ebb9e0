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
import { longFormStart, shortLetters } from "./long-form.js";
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
/** LaTeX ties the bracket to the word before it, "models~(LLMs)", and emphasises: "\\emph{language model} (LM)". */
const between = /^[~}"”'’]$/;
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
    const forms = shortInside(tokens, open, close) ?? shortBefore(tokens, open, close);
    if (!forms) continue;
    const [short, first, last] = forms;
    const long = text.slice(first.start, last.end).replace(/\s+/g, " ");
    found.push({ short: short.text, long, start: Math.min(short.start, first.start), end: tokens[close]!.end });
  }
  return found;
}

/** The short form, and the first and the last word of the long form. */
type Forms = readonly [Token, Token, Token] | undefined;

/** Place of the bracket that closes the one at `open`; -1 if it is nested, far or missing. */
function closingBracket(tokens: readonly Token[], open: number): number {
  for (let i = open + 1; i < Math.min(tokens.length, open + longestBracket); i += 1) {
    if (tokens[i]!.text === "(") return -1;
    if (tokens[i]!.text === ")") return i;
  }
  return -1;
}

/** "long form (SHORT)". */
function shortInside(tokens: readonly Token[], open: number, close: number): Forms {
  let at = open + 1;
  while (at < close && opener.test(tokens[at]!.norm)) at += 1;
  const short = tokens[at]!;
  if (at === close || !isShort(short)) return undefined;
  const after = tokens[at + 1]!;
  if (at + 1 < close && !remark.test(after.norm) && after.kind !== "citation") return undefined;
  let last = open - 1;
  while (last > 0 && between.test(tokens[last]!.text)) last -= 1;
  const first = longFormStart(tokens, last, short.text);
  return first < 0 ? undefined : [short, tokens[first]!, tokens[last]!];
}

/** "SHORT (long form)". */
function shortBefore(tokens: readonly Token[], open: number, close: number): Forms {
  const short = tokens[open - 1]!;
  if (!isShort(short)) return undefined;
  let last = open + 1;
  while (last + 1 < close && !/^[;,:]$/.test(tokens[last + 1]!.norm)) last += 1;
  if (longFormStart(tokens, last, short.text) !== open + 1) return undefined;
  return [short, tokens[open + 1]!, tokens[last]!];
}

function isShort({ kind, text, norm }: Token): boolean {
  if (kind !== "word" && kind !== "acronym") return false;
  const letters = shortLetters(text).length;
  return letters > 1 && letters <= longestShort && /\p{Lu}/u.test(text) && !englishStopWords.has(norm);
}
