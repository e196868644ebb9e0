/** Some of many places: a sample without chance. */

/** `most` of the numbers 0 .. length - 1 at even steps, ascending; all of them where they are no more. */
export function evenlySpaced(length: number, most: number): Uint32Array {
  const count = Math.min(length, most);
  return Uint32Array.from({ length: count }, (_, i) => Math.floor((i * length) / count));
}
