/** Where a word ends: letters and digits, the signs that hold its parts together, and the endings some names have. */

import { matchEnd } from "../papers/markup/match-end.js";
import { classAt, DIGIT, IDEOGRAPH, JOINER, LOWER, MARK, SPACE, UPPER, widthAt } from "./characters.js";
import { escapeAt, symbolFormulaAt } from "./escapes.js";

/** Code units of the letter or digit at `index`, with the marks after it; 0 if there is none. */
function letterLength(text: string, index: number): number {
  const kind = classAt(text, index);
  if (kind === LOWER || kind === UPPER || kind === DIGIT) return markedLength(text, index, widthAt(text, index));
  const code = text.charCodeAt(index);
  if (code !== 0x26 && code !== 0x5c && code !== 0x7b) return 0;
  const escaped = escapeAt(text, index);
  return escaped !== undefined && isLetterAt(escaped.value, 0) ? markedLength(text, index, escaped.length) : 0;
}

/** `length` plus the combining marks that follow. */
export function markedLength(text: string, index: number, length: number): number {
  let end = index + length;
  while (classAt(text, end) === MARK) end += widthAt(text, end);
  return end - index;
}

/**
 * End of the word that begins at `index`, or `index` if none does.
 *
 * Words hold together over hyphens (`state-of-the-art`), apostrophes, a dash between letters (`Erdős–Rényi`), a point
 * between digits (`GPT-3.5`), `&` between capitals (`S\&P`), `pass@1`, one-symbol formulas (`$k$-means`), soft hyphens
 * and a hyphen at the end of a line.
 */
export function wordEnd(text: string, index: number): number {
  let end = index + firstLength(text, index);
  if (end === index) return index;
  for (;;) {
    const letter = letterLength(text, end);
    if (letter > 0) {
      end += letter;
      continue;
    }
    const joined = end + connectorLength(text, index, end);
    if (joined === end) return suffixEnd(text, index, end);
    end = joined + (letterLength(text, joined) || (symbolFormulaAt(text, joined)?.length ?? 0));
  }
}

function firstLength(text: string, index: number): number {
  const letter = letterLength(text, index);
  if (letter > 0 || text.charCodeAt(index) !== 0x24) return letter;
  const symbol = symbolFormulaAt(text, index);
  if (symbol === undefined) return 0;
  const after = index + symbol.length;
  return hyphenLength(text, after) > 0 && isLetterAt(text, after + 1) ? symbol.length : 0;
}

/** Length of the sign at `at` that joins the word from `start` to a letter or digit right after the sign; else 0. */
function connectorLength(text: string, start: number, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x20) return 0;
  const before = classBefore(text, start, at);
  const hyphen = hyphenLength(text, at);
  if (hyphen > 0) {
    if (letterLength(text, at + hyphen) > 0) return hyphen;
    if (isLatexDash(text, start, at)) return 2;
    if (text.charCodeAt(at + hyphen) === 0x24 && symbolFormulaAt(text, at + hyphen) !== undefined) return hyphen;
    return before === LOWER ? lineBreakLength(text, at, hyphen) : 0;
  }
  const joiners = joinerLength(text, at);
  if (joiners > 0) return letterLength(text, at + joiners) > 0 ? joiners : 0;
  if (code === 0x2c) return isThousands(text, start, at) ? 1 : 0;
  return signLength(text, at, code, before);
}

/** The comma of `1,234`. */
function isThousands(text: string, start: number, at: number): boolean {
  if (classAt(text, start) !== DIGIT || classAt(text, at - 1) !== DIGIT) return false;
  for (let i = at + 1; i <= at + 3; i += 1) if (classAt(text, i) !== DIGIT) return false;
  return classAt(text, at + 4) !== DIGIT;
}

function signLength(text: string, at: number, code: number, before: number): number {
  const after = classAt(text, at + 1);
  switch (code) {
    case 0x27: // '
    case 0x2019:
    case 0x02bc:
      return isLetterClass(after) && before !== DIGIT ? 1 : 0;
    case 0x2013: // en dash: names and ranges of numbers
      return (isLetterClass(before) && isLetterClass(after)) || (before === DIGIT && after === DIGIT) ? 1 : 0;
    case 0x2e: // .
      return before === DIGIT && after === DIGIT ? 1 : 0;
    case 0x5f: // _
      return isLetterClass(after) || after === DIGIT ? 1 : 0;
    case 0x40: // @
      return /@(?:\d{1,4}|[kKnN](?!\p{M}))(?![\p{L}\p{N}._-]*[.][\p{L}])/uy.test(text.slice(at, at + 80)) &&
        before !== DIGIT
        ? 1
        : 0;
    case 0x26:
    case 0x5c:
      return escapedSignLength(text, at, before);
    default:
      return 0;
  }
}

