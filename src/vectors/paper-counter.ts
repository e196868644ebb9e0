/** Counts the terms of papers one after another, holding their numbers and not their text. */

import type { CsrMatrix } from "../matrix/csr.js";
import type { Paper } from "../papers/paper.js";
import { type Analyzer, fieldsOf } from "../text/analyzer.js";
import { columnsOf, type TermCounts } from "./counts.js";
import { entryList } from "./entry-list.js";
import type { PagedRows } from "./packed-entry.js";
import { rowCounter } from "./row-counter.js";
import { forEachText, termReader } from "./term-reader.js";

/** How often each paper has each term of a vocabulary. */
export interface CountedPapers {
  /** papers x terms. */
  readonly counts: CsrMatrix;
  /** For each paper the number of its different terms, those outside the vocabulary included. */
  readonly differentTerms: Uint32Array;
}

/** Takes in papers, then gives what it counted, once. */
export interface PaperCounter {
  add(paper: Paper): void;
  /** Papers taken in. */
  papers(): number;
  /** Distinct terms met. */
  termsMet(): number;
  /** All terms met, by their numbers. */
  terms(): string[];
  /** For each term met the papers that have it. */
  documentFrequencies(): Uint32Array;
  /** The terms of each paper and their counts, in the order in which it has them. */
  paged(): PagedRows;
  /**
   * The counts, with a vocabulary of their own: the terms of whose document frequency `keep` says yes. `onStep` is told
   * now and then.
   */
  finish(keep?: (documentFrequency: number) => boolean, onStep?: () => void): CountedPapers & TermCounts;
  /** The counts of the terms of a given vocabulary. */
  finishWith(vocabulary: readonly string[]): CountedPapers;
}

/** An empty counter. The counts are those of `countTerms` and `countMatrix` on `paperTerms`. */
export function paperCounter(analyzer: Analyzer): PaperCounter {
  const reader = termReader(analyzer);
  const fields = fieldsOf(analyzer);
  const entries = entryList();
  const lengths: number[] = [];
  const row = rowCounter();

  return {
    add(paper) {
      row.begin();
      forEachText(paper, fields, (text, weight) => row.add(reader.read(text), weight));
      lengths.push(row.end(entries));
    },
    papers: () => lengths.length,
    termsMet: row.size,
    terms: () => Array.from({ length: row.size() }, (_, number) => reader.term(number)),
    documentFrequencies: row.documentFrequencies,
    paged: entries.paged,
    finish(keep = () => true, onStep = () => undefined) {
      const frequencies = row.documentFrequencies();
      const kept: { term: string; number: number }[] = [];
      frequencies.forEach((frequency, number) => {
        if (keep(frequency)) kept.push({ term: reader.term(number), number });
      });
      onStep();
      kept.sort((a, b) => (a.term < b.term ? -1 : 1));
      onStep();
      const columnOf = new Int32Array(frequencies.length).fill(-1);
      kept.forEach(({ number }, column) => {
        columnOf[number] = column;
      });
      return {
        documents: lengths.length,
        vocabulary: kept.map(({ term }) => term),
        documentFrequencies: Uint32Array.from(kept, ({ number }) => frequencies[number]!),
        counts: entries.toRows(columnOf, kept.length, onStep),
        differentTerms: Uint32Array.from(lengths),
      };
    },
    finishWith(vocabulary) {
      const columns = columnsOf(vocabulary);
      const columnOf = Int32Array.from(
        row.documentFrequencies(),
        (_, number) => columns.get(reader.term(number)) ?? -1,
      );
      return {
        counts: entries.toRows(columnOf, vocabulary.length),
        differentTerms: Uint32Array.from(lengths),
      };
    },
  };
}
