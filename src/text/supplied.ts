/**
 * Functions that a caller supplied, as fitted data speak of them: data hold a mark in place of the function, so that
 * they stay plain; the mark leads to the function as long as both live in one process. A copy of the mark (saved and
 * loaded, or cloned to a worker) leads nowhere until the caller gives the function again.
 */

import { ThemataError } from "../errors.js";
import type { Analyzer } from "./analyzer.js";
import { type PhraseExtractor, statisticalPhrases } from "./noun-phrases.js";

/** Stands in fitted data, under the key `analyzer` or `phrases`, for a function that the caller supplied. */
export interface SuppliedMark {
  readonly custom: true;
  /** The function's own name, "" where it has none. */
  readonly name: string;
}

const analyzers = new WeakMap<object, Analyzer>();
const extractors = new WeakMap<object, PhraseExtractor>();

/** A mark for the caller's analyzer. */
export function markAnalyzer(analyzer: Analyzer): SuppliedMark {
  const mark: SuppliedMark = { custom: true, name: analyzer.terms.name };
  analyzers.set(mark, analyzer);
  return mark;
}

/** A mark for the caller's phrase extractor; none for the core's own. */
export function markPhrases(phrases: PhraseExtractor): SuppliedMark | undefined {
  if (phrases === statisticalPhrases()) return undefined;
  const mark: SuppliedMark = { custom: true, name: phrases.name };
  extractors.set(mark, phrases);
  return mark;
}

/** Lets a mark that was loaded lead to the analyzer given at load. */
export function rememberAnalyzer(mark: object, analyzer: Analyzer): void {
  analyzers.set(mark, analyzer);
}

/** Lets a mark that was loaded lead to the extractor given at load. */
export function rememberPhrases(mark: object, phrases: PhraseExtractor): void {
  extractors.set(mark, phrases);
}

/** The analyzer behind a mark, if this process knows it. */
export function markedAnalyzer(mark: object): Analyzer | undefined {
  return analyzers.get(mark);
}

/**
 * The phrase extractor given now, or else the one that a mark stands for; the core's own where nothing was marked.
 *
 * @throws ThemataError MODEL_FORMAT when it was the caller's and is not given
 */
export function phrasesBehind(mark: SuppliedMark | undefined, given: PhraseExtractor | undefined): PhraseExtractor {
  if (given !== undefined) return given;
  if (mark === undefined) return statisticalPhrases();
  const known = extractors.get(mark);
  if (known !== undefined) return known;
  const message = "Expected the phrase extractor that the data were fitted with, got none. Pass it as `phrases`.";
  throw new ThemataError("MODEL_FORMAT", message, { reason: "phrases" });
}
