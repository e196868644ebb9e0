/** The vectors of papers to be tagged, and what is made of a tagger once for a stream of them. */

import type { CsrMatrix } from "../matrix/csr.js";
import type { Paper } from "../papers/paper.js";
import { type Analyzer, createAnalyzer } from "../text/analyzer.js";
import { remembered } from "../text/remembered.js";
import { columnReader } from "../vectors/column-reader.js";
import { forEachText, plainFields } from "../vectors/term-reader.js";
import { weighCounts } from "../vectors/tfidf.js";
import type { Tagger } from "./tagger.js";

/** TF-IDF vectors of papers in the vocabulary of a tagger. */
export function tagVectors(tagger: Tagger, papers: readonly Paper[], analyzer: Analyzer): CsrMatrix {
  const { count } = runtimeOf(tagger, analyzer);
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
  return weighCounts(tagger.tfidf, { rows: papers.length, columns, indptr, indices, data }, data);
}

/** What a paper has of the vocabulary: columns ascending, and how often it has each. */
interface CountedRow {
  readonly columns: Uint32Array;
  readonly counts: Float64Array;
}

/** What is made of a tagger once and kept beside it. */
export interface Runtime {
  readonly analyzer: Analyzer;
  /** Counts the terms of a paper. */
  count(paper: Paper): CountedRow;
  /** Column of each term of the vocabulary. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** What a longer term of the vocabulary begins with, up to any of its spaces. */
  readonly beginnings: ReadonlySet<string>;
  /** The terms of a single token. */
  termsOf(token: string): readonly string[];
}

const runtimes = new WeakMap<Tagger, Runtime>();

/** What is kept beside a tagger that is used with this analyzer. */
export function runtimeOf(tagger: Tagger, analyzer: Analyzer): Runtime {
  const known = runtimes.get(tagger);
  if (known?.analyzer === analyzer) return known;
  const { vocabulary } = tagger.tfidf;
  const runtime = {
    analyzer,
    count: paperCounter(vocabulary, analyzer),
    columnOf: new Map(vocabulary.map((term, column) => [term, column])),
    beginnings: beginningsOf(vocabulary),
    termsOf: tokenTerms(analyzer),
  };
  runtimes.set(tagger, runtime);
  return runtime;
}

function paperCounter(vocabulary: readonly string[], analyzer: Analyzer): (paper: Paper) => CountedRow {
  const read = columnReader(vocabulary, analyzer);
  const fields = analyzer.options?.fields ?? plainFields;
  const tally = new Float64Array(vocabulary.length);
  const met: number[] = [];
  return (paper) => {
    for (const column of met) tally[column] = 0;
    met.length = 0;
    forEachText(paper, fields, (text, times) => {
      for (const column of read(text)) {
        if (tally[column] === 0) met.push(column);
        tally[column]! += times;
      }
    });
    const columns = Uint32Array.from(met).sort();
    return { columns, counts: Float64Array.from(columns, (column) => tally[column]!) };
  };
}

function beginningsOf(vocabulary: readonly string[]): Set<string> {
  const beginnings = new Set<string>();
  for (const term of vocabulary) {
    for (let end = term.indexOf(" "); end >= 0; end = term.indexOf(" ", end + 1)) beginnings.add(term.slice(0, end));
  }
  return beginnings;
}

/** The analyzer without its longer runs, on one token at a time. */
function tokenTerms(analyzer: Analyzer): (token: string) => readonly string[] {
  const { options } = analyzer;
  const alone = options === undefined || options.ngramRange[1] === 1;
  const single = alone ? analyzer : createAnalyzer({ ...options, ngramRange: [1, 1] });
  return remembered((token) => single.terms(token));
}
