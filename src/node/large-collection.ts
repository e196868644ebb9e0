/** A collection that is counted as it comes, with the text of a few thousand papers. */

import { duplicateId, type Paper } from "../papers/paper.js";
import { type PaperIndex, paperIndexOfCounts } from "../related/paper-index.js";
import { type Analyzer, fieldsOf } from "../text/analyzer.js";
import { modelPaper, titledPaper } from "../themes/model/model-paper.js";
import type { ModelPaper } from "../themes/model/theme-model.js";
import { type CountedCollection, termWeights } from "../themes/space/space.js";
import { surfacesReadAtMost, wordSurfaces } from "../themes/space/word-surfaces.js";
import { paperCounter } from "../vectors/paper-counter.js";
import { streamCounter, vectorizeBatches } from "../vectors/vectorize-batches.js";
import { heldPaper } from "./held-paper.js";
import { readingSample } from "./reading-sample.js";

/** What the index of a stream keeps of its papers: their titles, or all of them; "none" where there is no index. */
export type KeptInIndex = "none" | "titles" | "papers";

/** What is known of a stream at its end. */
export interface StreamedCollection {
  readonly counted: CountedCollection;
  readonly papers: readonly ModelPaper[];
  /** The papers whose text is held, at their places. */
  readonly sample: readonly (Paper | undefined)[];
  readonly missedAtMost: number;
  readonly index: PaperIndex | undefined;
}

/** How a stream is counted. */
export interface StreamedCounting {
  readonly analyzer: Analyzer;
  readonly k: number | "auto";
  readonly seed: number;
  readonly mostTerms: number;
  readonly index: KeptInIndex;
}

/** Takes in papers, then gives what it kept, once. */
export interface LargeCollection {
  /** @throws ThemataError DUPLICATE_PAPER_ID */
  add(paper: Paper): void;
  /** `onStep` is told now and then. */
  finish(onStep: () => void): StreamedCollection;
}

/** An empty collection for so many themes. */
export function largeCollection(
  where: string,
  { analyzer, k, seed, mostTerms, index }: StreamedCounting,
): LargeCollection {
  const indexed = index === "none" ? undefined : paperCounter(analyzer);
  const counter = indexed ?? streamCounter(analyzer, mostTerms);
  const sample = readingSample(k);
  const papers: ModelPaper[] = [];
  const inIndex: Paper[] = [];
  const places = new Map<string, number>();
  const first: Paper[] = [];
  return {
    add(paper) {
      // A map that has not grown says so without a look-up of its own.
      if (places.set(paper.id, papers.length).size === papers.length) {
        const known = papers.findIndex(({ id }) => id === paper.id);
        throw duplicateId(where, paper.id, known, papers.length);
      }
      counter.add(paper);
      sample.add(paper);
      papers.push(modelPaper(paper));
      if (index !== "none") inIndex.push(index === "papers" ? paper : titledPaper(paper));
      if (first.length < surfacesReadAtMost) first.push(heldPaper(paper));
    },
    finish(onStep) {
      const fields = fieldsOf(analyzer);
      const made = indexed && paperIndexOfCounts(inIndex, places, indexed, { analyzer, fields, seed }, onStep);
      if (made === undefined) places.clear();
      const { missedAtMost, ...counted } = vectorizeBatches(counter, termWeights(papers.length).minDf, onStep);
      const surfaces = wordSurfaces(first, analyzer, counted.model.vocabulary, onStep);
      return { counted: { ...counted, surfaces }, papers, sample: sample.held(), missedAtMost, index: made };
    },
  };
}
