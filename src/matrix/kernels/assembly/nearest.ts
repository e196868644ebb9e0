/** The centroid of highest dot product for each of a block of dense rows. */

/**
 * `table` holds the centroids in panels of eight, transposed: panel, column, lane. Writes for each row the number of the
 * best of `k` centroids (the first of equals) and its dot product; `scores` is room for a whole number of panels.
 */
export function nearest(
  rows: i32,
  columns: i32,
  k: i32,
  data: usize,
  table: usize,
  scores: usize,
  labels: usize,
  best: usize,
): void {
  for (let r = 0; r < rows; r++) {
    let from = table;
    for (let c = 0; c < k; c += 8) {
      let a = f64x2.splat(0),
        b = a,
        e = a,
        f = a;
      for (let d = 0; d < columns; d++) {
        const x = v128.load64_splat(data + ((<usize>d) << 3));
        a = f64x2.add(a, f64x2.mul(x, v128.load(from)));
        b = f64x2.add(b, f64x2.mul(x, v128.load(from, 16)));
        e = f64x2.add(e, f64x2.mul(x, v128.load(from, 32)));
        f = f64x2.add(f, f64x2.mul(x, v128.load(from, 48)));
        from += 64;
      }
      const to = scores + ((<usize>c) << 3);
      v128.store(to, a);
      v128.store(to, b, 16);
      v128.store(to, e, 32);
      v128.store(to, f, 48);
    }
    let winner = 0;
    let highest = load<f64>(scores);
    for (let c = 1; c < k; c++) {
      const score = load<f64>(scores + ((<usize>c) << 3));
      if (score > highest) {
        highest = score;
        winner = c;
      }
    }
    store<i32>(labels, winner);
    store<f64>(best, highest);
    data += (<usize>columns) << 3;
    labels += 4;
    best += 8;
  }
}
