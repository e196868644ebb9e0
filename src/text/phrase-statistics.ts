/** In how many papers of a collection each phrase stands, how it is written, and what the acronyms mean. */

import { callback, type Optional, type OptionRules, resolveOptions } from "../options.js";
import { checkPapers, type Paper, textOf } from "../papers/paper.js";
import { type AcronymEntry, acronymDictionary } from "./acronym-dictionary.js";
import { type PhraseExtractor, statisticalPhrases } from "./noun-phrases.js";
import { keyedPhrases } from "./phrase-key.js";
import { markPhrases, type SuppliedMark } from "./supplied.js";
import { surfaceForms } from "./surface-forms.js";

/** What a collection says about its phrases. Plain data; row i of every array is the phrase `keys[i]`. */
export interface PhraseStatistics {
  /** Number of papers. */
  readonly documents: number;
  /** Keys as of `phraseKey`, ascending by code units. */
  readonly keys: readonly string[];
  /** The most frequent written form of each phrase, for people to read. */
  readonly surfaces: readonly string[];
  /** Papers in which the phrase stands, alone or inside a longer phrase. */
  readonly documentFrequency: Uint32Array;
  /** Papers in which the phrase stands as a whole, not inside a longer one. */
  readonly wholeFrequency: Uint32Array;
  /** Papers in whose title the phrase stands. */
  readonly titleFrequency: Uint32Array;
  /** The acronyms that the papers define. */
  readonly acronyms: readonly AcronymEntry[];
  /** Stands for the caller's own extractor, where one was given. */
  readonly phrases?: SuppliedMark;
}

/** How phrases are counted. */
export interface PhraseStatisticsOptions {
  /** Finds the candidates. @defaultValue statisticalPhrases() */
  readonly phrases: PhraseExtractor;
}

const rules: OptionRules<PhraseStatisticsOptions> = {
  phrases: callback(statisticalPhrases(), "a function from text to phrases"),
};

interface Counts {
  document: number;
  whole: number;
  title: number;
}

/**
 * Document frequencies of the phrases of a collection, of the runs of words inside them that stand in two papers or
 * more, and the collection's acronyms.
 *
 * Complexity: linear in the text. @throws ThemataError INVALID_PAPER, DUPLICATE_PAPER_ID, INVALID_OPTION
 */
export function fitPhraseStatistics(
  papers: readonly Paper[],
  options?: Optional<PhraseStatisticsOptions>,
): PhraseStatistics {
  checkPapers("fitPhraseStatistics", papers);
  const { phrases } = resolveOptions("fitPhraseStatistics", options, rules);
  const counts = new Map<string, Counts>();
  const forms = surfaceForms();
  for (const paper of papers) countPaper(paper, phrases, counts, forms.add);
  const keys = [...counts.keys()].filter((key) => counts.get(key)!.whole > 0 || counts.get(key)!.document > 1).sort();
  const mark = markPhrases(phrases);
  return {
    documents: papers.length,
    keys,
    surfaces: keys.map(forms.best),
    documentFrequency: Uint32Array.from(keys, (key) => counts.get(key)!.document),
    wholeFrequency: Uint32Array.from(keys, (key) => counts.get(key)!.whole),
    titleFrequency: Uint32Array.from(keys, (key) => counts.get(key)!.title),
    acronyms: acronymDictionary(papers),
    ...(mark && { phrases: mark }),
  };
}

/** Row of a phrase's key in the statistics, -1 for a phrase they do not hold. Binary search. */
export function phraseRow(statistics: PhraseStatistics, key: string): number {
  let low = 0;
  let high = statistics.keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (statistics.keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return statistics.keys[low] === key ? low : -1;
}

function countPaper(
  paper: Paper,
  phrases: PhraseExtractor,
  counts: Map<string, Counts>,
  addForm: (key: string, text: string, start: number, end: number, isTitle: boolean) => void,
): void {
  const seen = new Set<string>();
  const wholes = new Set<string>();
  for (const field of ["title", "abstract"] as const) {
    const text = textOf(paper, field);
    const inField = new Set<string>();
    for (const { key, start, end, whole } of keyedPhrases(text, phrases)) {
      const entry = counts.get(key) ?? { document: 0, whole: 0, title: 0 };
      if (entry.document === 0) counts.set(key, entry);
      if (!seen.has(key)) entry.document += 1;
      if (whole && !wholes.has(key)) entry.whole += 1;
      if (field === "title" && !inField.has(key)) entry.title += 1;
      seen.add(key);
      inField.add(key);
      if (whole) wholes.add(key);
      addForm(key, text, start, end, field === "title");
    }
  }
}
