import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DenseMatrix } from "../../src/matrix/dense.js";
import { denseProducts } from "../../src/matrix/dense-products.js";
import { seededRandom } from "../../src/matrix/random.js";

function filled(rows: number, columns: number, seed: number): DenseMatrix {
  const random = seededRandom(seed);
  return { rows, columns, data: Float64Array.from({ length: rows * columns }, () => random() - 0.5) };
}

describe("denseProducts(left, right)", () => {
  it("sums every product in the order of the columns, whatever the number of rows", () => {
    const size = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1_000, max: 2_100 }));
    const few = fc.integer({ min: 0, max: 19 });
    fc.assert(
      fc.property(size, few, few, fc.nat(), (rows, columns, k, seed) => {
        const left = filled(rows, columns, seed);
        const right = filled(k, columns, seed + 1);
        const naive = Array.from({ length: rows * k }, (_, at) => {
          const [i, c] = [Math.floor(at / k), at % k];
          let sum = 0;
          for (let d = 0; d < columns; d += 1) sum += left.data[i * columns + d]! * right.data[c * columns + d]!;
          return sum;
        });
        expect(denseProducts(left, right)).toStrictEqual({ rows, columns: k, data: Float64Array.from(naive) });
      }),
      { numRuns: 40 },
    );
  });
});
