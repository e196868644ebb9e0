/**
 * The nearest rows of a sparse collection by dot product, through an inverted index, in time linear in the queries.
 *
 * Reference: Zobel, J., Moffat, A. (2006). Inverted files for text search engines. ACM Computing Surveys 38(2).
 * doi:10.1145/1132956.1132959
 * Departures: a search looks at no more than `postingLimit` entries of the index, those of rare columns first, and then
 * compares ten times as many rows as were asked for in full. Below about 2,500 abstracts no search meets the limit and
 * the answer is exact; on 20,000 it finds 97 % of the ten nearest, on 40,000 92 %, and what it finds in the others'
 * place is nearly as near (99.8 % and 99.5 % of the cosines' sum).
 */

import { type CsrMatrix, transpose } from "../matrix/csr.js";
import { topK } from "../matrix/top-k.js";

/** Entries of the index that one search may look at. */
const postingLimit = 32_768;

/** Rows compared in full for each row asked for, where the limit was met. */
const candidatesPerRow = 10;

/**
 * The `k` rows of `collection` of highest positive dot product with each row of `queries`: queries.rows x
 * collection.rows, columns ascending. Ties go to the lower index.
 *
 * @param skipSelf whether to leave out the row of the same number
 */
export function nearestRows(queries: CsrMatrix, collection: CsrMatrix, k: number, skipSelf: boolean): CsrMatrix {
  const search = rowSearch(collection, k);
  const indptr = new Uint32Array(queries.rows + 1);
  const indices = new Uint32Array(queries.rows * Math.min(k, collection.rows));
  const data = new Float64Array(indices.length);
  let filled = 0;
  for (let row = 0; row < queries.rows; row += 1) {
    for (const { index, score } of search(queries, row, skipSelf ? row : -1)) {
      indices[filled] = index;
      data[filled] = score;
      filled += 1;
    }
    indptr[row + 1] = filled;
  }
  const kept = { indices: indices.slice(0, filled), data: data.slice(0, filled) };
  return { rows: queries.rows, columns: collection.rows, indptr, ...kept };
}

interface Neighbour {
  readonly index: number;
  readonly score: number;
}

/** Searches for one row of the queries; the answer's indices ascend. */
type RowSearch = (queries: CsrMatrix, row: number, skipped: number) => Neighbour[];

function rowSearch(collection: CsrMatrix, k: number): RowSearch {
  const index = transpose(collection);
  const scores = emptyScores(collection.rows);
  const query = new Float64Array(collection.columns);

  const comparedInFull = (queries: CsrMatrix, row: number, candidates: readonly Neighbour[]): Neighbour[] => {
    for (let p = queries.indptr[row]!; p < queries.indptr[row + 1]!; p += 1)
      query[queries.indices[p]!] = queries.data[p]!;
    const best = topK(k);
    for (const candidate of candidates) {
      let score = 0;
      for (let p = collection.indptr[candidate.index]!; p < collection.indptr[candidate.index + 1]!; p += 1) {
        score += query[collection.indices[p]!]! * collection.data[p]!;
      }
      if (score > 0) best.push(candidate.index, score);
    }
    for (let p = queries.indptr[row]!; p < queries.indptr[row + 1]!; p += 1) query[queries.indices[p]!] = 0;
    return best.drain();
  };

  return (queries, row, skipped) => {
    const { entries, complete } = affordable(queries, row, index.indptr);
    addUp(scores, queries, entries, index);
    const found = complete
      ? bestScores(scores, k, skipped)
      : comparedInFull(queries, row, bestScores(scores, candidatesPerRow * k, skipped));
    return found.sort((a, b) => a.index - b.index);
  };
}

/** Sums of one search: those of the first `count` rows of `touched` are valid. */
interface Scores {
  readonly sums: Float64Array;
  readonly touched: Uint32Array;
  count: number;
  /** For each row the number of the search that touched it last. */
  readonly touchedBy: Uint32Array;
  searches: number;
}

function emptyScores(rows: number): Scores {
  const touched = new Uint32Array(rows);
  return { sums: new Float64Array(rows), touched, count: 0, touchedBy: new Uint32Array(rows), searches: 0 };
}

/** Sums the products of the chosen entries of a query with the rows that the index has for them, in their order. */
function addUp(scores: Scores, queries: CsrMatrix, entries: Uint32Array, index: CsrMatrix): void {
  const { sums, touched, touchedBy } = scores;
  const { indptr, indices, data } = index;
  const search = ++scores.searches;
  let count = 0;
  for (const entry of entries) {
    const weight = queries.data[entry]!;
    const end = indptr[queries.indices[entry]! + 1]!;
    for (let p = indptr[queries.indices[entry]!]!; p < end; p += 1) {
      const row = indices[p]!;
      if (touchedBy[row] !== search) {
        touchedBy[row] = search;
        touched[count++] = row;
        sums[row] = 0;
      }
      sums[row]! += weight * data[p]!;
    }
  }
  scores.count = count;
}

function bestScores({ sums, touched, count }: Scores, limit: number, skipped: number): Neighbour[] {
  const best = topK(limit);
  let bar = 0;
  for (let t = 0; t < count; t += 1) {
    const row = touched[t]!;
    const score = sums[row]!;
    if (score <= 0 || score < bar || row === skipped) continue;
    best.push(row, score);
    bar = best.threshold();
  }
  return best.drain();
}

/** Entries of a query: all of them in order where the index allows, else those of its rarest columns. */
function affordable(
  queries: CsrMatrix,
  row: number,
  postings: Uint32Array,
): { entries: Uint32Array; complete: boolean } {
  const from = queries.indptr[row]!;
  const entries = Uint32Array.from({ length: queries.indptr[row + 1]! - from }, (_, e) => from + e);
  const size = (entry: number): number => postings[queries.indices[entry]! + 1]! - postings[queries.indices[entry]!]!;
  let cost = 0;
  for (const entry of entries) cost += size(entry);
  if (cost <= postingLimit) return { entries, complete: true };
  entries.sort((a, b) => size(a) - size(b) || a - b);
  let count = 1;
  let spent = size(entries[0]!);
  while (count < entries.length && spent + size(entries[count]!) <= postingLimit) spent += size(entries[count++]!);
  return { entries: entries.subarray(0, count), complete: false };
}
