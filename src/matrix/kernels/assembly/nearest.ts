/** Dot products of each of a block of dense rows with a few centroids, and the highest of each row. */

/**
 * `table` holds the centroids in panels of 64 bytes a row, transposed: panel, column, lane. Writes for each row the number
 * of the best of `k` centroids (the first of equals) and its dot product. `scores` is room for two rows of whole panels, the
 * next two are written `apart` bytes behind.
 */
export function nearest<T>(
  rows: i32,
  columns: i32,
  k: i32,
  data: usize,
  table: usize,
  scores: usize,
  apart: usize,
  labels: usize,
  best: usize,
): void {
  const lanes = <i32>(64 / sizeof<T>());
  const width = <usize>columns * sizeof<T>();
  const scoreWidth = (<usize>((k + lanes - 1) / lanes)) << 6;
  for (let r = 0; r < rows; r += 2) {
    // The last of an odd number of rows is its own partner.
    const partner = r + 1 < rows ? width : 0;
    scorePair<T>(columns, k, data, data + partner, table, scores, scores + scoreWidth);
    const taken = r + 1 < rows ? 2 : 1;
    for (let i = 0; i < taken; i++) {
      takeBest<T>(k, scores + (i > 0 ? scoreWidth : 0), labels, best);
      labels += 4;
      best += 8;
    }
    data += width << 1;
    scores += apart;
  }
}

/** Two rows at once: eight vectors of sums grow side by side, so that none waits for its last addition. */
function scorePair<T>(
  columns: i32,
  k: i32,
  one: usize,
  two: usize,
  table: usize,
  scoresOfOne: usize,
  scoresOfTwo: usize,
): void {
  const end = one + <usize>columns * sizeof<T>();
  const apart = two - one;
  for (let c = 0; c < k; c += <i32>(64 / sizeof<T>())) {
    let a = v128.splat<T>(0),
      b = a,
      e = a,
      f = a,
      g = a,
      h = a,
      i = a,
      j = a;
    for (let at = one; at < end; at += sizeof<T>()) {
      const x = v128.load_splat<T>(at);
      const y = v128.load_splat<T>(at + apart);
      const p = v128.load(table);
      a = v128.add<T>(a, v128.mul<T>(x, p));
      g = v128.add<T>(g, v128.mul<T>(y, p));
      const q = v128.load(table, 16);
      b = v128.add<T>(b, v128.mul<T>(x, q));
      h = v128.add<T>(h, v128.mul<T>(y, q));
      const s = v128.load(table, 32);
      e = v128.add<T>(e, v128.mul<T>(x, s));
      i = v128.add<T>(i, v128.mul<T>(y, s));
      const t = v128.load(table, 48);
      f = v128.add<T>(f, v128.mul<T>(x, t));
      j = v128.add<T>(j, v128.mul<T>(y, t));
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

function takeBest<T>(k: i32, scores: usize, label: usize, best: usize): void {
  let winner = 0;
  let highest = load<T>(scores);
  for (let c = 1; c < k; c++) {
    const score = load<T>(scores + <usize>c * sizeof<T>());
    if (score > highest) {
      highest = score;
      winner = c;
    }
  }
  store<i32>(label, winner);
  store<f64>(best, <f64>highest);
}
