/**
 * Counts a collection of any size batch by batch, with a bound on the terms it holds.
 *
 * Reference: Manku, G. S., Motwani, R. (2002). Approximate frequency counts over data streams. VLDB, 346-357.
 * doi:10.1016/B978-155860869-6/50038-X (lossy counting).
 * Departures: rare terms are dropped when there are too many, not at every batch.
 */

import { addTo } from "../matrix/by-key.js";
import type { CsrMatrix } from "../matrix/csr.js";
import type { Paper } from "../papers/paper.js";
import type { Analyzer } from "../text/analyzer.js";
import { columnsOf, type TermCounts } from "./counts.js";
import { type CountedPapers, paperCounter } from "./paper-counter.js";

/** Bounds of the memory. */
export interface BatchLimits {
  /** Distinct terms that end a batch. */
  readonly batchTerms: number;
  /** Distinct terms between batches above which the rarest are dropped. */
  readonly mostTerms: number;
}

/** Counts of a collection that was counted in batches. */
export interface BatchedCounts extends CountedPapers, TermCounts {
  /** No document frequency is understated by more than this; 0 where nothing was dropped. */
  readonly missedAtMost: number;
}

/** Takes in papers, then gives what it counted, once. */
export interface BatchedCounter {
  add(paper: Paper): void;
  /** Papers taken in. */
  papers(): number;
  /** The counts of the terms of whose document frequency `keep` says yes. */
  finish(keep: (documentFrequency: number) => boolean, onStep?: () => void): BatchedCounts;
}

/** An empty counter. What it counts equals what one `paperCounter` counts, unless terms had to be dropped. */
export function batchedCounter(analyzer: Analyzer, { batchTerms, mostTerms }: BatchLimits): BatchedCounter {
  const batches: (CountedPapers & TermCounts)[] = [];
  const frequencies = new Map<string, number>();
  let current = paperCounter(analyzer);
  let done = 0;
  let missedAtMost = 0;

  const closeBatch = (): void => {
    done += current.papers();
    const batch = current.finish();
    batch.vocabulary.forEach((term, i) => {
      addTo(frequencies, term, batch.documentFrequencies[i]!);
    });
    batches.push(batch);
    current = paperCounter(analyzer);
    for (let rarest = 1; frequencies.size > mostTerms; rarest += 1) {
      for (const [term, frequency] of frequencies) if (frequency <= rarest) frequencies.delete(term);
      // The term dropped now may have lost up to as much in each dropping before.
      if (frequencies.size <= mostTerms) missedAtMost += rarest;
    }
  };

  return {
    add(paper) {
      current.add(paper);
      if (current.termsMet() >= batchTerms) closeBatch();
    },
    papers: () => done + current.papers(),
    finish(keep, onStep = () => undefined) {
      if (current.papers() > 0) closeBatch();
      const vocabulary = [...frequencies.keys()].filter((term) => keep(frequencies.get(term)!)).sort();
      const documentFrequencies = Uint32Array.from(vocabulary, (term) => frequencies.get(term)!);
      // What is not needed any more is not held by the counter, which may outlive its work.
      frequencies.clear();
      const differentTerms = Uint32Array.from(batches.flatMap((batch) => [...batch.differentTerms]));
      const counts = joined(batches.splice(0).reverse(), vocabulary, onStep);
      return { documents: done, vocabulary, documentFrequencies, counts, differentTerms, missedAtMost };
    },
  };
}

/**
 * The rows of all batches in the columns of one vocabulary. Both are in one order, so that columns stay ascending. Takes
 * the batches from the end of the list, so that each can be forgotten.
 */
function joined(batches: (CountedPapers & TermCounts)[], vocabulary: readonly string[], onStep: () => void): CsrMatrix {
  const columnOf = columnsOf(vocabulary);
  const columns = batches.map((batch) => Int32Array.from(batch.vocabulary, (term) => columnOf.get(term) ?? -1));
  const rows = batches.reduce((sum, { documents }) => sum + documents, 0);
  let entries = 0;
  batches.forEach(({ counts }, b) => {
    for (const index of counts.indices) if (columns[b]![index]! >= 0) entries += 1;
  });
  const indptr = new Uint32Array(rows + 1);
  const indices = new Uint32Array(entries);
  const data = new Float32Array(entries);
  let row = 0;
  let written = 0;
  for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
    onStep();
    const { counts } = batch;
    const columnsOfBatch = columns[batches.length]!;
    for (let r = 0; r < counts.rows; r += 1) {
      for (let p = counts.indptr[r]!; p < counts.indptr[r + 1]!; p += 1) {
        const column = columnsOfBatch[counts.indices[p]!]!;
        if (column < 0) continue;
        indices[written] = column;
        data[written] = counts.data[p]!;
        written += 1;
      }
      row += 1;
      indptr[row] = written;
    }
  }
  return { rows, columns: vocabulary.length, indptr, indices, data };
}
