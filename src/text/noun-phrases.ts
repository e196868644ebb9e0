/** Noun-phrase candidates without a model: runs of content words between function words, verbs, adverbs and punctuation. */

import { isAdverb, isVerb } from "./lexicon.js";
import { englishStopWords } from "./stop-words.js";
import { type Token, tokenize } from "./tokenize.js";

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

/** The extractor of the core: closed-class words, a small lexicon of verbs and adverbs, suffixes. */
export function statisticalPhrases(): PhraseExtractor {
  return nounPhrases;
}

const nounPhrases: PhraseExtractor = (text) => {
  const found: PhraseSpan[] = [];
  let run: Token[] = [];
  for (const token of tokenize(text)) {
    if (isPart(token)) {
      run.push(token);
      continue;
    }
    addPhrase(text, run, found);
    run = [];
  }
  addPhrase(text, run, found);
  return found;
};

function isPart(token: Token): boolean {
  if (token.kind !== "word" && token.kind !== "acronym") return false;
  return !englishStopWords.has(token.norm) && !isVerb(token.norm) && !isAdverb(token.norm) && !/\.$/.test(token.norm);
}

function addPhrase(text: string, run: readonly Token[], found: PhraseSpan[]): void {
  if (run.length === 0 || run.length > longestPhrase) return;
  const start = run[0]!.start;
  const end = run.at(-1)!.end;
  found.push({ phrase: text.slice(start, end), start, end });
}
