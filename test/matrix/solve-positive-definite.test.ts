import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solvePositiveDefinite } from "../../src/matrix/solve-positive-definite.js";

const number = fc.double({ min: -2, max: 2, noNaN: true });

describe("solvePositiveDefinite(matrix, right)", () => {
  it("finds the x that the matrix turns into the right side", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, number), { minLength: 3, maxLength: 3 }), (rows) => {
        // A product with its own transpose, and a little more on the diagonal.
        const matrix = rows.map((a, i) =>
          rows.map((b, j) => a.reduce((sum, x, d) => sum + x * b[d]!, i === j ? 1 : 0)),
        );
        const expected = [1, -2, 3];
        const right = Float64Array.from(matrix, (row) => row.reduce((sum, x, j) => sum + x * expected[j]!, 0));
        const x = solvePositiveDefinite({ rows: 3, columns: 3, data: Float64Array.from(matrix.flat()) }, right);
        expected.forEach((value, i) => {
          expect(x[i]).toBeCloseTo(value, 8);
        });
      }),
    );
  });

  it("gives 0 to an unknown that the others determine", () => {
    const twice = { rows: 2, columns: 2, data: Float64Array.of(4, 4, 4, 4) };
    expect([...solvePositiveDefinite(twice, Float64Array.of(8, 8))]).toEqual([2, 0]);
  });
});
