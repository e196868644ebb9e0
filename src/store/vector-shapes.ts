/** Checks of counts and of what several kinds hold: analyzers, TF-IDF models, theme definitions. */

import type { AcronymEntry } from "../text/acronym-dictionary.js";
import type { AnalyzerOptions, FieldWeights } from "../text/analyzer.js";
import type { PhraseStatistics } from "../text/phrase-statistics.js";
import type { SuppliedMark } from "../text/supplied.js";
import type { ThemeDefinition } from "../themes/model/theme-definition.js";
import type { TermCounts } from "../vectors/counts.js";
import type { TfidfModel, TfidfOptions } from "../vectors/tfidf.js";
import {
  ascendingTexts,
  type Check,
  either,
  flag,
  isPlainObject,
  lengthOf,
  list,
  oneOf,
  optional,
  real,
  record,
  text,
  typed,
  whole,
} from "./shape.js";

/** The mark of a caller's function. */
export const suppliedMark: Check = record<SuppliedMark>({ custom: oneOf(true), name: text });

const analyzerOptions: Check = record<AnalyzerOptions>({
  fields: record<FieldWeights>({ title: whole(), abstract: whole(), keywords: whole() }),
  ngramRange: list(whole(1, 8), 2),
  normal: oneOf("stem", "surface"),
  stopWords: either(Array.isArray, list(text), oneOf("english", "none")),
  minLength: whole(1, 40),
});

/** Analyzer options, or the mark of the caller's own analyzer. */
export const analyzerOrMark: Check = either(
  (value) => isPlainObject(value) && value["custom"] === true,
  suppliedMark,
  analyzerOptions,
);

export const tfidfModel: Check = (value, path) => {
  record<TfidfModel>({
    vocabulary: ascendingTexts,
    idf: typed(["Float64Array"]),
    options: record<TfidfOptions>({
      ngramRange: list(whole(1, 8), 2),
      minDf: real(0),
      maxDf: real(0),
      sublinearTf: flag,
      smoothIdf: flag,
      norm: oneOf("l2", "l1", null),
    }),
  })(value, path);
  const { idf, vocabulary } = value as TfidfModel;
  typed(["Float64Array"], vocabulary.length)(idf, `${path}.idf`);
  for (let i = 0; i < idf.length; i += 1) real(0)(idf[i], `${path}.idf[${i}]`);
};

/** Counts of phrases, one number for each key in every array. */
export const phraseStatistics: Check = (value, path) => {
  const size = lengthOf(value, "keys");
  const frequency = typed(["Uint32Array"], size);
  record<PhraseStatistics>({
    documents: whole(),
    keys: ascendingTexts,
    surfaces: list(text, size),
    documentFrequency: frequency,
    wholeFrequency: frequency,
    titleFrequency: frequency,
    acronyms: list(
      record<AcronymEntry>({ short: text, plural: flag, long: text, shortKey: text, longKey: text, papers: whole() }),
    ),
    phrases: optional(suppliedMark),
  })(value, path);
};

/** Counts of terms, one number for each term. */
export const termCounts: Check = (value, path) => {
  record<TermCounts>({
    documents: whole(),
    vocabulary: ascendingTexts,
    documentFrequencies: typed(["Uint32Array"], lengthOf(value, "vocabulary")),
  })(value, path);
};

export const themeDefinition: Check = record<ThemeDefinition>({
  id: text,
  name: text,
  description: optional(text),
  keywords: optional(list(text)),
  aliases: optional(list(text)),
  parents: optional(list(text)),
});
