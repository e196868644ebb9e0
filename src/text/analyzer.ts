/** From text to the terms that vectors count: tokens, lower case, stop words out, stemmed, n-grams. */

import {
  areTexts,
  checkArgument,
  checkText,
  choice,
  integer,
  type Optional,
  type OptionRule,
  type OptionRules,
  resolveOptions,
  value,
} from "../options.js";
import type { Paper } from "../papers/paper.js";
import { ngrams } from "./ngrams.js";
import { englishStopWords } from "./stop-words.js";
import { createTermScanner, type TermRules } from "./term-scanner.js";

/** How often the terms of each field count. */
export interface FieldWeights {
  readonly title: number;
  readonly abstract: number;
  readonly keywords: number;
}

/** How text becomes terms. */
export interface AnalyzerOptions {
  /** How often each field of a paper counts, whole numbers. @defaultValue { title: 1, abstract: 1, keywords: 0 } */
  readonly fields: FieldWeights;
  /** Shortest and longest run of terms. @defaultValue [1, 1] */
  readonly ngramRange: readonly [number, number];
  /** "stem": Porter stems; "surface": lower-case words. @defaultValue "stem" */
  readonly normal: "stem" | "surface";
  /** "english", "none" or the caller's own lower-case words. @defaultValue "english" */
  readonly stopWords: "english" | "none" | readonly string[];
  /** Fewest characters of a term. @defaultValue 2 */
  readonly minLength: number;
}

/** Turns text into terms. A caller's own analyzer needs `terms` alone. */
export interface Analyzer {
  terms(text: string): string[];
  readonly options?: AnalyzerOptions;
}

const plainFields: FieldWeights = { title: 1, abstract: 1, keywords: 0 };

const rules: OptionRules<AnalyzerOptions> = {
  fields: fieldsOption(plainFields, Infinity),
  ngramRange: value([1, 1], "[shortest, longest]", isRange),
  normal: choice("stem", ["stem", "surface"]),
  stopWords: value(
    "english",
    '"english", "none" or an array of words',
    (v) => v === "english" || v === "none" || Array.isArray(v),
  ),
  minLength: integer(2, 1, 40),
};

/** The option that takes an analyzer. */
export function analyzerOption<T extends Analyzer | undefined>(fallback: T): OptionRule<T> {
  return value(fallback, "an analyzer, { terms(text) }, its `options`, if any, those of createAnalyzer", (v) => {
    const { terms, options } = (v ?? {}) as Analyzer;
    const areOurs = options === undefined || (areFields(options?.fields, Infinity) && isRange(options.ngramRange));
    return typeof terms === "function" && areOurs;
  });
}

/** The option that takes the weights of fields. */
export function fieldsOption(fallback: FieldWeights, most: number): OptionRule<FieldWeights> {
  return value(fallback, "whole numbers for title, abstract, keywords", (v) => areFields(v, most));
}

/** How often an analyzer counts the terms of each field. */
export function fieldsOf({ options }: Analyzer): FieldWeights {
  return options?.fields ?? plainFields;
}

const mostWords = 50_000;

const rulesOfOwn = new WeakMap<Analyzer, TermRules>();

/** What a scanner needs to give an analyzer's words; undefined for an analyzer that `createAnalyzer` did not make. */
export function scannerRules(analyzer: Analyzer): TermRules | undefined {
  return rulesOfOwn.get(analyzer);
}

/** An analyzer for these options. @throws ThemataError INVALID_OPTION */
export function createAnalyzer(options?: Optional<AnalyzerOptions>): Analyzer & { readonly options: AnalyzerOptions } {
  const resolved = resolveOptions("createAnalyzer", options, rules);
  const { normal, minLength } = resolved;
  const wordRules: TermRules = { stopWords: stopSet(resolved.stopWords), normal, minLength };
  let scanner = createTermScanner(wordRules);
  const terms = (text: string): string[] => {
    checkText("terms", text);
    // A stream of any length keeps its memory: a scanner that has met too many words is begun anew.
    if (scanner.size() > mostWords) scanner = createTermScanner(wordRules);
    const found: string[] = [];
    for (const number of scanner.scan(text)) found.push(scanner.terms[number]!);
    return resolved.ngramRange[1] === 1 ? found : ngrams(found, resolved.ngramRange);
  };
  const analyzer = { terms, options: resolved };
  rulesOfOwn.set(analyzer, wordRules);
  return analyzer;
}

/** The terms of a text. @throws ThemataError INVALID_OPTION where an analyzer, which may be a caller's, gives anything else */
export function readTerms(analyzer: Analyzer, text: string): string[] {
  const terms = analyzer.terms(text);
  checkArgument("analyzer", "terms", "a function that gives an array of texts", areTexts(terms), terms);
  return terms;
}

/** The terms of a paper: each field's terms, as often as its weight says. */
export function paperTerms(analyzer: Analyzer, paper: Paper): string[] {
  const { title, abstract, keywords } = fieldsOf(analyzer);
  const terms: string[] = [];
  const add = (text: string | undefined | null, times: number): void => {
    if (times === 0 || !text) return;
    const found = readTerms(analyzer, text);
    for (let i = 0; i < times; i += 1) for (const term of found) terms.push(term);
  };
  add(paper.title, title);
  add(paper.abstract, abstract);
  for (const keyword of paper.keywords ?? []) add(keyword, keywords);
  return terms;
}

function stopSet(stopWords: AnalyzerOptions["stopWords"]): ReadonlySet<string> {
  if (stopWords === "english") return englishStopWords;
  return new Set(stopWords === "none" ? [] : stopWords);
}

function areFields(v: unknown, most: number): boolean {
  const { title, abstract, keywords } = (v ?? {}) as FieldWeights;
  return [title, abstract, keywords].every((n) => Number.isInteger(n) && n >= 0 && n <= most);
}

function isRange(v: unknown): boolean {
  return Array.isArray(v) && v.length === 2 && v.every(Number.isInteger) && v[0] >= 1 && v[1] >= v[0] && v[1] <= 5;
}
