/** Noun-phrase candidates: runs of modifiers and nouns that end in a noun, without the words that say nothing. */

import { emptyModifiers } from "./academic-words.js";
import { tokensOf } from "./last-tokens.js";
import { emptyParticiples } from "./lexicon.js";
import { type PhraseRole, phraseRoles } from "./part-of-speech.js";
import type { Token } from "./tokenize.js";

/** A phrase found in a text; `phrase` is the raw slice. */
export interface PhraseSpan {
  readonly phrase: string;
  /** UTF-16 code units into the text. */
  readonly start: number;
  readonly end: number;
}

/** Finds candidate phrases in a text. */
export type PhraseExtractor = (text: string) => PhraseSpan[];

const longestPhrase = 5;

/** The extractor of the core: closed-class words, a small lexicon of verbs and adverbs, endings and context. */
export function statisticalPhrases(): PhraseExtractor {
  return byLexicon;
}

const byLexicon: PhraseExtractor = (text) => {
  const tokens = tokensOf(text);
  return nounPhrases(text, tokens, phraseRoles(tokens));
};

/** The noun phrases of a text whose tokens have these roles, one role a token; the longest run of each place. */
export function nounPhrases(text: string, tokens: readonly Token[], roles: readonly PhraseRole[]): PhraseSpan[] {
  const found: PhraseSpan[] = [];
  let first = 0;
  while (first < tokens.length) {
    if (roles[first] === "other") {
      first += 1;
      continue;
    }
    let end = first + 1;
    while (end < tokens.length && roles[end] !== "other" && roles[end] !== undefined) end += 1;
    addPhrase(text, tokens, roles, first, end, found);
    first = end;
  }
  return found;
}

function addPhrase(
  text: string,
  tokens: readonly Token[],
  roles: readonly PhraseRole[],
  from: number,
  to: number,
  found: PhraseSpan[],
): void {
  let first = from;
  let last = to - 1;
  while (last >= first && roles[last] !== "noun") last -= 1;
  while (first < last && isEmpty(tokens[first]!)) first += 1;
  if (last < first || last - first >= longestPhrase) return;
  const start = tokens[first]!.start;
  const end = tokens[last]!.end;
  found.push({ phrase: text.slice(start, end), start, end });
}

function isEmpty(token: Token): boolean {
  return emptyModifiers.has(token.norm) || emptyParticiples.has(token.norm);
}
