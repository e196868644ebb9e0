/** An analyzer whose terms are lemmas in place of stems. */

import type { Analyzer } from "../text/analyzer.js";
import { englishStopWords } from "../text/stop-words.js";
import { tokenize } from "../text/tokenize.js";
import { wordParts } from "../text/word-parts.js";
import { tagWords } from "./wink-tags.js";

/**
 * An analyzer that gives lemmas, with the core's tokens and stop words: "better policies" is "good", "policy". It is the
 * caller's own function to a model: it must be given again after loading.
 *
 * @example
 * discoverThemes(papers, { analyzer: winkAnalyzer() });
 */
export function winkAnalyzer(): Analyzer {
  return { terms: winkLemmas };
}

function winkLemmas(text: string): string[] {
  const words: string[] = [];
  for (const { kind, norm, text: raw } of tokenize(text)) {
    if (kind === "word" || kind === "acronym") words.push(...wordParts(norm));
    else words.push(kind === "punctuation" ? raw : "");
  }
  const terms: string[] = [];
  tagWords(words).forEach(({ lemma }, i) => {
    const word = words[i]!;
    if (word.length < 2 || englishStopWords.has(word) || /^[\p{N}.,]+$/u.test(word)) return;
    // The model's lemma where it knows the word at all, else the word.
    const term = /^[a-z]{1,40}$/.test(word) ? lemma : word;
    if (term.length > 1 && !englishStopWords.has(term)) terms.push(term);
  });
  return terms;
}
