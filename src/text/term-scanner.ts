/**
 * From text to term numbers in one pass, for what reads a whole collection: `createAnalyzer` and the counting of terms.
 *
 * `createTermScanner(rules)` gives `{ scan, terms, size }`. `scan(text)` returns the numbers of the text's terms in order,
 * a view that the next `scan` overwrites; `terms[number]` is the term. Numbers are given in the order of first meeting
 * and stay; memory grows with the distinct words met, so a long-lived stream asks `size()` and begins anew.
 *
 * Plain ASCII words are read from the UTF-8 bytes (`plain-words/`). Anything else goes through `tokenAt` and `wordParts`,
 * so the terms are those of `tokenize` by construction (and by a property test).
 */

import { longer } from "../matrix/growing-arrays.js";
import { classAt, SPACE } from "./characters.js";
import { detached } from "./detached.js";
import { normalize } from "./normalize.js";
import { plainWords } from "./plain-words/plain-words.js";
import type { PlainWords } from "./plain-words/reader.js";
import { stem } from "./stem.js";
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
  /** Distinct terms, and words beyond plain ones, met so far. */
  size(): number;
}

const longestTerm = 100;

/** A scanner for these rules. @param readerFor the reader of plain words for a text of so many code units */
export function createTermScanner(
  rules: TermRules,
  readerFor: (length: number) => PlainWords = plainWords,
): TermScanner {
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
  const plainTerms = new Map<PlainWords, PlainTerms>();
  const others = new Map<string, number>();
  let found = new Uint32Array(1 << 12);
  let count = 0;

  const makeRoom = (more: number): void => {
    if (count + more > found.length) found = longer(found, 2 * (count + more));
  };

  const add = (number: number): void => {
    found[count] = number;
    // Every second word is a stop word, in no order that a processor could guess: written, then not counted.
    count += number < 0 ? 0 : 1;
  };

  /** Adds the terms of the words that a reader has just found. */
  const addPlain = (words: PlainWords, known: PlainTerms): void => {
    const { found: wordNumbers, size } = words;
    const end = words.count();
    makeRoom(end);
    if (known.terms.length < size()) known.terms = longer(known.terms, 2 * size());
    const { terms: termOf } = known;
    for (let i = 0; i < end; i += 1) {
      const word = wordNumbers[i]!;
      if (termOf[word] === 0) termOf[word] = numberOf(words.word(word)) + 2;
      add(termOf[word]! - 2);
    }
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
      makeRoom(1);
      add(number);
    }
    return end;
  };

  /** What is known of a reader's words, forgotten when the reader forgets them. */
  const termsOf = (words: PlainWords): PlainTerms => {
    let known = plainTerms.get(words);
    if (known?.times !== words.times()) {
      known = { times: words.times(), terms: new Int32Array(1 << 12) };
      plainTerms.set(words, known);
    }
    return known;
  };

  const scan = (text: string): Uint32Array => {
    const words = readerFor(text.length);
    words.take(text);
    const known = termsOf(words);
    count = 0;
    for (let at = words.read(0); ; at = words.read(addToken(text, at))) {
      addPlain(words, known);
      if (at === text.length) return found.subarray(0, count);
    }
  };

  return { scan, terms, size: () => terms.length + others.size };
}

/** The terms of plain words. */
interface PlainTerms {
  /** How often the reader had forgotten all words. */
  readonly times: number;
  /** By the word's number, the term's plus two; 1 for a word that is no term, 0 for one not met. */
  terms: Int32Array;
}

function isNumber(word: string): boolean {
  const first = word.charCodeAt(0);
  return (first < 0x61 || first > 0x7a) && /^[\p{N}.,]+$/u.test(word);
}
