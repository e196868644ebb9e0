/** A collection that is counted as it comes, with the text of a few thousand papers. */

import { duplicateId, type Paper } from "../papers/paper.js";
import type { Analyzer } from "../text/analyzer.js";
import { modelPaper } from "../themes/model-paper.js";
import { type CountedCollection, termWeights } from "../themes/space.js";
import type { ModelPaper } from "../themes/theme-model.js";
import { surfacesReadAtMost, wordSurfaces } from "../themes/word-surfaces.js";
import { streamCounter, vectorizeBatches } from "../vectors/vectorize-batches.js";
import { readingSample } from "./reading-sample.js";

/** What is known of a stream at its end. */
export interface StreamedCollection {
  readonly counted: CountedCollection;
  readonly papers: readonly ModelPaper[];
  /** The papers whose text is held, at their places. */
  readonly sample: readonly (Paper | undefined)[];
  readonly missedAtMost: number;
}

/** Takes in papers, then gives what it kept, once. */
export interface LargeCollection {
  /** @throws ThemataError DUPLICATE_PAPER_ID */
  add(paper: Paper): void;
  finish(): StreamedCollection;
}

/** An empty collection for so many themes. */
export function largeCollection(
  where: string,
  analyzer: Analyzer,
  k: number | "auto",
  mostTerms: number,
): LargeCollection {
  const counter = streamCounter(analyzer, mostTerms);
  const sample = readingSample(k);
  const papers: ModelPaper[] = [];
  const places = new Map<string, number>();
  const first: Paper[] = [];
  return {
    add(paper) {
      const known = places.get(paper.id);
      if (known !== undefined) throw duplicateId(where, paper.id, known, papers.length);
      places.set(paper.id, papers.length);
      counter.add(paper);
      sample.add(paper);
      papers.push(modelPaper(paper));
      if (first.length < surfacesReadAtMost) first.push(paper);
    },
    finish() {
      places.clear();
      const { missedAtMost, ...counted } = vectorizeBatches(counter, termWeights(papers.length).minDf);
      const surfaces = wordSurfaces(first, analyzer, counted.model.vocabulary);
      return { counted: { ...counted, surfaces }, papers, sample: sample.held(), missedAtMost };
    },
  };
}
