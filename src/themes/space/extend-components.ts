/** More dimensions for a space, so that papers of a kind it was not learnt from stand apart in it. */

import { type CsrMatrix, selectRows } from "../../matrix/csr.js";
import { type DenseMatrix, normalizeInPlace } from "../../matrix/dense.js";
import { truncatedSvd } from "../../vectors/truncated-svd.js";

/** Papers of a group for each dimension that it gets. */
const papersPerDimension = 20;
const fewestDimensions = 2;
const mostDimensions = 10;
/** Length below which a direction is in the space already. */
const negligible = 1e-6;

/**
 * The components with the leading directions of each group's vectors, made orthogonal to those before them.
 *
 * @param groups rows of the vectors
 */
export function extendComponents(
  components: DenseMatrix,
  vectors: CsrMatrix,
  groups: readonly (readonly number[])[],
  seed: number,
): DenseMatrix {
  const { columns } = components;
  const rows = Array.from({ length: components.rows }, (_, d) => components.data.slice(d * columns, (d + 1) * columns));
  for (const group of groups) {
    const wanted = Math.round(group.length / papersPerDimension);
    const dimensions = Math.max(fewestDimensions, Math.min(mostDimensions, wanted));
    const found = truncatedSvd(selectRows(vectors, group), { dimensions, seed, tolerance: 1e-4 }).components;
    for (let d = 0; d < found.rows; d += 1) {
      const direction = found.data.slice(d * columns, (d + 1) * columns);
      // Twice is enough: what rounding left of the others is gone after the second time.
      orthogonalize(direction, rows);
      if (normalizeInPlace(direction, 0, columns) < negligible) continue;
      orthogonalize(direction, rows);
      normalizeInPlace(direction, 0, columns);
      rows.push(direction);
    }
  }
  const data = new Float64Array(rows.length * columns);
  rows.forEach((row, d) => {
    data.set(row, d * columns);
  });
  return { rows: rows.length, columns, data };
}

function orthogonalize(direction: Float64Array, others: readonly Float64Array[]): void {
  for (const other of others) {
    let share = 0;
    for (let c = 0; c < other.length; c += 1) share += direction[c]! * other[c]!;
    for (let c = 0; c < other.length; c += 1) direction[c]! -= share * other[c]!;
  }
}
