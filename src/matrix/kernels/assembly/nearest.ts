/** The centroid of highest dot product for each of a block of dense rows. */

/**
 * `table` holds the centroids in panels of eight, transposed: panel, column, lane. Writes for each row the number of the
 * best of `k` centroids (the first of equals) and its dot product; `scores` is room for two rows of whole panels.
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
  const width = (<usize>columns) << 3;
  const scoreWidth = (<usize>((k + 7) >> 3)) << 6;
  for (let r = 0; r < rows; r += 2) {
    // The last of an odd number of rows is its own partner.
    const partner = r + 1 < rows ? width : 0;
    scorePair(columns, k, data, data + partner, table, scores, scores + scoreWidth);
    takeBest(k, scores, labels, best);
    if (partner > 0) takeBest(k, scores + scoreWidth, labels + 4, best + 8);
    data += width << 1;
    labels += 8;
    best += 16;
  }
}

/** Two rows at once: eight sums grow side by side, so that none waits for its last addition. */
function scorePair(
  columns: i32,
  k: i32,
  one: usize,
  two: usize,
  table: usize,
  scoresOfOne: usize,
  scoresOfTwo: usize,
): void {
  const end = one + ((<usize>columns) << 3);
  const apart = two - one;
  for (let c = 0; c < k; c += 8) {
    let a = f64x2.splat(0),
      b = a,
      e = a,
      f = a,
      g = a,
      h = a,
      i = a,
      j = a;
    for (let at = one; at < end; at += 8) {
      const x = v128.load64_splat(at);
      const y = v128.load64_splat(at + apart);
      const p = v128.load(table);
      a = f64x2.add(a, f64x2.mul(x, p));
      g = f64x2.add(g, f64x2.mul(y, p));
      const q = v128.load(table, 16);
      b = f64x2.add(b, f64x2.mul(x, q));
      h = f64x2.add(h, f64x2.mul(y, q));
      const s = v128.load(table, 32);
      e = f64x2.add(e, f64x2.mul(x, s));
      i = f64x2.add(i, f64x2.mul(y, s));
      const t = v128.load(table, 48);
      f = f64x2.add(f, f64x2.mul(x, t));
      j = f64x2.add(j, f64x2.mul(y, t));
      table += 64;
    }
    v128.store(scoresOfOne, a);
    v128.store(scoresOfOne, b, 16);
    v128.store(scoresOfOne, e, 32);
    v128.store(scoresOfOne, f, 48);
    v128.store(scoresOfTwo, g);
    v128.store(scoresOfTwo, h, 16);
    v128.store(scoresOfTwo, i, 32);
    v128.store(scoresOfTwo, j, 48);
    scoresOfOne += 64;
    scoresOfTwo += 64;
  }
}

function takeBest(k: i32, scores: usize, label: usize, best: usize): void {
  let winner = 0;
  let highest = load<f64>(scores);
  for (let c = 1; c < k; c++) {
    const score = load<f64>(scores + ((<usize>c) << 3));
    if (score > highest) {
      highest = score;
      winner = c;
    }
  }
  store<i32>(label, winner);
  store<f64>(best, highest);
}
