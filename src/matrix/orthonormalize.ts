/**
 * An orthonormal basis of the columns of a tall matrix.
 *
 * Reference: Giraud, L., Langou, J., Rozloznik, M. (2005). The loss of orthogonality in the Gram-Schmidt
 * orthogonalization process. Computers & Mathematics with Applications 50(7). doi:10.1016/j.camwa.2005.08.009
 * (Gram-Schmidt done twice is orthogonal to machine precision).
 */

/**
 * Orthonormalises, in place, `count` vectors of `length` numbers that lie one after another in `vectors`. A vector that
 * depends on those before it becomes zero.
 */
export function orthonormalize(vectors: Float64Array, count: number, length: number): void {
  for (let i = 0; i < count; i += 1) {
    const vi = vectors.subarray(i * length, (i + 1) * length);
    const before = norm(vi);
    for (let round = 0; round < 2; round += 1) {
      for (let j = 0; j < i; j += 1) removeComponent(vi, vectors.subarray(j * length, (j + 1) * length));
    }
    const after = norm(vi);
    const scale = after > 1e-12 * before && after > 0 ? 1 / after : 0;
    for (let d = 0; d < length; d += 1) vi[d]! *= scale;
  }
}

function removeComponent(v: Float64Array, unit: Float64Array): void {
  let along = 0;
  for (let d = 0; d < v.length; d += 1) along += v[d]! * unit[d]!;
  for (let d = 0; d < v.length; d += 1) v[d]! -= along * unit[d]!;
}

function norm(v: Float64Array): number {
  let squares = 0;
  for (let d = 0; d < v.length; d += 1) squares += v[d]! * v[d]!;
  return Math.sqrt(squares);
}
