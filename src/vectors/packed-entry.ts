/** A number (of a term, of a row) with a count in 32 bits. */

/** Bits of an entry that hold the count; the number lies above them. */
export const countBits = 6;
/** The largest count that an entry tells; higher ones are kept as this. */
export const countMask: number = (1 << countBits) - 1;
/** Numbers must stay below this. */
export const entryLimit: number = 2 ** (32 - countBits);

/** Entries of a page: a row of no more than this lies on one. */
export const pageLength: number = 1 << 18;

/** Rows of entries on pages. */
export interface PagedRows {
  readonly pages: readonly Uint32Array[];
  /** Where each row begins: the number of its page times the length of a page, plus the place on it. */
  readonly starts: Uint32Array;
  /** Entries of each row; of a row longer than a page those on its first page. */
  readonly lengths: Uint32Array;
}

/** A number below {@link entryLimit} with its count. */
export function packEntry(number: number, count: number): number {
  return ((number << countBits) | Math.min(count, countMask)) >>> 0;
}