/** `&`, `\&`, `&amp;` between capitals; an entity for an apostrophe or a dash between letters. */
function escapedSignLength(text: string, at: number, before: number): number {
  const escaped =
    text.charCodeAt(at) === 0x26 && classAt(text, at + 1) === UPPER ? { length: 1, value: "&" } : escapeAt(text, at);
  if (escaped === undefined) return 0;
  const after = classAt(text, at + escaped.length);
  if (escaped.value === "&") return before === UPPER && after === UPPER ? escaped.length : 0;
  if (escaped.value === "’" || escaped.value === "'" || escaped.value === "–") {
    return isLetterClass(before) && isLetterClass(after) ? escaped.length : 0;
  }
  return escaped.value === "\u00ad" && isLetterClass(after) ? escaped.length : 0;
}

/** `--` between two names, as in `Hamilton--Jacobi`. */
function isLatexDash(text: string, start: number, at: number): boolean {
  return text.startsWith("--", at) && classAt(text, start) === UPPER && classAt(text, at + 2) === UPPER;
}

function hyphenLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code === 0x2d || code === 0x2010 || code === 0x2011 || code === 0xff0d ? 1 : 0;
}

// "client-" and, on the next line, "and server-side": the hyphen hangs there of itself.
const conjunction = /(?:and|but|nor|or|than|to|versus|vs)(?![\p{L}\p{M}])/uy;

/** A hyphen, one line break and the indentation before a lower-case letter: a word broken over two lines. */
function lineBreakLength(text: string, at: number, hyphen: number): number {
  let next = at + hyphen;
  let breaks = 0;
  while (next < at + 80 && classAt(text, next) === SPACE) {
    if (text.charCodeAt(next) === 0x0a) breaks += 1;
    next += 1;
  }
  if (breaks !== 1 || classAt(text, next) !== LOWER) return 0;
  return matchEnd(conjunction, text, next) < 0 ? next - at : 0;
}

function joinerLength(text: string, at: number): number {
  let next = at;
  while (next < at + 16 && classAt(text, next) === JOINER) next += widthAt(text, next);
  return next - at;
}

const nameSuffix = /\+\+(?!\+)|#(?![\p{L}\p{N}#])|\*(?![\p{L}\p{N}*])/uy;
const argument = /\((?:\p{L}\p{M}*|\d{1,2}(?:,\s?\d{1,2}){0,2}|\\[a-z]{2,8}|\$\\?[A-Za-z]{1,8}\$)\)(?![\p{L}\p{N}])/uy;

/** `C++`, `C#`, `A*`, `TD(λ)`, `ARMA(1,1)`, `85%`. */
function suffixEnd(text: string, start: number, end: number): number {
  const code = text.charCodeAt(end);
  if (code === 0x25 || (code === 0x5c && text.charCodeAt(end + 1) === 0x25)) {
    return classBefore(text, start, end) === DIGIT ? end + (code === 0x25 ? 1 : 2) : end;
  }
  if (code !== 0x2b && code !== 0x23 && code !== 0x2a && code !== 0x28) return end;
  if (end - start > 40 || !/^(?:\p{Lu}\p{M}*(?:[\p{Lu}\d]\p{M}*){0,6}|c)$/u.test(text.slice(start, end))) return end;
  return Math.max(end, matchEnd(code === 0x28 ? argument : nameSuffix, text, end));
}

/** End of a run of ideographs and their marks. */
export function ideographsEnd(text: string, index: number): number {
  let end = index;
  while (classAt(text, end) === IDEOGRAPH) end += markedLength(text, end, widthAt(text, end));
  return end;
}

/** The class of the last letter or digit before `at`, marks and joiners skipped; LOWER for an escaped letter. */
function classBefore(text: string, start: number, at: number): number {
  let i = at - 1;
  while (i > start && (classAt(text, i) === MARK || classAt(text, i) === JOINER)) i -= 1;
  const code = text.charCodeAt(i);
  if (code >= 0xdc00 && code <= 0xdfff && i > start) return classAt(text, i - 1);
  const kind = classAt(text, i);
  return kind === UPPER || kind === DIGIT ? kind : LOWER;
}

function isLetterClass(kind: number): boolean {
  return kind === LOWER || kind === UPPER;
}

function isLetterAt(text: string, at: number): boolean {
  const kind = classAt(text, at);
  return isLetterClass(kind) || kind === DIGIT;
}
