import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DenseMatrix } from "../../src/matrix/dense.js";
import { nearestCentroids } from "../../src/matrix/nearest-centroids.js";
import { seededRandom } from "../../src/matrix/random.js";
import { addRow, dotsWith, type Rows, unitRows } from "../../src/matrix/rows.js";
import { csrOf } from "./csr-of.js";

const shape = fc.record({
  rows: fc.integer({ min: 1, max: 40 }),
  columns: fc.integer({ min: 1, max: 30 }),
  k: fc.integer({ min: 1, max: 40 }),
  seed: fc.nat(),
});

/** Small whole numbers, many of them zero: every order of summing gives the same. */
function wholeNumbers(rows: number, columns: number, seed: number): number[][] {
  const random = seededRandom(seed);
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => Math.trunc(random() * 9 - 4.5)));
}

function denseOf(rows: readonly (readonly number[])[]): DenseMatrix {
  return { rows: rows.length, columns: rows[0]!.length, data: Float64Array.from(rows.flat()) };
}

describe("nearestCentroids", () => {
  it("nearestCentroids(rows, most) finds the first centroid of highest dot product, for dense and sparse rows", () => {
    fc.assert(
      fc.property(shape, ({ rows, columns, k, seed }) => {
        const numbers = wholeNumbers(rows, columns, seed);
        const centroids = wholeNumbers(k, columns, seed + 1);
        const products = numbers.map((row) => centroids.map((c) => row.reduce((sum, x, d) => sum + x * c[d]!, 0)));
        const csr = csrOf(numbers);
        const single: Rows = { ...csr, data: Float32Array.from(csr.data) };
        const cases = [[denseOf(numbers)], [denseOf(numbers), "single"], [csr], [single]] as const;
        for (const [matrix, precision] of cases) {
          const labels = new Int32Array(rows).fill(-1);
          const similarity = new Float64Array(rows);
          const assign = nearestCentroids(matrix, k, precision);
          expect(assign(denseOf(centroids), labels, similarity)).toBe(rows);
          products.forEach((scores, i) => {
            expect(labels[i]).toBe(scores.indexOf(Math.max(...scores)));
            expect(similarity[i]! - Math.max(...scores)).toBe(0);
          });
          expect(assign(denseOf(centroids), labels, similarity)).toBe(0);
        }
      }),
    );
  });

  it("nearestCentroids(rows, most) handles more rows than one block of memory holds", () => {
    const rows = 70_000;
    const data = Float64Array.from({ length: rows * 4 }, (_, p) => (p % 4 === Math.floor(p / 4) % 3 ? 1 : 0));
    const indices = Uint32Array.from({ length: rows }, (_, i) => i % 3);
    const indptr = Uint32Array.from({ length: rows + 1 }, (_, i) => i);
    const sparse = { rows, columns: 4, indptr, indices, data: new Float64Array(rows).fill(1) };
    const centroids = denseOf([
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
    ]);
    for (const matrix of [{ rows, columns: 4, data }, sparse]) {
      const labels = new Int32Array(rows);
      nearestCentroids(matrix, 3)(centroids, labels, new Float64Array(rows));
      expect(labels.every((label, i) => label === i % 3)).toBe(true);
    }
  });
});

describe("rows", () => {
  it("addRow(rows, i, target, at) and dotsWith(rows, vector) do the same for dense and sparse rows", () => {
    fc.assert(
      fc.property(shape, ({ rows, columns, seed }) => {
        const numbers = wholeNumbers(rows, columns, seed);
        const vector = Float64Array.from(wholeNumbers(1, columns, seed + 1)[0]!);
        const products = numbers.map((row) => row.reduce((sum, x, d) => sum + x * vector[d]!, 0));
        for (const matrix of [denseOf(numbers), csrOf(numbers)]) {
          expect([...dotsWith(matrix, vector)].map((product) => product + 0)).toEqual(
            products.map((product) => product + 0),
          );
          const target = new Float64Array(columns + 1);
          addRow(matrix, rows - 1, target, 1);
          expect([...target].map((x) => x + 0)).toEqual([0, ...numbers.at(-1)!].map((x) => x + 0));
        }
      }),
    );
  });

  it("unitRows(rows) gives rows of length one and leaves zeros", () => {
    for (const matrix of [
      denseOf([
        [3, 4],
        [0, 0],
      ]),
      csrOf([
        [3, 4],
        [0, 0],
      ]),
    ]) {
      const unit = unitRows(matrix);
      expect([...unit.data.subarray(0, 2)]).toEqual([0.6, 0.8]);
      expect(unit.data.every(Number.isFinite)).toBe(true);
    }
  });
});
