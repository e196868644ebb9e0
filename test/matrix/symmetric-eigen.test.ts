import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/matrix/random.js";
import { symmetricEigen, symmetricEigenvalues } from "../../src/matrix/symmetric-eigen.js";

describe("symmetricEigen", () => {
  it("symmetricEigen(matrix) solves the textbook 2 x 2 case", () => {
    const { values, vectors } = symmetricEigen({ rows: 2, columns: 2, data: Float64Array.of(2, 1, 1, 2) });
    expect(values[0]).toBeCloseTo(3, 14);
    expect(values[1]).toBeCloseTo(1, 14);
    expect(Math.abs(vectors.data[0]!)).toBeCloseTo(Math.SQRT1_2, 14);
    expect(vectors.data[0]! - vectors.data[2]!).toBeCloseTo(0, 14);
  });

  it("symmetricEigen(matrix) gives orthonormal vectors that the matrix only stretches", () => {
    const anyMatrix = fc.record({
      n: fc.integer({ min: 0, max: 24 }),
      seed: fc.nat(),
      rank: fc.integer({ min: 0, max: 24 }),
    });
    fc.assert(
      fc.property(anyMatrix, ({ n, seed, rank }) => {
        const data = ofRank(n, rank, seed);
        const { values, vectors } = symmetricEigen({ rows: n, columns: n, data });
        const largest = Math.max(1, Math.abs(values[0] ?? 0), Math.abs(values[n - 1] ?? 0));
        for (let c = 0; c < n; c += 1) {
          if (c > 0) expect(values[c - 1]).toBeGreaterThanOrEqual(values[c]!);
          for (let r = 0; r < n; r += 1) {
            let image = 0;
            let product = 0;
            for (let j = 0; j < n; j += 1) {
              image += data[r * n + j]! * vectors.data[j * n + c]!;
              product += vectors.data[j * n + r]! * vectors.data[j * n + c]!;
            }
            expect(Math.abs(image - values[c]! * vectors.data[r * n + c]!)).toBeLessThan(1e-12 * largest);
            expect(Math.abs(product - (r === c ? 1 : 0))).toBeLessThan(1e-12);
          }
        }
        const alone = symmetricEigenvalues({ rows: n, columns: n, data });
        values.forEach((value, i) => {
          expect(Math.abs(alone[i]! - value)).toBeLessThan(1e-12 * largest);
        });
      }),
    );
  });

  it("symmetricEigen(matrix) handles equal eigenvalues", () => {
    const identity = new Float64Array(36);
    for (let i = 0; i < 6; i += 1) identity[i * 7] = 4;
    expect([...symmetricEigen({ rows: 6, columns: 6, data: identity }).values]).toEqual([4, 4, 4, 4, 4, 4]);
  });
});

/** A sum of `rank` outer products with signs in turn. */
function ofRank(n: number, rank: number, seed: number): Float64Array<ArrayBuffer> {
  const random = seededRandom(seed);
  const data = new Float64Array(n * n);
  for (let round = 0; round < rank; round += 1) {
    const v = Float64Array.from({ length: n }, () => random() - 0.5);
    for (let i = 0; i < n; i += 1)
      for (let j = 0; j < n; j += 1) data[i * n + j]! += (round % 2 ? -1 : 1) * v[i]! * v[j]!;
  }
  return data;
}
