/** One linear scan from text to tokens: words, numbers, formulas, addresses, citations, each with its place. */

import { checkText } from "../options.js";
import { matchEnd } from "../papers/markup/match-end.js";
import { classAt, DIGIT, IDEOGRAPH, LOWER, MARK, PUNCTUATION, SPACE, UPPER, widthAt } from "./characters.js";
import { escapeAt } from "./escapes.js";
import { linkAt, type Recognised } from "./links.js";
import { citationAt, emojiAt, formulaAt, markupAt } from "./markup.js";
import { decoded, normalize } from "./normalize.js";
import type { TokenKind } from "./token-kind.js";
import { wordSet } from "./word-set.js";
import { ideographsEnd, markedLength, wordEnd } from "./words.js";

export type { TokenKind } from "./token-kind.js";

/** A piece of a text. */
export interface Token {
  /** The raw slice, `text.slice(start, end)` of the input. */
  readonly text: string;
  /** NFC lower case, with ligatures, full-width forms, escapes, soft hyphens and broken lines resolved. */
  readonly norm: string;
  readonly kind: TokenKind;
  /** UTF-16 code units into the input. */
  readonly start: number;
  readonly end: number;
}

/**
 * The tokens of a text, in order. Every character but white space is in exactly one of them, so that tokens and the
 * gaps between them give the text back.
 *
 * Complexity: linear in the length of the text, whatever the text.
 *
 * @example
 * tokenize("β-VAE beats C++").map((token) => token.norm) // ["β-vae", "beats", "c++"]
 */
export function tokenize(text: string): Token[] {
  checkText("tokenize", text);
  const tokens: Token[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const { kind, end } = tokenAt(text, at);
    const raw = text.slice(at, end);
    tokens.push({ text: raw, norm: normalize(raw, kind), kind, start: at, end });
    at = skipSpace(text, end);
  }
  return tokens;
}

/** Kind and end of the token that begins at `index`, which must not be white space. */
export function tokenAt(text: string, index: number): Recognised {
  const first = classAt(text, index);
  if (first === LOWER || first === UPPER || first === DIGIT) return wordOrLinkAt(text, index);
  if (first === IDEOGRAPH) return { kind: "word", end: ideographsEnd(text, index) };
  const special = specialAt(text, index);
  if (special !== undefined) return special;
  if (first === PUNCTUATION) return { kind: "punctuation", end: repeatEnd(text, index) };
  return { kind: "symbol", end: index + markedLength(text, index, widthAt(text, index)) };
}

/** First place from `index` on that is not white space. */
export function skipSpace(text: string, index: number): number {
  let at = index;
  while (classAt(text, at) === SPACE) at += 1;
  return at;
}

function wordOrLinkAt(text: string, index: number): Recognised {
  const plain = plainWordAt(text, index);
  if (plain !== undefined) return plain;
  const end = wordEnd(text, index);
  if (mayGoOn(text, index, end)) {
    const link = linkAt(text, index);
    if (link !== undefined && link.end >= end) return link;
  }
  const isPointed = text.charCodeAt(end) === 0x2e;
  return { kind: wordKind(text, index, end), end: isPointed ? abbreviationEnd(text, index, end) : end };
}

