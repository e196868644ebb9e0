/**
 * Eigenvalues and eigenvectors of a symmetric matrix.
 *
 * References: Martin, R. S., Reinsch, C., Wilkinson, J. H. (1968). Householder's tridiagonalization of a symmetric
 * matrix. Numerische Mathematik 11, 181-195. doi:10.1007/BF02161841. Bowdler, H., Martin, R. S., Reinsch, C.,
 * Wilkinson, J. H. (1968). The QR and QL algorithms for symmetric matrices. Numerische Mathematik 11, 293-306.
 * doi:10.1007/BF02166681
 * Departures: the transformations are applied to rows, which lie together in memory.
 */

import type { DenseMatrix } from "./dense.js";

const sweepLimit = 60;

/** Eigenvalues, descending. Cubic in the size. */
export function symmetricEigenvalues(matrix: DenseMatrix): Float64Array {
  const { diagonal, beside } = tridiagonal(matrix.data.slice(), matrix.rows);
  implicitQl(diagonal, beside);
  return diagonal.sort().reverse();
}

/** Eigenvalues, descending (ties by place), and `vectors` with one eigenvector a column. Cubic in the size. */
export function symmetricEigen(matrix: DenseMatrix): { values: Float64Array; vectors: DenseMatrix } {
  const n = matrix.rows;
  const a = matrix.data.slice();
  const { diagonal, beside, scales } = tridiagonal(a, n);
  const rows = reflections(a, scales, n);
  implicitQl(diagonal, beside, rows);
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => diagonal[j]! - diagonal[i]! || i - j);
  const vectors = new Float64Array(n * n);
  order.forEach((from, c) => {
    for (let r = 0; r < n; r += 1) vectors[r * n + c] = rows[from * n + r]!;
  });
  return { values: Float64Array.from(order, (i) => diagonal[i]!), vectors: { rows: n, columns: n, data: vectors } };
}

interface Tridiagonal {
  readonly diagonal: Float64Array<ArrayBuffer>;
  /** beside[i] lies between places i and i + 1; the last is zero. */
  readonly beside: Float64Array<ArrayBuffer>;
  readonly scales: Float64Array<ArrayBuffer>;
}

/**
 * Householder's reduction of the symmetric matrix `a`, which is overwritten: the k-th reflection is
 * 1 - scales[k] v v', where v lies in row k to the right of the diagonal.
 */
function tridiagonal(a: Float64Array, n: number): Tridiagonal {
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(n);
  const scales = new Float64Array(n);
  const image = new Float64Array(n);
  for (let k = 0; k < n - 1; k += 1) {
    diagonal[k] = a[k * n + k]!;
    const v = a.subarray(k * n, (k + 1) * n);
    for (let j = k + 1; j < n; j += 1) v[j] = a[j * n + k]!;
    let squares = 0;
    for (let j = k + 1; j < n; j += 1) squares += v[j]! * v[j]!;
    beside[k] = v[k + 1]! > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
    v[k + 1]! -= beside[k]!;
    const product = squares - (v[k + 1]! + beside[k]!) * beside[k]!;
    if (!(product > 0)) continue;
    scales[k] = 1 / product;
    reflectBothSides(a, n, k, v, scales[k]!, image);
  }
  if (n > 0) diagonal[n - 1] = a[n * n - 1]!;
  return { diagonal, beside, scales };
}

/** Applies the k-th reflection to the rows and columns after k; only what lies on and below the diagonal is kept. */
function reflectBothSides(
  a: Float64Array,
  n: number,
  k: number,
  v: Float64Array,
  scale: number,
  image: Float64Array,
): void {
  image.fill(0);
  for (let i = k + 1; i < n; i += 1) {
    const vi = v[i]!;
    let sum = a[i * n + i]! * vi;
    for (let j = k + 1; j < i; j += 1) {
      sum += a[i * n + j]! * v[j]!;
      image[j]! += a[i * n + j]! * vi;
    }
    image[i]! += sum;
  }
  let along = 0;
  for (let i = k + 1; i < n; i += 1) along += scale * image[i]! * v[i]!;
  for (let i = k + 1; i < n; i += 1) image[i] = scale * (image[i]! - 0.5 * along * v[i]!);
  for (let i = k + 1; i < n; i += 1) {
    const vi = v[i]!;
    const own = image[i]!;
    for (let j = k + 1; j <= i; j += 1) a[i * n + j]! -= vi * image[j]! + own * v[j]!;
  }
}

/** The product of all reflections, transposed: its rows turn into eigenvectors. */
function reflections(a: Float64Array, scales: Float64Array, n: number): Float64Array<ArrayBuffer> {
  const rows = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) rows[i * n + i] = 1;
  for (let k = n - 2; k >= 0; k -= 1) {
    const v = a.subarray(k * n, (k + 1) * n);
    for (let r = k + 1; r < n; r += 1) {
      let along = 0;
      for (let j = k + 1; j < n; j += 1) along += rows[r * n + j]! * v[j]!;
      along *= scales[k]!;
      for (let j = k + 1; j < n; j += 1) rows[r * n + j]! -= along * v[j]!;
    }
  }
  return rows;
}

/** Turns `diagonal` into eigenvalues by rotations of neighbours, which `rows` (n x n) follow where given. */
function implicitQl(diagonal: Float64Array, beside: Float64Array, rows?: Float64Array): void {
  const n = diagonal.length;
  for (let first = 0; first < n; first += 1) {
    for (let sweep = 0; sweep < sweepLimit; sweep += 1) {
      let last = first;
      while (last < n - 1 && !negligible(diagonal, beside, last)) last += 1;
      if (last === first) break;
      qlSweep(diagonal, beside, first, last, rows);
    }
  }
}

function negligible(diagonal: Float64Array, beside: Float64Array, i: number): boolean {
  return Math.abs(beside[i]!) <= Number.EPSILON * (Math.abs(diagonal[i]!) + Math.abs(diagonal[i + 1]!));
}

/** One implicit step with Wilkinson's shift on the unreduced part first .. last. */
function qlSweep(d: Float64Array, e: Float64Array, first: number, last: number, rows: Float64Array | undefined): void {
  const ratio = (d[first + 1]! - d[first]!) / (2 * e[first]!);
  const root = Math.sqrt(ratio * ratio + 1);
  let g = d[last]! - d[first]! + e[first]! / (ratio + (ratio < 0 ? -root : root));
  let sine = 1;
  let cosine = 1;
  let shift = 0;
  for (let i = last - 1; i >= first; i -= 1) {
    const f = sine * e[i]!;
    const b = cosine * e[i]!;
    const length = Math.sqrt(f * f + g * g);
    e[i + 1] = length;
    if (length === 0) {
      d[i + 1]! -= shift;
      e[last] = 0;
      return;
    }
    sine = f / length;
    cosine = g / length;
    g = d[i + 1]! - shift;
    const step = (d[i]! - g) * sine + 2 * cosine * b;
    shift = sine * step;
    d[i + 1] = g + shift;
    g = cosine * step - b;
    if (rows !== undefined) rotateRows(rows, d.length, i, sine, cosine);
  }
  d[first]! -= shift;
  e[first] = g;
  e[last] = 0;
}

function rotateRows(rows: Float64Array, n: number, i: number, sine: number, cosine: number): void {
  for (let p = i * n, q = p + n, end = q; p < end; p += 1, q += 1) {
    const upper = rows[p]!;
    const lower = rows[q]!;
    rows[q] = sine * upper + cosine * lower;
    rows[p] = cosine * upper - sine * lower;
  }
}
