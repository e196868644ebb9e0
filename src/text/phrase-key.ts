/** One key for all ways of writing a phrase, and the keys of the phrases inside phrases. */

import { checkText } from "../options.js";
import type { PhraseExtractor, PhraseSpan } from "./noun-phrases.js";
import { forEachPhrase, forEachWordOf, type OnWord, stemsOf } from "./phrase-words.js";

/** A phrase with its key. */
export interface KeyedPhrase extends PhraseSpan {
  readonly key: string;
  /** True for a phrase the extractor found, false for a run of words inside one. */
  readonly whole: boolean;
}

/** Most words of a run inside a phrase. */
export const longestNested = 4;

interface KeyedWord {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Stems of a phrase's words, hyphens split, joined by a space: equal for "reward model", "Reward models" and
 * "reward-model". "" for a text without a word.
 *
 * @example
 * phraseKey("Reward-Models") // "reward model"
 */
export function phraseKey(phrase: string): string {
  checkText("phraseKey", phrase);
  const words: KeyedWord[] = [];
  forEachWordOf({ phrase, start: 0 }, adderTo(words));
  return words.map(({ key }) => key).join(" ");
}

/**
 * The phrases of a text and every run of up to four words inside them, with keys: "reward model" is found in "learned
 * reward models" too. In the order of the phrases; inside one, by first word and length.
 */
export function keyedPhrases(text: string, phrases: PhraseExtractor): KeyedPhrase[] {
  const found: KeyedPhrase[] = [];
  const words: KeyedWord[] = [];
  forEachPhrase(text, phrases, adderTo(words), () => {
    addRuns(text, words, found);
    words.length = 0;
  });
  return found;
}

function addRuns(text: string, words: readonly KeyedWord[], found: KeyedPhrase[]): void {
  for (let first = 0; first < words.length; first += 1) {
    let key = "";
    for (let last = first; last < words.length; last += 1) {
      key = last === first ? words[last]!.key : `${key} ${words[last]!.key}`;
      const whole = first === 0 && last === words.length - 1;
      if (!whole && last - first >= longestNested) continue;
      const { start } = words[first]!;
      const { end } = words[last]!;
      found.push({ key, phrase: text.slice(start, end), start, end, whole });
    }
  }
}

function adderTo(words: KeyedWord[]): OnWord {
  return (norm, start, end) => {
    const key = stemsOf(norm).join(" ");
    if (key !== "") words.push({ key, start, end });
  };
}
