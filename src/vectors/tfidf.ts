/**
 * TF-IDF: term frequency times inverse document frequency, as scikit-learn's TfidfVectorizer defines it.
 *
 * With n documents and df(t) documents that have term t: tf = count, or 1 + ln count with `sublinearTf`;
 * idf = ln((1 + n) / (1 + df)) + 1 with `smoothIdf`, ln(n / df) + 1 without; then each row is scaled to unit length.
 *
 * Reference: Salton, G., Buckley, C. (1988). Term-weighting approaches in automatic text retrieval. Information
 * Processing & Management 24(5), 513-523. doi:10.1016/0306-4573(88)90021-0
 */

import { ThemataError } from "../errors.js";
import type { CsrMatrix } from "../matrix/csr.js";
import { ln } from "../matrix/elementary.js";
import { checkArgument, choice, flag, number, type Optional, type OptionRules, resolveOptions } from "../options.js";
import {
  checkCounts,
  checkDocuments,
  countMatrix,
  countTerms,
  haveNumbers,
  ngramRangeRule,
  type TermCounts,
} from "./counts.js";

/** scikit-learn's options under scikit-learn's names. */
export interface TfidfOptions {
  /** Shortest and longest run of terms that counts as a term. @defaultValue [1, 1] */
  readonly ngramRange: readonly [number, number];
  /** Fewest documents of a term: a count from 1 up, below 1 a share of the documents. @defaultValue 1 */
  readonly minDf: number;
  /** Most documents of a term: a share of the documents up to 1, above 1 a count. @defaultValue 1 */
  readonly maxDf: number;
  /** 1 + ln(count) in place of the count. @defaultValue false */
  readonly sublinearTf: boolean;
  /** One document more that has every term, so that no idf is infinite. @defaultValue true */
  readonly smoothIdf: boolean;
  /** Scale of each row: unit Euclidean length, unit sum of magnitudes, or as it is (null). @defaultValue "l2" */
  readonly norm: "l2" | "l1" | null;
}

/** What a fit learnt. Plain data. */
export interface TfidfModel {
  /** Terms in ascending order of code units; a term's place is its column. */
  readonly vocabulary: readonly string[];
  /** Inverse document frequency of each term. */
  readonly idf: Float64Array;
  readonly options: TfidfOptions;
}

const rules: OptionRules<TfidfOptions> = {
  ngramRange: ngramRangeRule,
  minDf: number(1, 0),
  maxDf: number(1, 0),
  sublinearTf: flag(false),
  smoothIdf: flag(true),
  norm: choice<"l2" | "l1" | null>("l2", ["l2", "l1", null]),
};

/**
 * Learns vocabulary and idf from documents given as term lists, or from counts made by `countTerms` (give the
 * `ngramRange` of the counts here too: counts do not tell it, and `applyTfidf` goes by it).
 *
 * Linear in the number of terms.
 *
 * @throws ThemataError EMPTY_CORPUS without documents, EMPTY_VOCABULARY when no term is left, INVALID_OPTION
 * @example
 * const model = fitTfidf([["reward", "model"], ["reward", "policy"]]);
 * model.vocabulary; // ["model", "policy", "reward"]
 */
export function fitTfidf(
  documents: readonly (readonly string[])[] | TermCounts,
  options?: Optional<TfidfOptions>,
): TfidfModel {
  const resolved = resolveOptions("fitTfidf", options, rules);
  if (isCounts(documents)) {
    checkCounts("fitTfidf", documents);
    return tfidfOfCounts(documents, resolved);
  }
  checkDocuments("fitTfidf", documents);
  return tfidfOfCounts(countTerms(documents, { ngramRange: resolved.ngramRange }), resolved);
}

/**
 * The TF-IDF vectors of documents: `documents.length` rows, one column a term of the model; unknown terms are passed over.
 *
 * @example
 * applyTfidf(model, [["reward", "reward"]]).data; // Float64Array [1]
 */
