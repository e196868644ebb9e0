/** The phrases that say what one paper is about. */

import { addTo } from "../matrix/by-key.js";
import { ln } from "../matrix/elementary.js";
import { callback, integer, type Optional, type OptionRules, object, resolveOptions } from "../options.js";
import { checkPaper, type Paper, type TextField, textOf } from "../papers/paper.js";
import { isAcademic } from "./academic-words.js";
import { findAcronyms } from "./acronyms.js";
import type { PhraseExtractor } from "./noun-phrases.js";
import { type KeyedPhrase, keyedPhrases, phraseKey } from "./phrase-key.js";
import { type PhraseStatistics, phraseRow } from "./phrase-statistics.js";
import { phrasesBehind } from "./supplied.js";

/** A phrase of a paper, where it first stands. */
export interface Keyphrase {
  /** The phrase as the paper writes it. */
  readonly phrase: string;
  /** Above 0; comparable within one paper. */
  readonly score: number;
  readonly field: TextField;
  /** UTF-16 code units into the field. */
  readonly start: number;
  readonly end: number;
}

/** How keyphrases are found. */
export interface KeyphraseOptions {
  /** The collection that says which phrases are common. @defaultValue undefined: the paper alone */
  readonly background: PhraseStatistics | undefined;
  /** Finds the candidates. @defaultValue the extractor of the background, or else statisticalPhrases() */
  readonly phrases: PhraseExtractor | undefined;
  /** Most phrases returned, 1 to 1000. @defaultValue 10 */
  readonly limit: number;
}

const rules: OptionRules<KeyphraseOptions> = {
  background: object<PhraseStatistics | undefined>(undefined, "phrase statistics", "keys"),
  phrases: callback<PhraseExtractor | undefined>(undefined, "a function from text to phrases"),
  limit: integer(10, 1, 1000),
};

interface Candidate {
  readonly key: string;
  readonly place: KeyedPhrase;
  readonly field: TextField;
  /** Code units before its first occurrence in title and abstract. */
  readonly before: number;
  readonly times: number;
}

/**
 * The paper's keyphrases, best first: frequent in the paper, early, rare in the collection, and of two or three words
 * rather than one. An acronym that the paper defines counts for its long form; a phrase inside a better one is left out.
 *
 * Complexity: linear in the text but for sorting the candidates. @throws ThemataError INVALID_PAPER,
 * INVALID_OPTION, MODEL_FORMAT when the background's own extractor is missing
 *
 * @example
 * extractKeyphrases({ id: "1", title: "Reward models for robots", abstract: "We train a reward model." })[0].phrase // "Reward models"
 */
export function extractKeyphrases(paper: Paper, options?: Optional<KeyphraseOptions>): Keyphrase[] {
  checkPaper("extractKeyphrases", paper);
  const { background, phrases, limit } = resolveOptions("extractKeyphrases", options, rules);
  const length = textOf(paper, "title").length + textOf(paper, "abstract").length;
  const extractor = phrasesBehind(background?.phrases, phrases);
  const scored = candidatesOf(paper, extractor).map((candidate) => ({
    candidate,
    score: scoreOf(candidate, length, background),
  }));
  scored.sort((a, b) => b.score - a.score || a.candidate.before - b.candidate.before);
  const kept: Keyphrase[] = [];
  const keptKeys: string[] = [];
  for (const { candidate, score } of scored) {
    if (kept.length === limit) break;
    if (keptKeys.some((key) => ` ${key} `.includes(` ${candidate.key} `) || ` ${candidate.key} `.includes(` ${key} `)))
      continue;
    const { phrase, start, end } = candidate.place;
    kept.push({ phrase, score, field: candidate.field, start, end });
    keptKeys.push(candidate.key);
  }
  return kept;
}

function candidatesOf(paper: Paper, phrases: PhraseExtractor): Candidate[] {
  const longOf = longForms(paper);
  const candidates = new Map<string, Candidate>();
  const nested = new Map<string, number>();
  for (const field of ["title", "abstract"] as const) {
    const text = textOf(paper, field);
    const offset = field === "title" ? 0 : textOf(paper, "title").length;
    for (const place of keyedPhrases(text, phrases)) {
      const key = longOf.get(place.key) ?? place.key;
      const known = candidates.get(key);
      if (!place.whole) addTo(nested, key, 1);
      else if (known !== undefined) candidates.set(key, seenAgain(known, place, field));
      else if (!isAcademic(place.phrase))
        candidates.set(key, { key, place, field, before: offset + place.start, times: 1 });
    }
  }
  return [...candidates.values()].map((one) => ({ ...one, times: one.times + (nested.get(one.key) ?? 0) }));
}

/** One time more; shown by its long form where the paper began with the acronym. */
function seenAgain(known: Candidate, place: KeyedPhrase, field: TextField): Candidate {
  const isSpelledOut = known.place.key !== known.key && place.key === known.key;
  return { ...known, times: known.times + 1, ...(isSpelledOut ? { place, field } : {}) };
}

/** Keys of the acronyms that the paper defines, to keys of their long forms. */
function longForms(paper: Paper): Map<string, string> {
  const forms = new Map<string, string>();
  for (const field of ["title", "abstract"] as const) {
    for (const { short, long } of findAcronyms(textOf(paper, field))) forms.set(phraseKey(short), phraseKey(long));
  }
  return forms;
}

/** (1 + ln tf) x sqrt(idf) x sqrt(words, at most 3; half for one) x (1.5 - how far into the paper). */
function scoreOf(candidate: Candidate, length: number, background: PhraseStatistics | undefined): number {
  const frequency = 1 + ln(candidate.times);
  const words = candidate.place.phrase.split(/\s+/).length;
  const size = words === 1 ? 0.5 : Math.sqrt(Math.min(3, words));
  const position = 1.5 - candidate.before / Math.max(1, length);
  return frequency * Math.sqrt(inverseFrequency(candidate.key, background)) * size * position;
}

function inverseFrequency(key: string, background: PhraseStatistics | undefined): number {
  if (background === undefined) return 1;
  const row = phraseRow(background, key);
  const frequency = row < 0 ? 0 : background.documentFrequency[row]!;
  return ln((1 + background.documents) / (1 + frequency)) + 1;
}
