/** The kernels in plain TypeScript: the meaning of the compiled ones, bit for bit, and their stand-in. */

import { type Kernels, lanesOf, type Nearest, type Reals, type SparseRows, scoresApart } from "./kernels.js";

/** Products of single precision are rounded before they are added, as SIMD lanes do; storing rounds the sums. */
function roundingOf(reals: Reals): (x: number) => number {
  return reals instanceof Float32Array ? Math.fround : (x) => x;
}

function sparseTimes(block: SparseRows, table: Reals, out: Reals): void {
  const lanes = lanesOf(table);
  const round = roundingOf(table);
  const { indptr, indices, values } = block;
  const start = indptr[0]!;
  out.fill(0, 0, block.rows * lanes);
  for (let r = 0; r < block.rows; r += 1) {
    for (let e = indptr[r]! - start; e < indptr[r + 1]! - start; e += 1) {
      const weight = values[e]!;
      const from = indices[e]! * lanes;
      for (let lane = 0; lane < lanes; lane += 1) out[r * lanes + lane]! += round(weight * table[from + lane]!);
    }
  }
}

function sparseGram(block: SparseRows, table: Reals, target: Reals): void {
  const lanes = lanesOf(table);
  const round = roundingOf(table);
  const { indptr, indices, values } = block;
  const start = indptr[0]!;
  const image = table.slice(0, lanes);
  for (let r = 0; r < block.rows; r += 1) {
    image.fill(0);
    for (let e = indptr[r]! - start; e < indptr[r + 1]! - start; e += 1) {
      const weight = values[e]!;
      const from = indices[e]! * lanes;
      for (let lane = 0; lane < lanes; lane += 1) image[lane]! += round(weight * table[from + lane]!);
    }
    for (let e = indptr[r]! - start; e < indptr[r + 1]! - start; e += 1) {
      const weight = values[e]!;
      const to = indices[e]! * lanes;
      for (let lane = 0; lane < lanes; lane += 1) target[to + lane]! += round(weight * image[lane]!);
    }
  }
}

function panelDots(left: Reals, right: Reals, out: Reals): void {
  const lanes = lanesOf(left);
  const round = roundingOf(left);
  for (let row = 0; row < left.length; row += lanes) {
    for (let i = 0; i < lanes; i += 1) {
      const share = left[row + i]!;
      for (let j = 0; j < lanes; j += 1) out[i * lanes + j]! += round(share * right[row + j]!);
    }
  }
}

function panelAdd(source: Reals, weights: Reals, target: Reals): void {
  const lanes = lanesOf(source);
  const round = roundingOf(source);
  for (let row = 0; row < source.length; row += lanes) {
    for (let i = 0; i < lanes; i += 1) {
      const share = source[row + i]!;
      for (let j = 0; j < lanes; j += 1) target[row + j]! += round(share * weights[i * lanes + j]!);
    }
  }
}

function nearest(
  data: Reals,
  columns: number,
  table: Reals,
  k: number,
  scores: Reals,
  { labels, best }: Nearest,
): void {
  const lanes = lanesOf(table);
  const round = roundingOf(table);
  const apart = scoresApart(labels.length, k, scores);
  scores.fill(0);
  for (let row = 0; row < labels.length; row += 1) {
    const own = scores.subarray(row * apart);
    if (apart === 0) own.fill(0);
    for (let c = 0; c < k; c += lanes) {
      for (let d = 0; d < columns; d += 1) {
        const x = data[row * columns + d]!;
        const from = c * columns + d * lanes;
        for (let lane = 0; lane < lanes; lane += 1) own[c + lane]! += round(x * table[from + lane]!);
      }
    }
    let winner = 0;
    for (let c = 1; c < k; c += 1) if (own[c]! > own[winner]!) winner = c;
    labels[row] = winner;
    best[row] = own[winner]!;
  }
}

function addEntries(
  entries: Uint32Array,
  count: number,
  weights: Float64Array,
  scale: number,
  sums: Float64Array,
): void {
  for (let i = 0; i < count; i += 1) sums[entries[i]! >>> 6]! += scale * weights[entries[i]! & 63]!;
}

const nearestSums: Kernels["nearestSums"] = (sums, scales, { labels, best }) => {
  const width = sums.length / scales.length;
  best.fill(-Infinity);
  for (let c = 0; c < scales.length; c += 1) {
    const scale = scales[c]!;
    for (let i = 0, at = c * width; i < labels.length; i += 1, at += 1) {
      const score = sums[at]! * scale;
      if (score > best[i]!) {
        best[i] = score;
        labels[i] = c;
      }
    }
  }
};

const moveSums: Kernels["moveSums"] = (sums, k, products, labels, others, sign) => {
  const width = sums.length / k;
  const moved = Array.from({ length: k }, () => [] as number[]);
  for (let i = 0; i < labels.length; i += 1) if (labels[i] !== others[i]) moved[labels[i]!]?.push(i * width);
  const zeros = labels.length * width;
  moved.forEach((from, cluster) => {
    const sum = sums.subarray(cluster * width, (cluster + 1) * width);
    for (let m = 0; m < from.length; m += 4) {
      const a = from[m]!;
      const b = from[m + 1] ?? zeros;
      const c = from[m + 2] ?? zeros;
      const d = from[m + 3] ?? zeros;
      for (let i = 0; i < width; i += 1) {
        sum[i]! += sign * (products[a + i]! + products[b + i]! + products[c + i]! + products[d + i]!);
      }
    }
  });
};

/** The plain kernels. */
export const twins: Kernels = {
  sparseTimes,
  sparseGram,
  panelDots,
  panelAdd,
  nearest,
  addEntries,
  nearestSums,
  moveSums,
};
