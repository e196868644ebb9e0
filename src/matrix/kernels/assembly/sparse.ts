/**
 * Kernels over rows of a sparse matrix: `indptr` may begin at any number, `indices` and `values` begin at its first.
 *
 * Each row of a panel has 64 bytes: eight numbers of double precision or sixteen of single, four vectors. The lanes are
 * independent columns, so every sum runs in the order of the entries, as in a plain loop.
 */

/** out[r] = sum of value x table[column] over the entries of row r. */
export function sparseTimes<T>(
  rows: i32,
  indptr: usize,
  indices: usize,
  values: usize,
  table: usize,
  out: usize,
): void {
  for (let r = 0; r < rows; r++) {
    const entries = load<u32>(indptr, 4) - load<u32>(indptr);
    let a = v128.splat<T>(0),
      b = a,
      c = a,
      d = a;
    for (let e: u32 = 0; e < entries; e++) {
      const weight = v128.load_splat<T>(values);
      const from = table + ((<usize>load<u32>(indices)) << 6);
      a = v128.add<T>(a, v128.mul<T>(weight, v128.load(from)));
      b = v128.add<T>(b, v128.mul<T>(weight, v128.load(from, 16)));
      c = v128.add<T>(c, v128.mul<T>(weight, v128.load(from, 32)));
      d = v128.add<T>(d, v128.mul<T>(weight, v128.load(from, 48)));
      indices += 4;
      values += sizeof<T>();
    }
    v128.store(out, a);
    v128.store(out, b, 16);
    v128.store(out, c, 32);
    v128.store(out, d, 48);
    out += 64;
    indptr += 4;
  }
}

/** target += transposed(rows) x (rows x table), in one pass: each row's image never leaves the registers. */
export function sparseGram<T>(
  rows: i32,
  indptr: usize,
  indices: usize,
  values: usize,
  table: usize,
  target: usize,
): void {
  for (let r = 0; r < rows; r++) {
    const entries = load<u32>(indptr, 4) - load<u32>(indptr);
    let a = v128.splat<T>(0),
      b = a,
      c = a,
      d = a;
    for (let e: u32 = 0; e < entries; e++) {
      const weight = v128.load_splat<T>(values + <usize>e * sizeof<T>());
      const from = table + ((<usize>load<u32>(indices + ((<usize>e) << 2))) << 6);
      a = v128.add<T>(a, v128.mul<T>(weight, v128.load(from)));
      b = v128.add<T>(b, v128.mul<T>(weight, v128.load(from, 16)));
      c = v128.add<T>(c, v128.mul<T>(weight, v128.load(from, 32)));
      d = v128.add<T>(d, v128.mul<T>(weight, v128.load(from, 48)));
    }
    for (let e: u32 = 0; e < entries; e++) {
      const weight = v128.load_splat<T>(values);
      const to = target + ((<usize>load<u32>(indices)) << 6);
      v128.store(to, v128.add<T>(v128.load(to), v128.mul<T>(weight, a)));
      v128.store(to, v128.add<T>(v128.load(to, 16), v128.mul<T>(weight, b)), 16);
      v128.store(to, v128.add<T>(v128.load(to, 32), v128.mul<T>(weight, c)), 32);
      v128.store(to, v128.add<T>(v128.load(to, 48), v128.mul<T>(weight, d)), 48);
      indices += 4;
      values += sizeof<T>();
    }
    indptr += 4;
  }
}
