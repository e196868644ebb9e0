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
import { normalize } from "./normalize.js";
import { stem } from "./stem.js";
import { emptyHash, hashed, smallLetters, surfaceTable } from "./surface-table.js";
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
const ALPHANUMERIC = 1;
const OPENING = 2;
const JOINING = 3;
const HYPHEN = 4;
const POINT = 5;
const COLON = 6;
const APOSTROPHE = 7;
const roles = Uint8Array.from({ length: 256 }, (_, code) => {
  if (smallLetters[code] !== 0) return ALPHANUMERIC;
  const sign = String.fromCharCode(code);
  if (code > 127 || "$\\&{([<".includes(sign)) return OPENING;
  if ("_@%+#*".includes(sign)) return JOINING;
  return ["-", ".", ":", "'"].includes(sign) ? HYPHEN + ["-", ".", ":", "'"].indexOf(sign) : OTHER;
});

const longestTerm = 100;
const largestBuffer = 1 << 22;
const encoder = new TextEncoder();

/** A scanner for these rules. */
export function createTermScanner(rules: TermRules): TermScanner {
  const terms: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    if (word.length < rules.minLength || rules.stopWords.has(word) || /^[\p{N}.,]+$/u.test(word)) return -1;
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
    if (number < 0) return;
    if (count === found.length) {
      const longer = new Uint32Array(2 * count);
      longer.set(found);
      found = longer;
    }
    found[count] = number;
    count += 1;
  };

  /** Reads the token at code unit `start` with the tokenizer; returns its end. */
  const addToken = (text: string, start: number): number => {
    if (classAt(text, start) === SPACE) return start + 1;
    const { kind, end } = tokenAt(text, start);
    if (kind !== "word" && kind !== "acronym") return end;
    for (const part of wordParts(normalize(text.slice(start, end), kind))) {
      if (part.length > longestTerm) continue;
      const known = others.get(part);
      const number = known ?? numberOf(part);
      if (known === undefined) others.set(part, number);
      add(number);
    }
    return end;
  };

  /** Reads a word of ASCII letters, digits and hyphens from byte `start`; its end, or -1 if it may be more than that. */
  const addWord = (start: number): number => {
    const before = count;
    let part = start;
    let at = start;
    for (;;) {
      let hash = emptyHash;
      for (let letter = smallLetters[bytes[at]!]!; letter !== 0; letter = smallLetters[bytes[at]!]!) {
        hash = hashed(hash, letter);
        at += 1;
      }
      const isJoined = roles[bytes[at]!] === HYPHEN && roles[bytes[at + 1]!] === ALPHANUMERIC;
      const end = isJoined ? at + 1 : plainEnd(bytes, at, at - start);
      if (end < 0) {
        count = before;
        return -1;
      }
      if (at - part <= longestTerm) add(table.lookUp(bytes, part, at, hash));
      if (!isJoined) return end;
      at = end;
      part = at;
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
      const role = roles[bytes[at]!]!;
      if (role === ALPHANUMERIC || (role === OPENING && !isBareBracket(bytes, at))) {
        const end = role === OPENING ? -1 : bytes[at]! > 0x39 ? addWord(at) : numberEnd(bytes, at);
        if (end >= 0) {
          at = end;
          continue;
        }
        const next = addToken(text, at - shift);
        at += utf8Length(text, at - shift, next);
        shift = at - next;
      } else at += 1;
    }
    const numbersFound = found.subarray(0, count);
    if (bytes.length > largestBuffer) bytes = new Uint8Array(1 << 14);
    return numbersFound;
  };

  return { scan, terms, size: () => table.size() + others.size };
}

/** Where to read on after a word of `length` bytes that ends at `at`; -1 if what follows may belong to it. */
function plainEnd(bytes: Uint8Array, at: number, length: number): number {
  const next = bytes[at + 1]!;
  switch (roles[bytes[at]!]) {
    case OTHER:
      return at;
    case POINT:
      return isSpaceOrEnd(next) ? at : -1;
    case COLON:
      // "doi:" and "arXiv:" may stand before a space and belong to what follows.
      return isSpaceOrEnd(next) && length !== 3 && length !== 5 ? at : -1;
    case APOSTROPHE:
      return next === 0x73 && roles[bytes[at + 2]!] === OTHER ? at + 2 : -1;
    default:
      return -1;
  }
}

/** End of a number of nothing but digits, -1 for anything more. */
function numberEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at += 1;
  if (roles[bytes[at]!] === OTHER) return bytes[at] === 0x2c ? -1 : at;
  return roles[bytes[at]!] === POINT && isSpaceOrEnd(bytes[at + 1]!) ? at : -1;
}

/** Whether a bracket begins no citation: "(" before a small letter other than of "e.g.", "see", "cf." or "i.e.", "[" before no digit. */
function isBareBracket(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1]!;
  if (bytes[at] === 0x28)
    return next > 0x60 && next < 0x7b && next !== 0x65 && next !== 0x73 && next !== 0x63 && next !== 0x69;
  return bytes[at] === 0x5b && (next < 0x30 || next > 0x39);
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
