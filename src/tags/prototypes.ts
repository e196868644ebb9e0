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

import { type DenseMatrix, zeros } from "../matrix/dense.js";
import { widenByFeedback } from "./feedback.js";
import { propagate } from "./propagation.js";
import { type SmoothedCollection, smoothedScores, smoothedSums } from "./smoothed-collection.js";
import { addThemes, highest, normalizeThemes, sumRows } from "./theme-weights.js";

/** What prototypes are made of. Labels as in a tagger's memory. */
export interface PrototypeInput {
  /** Labelled papers first. */
  readonly collection: SmoothedCollection;
  readonly labelled: number;
  readonly labels: Int8Array;
  readonly removed: Int8Array;
  /** terms x themes, unit columns */
  readonly definitions: DenseMatrix;
  /** Weight of the unlabelled papers, 1 for the usual. */
  readonly backgroundShare: number;
}

/** Prototypes as weights, terms x themes. */
export interface Prototypes {
  /** For ordering themes: cosine with the smoothed papers. */
  readonly sharp: DenseMatrix;
  /** Before any unlabelled paper joined: says what a theme has to do with a paper at all. */
  readonly broad: DenseMatrix;
  /** Scores of the smoothed papers by `sharp`, papers x themes. */
  readonly taught: DenseMatrix;
  /** Scores of `broad` after they flowed along the neighbours, papers x themes. */
  readonly flowed: DenseMatrix;
}

const rounds = 3;
/** A paper from which a person took a theme counts half against it. */
const againstWeight = 0.5;

/** Makes the prototypes. O((papers x neighbours + non-zeros) x themes). */
export function makePrototypes(input: PrototypeInput): Prototypes {
  const { collection, definitions, backgroundShare } = input;
  const examples = exampleCounts(input);
  const unlabelled = collection.vectors.rows > input.labelled && backgroundShare > 0;
  const widened = unlabelled ? widenByFeedback(collection, definitions) : definitions;
  const shares = exampleShares(input);
  const smoothExamples = normalizeThemes(smoothedSums(collection, shares));
  const broad = normalizeThemes(addThemes(smoothExamples, widened, (t) => (examples[t]! > 0 ? 0.5 : 1)));
  const flowed = propagate(collection.graph, smoothedScores(collection, broad));
  const exampleSums = normalizeThemes(sumRows(collection.vectors, shares));
  const anchors = addThemes(copyOf(definitions), exampleSums, (t) => examples[t]! / (examples[t]! + 2));
  let sharp = copyOf(anchors);
  for (let round = 0; round < (unlabelled ? rounds : 0); round += 1) {
    const scores = round === 0 ? flowed : smoothedScores(collection, sharp);
    const joined = normalizeThemes(smoothedSums(collection, bestThemes(scores, input.labelled)));
    sharp = addThemes(copyOf(anchors), joined, (t) => backgroundShare * (1 + examples[t]! / 2) ** -0.25);
    normalizeThemes(sharp);
  }
  normalizeThemes(sharp);
  return { sharp, broad, taught: smoothedScores(collection, sharp), flowed };
}

/** Example papers of each theme. */
export function exampleCounts({ labels, definitions }: Pick<PrototypeInput, "labels" | "definitions">): Float64Array {
  const counts = new Float64Array(definitions.columns);
  labels.forEach((label, p) => {
    if (label === 1) counts[p % definitions.columns]! += 1;
  });
  return counts;
}

function exampleShares({ collection, labelled, labels, removed, definitions }: PrototypeInput): DenseMatrix {
  const shares = zeros(collection.vectors.rows, definitions.columns);
  for (let p = 0; p < labelled * definitions.columns; p += 1) {
    if (labels[p] === 1) shares.data[p] = 1;
    else if (removed[p] === 1) shares.data[p] = -againstWeight;
  }
  return shares;
}

/** The square of each unlabelled paper's highest score, at its theme. */
function bestThemes(scores: DenseMatrix, labelled: number): DenseMatrix {
  const { rows, columns } = scores;
  const shares = zeros(rows, columns);
  for (let row = labelled; row < rows; row += 1) {
    const place = row * columns + highest(scores.data, row * columns, columns);
    const score = scores.data[place]!;
    if (score > 0) shares.data[place] = score * score;
  }
  return shares;
}

function copyOf(matrix: DenseMatrix): DenseMatrix {
  return { ...matrix, data: matrix.data.slice() };
}
