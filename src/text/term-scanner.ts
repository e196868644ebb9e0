/**
 * From text to term numbers in one pass, for what reads a whole collection: `createAnalyzer` and the counting of terms.
 *
 * `createTermScanner(rules)` gives `{ scan, terms, size }`. `scan(text)` returns the numbers of the text's terms in order,
 * a view that the next `scan` overwrites; `terms[number]` is the term. Numbers are given in the order of first meeting
 * and stay; memory grows with the distinct words met, so a long-lived stream asks `size()` and begins anew.
 *
 * Plain ASCII words are read from the UTF-8 bytes and looked up where they stand. Anything else goes through `tokenAt`
 * and `wordParts`, so the terms are those of `tokenize` by construction (and by a property test).
 */

import { classAt, SPACE, widthAt } from "./characters.js";
import { detached } from "./detached.js";
import { normalize } from "./normalize.js";
import { stem } from "./stem.js";
import { keyDigits, keyLetters, longestKeyed, surfaceTable, withLetter } from "./surface-table.js";
import { tokenAt } from "./tokenize.js";
import { wordParts } from "./word-parts.js";

/** What of a word becomes a term. */
export interface TermRules {
  /** Lower-case words that are no terms. */
  readonly stopWords: ReadonlySet<string>;
  /** "stem": Porter stems; "surface": lower-case words. */
  readonly normal: "stem" | "surface";
  /** Fewest characters of a term, before stemming. */
  readonly minLength: number;
}

/** Reads texts into term numbers. */
export interface TermScanner {
  /** The numbers of a text's terms, in order; valid until the next call. */
  scan(text: string): Uint32Array;
  /** The term of each number. */
  readonly terms: readonly string[];
  /** Distinct written words met so far. */
  size(): number;
}

// What a byte does where a token begins or a word ends. OPENING bytes (those from 128 on among them) may begin a token
// that holds letters; after a word they and the JOINING ones may go on with it.
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const OPENING = 3;
const JOINING = 4;
const HYPHEN = 5;
const POINT = 6;
const COLON = 7;
const APOSTROPHE = 8;
const roles = Uint8Array.from({ length: 256 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (keyDigits[code] !== 0) return sign >= "0" && sign <= "9" ? DIGIT : LETTER;
  if (code > 127 || "$\\&{([<".includes(sign)) return OPENING;
  if ("_@%+#*".includes(sign)) return JOINING;
  return ["-", ".", ":", "'"].includes(sign) ? HYPHEN + ["-", ".", ":", "'"].indexOf(sign) : OTHER;
});

const COMMA = 0x2c;

const longestTerm = 100;
const longestNumbers = 40;
const largestBuffer = 1 << 22;
const encoder = new TextEncoder();

/** A scanner for these rules. */
export function createTermScanner(rules: TermRules): TermScanner {
  const terms: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    if (word.length < rules.minLength || rules.stopWords.has(word) || isNumber(word)) return -1;
    const term = rules.normal === "stem" ? stem(word) : word;
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, terms.length);
    return terms.push(term) - 1;
  };
  const table = surfaceTable(numberOf);
  const others = new Map<string, number>();
  let bytes = new Uint8Array(1 << 14);
  let found = new Uint32Array(1 << 12);
  let count = 0;

  const add = (number: number): void => {
    if (count === found.length) {
      const longer = new Uint32Array(2 * count);
      longer.set(found);
      found = longer;
    }
    found[count] = number;
    // Every second word is a stop word, in no order that a processor could guess: written, then not counted.
    count += number < 0 ? 0 : 1;
  };

  /** Reads the token at code unit `start` with the tokenizer; returns its end. */
  const addToken = (text: string, start: number): number => {
    if (classAt(text, start) === SPACE) return start + 1;
    const { kind, end } = tokenAt(text, start);
    if (kind !== "word" && kind !== "acronym") return end;
    for (const part of wordParts(normalize(text.slice(start, end), kind))) {
      if (part.length > longestTerm) continue;
      let number = others.get(part);
      if (number === undefined) {
        const kept = detached(part);
        number = numberOf(kept);
        others.set(kept, number);
      }
      add(number);
    }
    return end;
  };

  /** Reads a word of ASCII letters, digits and hyphens from byte `start`; its end, or -1 if it may be more than that. */
  const addWord = (start: number): number => {
    const letters = bytes;
    const before = count;
    let at = start;
    for (;;) {
      let first = 0;
      let second = 0;
      let third = 0;
      const part = at;
      let digit = keyDigits[letters[at]!]!;
      for (; digit !== 0 && at < part + keyLetters; digit = keyDigits[letters[++at]!]!)
        first = withLetter(first, digit);
      for (; digit !== 0 && at < part + 2 * keyLetters; digit = keyDigits[letters[++at]!]!)
        second = withLetter(second, digit);
      for (; digit !== 0 && at < part + longestKeyed; digit = keyDigits[letters[++at]!]!)
        third = withLetter(third, digit);
      const joined = roles[letters[at]!] === HYPHEN && keyDigits[letters[at + 1]!] !== 0;
      const end = digit !== 0 ? -1 : joined ? at + 1 : plainEnd(letters, start, at);
      if (end < 0) {
        count = before;
        return -1;
      }
      add(table.lookUp(first, second, third));
      if (!joined) return end;
      at = end;
    }
  };

  const scan = (text: string): Uint32Array => {
    count = 0;
    if (bytes.length < 3 * text.length + 4) bytes = new Uint8Array(6 * text.length + 4);
    const length = encoder.encodeInto(text, bytes).written;
    // Zeros behind the text end every word.
    bytes.fill(0, length, length + 4);
    // Bytes minus code units before the place that is read.
    let shift = 0;
    let at = 0;
    while (at < length) {
      // Most bytes between words are a space or a sign that begins nothing.
      if (roles[bytes[at]!] === OTHER) {
        at += 1;
        continue;
      }
      const end = plainPiece(at, length);
      if (end > 0) {
        at = end;
        continue;
      }
      const next = addToken(text, at - shift);
      at += utf8Length(text, at - shift, next);
      shift = at - next;
    }
    const numbersFound = found.subarray(0, count);
    if (bytes.length > largestBuffer) bytes = new Uint8Array(1 << 14);
    return numbersFound;
  };

  /** Reads what stands at a byte if it is plain; where to read on, or -1 for what the tokenizer must see. */
  const plainPiece = (at: number, length: number): number => {
    switch (roles[bytes[at]!]) {
      case LETTER:
        return addWord(at);
      case DIGIT:
        return isDigitWord(bytes, at) ? addWord(at) : numbersEnd(bytes, at);
      case OPENING:
        return isBareBracket(bytes, at, length) ? at + 1 : -1;
      default:
        return at + 1;
    }
  };

  return { scan, terms, size: () => table.size() + others.size };
}

