/** The lengths of rows as they are kept: `settle-lengths.ts` brings them up to date. */

/** Lengths of the rows and their common terms. */
export interface RowLengths {
  /** Generation of the index for which each row's length is exact. */
  stamp: Uint32Array;
  /** One over the Euclidean length of each row; 0 for a removed or empty one. */
  inverse: Float64Array;
  /** Share of the common terms in each row's length, 0 to 1. */
  commonPart: Float64Array;
  /** The generation for which all lengths are right within `drift`. */
  settled: number;
  /** The true inverse length of a row is at most 1 + drift times the kept one, and the other way round. */
  drift: number;
  /** Rows, papers and frequencies of terms as the kept lengths have them. */
  rows: number;
  live: number;
  frequency: Uint32Array;
  /** Terms whose frequency changed since. */
  changed: number[];
  /** Common terms, and for each term its place among them plus one, 0 for none. */
  common: number[];
  commonNumber: Uint16Array;
  /** Row i has `commonEntries[commonStart[i] .. commonStart[i + 1])`: a place among `common`, and a count. */
  commonStart: Uint32Array;
  commonEntries: Uint16Array;
}

/** Lengths of no rows. */
export function rowLengths(): RowLengths {
  return {
    stamp: new Uint32Array(0),
    inverse: new Float64Array(0),
    commonPart: new Float64Array(0),
    settled: 0,
    drift: 0,
    rows: 0,
    live: 0,
    frequency: new Uint32Array(0),
    changed: [],
    common: [],
    commonNumber: new Uint16Array(0),
    commonStart: new Uint32Array(1),
    commonEntries: new Uint16Array(0),
  };
}

/** Notes that the frequency of a term changed. */
export function noteChange({ changed, live }: RowLengths, term: number): void {
  if (changed.length < mostChanges(live)) changed.push(term);
}

/** A removed row has no length. */
export function dropLength({ inverse, commonPart }: RowLengths, row: number): void {
  if (row >= inverse.length) return;
  inverse[row] = 0;
  commonPart[row] = 0;
}

/** Changes after which all rows are measured again. */
export function mostChanges(live: number): number {
  return live === 0 ? 0 : 1000 + 2 * live;
}
