/** An analyzer whose terms are lemmas in place of stems. */

import type { Analyzer } from "../text/analyzer.js";
import { englishStopWords } from "../text/stop-words.js";
import { winkTokens } from "./wink-tokens.js";

const wordTags: ReadonlySet<string> = new Set(["NOUN", "PROPN", "ADJ", "VERB", "ADV", "X"]);

/**
 * An analyzer that gives lemmas of nouns, adjectives, verbs and adverbs, stop words and single letters left out. It is
 * the caller's own function to a model: it must be given again after loading.
 *
 * @example
 * discoverThemes(papers, { analyzer: winkAnalyzer() });
 */
export function winkAnalyzer(): Analyzer {
  return { terms: winkLemmas };
}

function winkLemmas(text: string): string[] {
  return winkTokens(text)
    .filter(({ pos, lemma }) => wordTags.has(pos) && lemma.length > 1 && !englishStopWords.has(lemma))
    .map(({ lemma }) => lemma);
}