function isNumber(word: string): boolean {
  const first = word.charCodeAt(0);
  return (first < 0x61 || first > 0x7a) && /^[\p{N}.,]+$/u.test(word);
}

/** Where to read on after a word from `start` that ends at `at`; -1 if what follows may belong to it. */
function plainEnd(bytes: Uint8Array, start: number, at: number): number {
  switch (roles[bytes[at]!]) {
    case OTHER:
      // "2d1,234" is one word.
      return bytes[at] === COMMA && roles[bytes[start]!] === DIGIT ? -1 : at;
    case POINT:
      return isSpaceOrEnd(bytes[at + 1]!) ? at : -1;
    case COLON:
      return isSpaceOrEnd(bytes[at + 1]!) && !isIdentifier(bytes, start, at) ? at : -1;
    case APOSTROPHE:
      return possessiveEnd(bytes, at);
    default:
      return -1;
  }
}

/** Whether a word may be "doi" or "arXiv", which with a colon belong to what follows, over a space too. */
function isIdentifier(bytes: Uint8Array, start: number, end: number): boolean {
  const last = bytes[end - 1]! | 0x20;
  return (end - start === 3 && last === 0x69) || (end - start === 5 && last === 0x76);
}

/** End of a word after an apostrophe that has only an "s" behind it, or nothing. */
function possessiveEnd(bytes: Uint8Array, at: number): number {
  if (roles[bytes[at + 1]!] === OTHER) return at;
  const isPlain = roles[bytes[at - 1]!] === LETTER && bytes[at + 1] === 0x73;
  return isPlain && roles[bytes[at + 2]!] === OTHER ? at + 2 : -1;
}

/** End of a short run of numbers, their points, commas and per cent signs, none of which is a term; -1 for anything more. */
function numbersEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  // A run that turns out to be no number is read again by the tokenizer, number by number.
  for (; at < start + longestNumbers; at += 1) {
    const byte = bytes[at]!;
    if (roles[byte] !== DIGIT && byte !== 0x2e && byte !== COMMA && byte !== 0x25) break;
  }
  if (bytes[at] === 0x5c && bytes[at + 1] === 0x25) at += 2;
  return roles[bytes[at]!] === OTHER && bytes[at] !== 0x2f && bytes[at] !== COMMA ? at : -1;
}

/** Whether a word that begins with digits is no power of ten. */
function isDigitWord(bytes: Uint8Array, start: number): boolean {
  let at = start + 1;
  while (roles[bytes[at]!] === DIGIT) at += 1;
  return roles[bytes[at]!] === HYPHEN || (roles[bytes[at]!] === LETTER && (bytes[at]! | 0x20) !== 0x65);
}

/** Whether a bracket begins no citation: "[" no number, "(" nothing with a year before the next bracket. */
function isBareBracket(bytes: Uint8Array, start: number, length: number): boolean {
  if (bytes[start] === 0x5b) return roles[bytes[start + 1]!] !== DIGIT;
  if (bytes[start] !== 0x28 || bytes[start + 1]! > 127) return false;
  for (let at = start + 1; at < length; at += 1) {
    const byte = bytes[at]!;
    if (byte === 0x28 || byte === 0x29) return true;
    if (roles[byte] === DIGIT) return false;
  }
  return true;
}

function isSpaceOrEnd(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0;
}

function utf8Length(text: string, start: number, end: number): number {
  let length = 0;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x80) length += 1;
    else if (code < 0x800) length += 2;
    else if (widthAt(text, i) === 1) length += 3;
    else {
      length += 4;
      i += 1;
    }
  }
  return length;
}