export function applyTfidf(model: TfidfModel, documents: readonly (readonly string[])[]): CsrMatrix {
  const { vocabulary, idf, options } = model ?? ({} as Partial<TfidfModel>);
  const isModel = haveNumbers(vocabulary, idf) && ngramRangeRule.accepts(options?.ngramRange);
  checkArgument("applyTfidf", "model", "what fitTfidf gave", isModel, model);
  checkDocuments("applyTfidf", documents);
  const counts = countMatrix(documents, model.vocabulary, model.options.ngramRange);
  return weighCounts(model, counts);
}

/** What weighs counts: a model, or the part of one that does. */
export interface CountWeights {
  readonly idf: ArrayLike<number>;
  readonly options: Pick<TfidfOptions, "sublinearTf" | "norm">;
}

/**
 * Counts (terms of the model as columns) turned into TF-IDF weights, row by row.
 *
 * @param data where the weights go, of the precision wanted
 */
export function weighCounts(
  model: CountWeights,
  counts: CsrMatrix,
  data: Float64Array | Float32Array = new Float64Array(counts.indices.length),
): CsrMatrix {
  const { sublinearTf, norm } = model.options;
  const frequency = sublinearTf ? dampedCount : (count: number) => count;
  for (let row = 0; row < counts.rows; row += 1) {
    const start = counts.indptr[row]!;
    const end = counts.indptr[row + 1]!;
    let length = 0;
    for (let p = start; p < end; p += 1) {
      const weight = frequency(counts.data[p]!) * model.idf[counts.indices[p]!]!;
      data[p] = weight;
      length += norm === "l1" ? Math.abs(weight) : weight * weight;
    }
    if (norm === null || length === 0) continue;
    const scale = norm === "l1" ? length : Math.sqrt(length);
    for (let p = start; p < end; p += 1) data[p]! /= scale;
  }
  return { ...counts, data };
}

const damped: number[] = [];

/** 1 + ln(count), the logarithms of small whole numbers computed once. */
function dampedCount(count: number): number {
  while (damped.length < 256) damped.push(1 + ln(damped.length));
  return damped[count] ?? 1 + ln(count);
}

/** Whether a term of so many of `documents` documents is within `minDf` and `maxDf`. */
export function documentFrequencyRule(
  { minDf, maxDf }: Pick<TfidfOptions, "minDf" | "maxDf">,
  documents: number,
): (documentFrequency: number) => boolean {
  const fewest = minDf >= 1 ? minDf : minDf * documents;
  const most = maxDf > 1 ? maxDf : maxDf * documents;
  return (frequency) => frequency >= fewest && frequency <= most;
}

/** {@link fitTfidf} of counts that need no check. @internal */
export function tfidfOfCounts(counts: TermCounts, given: Optional<TfidfOptions>): TfidfModel {
  const options = resolveOptions("fitTfidf", given, rules);
  if (counts.documents === 0) {
    const message = "fitTfidf: expected at least one document, got none.";
    throw new ThemataError("EMPTY_CORPUS", message, { where: "fitTfidf" });
  }
  const fits = documentFrequencyRule(options, counts.documents);
  const kept = counts.vocabulary.map((_, i) => i).filter((i) => fits(counts.documentFrequencies[i]!));
  if (kept.length === 0) {
    const terms = counts.vocabulary.length;
    const message = `fitTfidf: expected terms within minDf ${options.minDf} and maxDf ${options.maxDf}, got none of ${terms}. Lower minDf or raise maxDf.`;
    throw new ThemataError("EMPTY_VOCABULARY", message, { documents: counts.documents, terms });
  }
  const idf = Float64Array.from(kept, (i) =>
    inverseFrequency(counts.documents, counts.documentFrequencies[i]!, options.smoothIdf),
  );
  return { vocabulary: kept.map((i) => counts.vocabulary[i]!), idf, options };
}

function inverseFrequency(documents: number, frequency: number, smooth: boolean): number {
  return smooth ? ln((1 + documents) / (1 + frequency)) + 1 : ln(documents / frequency) + 1;
}

function isCounts(documents: readonly (readonly string[])[] | TermCounts): documents is TermCounts {
  return typeof documents === "object" && documents !== null && "documentFrequencies" in documents;
}
