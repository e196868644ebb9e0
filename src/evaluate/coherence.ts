/**
 * Topic coherence by normalised pointwise mutual information over document co-occurrence, and topic diversity.
 *
 * References: Bouma, G. (2009). Normalized (pointwise) mutual information in collocation extraction. GSCL.
 * Röder, M., Both, A., Hinneburg, A. (2015). Exploring the space of topic coherence measures. WSDM.
 * doi:10.1145/2684822.2685324. Dieng, A. B., Ruiz, F. J. R., Blei, D. M. (2020). Topic modeling in embedding spaces.
 * TACL 8. doi:10.1162/tacl_a_00325 (diversity).
 * Departures: none from gensim's "c_npmi" over whole documents, its smoothing of 1e-12 included, but for what is
 * undefined there: a pair with a word that never occurs counts 0, a pair that every document holds counts 1; and no pair
 * counts more than 1.
 */

import { ln } from "../matrix/elementary.js";
import { checkLists } from "../options.js";

const smoothing = 1e-12;

/** How well the words of each topic belong together, and how little topics repeat each other. */
export interface Coherence {
  /** Mean of `perTopic`, in [-1, 1]; 0 without topics. */
  readonly npmi: number;
  /** Mean NPMI of the word pairs of each topic, in [-1, 1]; 0 for a topic of fewer than two words. */
  readonly perTopic: readonly number[];
  /** Distinct words divided by all words of the topics, in (0, 1]; 1 without words. */
  readonly diversity: number;
}

/**
 * Coherence of topics against reference documents. A word is a term of the documents; a phrase is found when the
 * documents hold it as one term.
 *
 * @param topWords the top words of each topic
 * @param documents the terms of each reference document
 * @example
 * coherence([["reward", "policy"]], [["reward", "policy"], ["image"]]).npmi; // 1
 */
export function coherence(
  topWords: readonly (readonly string[])[],
  documents: readonly (readonly string[])[],
): Coherence {
  checkLists("coherence", "topWords", "an array of words for each topic", topWords);
  checkLists("coherence", "documents", "an array of words for each document", documents);
  const places = documentsOfWords(topWords, documents);
  const perTopic = topWords.map((words) => topicNpmi([...new Set(words)], places, documents.length));
  const all = topWords.flat();
  return {
    npmi: perTopic.length === 0 ? 0 : perTopic.reduce((sum, value) => sum + value, 0) / perTopic.length,
    perTopic,
    diversity: all.length === 0 ? 1 : new Set(all).size / all.length,
  };
}

function documentsOfWords(
  topWords: readonly (readonly string[])[],
  documents: readonly (readonly string[])[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const places = new Map(topWords.flat().map((word) => [word, new Set<number>()]));
  documents.forEach((document, i) => {
    for (const term of document) places.get(term)?.add(i);
  });
  return places;
}

function topicNpmi(
  words: readonly string[],
  places: ReadonlyMap<string, ReadonlySet<number>>,
  documents: number,
): number {
  let sum = 0;
  let pairs = 0;
  for (let i = 1; i < words.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      sum += pairNpmi(places.get(words[i]!)!, places.get(words[j]!)!, documents);
      pairs += 1;
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}

function pairNpmi(a: ReadonlySet<number>, b: ReadonlySet<number>, documents: number): number {
  if (a.size === 0 || b.size === 0) return 0;
  let together = 0;
  for (const i of a) if (b.has(i)) together += 1;
  if (together === documents) return 1;
  const joint = together / documents + smoothing;
  // Smoothing alone lifts words of one and the same documents above 1.
  return Math.min(1, ln(joint / ((a.size / documents) * (b.size / documents))) / -ln(joint));
}
