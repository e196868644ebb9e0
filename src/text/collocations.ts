/**
 * Pairs of neighbouring words that stand together more often than their frequencies make likely.
 *
 * Reference: Bouma, G. (2009). Normalized (pointwise) mutual information in collocation extraction. Proceedings of GSCL
 * 2009, 31-40. Probabilities are over all words of the collection, as in gensim's `npmi_scorer`.
 */

import { addTo } from "../matrix/by-key.js";
import { ln } from "../matrix/elementary.js";
import { checkLists, integer, number, type Optional, type OptionRules, resolveOptions } from "../options.js";
import { checkPapers, type Paper, textOf } from "../papers/paper.js";
import type { PhraseExtractor, PhraseSpan } from "./noun-phrases.js";
import { englishStopWords } from "./stop-words.js";
import { type Token, tokenize } from "./tokenize.js";

/** Two words that belong together. */
export interface Collocation {
  readonly words: readonly [string, string];
  /** How often the second word follows the first. */
  readonly count: number;
  /** Normalised pointwise mutual information, -1 to 1. */
  readonly npmi: number;
}

/** When a pair counts as a collocation. */
export interface CollocationOptions {
  /** Fewest occurrences. @defaultValue 3 */
  readonly minCount: number;
  /** Least normalised pointwise mutual information, -1 to 1. @defaultValue 0.3 */
  readonly minNpmi: number;
}

const rules: OptionRules<CollocationOptions> = { minCount: integer(3, 1), minNpmi: number(0.3, -1, 1) };

/**
 * The collocations of some runs of words (pairs across the end of a run are none), highest NPMI first, then highest
 * count, then by code units. Linear in the words but for sorting the result. @throws ThemataError INVALID_OPTION
 *
 * @example
 * collocations([["reward", "model"], ["the", "reward", "model"], ["a", "model"]], { minCount: 2 })[0].words // ["reward", "model"]
 */
export function collocations(
  runs: readonly (readonly string[])[],
  options?: Optional<CollocationOptions>,
): Collocation[] {
  checkLists("collocations", "runs", "an array of words for each run", runs);
  const { minCount, minNpmi } = resolveOptions("collocations", options, rules);
  const single = new Map<string, number>();
  const followers = new Map<string, Map<string, number>>();
  let total = 0;
  for (const run of runs) {
    total += run.length;
    run.forEach((word, i) => {
      addTo(single, word, 1);
      if (i > 0) addTo(followersOf(followers, run[i - 1]!), word, 1);
    });
  }
  const found: Collocation[] = [];
  for (const [first, seconds] of followers) {
    for (const [second, count] of seconds) {
      const joint = count / total;
      const independent = (single.get(first)! / total) * (single.get(second)! / total);
      const npmi = ln(joint / independent) / -ln(joint);
      if (count >= minCount && npmi >= minNpmi) found.push({ words: [first, second], count, npmi });
    }
  }
  return found.sort((a, b) => b.npmi - a.npmi || b.count - a.count || byCode(a.words.join(" "), b.words.join(" ")));
}

/**
 * An extractor of the collocations of a collection, joined to longer runs where they overlap. It needs no lexicon, so it
 * serves languages that `statisticalPhrases` does not know. @throws ThemataError INVALID_PAPER, INVALID_OPTION
 */
export function collocationPhrases(papers: readonly Paper[], options?: Optional<CollocationOptions>): PhraseExtractor {
  checkPapers("collocationPhrases", papers);
  const texts = papers.flatMap((paper) => [textOf(paper, "title"), textOf(paper, "abstract")]);
  const runs = texts.flatMap((text) => contentRuns(tokenize(text)).map((run) => run.map((token) => token.norm)));
  const joined = new Map<string, Map<string, number>>();
  for (const { words, npmi } of collocations(runs, options)) followersOf(joined, words[0]).set(words[1], npmi);
  return (text) => contentRuns(tokenize(text)).flatMap((run) => joinedSpans(text, run, joined));
}

function contentRuns(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [[]];
  for (const token of tokens) {
    const isContent = token.kind === "word" || token.kind === "acronym";
    if (isContent && !englishStopWords.has(token.norm)) runs.at(-1)!.push(token);
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  return runs;
}

function joinedSpans(
  text: string,
  run: readonly Token[],
  joined: ReadonlyMap<string, ReadonlyMap<string, number>>,
): PhraseSpan[] {
  const found: PhraseSpan[] = [];
  let first = 0;
  for (let i = 1; i <= run.length; i += 1) {
    if (i < run.length && joined.get(run[i - 1]!.norm)?.has(run[i]!.norm)) continue;
    const start = run[first]!.start;
    const end = run[i - 1]!.end;
    if (i - first > 1) found.push({ phrase: text.slice(start, end), start, end });
    first = i;
  }
  return found;
}

function followersOf(followers: Map<string, Map<string, number>>, word: string): Map<string, number> {
  const known = followers.get(word) ?? new Map<string, number>();
  if (known.size === 0) followers.set(word, known);
  return known;
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
