/**
 * Puts the entries of sparse rows in the order of their columns: a bitmap of the columns in two levels, read from its
 * highest bit down. A row takes time linear in its entries and in a thousandth of the columns.
 */

import type { CsrMatrix } from "./csr.js";

/** The entries of one row. */
export interface ColumnOrder {
  /** By column. */
  readonly values: Float32Array;
  /** A bit for each column. */
  readonly bits: Int32Array;
  /** A bit for each 32 columns of which one has its bit set. */
  readonly summary: Int32Array;
}

/** Room for entries in columns below `columns`. */
export function columnOrder(columns: number): ColumnOrder {
  return {
    values: new Float32Array(columns),
    bits: new Int32Array((columns >>> 5) + 1),
    summary: new Int32Array((columns >>> 10) + 1),
  };
}

/** Takes in an entry. */
export function putEntry({ values, bits, summary }: ColumnOrder, column: number, value: number): void {
  values[column] = value;
  bits[column >>> 5]! |= 1 << column;
  summary[column >>> 10]! |= 1 << (column >>> 5);
}

/** Writes the entries, columns ascending, so that they end before place `end`, and takes them out. */
export function takeEntries({ values, bits, summary }: ColumnOrder, { indices, data }: CsrMatrix, end: number): void {
  let at = end;
  for (let s = summary.length - 1; s >= 0; s -= 1) {
    for (let upper = summary[s]!; upper !== 0; ) {
      const high = 31 - Math.clz32(upper);
      upper ^= 1 << high;
      const word = (s << 5) + high;
      for (let lower = bits[word]!; lower !== 0; ) {
        const low = 31 - Math.clz32(lower);
        lower ^= 1 << low;
        at -= 1;
        const column = (word << 5) + low;
        indices[at] = column;
        data[at] = values[column]!;
      }
      bits[word] = 0;
    }
    summary[s] = 0;
  }
}
