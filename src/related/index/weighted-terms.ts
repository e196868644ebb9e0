/** Queries as weighted terms: of a row, of a text, or of rows liked and disliked. */

import { addTo } from "../../matrix/by-key.js";
import { countBits, countMask } from "../../vectors/packed-entry.js";
import { type LexicalIndex, rowEntries } from "./lexical-index.js";
import { inverseLengthOf } from "./settle-lengths.js";
import { countWeights, idfOf } from "./term-weights.js";

/** Terms with positive weights; the weights have unit Euclidean length. */
export interface WeightedTerms {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

/** Rocchio's weight of what is disliked against what is liked. */
const unlikeWeight = 0.5;

/** The TF-IDF vector of a row. */
export function rowVector(index: LexicalIndex, row: number): WeightedTerms {
  const terms: number[] = [];
  const weights: number[] = [];
  const scale = inverseLengthOf(index, row);
  for (const entry of rowEntries(index, row)) {
    const weight = countWeights[entry & countMask]! * idfOf(index, entry >>> countBits) * scale;
    if (weight === 0) continue;
    terms.push(entry >>> countBits);
    weights.push(weight);
  }
  return { terms, weights };
}

/** The TF-IDF vector of entries that are not a row. */
export function entriesVector(index: LexicalIndex, entries: Uint32Array): WeightedTerms {
  const terms = Array.from(entries, (entry) => entry >>> countBits);
  const weights = terms.map((term, i) => countWeights[entries[i]! & countMask]! * idfOf(index, term));
  return unit(terms, weights);
}

/**
 * Mean of the liked vectors less half the mean of the disliked, terms that fall to zero left out.
 *
 * Reference: Rocchio, J. J. (1971). Relevance feedback in information retrieval. In The SMART Retrieval System,
 * 313-323. Prentice-Hall.
 */
export function feedbackVector(liked: readonly WeightedTerms[], disliked: readonly WeightedTerms[]): WeightedTerms {
  const sums = new Map<number, number>();
  addAll(sums, liked, 1 / liked.length);
  addAll(sums, disliked, -unlikeWeight / disliked.length);
  return unit([...sums.keys()], [...sums.values()]);
}

/** The same for dense vectors; undefined where nothing is left. */
export function feedbackDense(
  liked: readonly Float64Array[],
  disliked: readonly Float64Array[],
): Float64Array | undefined {
  const length = liked[0]?.length ?? 0;
  const sum = new Float64Array(length);
  for (const vector of liked) for (let d = 0; d < length; d += 1) sum[d]! += vector[d]! / liked.length;
  for (const vector of disliked)
    for (let d = 0; d < length; d += 1) sum[d]! -= (unlikeWeight * vector[d]!) / disliked.length;
  return unitDense(sum);
}

/** A dense vector scaled to unit length; undefined for one without direction. */
export function unitDense(vector: Float64Array): Float64Array | undefined {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (!(squares > 0)) return undefined;
  const length = Math.sqrt(squares);
  return vector.map((value) => value / length);
}

function addAll(sums: Map<number, number>, vectors: readonly WeightedTerms[], scale: number): void {
  for (const { terms, weights } of vectors) {
    for (let i = 0; i < terms.length; i += 1) addTo(sums, terms[i]!, scale * weights[i]!);
  }
}

function unit(terms: readonly number[], weights: readonly number[]): WeightedTerms {
  let squares = 0;
  for (const weight of weights) if (weight > 0) squares += weight * weight;
  const kept: { terms: number[]; weights: number[] } = { terms: [], weights: [] };
  const length = Math.sqrt(squares);
  for (let i = 0; i < terms.length; i += 1) {
    if (!(weights[i]! > 0)) continue;
    kept.terms.push(terms[i]!);
    kept.weights.push(weights[i]! / length);
  }
  return kept;
}
