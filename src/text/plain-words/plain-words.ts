/**
 * Plain words, of ASCII letters and digits, read from the bytes of a text and numbered. Two implementations find the same
 * words: WebAssembly SIMD, and plain TypeScript for where that is missing and for very long texts.
 *
 * All readers of a process share the words. They are forgotten when there are too many; numbers then begin anew.
 */

import { compiledWords } from "./compiled.js";
import { twinWords } from "./twin.js";

/** Reads one text after another. */
export interface PlainWords {
  /** Takes in a text; returns its length in UTF-8. */
  take(text: string): number;
  /**
   * Reads from a byte on to the end, or to the first byte where the tokenizer has to look, which is returned. A word with
   * hyphens is one number for each part.
   */
  read(at: number): number;
  /** The numbers of the words that the last `read` found are the first `count()` of these. */
  readonly found: Uint32Array;
  count(): number;
  /** How many words have a number. */
  size(): number;
  /** The word of a number, in small letters. */
  word(number: number): string;
  /** How often all words were forgotten. */
  times(): number;
}

/** Code units of the longest text that the compiled reader has room for. */
const longestCompiled = 1 << 20;

let compiled: PlainWords | undefined;
let twin: PlainWords | undefined;

/** The fastest reader there is for a text of such a length. */
export function plainWords(length: number): PlainWords {
  if (length <= longestCompiled) {
    compiled ??= compiledWords() ?? plainTwin();
    return compiled;
  }
  return plainTwin();
}

function plainTwin(): PlainWords {
  twin ??= twinWords();
  return twin;
}
