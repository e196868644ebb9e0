/**
 * Functions that a caller supplied, as fitted data speak of them: data hold a mark in place of the function, so that
 * they stay plain; the mark leads to the function as long as both live in one process. A copy of the mark (saved and
 * loaded, or cloned to a worker) leads nowhere until the caller gives the function again.
 */

import { ThemataError } from "../errors.js";
import { type Analyzer, type AnalyzerOptions, createAnalyzer, scannerRules } from "./analyzer.js";
import { type PhraseExtractor, statisticalPhrases } from "./noun-phrases.js";

/** Stands in fitted data, under the key `analyzer` or `phrases`, for a function that the caller supplied. */
export interface SuppliedMark {
  readonly custom: true;
  /** The function's own name, "" where it has none. */
  readonly name: string;
}

/** Analyzers by their marks, and the core's own by their options. */
const analyzers = new WeakMap<object, Analyzer>();
const extractors = new WeakMap<object, PhraseExtractor>();

/** What fitted data hold of an analyzer: its options, or a mark for the caller's own. */
export function markAnalyzer(analyzer: Analyzer): AnalyzerOptions | SuppliedMark {
  // A caller's own may carry the options of the one that it wraps.
  if (scannerRules(analyzer) !== undefined) return analyzer.options!;
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

/** Whether the analyzer that fitted data speak of is at hand. */
export function isAnalyzerKnown(held: AnalyzerOptions | SuppliedMark): boolean {
  return !("custom" in held) || analyzers.has(held);
}

/**
 * The analyzer given now, or else the one that fitted data speak of.
 *
 * @throws ThemataError MODEL_FORMAT when it was the caller's and is not given
 */
export function analyzerBehind(held: AnalyzerOptions | SuppliedMark, given?: Analyzer): Analyzer {
  const known = given ?? analyzers.get(held);
  if (known !== undefined) return known;
  if ("custom" in held) throw notGiven("analyzer", held);
  const made = createAnalyzer(held);
  analyzers.set(held, made);
  return made;
}

/**
 * The phrase extractor given now, or else the one that a mark stands for; the core's own where nothing was marked.
 *
 * @throws ThemataError MODEL_FORMAT when it was the caller's and is not given
 */
export function phrasesBehind(mark: SuppliedMark | undefined, given: PhraseExtractor | undefined): PhraseExtractor {
  const known = given ?? (mark === undefined ? statisticalPhrases() : extractors.get(mark));
  if (known === undefined) throw notGiven("phrases", mark!);
  return known;
}

function notGiven(option: "analyzer" | "phrases", { name }: SuppliedMark): ThemataError {
  const called = name === "" ? "" : ` (\`${name}\`)`;
  const message = `Expected the \`${option}\` of the fit, a function of the caller's own${called}. Pass it again: { ${option} }`;
  return new ThemataError("MODEL_FORMAT", message, { reason: option });
}