/** A word of nothing but ASCII letters before a sign that belongs to no word: most words are such, and soon told. */
function plainWordAt(text: string, index: number): Recognised | undefined {
  let capitals = 0;
  let end = index;
  let code = text.charCodeAt(end);
  for (; (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a; code = text.charCodeAt(end)) {
    if (code < 0x61) capitals += 1;
    end += 1;
  }
  if (end === index || (code !== 0x20 && code !== 0x0a && code !== 0x2c && code !== 0x29)) return undefined;
  const isPlural = text.charCodeAt(end - 1) === 0x73;
  return { kind: kindByCapitals(capitals, end - index, isPlural), end };
}

/** Whether the word can be the beginning of an address or identifier. */
function mayGoOn(text: string, index: number, end: number): boolean {
  const code = text.charCodeAt(end);
  if (code === 0x2f || code === 0x40 || code === 0x25 || code === 0x2b) return true;
  if (code === 0x2e) return !isSpace(text.charCodeAt(end + 1));
  if (code === 0x3a) return true;
  return classAt(text, index) === DIGIT && text.charCodeAt(index + 4) === 0x2e;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || Number.isNaN(code);
}

const abbreviations: ReadonlySet<string> =
  wordSet(`al approx ca cf dept dr ed eds eg eq eqn eqns eqs et etc fig figs ie incl mr mrs ms pp prof ref refs resp sec sect st
   tab thm viz vol vs`);
const initials = /(?:\p{L}\p{M}*\.){2,6}(?!\p{L})|Ph\.D\.?/uy;

/** `e.g.`, `U.S.`, `Ph.D.` and the abbreviations above keep their points. */
function abbreviationEnd(text: string, index: number, end: number): number {
  const pointed = matchEnd(initials, text, index);
  if (pointed > end) return pointed;
  return end - index <= 6 && abbreviations.has(text.slice(index, end).toLowerCase()) ? end + 1 : end;
}

function wordKind(text: string, index: number, end: number): TokenKind {
  const word = text.slice(index, end);
  return /[\\&{$]/.test(word) ? kindOf(decoded(word)) : kindOf(word);
}

function kindOf(word: string): TokenKind {
  let capitals = 0;
  let letters = 0;
  let digits = 0;
  for (let i = 0; i < word.length; i += 1) {
    const kind = classAt(word, i);
    if (kind === UPPER) capitals += 1;
    else if (kind === DIGIT) digits += 1;
    if (kind === UPPER || kind === LOWER) letters += 1;
  }
  if (letters === 0 && digits > 0) return "number";
  if (letters === 1 && digits > 0 && /^\d[\d.,]*[eE][-+]?\d+$/.test(word)) return "number";
  return kindByCapitals(capitals, letters, word.endsWith("s"));
}

/** Half of an acronym's letters are capitals, the "s" of a plural not counted. */
function kindByCapitals(capitals: number, letters: number, isPlural: boolean): TokenKind {
  return capitals > 1 && 2 * capitals >= letters - (isPlural && letters > 2 ? 1 : 0) ? "acronym" : "word";
}

function specialAt(text: string, index: number): Recognised | undefined {
  const code = text.charCodeAt(index);
  switch (code) {
    case 0x24: // $
    case 0x5c: // \
    case 0x26: // &
    case 0x7b: // {
      return (
        wordFromSign(text, index) ??
        formulaAt(text, index) ??
        citationAt(text, index) ??
        markupAt(text, index) ??
        signAt(text, index)
      );
    case 0x3c: // <
      return markupAt(text, index);
    case 0x28: // (
    case 0x5b: // [
      return citationAt(text, index);
    default:
      return code > 0x7f ? emojiAt(text, index) : undefined;
  }
}

function wordFromSign(text: string, index: number): Recognised | undefined {
  const end = wordEnd(text, index);
  return end > index ? { kind: wordKind(text, index, end), end } : undefined;
}

function signAt(text: string, index: number): Recognised | undefined {
  const found = escapeAt(text, index);
  return found === undefined ? undefined : { kind: "symbol", end: index + found.length };
}

/** Runs of one sign (`...`, `--`, `???`) are one token; brackets and quotes stand alone. */
function repeatEnd(text: string, index: number): number {
  const code = text.charCodeAt(index);
  let end = index + widthAt(text, index);
  if (code === 0x2e || code === 0x2d || code === 0x21 || code === 0x3f || code === 0x2a || code === 0x5f) {
    while (text.charCodeAt(end) === code) end += 1;
  }
  while (classAt(text, end) === MARK) end += widthAt(text, end);
  return end;
}
