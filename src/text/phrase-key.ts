/** One key for all ways of writing a phrase, and the keys of the phrases inside phrases. */

import { checkText } from "../options.js";
import type { PhraseExtractor, PhraseSpan } from "./noun-phrases.js";
import { stem } from "./stem.js";
import { tokenize } from "./tokenize.js";
import { wordParts } from "./word-parts.js";

/** A phrase with its key. */
export interface KeyedPhrase extends PhraseSpan {
  readonly key: string;
  /** True for a phrase the extractor found, false for a run of words inside one. */
  readonly whole: boolean;
}

interface KeyedWord {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const longestNested = 4;

/**
 * Stems of a phrase's words, hyphens split, joined by a space: equal for "reward model", "Reward models" and
 * "reward-model". "" for a text without a word.
 *
 * @example
 * phraseKey("Reward-Models") // "reward model"
 */
export function phraseKey(phrase: string): string {
  checkText("phraseKey", phrase);
  return keyedWords(phrase)
    .map((word) => word.key)
    .join(" ");
}

/**
 * The phrases of a text and every run of up to four words inside them, with keys: "reward model" is found in "learned
 * reward models" too. In the order of the phrases; inside one, by first word and length.
 */
export function keyedPhrases(text: string, phrases: PhraseExtractor): KeyedPhrase[] {
  const found: KeyedPhrase[] = [];
  for (const span of phrases(text)) {
    const words = keyedWords(span.phrase);
    for (let first = 0; first < words.length; first += 1) {
      let key = "";
      for (let last = first; last < words.length; last += 1) {
        key = last === first ? words[last]!.key : `${key} ${words[last]!.key}`;
        const whole = first === 0 && last === words.length - 1;
        if (!whole && last - first >= longestNested) continue;
        const start = span.start + words[first]!.start;
        const end = span.start + words[last]!.end;
        found.push({ key, phrase: text.slice(start, end), start, end, whole });
      }
    }
  }
  return found;
}

function keyedWords(text: string): KeyedWord[] {
  const words: KeyedWord[] = [];
  for (const token of tokenize(text)) {
    if (token.kind !== "word" && token.kind !== "acronym" && token.kind !== "number") continue;
    const key = wordParts(token.norm).map(stem).join(" ");
    if (key !== "") words.push({ key, start: token.start, end: token.end });
  }
  return words;
}
