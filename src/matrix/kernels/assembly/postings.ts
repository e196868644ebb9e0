/** Kernel over the entries of an inverted index: a row above six bits of a count. */

/** sums[row] += scale x weights[count], entry after entry, as in a plain loop. */
export function addEntries(count: i32, entries: usize, weights: usize, scale: f64, sums: usize): void {
  const end = entries + ((<usize>count) << 2);
  for (; entries < end; entries += 4) {
    const entry = load<u32>(entries);
    const sum = sums + ((<usize>(entry >>> 6)) << 3);
    store<f64>(sum, load<f64>(sum) + scale * load<f64>(weights + ((<usize>(entry & 63)) << 3)));
  }
}
