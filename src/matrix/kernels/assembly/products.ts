/** Clusters of rows that are known by their products with each other: see src/clusters/product-runs.ts. */

/**
 * For each row the cluster whose sum of products, times the cluster's scale, is highest (the first of equals), and that
 * number. `sums` has an even number of numbers for each cluster, `width` bytes.
 */
export function nearestSums(width: usize, k: i32, sums: usize, scales: usize, labels: usize, best: usize): void {
  for (const end = sums + width; sums < end; sums += 16) {
    let highest = f64x2.splat(-Infinity);
    let winner = i64x2.splat(0);
    let at = sums;
    for (let c = 0; c < k; c++) {
      const score = f64x2.mul(v128.load(at), v128.load64_splat(scales + ((<usize>c) << 3)));
      const better = f64x2.gt(score, highest);
      highest = v128.bitselect(score, highest, better);
      winner = v128.bitselect(i64x2.splat(c), winner, better);
      at += width;
    }
    v128.store(best, highest);
    store<i64>(labels, i64x2.extract_lane(winner, 0) | (i64x2.extract_lane(winner, 1) << 32));
    labels += 8;
    best += 16;
  }
}

/**
 * Adds `sign` times the products of each row to the sums of its cluster, where `others` say another cluster; -1 is none.
 * Rows of a cluster are added four at once, the last with rows of zeros, which stand behind the products. `waiting` is
 * room for eight numbers a cluster, zeros at first.
 */
export function moveSums(
  rows: i32,
  width: usize,
  k: i32,
  sums: usize,
  products: usize,
  labels: usize,
  others: usize,
  sign: f64,
  waiting: usize,
): void {
  const zeros = products + <usize>rows * width;
  const signs = f64x2.splat(sign);
  // After all rows come all clusters, for what is left waiting.
  for (let i = 0; i < rows + k; i++) {
    let label = i - rows;
    let row = zeros;
    if (i < rows) {
      label = load<i32>(labels + ((<usize>i) << 2));
      if (label < 0 || label === load<i32>(others + ((<usize>i) << 2))) continue;
      row = products + <usize>i * width;
    }
    const own = waiting + ((<usize>label) << 5);
    let count = load<u32>(own);
    if (i >= rows && count === 0) continue;
    do {
      store<usize>(own + (++count << 2), row);
    } while (i >= rows && count < 4);
    store<u32>(own, count & 3);
    if (count < 4) continue;
    const a = load<usize>(own, 4);
    const b = load<usize>(own, 8);
    const c = load<usize>(own, 12);
    const d = load<usize>(own, 16);
    const sum = sums + <usize>label * width;
    for (let at: usize = 0; at < width; at += 16) {
      const two = f64x2.add(v128.load(a + at), v128.load(b + at));
      const four = f64x2.add(f64x2.add(two, v128.load(c + at)), v128.load(d + at));
      v128.store(sum + at, f64x2.add(v128.load(sum + at), f64x2.mul(signs, four)));
    }
  }
}
