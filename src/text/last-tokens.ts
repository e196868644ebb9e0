/** Tokens of a text that is asked for several times in a row: for its phrases, their words and its acronyms. */

import { type Token, tokenize } from "./tokenize.js";

let lastText = "";
let lastTokens: readonly Token[] = [];

/** What `tokenize` gives; the answer to the last text is kept. */
export function tokensOf(text: string): readonly Token[] {
  if (text !== lastText) {
    lastTokens = tokenize(text);
    lastText = text;
  }
  return lastTokens;
}
