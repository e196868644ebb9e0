/** The words of the phrases of a text, with their stems. */

import { checkArgument, isText } from "../options.js";
import { tokensOf } from "./last-tokens.js";
import type { PhraseExtractor, PhraseSpan } from "./noun-phrases.js";
import { remembered } from "./remembered.js";
import { stem } from "./stem.js";
import { type Token, tokenize } from "./tokenize.js";
import { wordParts } from "./word-parts.js";

/**
 * Told of a word of a phrase.
 *
 * @param norm its normal form
 * @param start UTF-16 code units into the text
 */
export type OnWord = (norm: string, start: number, end: number) => void;

/** Stems of the parts of a word in its normal form, hyphens split. */
export const stemsOf: (norm: string) => readonly string[] = remembered((norm) => wordParts(norm).map(stem));

/**
 * Tells the words of each phrase that an extractor finds in a text, then that the phrase is over.
 *
 * @throws ThemataError INVALID_OPTION where the extractor, which may be a caller's, gives anything else than phrases
 */
export function forEachPhrase(text: string, phrases: PhraseExtractor, onWord: OnWord, onEnd: () => void): void {
  const spans = phrases(text);
  const areSpans = Array.isArray(spans) && spans.findIndex((span) => !isSpan(span)) < 0;
  checkArgument("phrases", "phrases", "a function that gives an array of { phrase, start, end }", areSpans, spans);
  const tokens = tokensOf(text);
  for (const span of spans) {
    const first = tokenFrom(tokens, span.start);
    const end = tokenFrom(tokens, span.end);
    const isWhole = tokens[first]?.start === span.start && tokens[end - 1]?.end === span.end;
    // An extractor may cut as it likes.
    if (isWhole) forEachWord(tokens, first, end, 0, onWord);
    else forEachWordOf(span, onWord);
    onEnd();
  }
}

/** Tells the words of a phrase on its own. */
export function forEachWordOf({ phrase, start }: Pick<PhraseSpan, "phrase" | "start">, onWord: OnWord): void {
  const tokens = tokenize(phrase);
  forEachWord(tokens, 0, tokens.length, start, onWord);
}

function isSpan(span: PhraseSpan | undefined | null): boolean {
  return isText(span?.phrase) && Number.isInteger(span.start) && Number.isInteger(span.end) && span.end >= span.start;
}

function forEachWord(tokens: readonly Token[], first: number, end: number, offset: number, onWord: OnWord): void {
  for (let i = first; i < end; i += 1) {
    const { kind, norm, start, end: last } = tokens[i]!;
    if (kind === "word" || kind === "acronym" || kind === "number") onWord(norm, offset + start, offset + last);
  }
}

/** Place of the first token from `start` on. Binary search. */
function tokenFrom(tokens: readonly Token[], start: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokens[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
