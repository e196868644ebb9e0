/** A number (of a term, of a row) with a count in 32 bits. */

/** Bits of an entry that hold the count; the number lies above them. */
export const countBits = 6;
/** The largest count that an entry tells; higher ones are kept as this. */
export const countMask: number = (1 << countBits) - 1;
/** Numbers must stay below this. */
export const entryLimit: number = 2 ** (32 - countBits);

/** A number below {@link entryLimit} with its count. */
export function packEntry(number: number, count: number): number {
  return ((number << countBits) | Math.min(count, countMask)) >>> 0;
}
