/**
 * One prototype for each theme, from its definition, its examples and the unlabelled papers that resemble them.
 *
 * The definition is widened by feedback, joined with the examples, and its scores flow along the neighbour graph; then
 * the unlabelled papers join the theme they fit best, and definition, examples and joined papers together make the
 * prototype, three times over.
 *
 * References: Rocchio 1971 (see feedback.ts); Nigam, K., McCallum, A., Thrun, S., Mitchell, T. (2000). Text
 * classification from labeled and unlabeled documents using EM. Machine Learning 39, 103-134.
 * doi:10.1023/A:1007692713085
 * Departures: hard assignments, weighted by the squared cosine, in place of EM; the definition is never given up, and the
 * unlabelled papers weigh less the more examples there are.
 */

import { copyOf, type DenseMatrix, zeros } from "../../matrix/dense.js";
import type { Truth } from "./distil.js";
import { widenByFeedback } from "./feedback.js";
import { propagate } from "./propagation.js";
import { smoothedScores, smoothedSums } from "./smoothed-collection.js";
import { addThemes, highest, normalizeThemes, sumRows } from "./theme-weights.js";
import { pickRows, type TrainingSet } from "./training-set.js";

/** What holds whatever the unlabelled papers weigh. Weights are terms x themes. */
export interface Foundation {
  /** Definition and examples of each theme. */
  readonly anchors: DenseMatrix;
  /** Definition widened by feedback, and examples: says what a theme has to do with a paper at all. */
  readonly broad: DenseMatrix;
  /** Scores of the smoothed papers by `broad` after they flowed along the neighbours, papers x themes. */
  readonly flowed: DenseMatrix;
  /** Example papers of each theme. */
  readonly examples: Float64Array;
  /** What is known of the collection's labelled papers. */
  readonly truth: Truth;
}

/** Prototypes, with the scores of the smoothed papers by them. */
export interface Prototypes {
  /** terms x themes */
  readonly weights: DenseMatrix;
  /** papers x themes */
  readonly scores: DenseMatrix;
}

const rounds = 3;
/** A paper from which a person took a theme counts half against it. */
const againstWeight = 0.5;

/** Reads definitions and examples, and finds what else belongs to them. O((papers x neighbours + non-zeros) x themes). */
export function layFoundation(set: TrainingSet, useBackground: boolean): Foundation {
  const { collection, definitions } = set;
  const truth = truthWithin(set);
  const examples = exampleCounts(set);
  const unlabelled = useBackground && collection.vectors.rows > truth.labelledRows.length;
  const widened = unlabelled ? widenByFeedback(collection, definitions) : definitions;
  const collectedShares = exampleShares(collection.vectors.rows, { ...set, ...truth });
  const smoothExamples = normalizeThemes(smoothedSums(collection, collectedShares));
  const broad = normalizeThemes(addThemes(smoothExamples, widened, (t) => (examples[t]! > 0 ? 0.5 : 1)));
  const flowed = propagate(collection.graph, smoothedScores(collection, broad));
  const exampleSums = normalizeThemes(sumRows(set.vectors, exampleShares(set.vectors.rows, set)));
  const anchors = addThemes(copyOf(definitions), exampleSums, (t) => examples[t]! / (examples[t]! + 2));
  return { anchors, broad, flowed, examples, truth };
}

/** Lets the unlabelled papers join, with this weight beside definition and examples; 0 for without them. */
export function makePrototypes(set: TrainingSet, foundation: Foundation, backgroundShare: number): Prototypes {
  const { collection } = set;
  const { anchors, flowed, examples, truth } = foundation;
  const unlabelled = backgroundShare > 0 && collection.vectors.rows > truth.labelledRows.length;
  let weights = normalizeThemes(copyOf(anchors));
  for (let round = 0; round < (unlabelled ? rounds : 0); round += 1) {
    const scores = round === 0 ? flowed : smoothedScores(collection, weights);
    const joined = normalizeThemes(smoothedSums(collection, bestThemes(scores, truth.labelledRows)));
    weights = addThemes(copyOf(anchors), joined, (t) => backgroundShare / Math.sqrt(Math.sqrt(1 + examples[t]! / 2)));
    normalizeThemes(weights);
  }
  return { weights, scores: smoothedScores(collection, weights) };
}

/** The labelled papers of the collection, by their places in it. */
function truthWithin({ vectors, labelledRows, labels, removed, collectedRows, definitions }: TrainingSet): Truth {
  const place = new Int32Array(vectors.rows).fill(-1);
  collectedRows.forEach((row, i) => {
    place[row] = i;
  });
  const within = Uint32Array.from(labelledRows.keys()).filter((i) => place[labelledRows[i]!]! >= 0);
  return {
    labelledRows: within.map((i) => place[labelledRows[i]!]!),
    labels: pickRows(labels, within, definitions.columns),
    removed: pickRows(removed, within, definitions.columns),
  };
}

/** Example papers of each theme. */
function exampleCounts({ labels, definitions }: TrainingSet): Float64Array {
  const counts = new Float64Array(definitions.columns);
  for (let p = 0; p < labels.length; p += 1) if (labels[p] === 1) counts[p % definitions.columns]! += 1;
  return counts;
}

/** What each paper adds to its themes' examples. */
function exampleShares(rows: number, { labelledRows, labels, removed, definitions }: Truth & TrainingSet): DenseMatrix {
  const themes = definitions.columns;
  const shares = zeros(rows, themes);
  labelledRows.forEach((row, i) => {
    for (let t = 0; t < themes; t += 1) {
      if (labels[i * themes + t] === 1) shares.data[row * themes + t] = 1;
      else if (removed[i * themes + t] === 1) shares.data[row * themes + t] = -againstWeight;
    }
  });
  return shares;
}

/** The square of each unlabelled paper's highest score, at its theme. */
function bestThemes(scores: DenseMatrix, labelledRows: Uint32Array): DenseMatrix {
  const { rows, columns } = scores;
  const shares = zeros(rows, columns);
  const labelled = new Uint8Array(rows);
  for (const row of labelledRows) labelled[row] = 1;
  for (let row = 0; row < rows; row += 1) {
    const place = row * columns + highest(scores.data, row * columns, columns);
    const score = scores.data[place]!;
    if (score > 0 && labelled[row] === 0) shares.data[place] = score * score;
  }
  return shares;
}
