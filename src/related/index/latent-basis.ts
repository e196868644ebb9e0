/**
 * Latent semantic analysis of an index: a basis fitted once, into which papers added later are folded.
 *
 * Reference: Deerwester, S., Dumais, S. T., Furnas, G. W., Landauer, T. K., Harshman, R. (1990). Indexing by latent
 * semantic analysis. JASIS 41(6), 391-407. doi:10.1002/(SICI)1097-4571(199009)41:6<391::AID-ASI1>3.0.CO;2-9
 * Departures: single terms only, since pairs change neighbours little here and would multiply the basis; fitted on at
 * most 20,000 papers, evenly taken from the collection.
 */

import { type CsrMatrix, transpose } from "../../matrix/csr.js";
import { type DenseMatrix, normalizeInPlace } from "../../matrix/dense.js";
import { evenlySpaced } from "../../matrix/evenly-spaced.js";
import { grown } from "../../matrix/growing-arrays.js";
import { countBits, countMask } from "../../vectors/packed-entry.js";
import { weighCounts } from "../../vectors/tfidf.js";
import { leadingComponents, projectRows } from "../../vectors/truncated-svd.js";
import type { DenseRows } from "./dense-rows.js";
import { type LexicalIndex, rowEntries } from "./lexical-index.js";
import { isPair } from "./term-table.js";
import { countWeights, idfOf } from "./term-weights.js";
import { unitDense } from "./weighted-terms.js";

const sampleLimit = 20_000;
const tolerance = 1e-9;
/** Papers with whose mean place each is averaged, in collections of at most so many papers. */
const neighbours = 5;
const smoothedUpTo = 20_000;

/** Where single terms lie in the latent space. Plain data. */
export interface LatentBasis {
  readonly dimensions: number;
  /** Nearest papers with which each is averaged (`latent-places.ts`), 0 for none. */
  readonly neighbours: number;
  /** For each term of the index at the fit its row of `components` plus one; 0 for one that the sample does not have. */
  readonly place: Uint32Array;
  /** Direction of each term times its idf at the fit. */
  readonly components: Float32Array;
}

/** A basis of the index as it is; undefined where it has no two papers that share a term. */
export function fitLatentBasis(
  index: LexicalIndex,
  dimensions: number,
  seed: number,
  onStep?: () => void,
): LatentBasis | undefined {
  const rows = sampledRows(index);
  const place = termsOfRows(index, rows);
  const idf: number[] = [];
  for (let term = 0; term < index.terms.size; term += 1) {
    if (place[term] === 0) continue;
    place[term] = 0;
    if (index.frequency[term]! < 2 || isPair(index.terms, term)) continue;
    idf.push(idfOf(index, term));
    place[term] = idf.length;
  }
  if (rows.length < 2 || idf.length < 2) return undefined;
  // Transposed twice the columns of each row ascend.
  const counts = transpose(transpose(knownEntries(index, rows, place, idf.length, noRoom())));
  const rule = { idf, options: { sublinearTf: false, norm: "l2" } } as const;
  const weighed = weighCounts(rule, counts, new Float32Array(counts.data.length));
  const svd = leadingComponents(weighed, { dimensions, seed, tolerance }, onStep);
  const kept = svd.singularValues.filter((value) => value > 1e-9 * svd.singularValues[0]!).length;
  const components = new Float32Array(idf.length * kept);
  for (let i = 0; i < idf.length; i += 1) {
    for (let d = 0; d < kept; d += 1) {
      components[i * kept + d] = svd.components.data[d * svd.components.columns + i]! * idf[i]!;
    }
  }
  if (kept === 0) return undefined;
  return { dimensions: kept, neighbours: index.live > smoothedUpTo ? 0 : neighbours, place, components };
}

/** Unit vector of entries (`postings.ts`) in the space; undefined without a known term. */
export function foldIn({ dimensions, place, components }: LatentBasis, entries: Uint32Array): Float64Array | undefined {
  const sum = new Float64Array(dimensions);
  for (let i = 0; i < entries.length; i += 1) {
    const at = place[entries[i]! >>> countBits] ?? 0;
    if (at === 0) continue;
    const weight = countWeights[entries[i]! & countMask]!;
    const from = (at - 1) * dimensions;
    for (let d = 0; d < dimensions; d += 1) sum[d]! += weight * components[from + d]!;
  }
  return unitDense(sum);
}

/** Rows folded in at a time, in the same memory. */
const pieceRows = 1 << 17;

/** Sets of each row what {@link foldIn} gives of its entries: the same sums in the same order, by the kernels. */
export function foldRows(
  index: LexicalIndex,
  { dimensions, place, components }: LatentBasis,
  rows: readonly number[],
  { data: out }: DenseRows,
  onStep: () => void,
): void {
  const directions = turned(components, dimensions);
  const room = noRoom();
  for (let from = 0; from < rows.length; from += pieceRows) {
    onStep();
    const piece = rows.slice(from, from + pieceRows);
    const { data } = projectRows(knownEntries(index, piece, place, directions.columns, room), directions);
    piece.forEach((row, i) => {
      normalizeInPlace(data, i * dimensions, dimensions);
      for (let d = 0; d < dimensions; d += 1) out[row * dimensions + d] = data[i * dimensions + d]!;
    });
  }
}

/** The components as rows of one dimension each. */
function turned(components: Float32Array, dimensions: number): DenseMatrix {
  const columns = components.length / dimensions;
  const data = new Float64Array(components.length);
  for (let c = 0; c < columns; c += 1) {
    for (let d = 0; d < dimensions; d += 1) data[d * columns + c] = components[c * dimensions + d]!;
  }
  return { rows: dimensions, columns, data };
}

/** Memory for entries. */
interface Room {
  indices: Uint32Array;
  data: Float64Array;
}

function noRoom(): Room {
  return { indices: new Uint32Array(0), data: new Float64Array(0) };
}

/** The entries that have a place, weighed by their counts, in the order the papers have them; they lie in `room`. */
function knownEntries(
  index: LexicalIndex,
  rows: readonly number[],
  place: Uint32Array,
  columns: number,
  room: Room,
): CsrMatrix {
  const most = rows.reduce((sum, row) => sum + index.length[row]!, 0);
  room.indices = grown(room.indices, most);
  room.data = grown(room.data, most);
  const { indices, data } = room;
  const indptr = new Uint32Array(rows.length + 1);
  let end = 0;
  rows.forEach((row, i) => {
    const entries = rowEntries(index, row);
    for (let p = 0; p < entries.length; p += 1) {
      const at = place[entries[p]! >>> countBits]!;
      if (at === 0) continue;
      indices[end] = at - 1;
      data[end] = countWeights[entries[p]! & countMask]!;
      end += 1;
    }
    indptr[i + 1] = end;
  });
  return { rows: rows.length, columns, indptr, indices: indices.subarray(0, end), data: data.subarray(0, end) };
}

/** 1 for each term that one of the rows has. */
function termsOfRows(index: LexicalIndex, rows: readonly number[]): Uint32Array {
  const held = new Uint32Array(index.terms.size);
  for (const row of rows) for (const entry of rowEntries(index, row)) held[entry >>> countBits] = 1;
  return held;
}

/** Live rows, at most so many at even steps. */
function sampledRows(index: LexicalIndex): number[] {
  const live: number[] = [];
  for (let row = 0; row < index.rows; row += 1) if (index.length[row]! > 0) live.push(row);
  return Array.from(evenlySpaced(live.length, sampleLimit), (i) => live[i]!);
}
