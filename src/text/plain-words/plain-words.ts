/**
 * Plain words, of ASCII letters and digits, read from the bytes of a text and numbered. Two implementations find the same
 * words: WebAssembly SIMD, and plain TypeScript for where that is missing and for very long texts.
 *
 * All readers of a process share the words. They are forgotten when there are too many; numbers then begin anew.
 */

import { compiledWords } from "./compiled.js";
import type { PlainWords } from "./reader.js";
import { twinWords } from "./twin.js";

/** Code units of the longest text that the compiled reader has room for. */
const longestCompiled = 0x10_0000;

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
