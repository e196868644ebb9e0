/** Plain words read in plain TypeScript: the meaning of `assembly/index.ts`, and its stand-in. */

import { longer } from "../../matrix/longer.js";
import { keyDigits, keyLetters, longestKeyed, surfaceTable, withLetter } from "../surface-table.js";
import { APOSTROPHE, byteRoles, COLON, DIGIT, HYPHEN, LETTER, OPENING, OTHER, POINT } from "./byte-roles.js";
import type { PlainWords } from "./reader.js";

const COMMA = 0x2c;

const longestNumbers = 40;
const smallBuffer = 0x4000;
const largestBuffer = 0x40_0000;
const mostWords = 0x7_0000;

/** A reader that has met nothing. */
export function twinWords(): PlainWords {
  const encoder = new TextEncoder();
  let words: string[] = [];
  const numberOf = (word: string): number => words.push(word) - 1;
  let table = surfaceTable(numberOf);
  let bytes = new Uint8Array(smallBuffer);
  let found = new Uint32Array(1 << 12);
  let count = 0;
  let length = 0;
  let times = 0;

  const add = (number: number): void => {
    if (count === found.length) found = longer(found, 2 * count);
    found[count] = number;
    count += 1;
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
      const joined = byteRoles[letters[at]!] === HYPHEN && keyDigits[letters[at + 1]!] !== 0;
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

  /** Reads what stands at a byte if it is plain; where to read on, or -1 for what the tokenizer must see. */
  const plainPiece = (at: number): number => {
    switch (byteRoles[bytes[at]!]) {
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

  return {
    take(text) {
      if (words.length > mostWords) {
        words = [];
        table = surfaceTable(numberOf);
        times += 1;
      }
      if (bytes.length > largestBuffer) bytes = new Uint8Array(smallBuffer);
      if (bytes.length < 3 * text.length + 4) bytes = new Uint8Array(6 * text.length + 4);
      length = encoder.encodeInto(text, bytes).written;
      // Zeros behind the text end every word.
      bytes.fill(0, length, length + 4);
      return length;
    },
    read(start) {
      count = 0;
      let at = start;
      while (at < length) {
        const end = plainPiece(at);
        if (end < 0) break;
        at = end;
      }
      return at;
    },
    get found() {
      return found;
    },
    count: () => count,
    size: () => words.length,
    word: (number) => words[number]!,
    times: () => times,
  };
}

/** Where to read on after a word from `start` that ends at `at`; -1 if what follows may belong to it. */
function plainEnd(bytes: Uint8Array, start: number, at: number): number {
  switch (byteRoles[bytes[at]!]) {
    case OTHER:
      // "2d1,234" is one word.
      return bytes[at] === COMMA && byteRoles[bytes[start]!] === DIGIT ? -1 : at;
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
  if (byteRoles[bytes[at + 1]!] === OTHER) return at;
  const isPlain = byteRoles[bytes[at - 1]!] === LETTER && bytes[at + 1] === 0x73;
  return isPlain && byteRoles[bytes[at + 2]!] === OTHER ? at + 2 : -1;
}

/** End of a short run of numbers, their points, commas and per cent signs, none of which is a term; -1 for anything more. */
function numbersEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  // A run that turns out to be no number is read again by the tokenizer, number by number.
  for (; at < start + longestNumbers; at += 1) {
    const byte = bytes[at]!;
    if (byteRoles[byte] !== DIGIT && byte !== 0x2e && byte !== COMMA && byte !== 0x25) break;
  }
  if (bytes[at] === 0x5c && bytes[at + 1] === 0x25) at += 2;
  return byteRoles[bytes[at]!] === OTHER && bytes[at] !== 0x2f && bytes[at] !== COMMA ? at : -1;
}

/** Whether a word that begins with digits is no power of ten. */
function isDigitWord(bytes: Uint8Array, start: number): boolean {
  let at = start + 1;
  while (byteRoles[bytes[at]!] === DIGIT) at += 1;
  return byteRoles[bytes[at]!] === HYPHEN || (byteRoles[bytes[at]!] === LETTER && (bytes[at]! | 0x20) !== 0x65);
}

/** Whether a bracket begins no citation: "[" no number, "(" nothing with a year before the next bracket. */
function isBareBracket(bytes: Uint8Array, start: number, length: number): boolean {
  if (bytes[start] === 0x5b) return byteRoles[bytes[start + 1]!] !== DIGIT;
  if (bytes[start] !== 0x28 || bytes[start + 1]! > 127) return false;
  for (let at = start + 1; at < length; at += 1) {
    const byte = bytes[at]!;
    if (byte === 0x28 || byte === 0x29) return true;
    if (byteRoles[byte] === DIGIT) return false;
  }
  return true;
}

function isSpaceOrEnd(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0;
}
