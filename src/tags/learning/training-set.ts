/** What a tagger learns from, in the form the algorithms want: vectors, neighbours, labels, definitions. */

import { type CsrMatrix, selectRows } from "../../matrix/csr.js";
import { type DenseMatrix, zeros } from "../../matrix/dense.js";
import { evenlySpaced } from "../../matrix/evenly-spaced.js";
import type { TaggerMemory } from "../tagger.js";
import { type SmoothedCollection, smoothCollection, subCollection } from "./smoothed-collection.js";

/** Papers with and without labels. */
export interface TrainingSet {
  /** All papers, one row each. */
  readonly vectors: CsrMatrix;
  /** Rows of the labelled papers. */
  readonly labelledRows: Uint32Array;
  /** labelled papers x themes, as in a tagger's memory */
  readonly labels: Int8Array;
  readonly removed: Int8Array;
  /** terms x themes, unit columns */
  readonly definitions: DenseMatrix;
  /** Rows of the papers whose neighbours are known: all, or an even sample of a large set. */
  readonly collectedRows: Uint32Array;
  /** The same papers with their neighbours. */
  readonly collection: SmoothedCollection;
}

/** Neighbours are looked for among this many papers; the search grows with their square. */
const mostCollected = 6000;

/** Prepares a tagger's memory; the neighbour search is most of the work. */
export function makeTrainingSet(memory: TaggerMemory, definitions: CsrMatrix): TrainingSet {
  const { vectors, labelledRows, labels, removed } = memory;
  const collectedRows = evenlySpaced(vectors.rows, mostCollected);
  const collected = collectedRows.length === vectors.rows ? vectors : selectRows(vectors, collectedRows);
  return {
    vectors,
    labelledRows,
    labels,
    removed,
    definitions: asWeights(definitions),
    collectedRows,
    collection: smoothCollection(collected),
  };
}

/** The set without some of its labelled papers, given by their places among them. */
export function withoutPapers(set: TrainingSet, held: readonly number[]): TrainingSet {
  const themes = set.definitions.columns;
  const out = new Uint8Array(set.vectors.rows);
  for (const i of held) out[set.labelledRows[i]!] = 1;
  const rows = Uint32Array.from(out.keys()).filter((row) => out[row] === 0);
  const place = new Uint32Array(set.vectors.rows);
  rows.forEach((row, i) => {
    place[row] = i;
  });
  const kept = Uint32Array.from(set.labelledRows.keys()).filter((i) => out[set.labelledRows[i]!] === 0);
  const collectedPlaces = Uint32Array.from(set.collectedRows.keys()).filter((i) => out[set.collectedRows[i]!] === 0);
  return {
    vectors: selectRows(set.vectors, rows),
    labelledRows: kept.map((i) => place[set.labelledRows[i]!]!),
    labels: pickRows(set.labels, kept, themes),
    removed: pickRows(set.removed, kept, themes),
    definitions: set.definitions,
    collectedRows: collectedPlaces.map((i) => place[set.collectedRows[i]!]!),
    collection: subCollection(set.collection, collectedPlaces),
  };
}

/** Some rows of a table with `columns` columns. */
export function pickRows(table: Int8Array, rows: Uint32Array, columns: number): Int8Array {
  const picked = new Int8Array(rows.length * columns);
  rows.forEach((row, at) => {
    picked.set(table.subarray(row * columns, (row + 1) * columns), at * columns);
  });
  return picked;
}

/** A fold for each labelled paper: papers of one first theme are dealt out in turn. */
export function dealFolds(labels: Int8Array, themes: number, folds: number): Uint8Array {
  const papers = labels.length / themes;
  const first = Array.from({ length: papers }, (_, i) => labels.subarray(i * themes, (i + 1) * themes).indexOf(1));
  const order = [...first.keys()].sort((i, j) => first[i]! - first[j]! || i - j);
  const fold = new Uint8Array(papers);
  order.forEach((i, place) => {
    fold[i] = place % folds;
  });
  return fold;
}

/** Rows of a sparse matrix as columns of dense weights. */
function asWeights(definitions: CsrMatrix): DenseMatrix {
  const { rows, columns, indptr, indices, data } = definitions;
  const weights = zeros(columns, rows);
  for (let row = 0; row < rows; row += 1) {
    for (let p = indptr[row]!; p < indptr[row + 1]!; p += 1) weights.data[indices[p]! * rows + row] = data[p]!;
  }
  return weights;
}
