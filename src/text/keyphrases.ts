/** The phrases that say what one paper is about. */

import { integer, type OptionRules, resolveOptions, value } from "../options.js";
import { checkPaper, type Paper, type TextField, textOf } from "../papers/paper.js";
import { academicPhrases, academicWords } from "./academic-words.js";
import { type PhraseExtractor, statisticalPhrases } from "./noun-phrases.js";
import { keyedPhrases } from "./phrase-key.js";
import { type PhraseStatistics, phraseRow } from "./phrase-statistics.js";

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
  /** Finds the candidates. @defaultValue statisticalPhrases() */
  readonly phrases: PhraseExtractor;
  /** Most phrases returned, 1 to 1000. @defaultValue 10 */
  readonly limit: number;
}

const rules: OptionRules<KeyphraseOptions> = {
  background: value<PhraseStatistics | undefined>(
    undefined,
    "phrase statistics",
    (v) => typeof v === "object" && v !== null && "keys" in v,
  ),
  phrases: value(statisticalPhrases(), "a function from text to phrases", (v) => typeof v === "function"),
  limit: integer(10, 1, 1000),
};

interface Candidate {
  readonly key: string;
  readonly phrase: string;
  readonly field: TextField;
  readonly start: number;
  readonly end: number;
  readonly order: number;
  times: number;
}

/**
 * The paper's keyphrases, best first.
 *
 * @throws ThemataError INVALID_PAPER, INVALID_OPTION
 */
export function extractKeyphrases(paper: Paper, options?: Partial<KeyphraseOptions>): Keyphrase[] {
  checkPaper("extractKeyphrases", paper);
  const { background, phrases, limit } = resolveOptions("extractKeyphrases", options, rules);
  const candidates = collect(paper, phrases);
  const scored = candidates.map((candidate) => ({ candidate, score: scoreOf(candidate, background) }));
  scored.sort((a, b) => b.score - a.score || a.candidate.order - b.candidate.order);
  return scored
    .slice(0, limit)
    .map(({ candidate: { phrase, field, start, end }, score }) => ({ phrase, score, field, start, end }));
}

function collect(paper: Paper, phrases: PhraseExtractor): Candidate[] {
  const byKey = new Map<string, Candidate>();
  const nested = new Map<string, number>();
  for (const field of ["title", "abstract"] as const) {
    for (const { key, phrase, start, end, whole } of keyedPhrases(textOf(paper, field), phrases)) {
      if (!whole) {
        nested.set(key, (nested.get(key) ?? 0) + 1);
        continue;
      }
      const known = byKey.get(key);
      if (known !== undefined) known.times += 1;
      else if (!isAcademic(phrase)) byKey.set(key, { key, phrase, field, start, end, order: byKey.size, times: 1 });
    }
  }
  for (const candidate of byKey.values()) candidate.times += nested.get(candidate.key) ?? 0;
  return [...byKey.values()];
}

function isAcademic(phrase: string): boolean {
  const plain = phrase.toLowerCase();
  return academicPhrases.has(plain) || plain.split(/\s+/).every((word) => academicWords.has(word));
}

function scoreOf(candidate: Candidate, background: PhraseStatistics | undefined): number {
  const row = background === undefined ? -1 : phraseRow(background, candidate.key);
  const documents = background?.documents ?? 1;
  const frequency = row < 0 ? 0 : background!.documentFrequency[row]!;
  const idf = background === undefined ? 1 : Math.log((1 + documents) / (1 + frequency)) + 1;
  return candidate.times * idf;
}
