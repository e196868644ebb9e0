/**
 * Plain words read in plain TypeScript: the stand-in of `assembly/index.ts`. What begins with a digit or an opening sign, and
 * words with points or apostrophes in them, it leaves to the tokenizer.
 */

import { longer } from "../../matrix/growing-arrays.js";
import { keyDigits, keyLetters, longestKeyed, surfaceTable, withLetter } from "../surface-table.js";
import { APOSTROPHE, byteRoles, DIGIT, HYPHEN, LETTER, OPENING, OTHER, POINT } from "./byte-roles.js";
import type { PlainWords } from "./reader.js";

const mostWords = 0x7_0000;

/** A reader that has met nothing. */
export function twinWords(): PlainWords {
  let words: string[] = [];
  const numberOf = (word: string): number => words.push(word) - 1;
  let table = surfaceTable(numberOf);
  let text = "";
  let found = new Uint32Array(1 << 12);
  let count = 0;
  let times = 0;

  const add = (number: number): void => {
    if (count === found.length) found = longer(found, 2 * count);
    found[count] = number;
    count += 1;
  };

  /** Reads a word of ASCII letters, digits and hyphens from `start`; its end, or -1 if it may be more than that. */
  const addWord = (start: number): number => {
    const before = count;
    let at = start;
    for (;;) {
      let first = 0;
      let second = 0;
      let third = 0;
      const part = at;
      let digit = digitAt(text, at);
      for (; digit !== 0 && at < part + keyLetters; digit = digitAt(text, ++at)) first = withLetter(first, digit);
      for (; digit !== 0 && at < part + 2 * keyLetters; digit = digitAt(text, ++at)) second = withLetter(second, digit);
      for (; digit !== 0 && at < part + longestKeyed; digit = digitAt(text, ++at)) third = withLetter(third, digit);
      const joined = roleAt(text, at) === HYPHEN && digitAt(text, at + 1) !== 0;
      const end = digit !== 0 ? -1 : joined ? at + 1 : plainEnd(text, at);
      if (end < 0) {
        count = before;
        return -1;
      }
      add(table.lookUp(first, second, third));
      if (!joined) return end;
      at = end;
    }
  };

  return {
    take(given) {
      if (words.length > mostWords) {
        words = [];
        table = surfaceTable(numberOf);
        times += 1;
      }
      text = given;
    },
    read(start) {
      count = 0;
      let at = start;
      while (at < text.length) {
        const role = roleAt(text, at);
        if (role === OPENING || role === DIGIT) break;
        const end = role === LETTER ? addWord(at) : at + 1;
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

/** Where to read on after a word that ends at `at`; -1 if what follows may belong to it. */
function plainEnd(text: string, at: number): number {
  const after = roleAt(text, at + 1);
  switch (roleAt(text, at)) {
    case OTHER:
      return at;
    case POINT:
      return text[at + 1] === " " || text[at + 1] === "\n" ? at : -1;
    case APOSTROPHE:
      if (after === OTHER) return at;
      return text[at + 1] === "s" && roleAt(text, at - 1) === LETTER && roleAt(text, at + 2) === OTHER ? at + 2 : -1;
    default:
      return -1;
  }
}

/** Beyond ASCII, and behind the text, all may go on with a word. */
function roleAt(text: string, at: number): number {
  return byteRoles[text.charCodeAt(at)] ?? OPENING;
}

function digitAt(text: string, at: number): number {
  return keyDigits[text.charCodeAt(at)] ?? 0;
}
