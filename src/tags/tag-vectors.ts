/** The vectors of papers to be tagged, and what is made of a tagger once for a stream of them. */

import type { CsrMatrix } from "../matrix/csr.js";
import type { DenseMatrix } from "../matrix/dense.js";
import type { Paper } from "../papers/paper.js";
import { type Analyzer, createAnalyzer, fieldsOf, readTerms, scannerRules } from "../text/analyzer.js";
import { type WordClass, wordClass } from "../text/lexicon.js";
import { normalize } from "../text/normalize.js";
import { remembered } from "../text/remembered.js";
import { columnReader } from "../vectors/column-reader.js";
import { forEachText } from "../vectors/term-reader.js";
import { type TfidfModel, weighCounts } from "../vectors/tfidf.js";
import { type EmptyTerms, findEmptyTerms } from "./evidence/empty-terms.js";
import type { KnownTerm } from "./evidence/place-terms.js";
import { askedAlone, type Witness, witnessesOf } from "./learning/own-naming.js";
import type { Tagger } from "./tagger.js";
import { longerRun, placeIn, type WordTree } from "./word-tree.js";

/** So much of a paper is known in nearly every paper of the kind that a tagger has learnt from. */
const enoughKnown = 0.5;
/** A text of a word or two may be about anything: as if it had so many words more, which are not known. */
const unread = 2;

/**
 * TF-IDF vectors of papers in the vocabulary of a tagger: of unit length, and shorter where most of a paper's words are
 * unknown to it, lest the one that it knows stand for all. Where the definitions are all it knows, nearly all words are.
 */
export function tagVectors(tagger: Tagger, papers: readonly Paper[], analyzer: Analyzer): CsrMatrix {
  const { count, witnesses } = runtimeOf(tagger, analyzer);
  const rows = papers.map(count);
  const indptr = new Uint32Array(papers.length + 1);
  rows.forEach(({ columns }, row) => {
    indptr[row + 1] = indptr[row]! + columns.length;
  });
  const indices = new Uint32Array(indptr[papers.length]!);
  const data = new Float64Array(indices.length);
  rows.forEach(({ columns, counts }, row) => {
    indices.set(columns, indptr[row]!);
    data.set(counts, indptr[row]!);
  });
  const columns = tagger.tfidf.vocabulary.length;
  const vectors = weighCounts(tagger.tfidf, { rows: papers.length, columns, indptr, indices, data }, data);
  if (witnesses !== undefined) return vectors;
  rows.forEach(({ known }, row) => {
    const scale = Math.sqrt(Math.min(1, known / enoughKnown));
    for (let p = indptr[row]!; p < indptr[row + 1]!; p += 1) data[p]! *= scale;
  });
  return vectors;
}

/** What a paper has of the vocabulary: columns ascending, and how often it has each. */
interface CountedRow {
  readonly columns: Uint32Array;
  readonly counts: Float64Array;
  /** The share of its words that are in the vocabulary, each weighing as much as it tells papers apart. */
  readonly known: number;
}

/** What is made of a tagger once and kept beside it. */
export interface Runtime {
  readonly analyzer: Analyzer;
  /** Counts the terms of a paper. */
  count(paper: Paper): CountedRow;
  /** What speaks for the themes, where each paper is asked alone. */
  readonly witnesses: readonly Witness[] | undefined;
  readonly empty: EmptyTerms;
  /** For each column what it says for the mean theme, having none counted as one. */
  readonly meanWeights: Float64Array;
  /** The terms of a single token. */
  termsOf(token: string): readonly KnownTerm[];
}

const runtimes = new WeakMap<Tagger, Runtime>();

/** What is kept beside a tagger that is used with this analyzer. */
export function runtimeOf(tagger: Tagger, analyzer: Analyzer): Runtime {
  const known = runtimes.get(tagger);
  if (known?.analyzer === analyzer) return known;
  const { vocabulary } = tagger.tfidf;
  // Those of earlier versions have no standings.
  const alone = tagger.calibration.standings !== undefined && askedAlone(tagger.memory);
  const empty = findEmptyTerms(tagger.themes, vocabulary, analyzer);
  const runtime = {
    analyzer,
    empty,
    count: paperCounter(tagger.tfidf, analyzer),
    meanWeights: meansOfRows(tagger.ranking.weights),
    witnesses: alone ? witnessesOf(tagger.themes, tagger.tfidf, analyzer) : undefined,
    termsOf: knownTermsOf(vocabulary, analyzer, empty),
  };
  runtimes.set(tagger, runtime);
  return runtime;
}

function meansOfRows({ rows, columns, data }: DenseMatrix): Float64Array {
  const means = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    for (let t = 0; t < columns; t += 1) means[row]! += data[row * columns + t]! / (columns + 1);
  }
  return means;
}

function paperCounter({ vocabulary, idf }: TfidfModel, analyzer: Analyzer): (paper: Paper) => CountedRow {
  const read = columnReader(vocabulary, analyzer);
  const fields = fieldsOf(analyzer);
  const weights = idf.map((weight, column) => (vocabulary[column]!.includes(" ") ? 0 : weight * weight));
  const unknown = vocabulary.length;
  const unknownWeight = weights.reduce((most, weight) => Math.max(most, weight), 1);
  const tally = new Float64Array(unknown + 1);
  const met: number[] = [];
  return (paper) => {
    for (const column of met) tally[column] = 0;
    tally[unknown] = 0;
    met.length = 0;
    forEachText(paper, fields, (text, times) => {
      for (const column of read(text)) {
        if (tally[column] === 0 && column !== unknown) met.push(column);
        tally[column]! += times;
      }
    });
    const columns = new Uint32Array(met).sort();
    const counts = new Float64Array(columns.length);
    let known = 0;
    for (let p = 0; p < columns.length; p += 1) {
      const column = columns[p]!;
      counts[p] = tally[column]!;
      known += counts[p]! * weights[column]!;
    }
    const all = known + (tally[unknown]! + unread) * unknownWeight;
    return { columns, counts, known: known / all };
  };
}

const verbClasses: ReadonlySet<WordClass> = new Set(["verb", "verbish", "adverb"]);

/** What is known of one token at a time, by the analyzer without its longer runs. */
function knownTermsOf(
  vocabulary: readonly string[],
  analyzer: Analyzer,
  empty: EmptyTerms,
): (token: string) => readonly KnownTerm[] {
  const { options } = analyzer;
  const alone = scannerRules(analyzer) === undefined || options!.ngramRange[1] === 1;
  const single = alone ? analyzer : createAnalyzer({ ...options, ngramRange: [1, 1] });
  const runs: WordTree<number> = {};
  vocabulary.forEach((term, column) => {
    placeIn(runs, term.split(" ")).value = column;
  });
  return remembered((token) => {
    const norm = normalize(token, "word");
    const isVerb = verbClasses.has(wordClass(norm));
    return readTerms(single, token).map((term) => {
      const words = term.split(" ");
      return { term, words, isEmpty: empty.isEmpty(norm, term), isVerb, run: longerRun(runs, words) };
    });
  });
}
