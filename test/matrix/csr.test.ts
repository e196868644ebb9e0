import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dotRows, selectRows, transpose } from "../../src/matrix/csr.js";
import { csrOf } from "./csr-of.js";

/** Rows of one width, with many zeros. */
const grid = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.constantFrom(0, 0, 0, 1, -2, 0.5), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

describe("csr", () => {
  it("transpose(matrix) turns rows into columns, and twice gives the matrix back", () => {
    fc.assert(
      fc.property(grid, (rows) => {
        const turned = rows[0]!.map((_, j) => rows.map((row) => row[j]!));
        expect(transpose(csrOf(rows))).toEqual(csrOf(turned));
        expect(transpose(transpose(csrOf(rows)))).toEqual(csrOf(rows));
      }),
    );
  });

  it("transpose(matrix) keeps single precision", () => {
    const matrix = csrOf([
      [1, 0],
      [2, 3],
    ]);
    expect(transpose({ ...matrix, data: Float32Array.from(matrix.data) }).data).toEqual(Float32Array.of(1, 2, 3));
  });

  it("selectRows(matrix, chosen) takes rows in the order given, repeats included", () => {
    fc.assert(
      fc.property(grid, fc.array(fc.nat(7), { maxLength: 10 }), (rows, places) => {
        const chosen = places.filter((place) => place < rows.length);
        const expected = csrOf(chosen.map((place) => rows[place]!));
        expect(selectRows(csrOf(rows), chosen)).toEqual({ ...expected, columns: rows[0]!.length });
      }),
    );
  });

  it("dotRows(a, i, b, j) is the sum of the products of what both rows have", () => {
    fc.assert(
      fc.property(grid, (rows) => {
        const matrix = csrOf(rows);
        rows.forEach((left, i) => {
          rows.forEach((right, j) => {
            const expected = left.reduce<number>((sum, entry, c) => sum + entry * right[c]!, 0);
            expect(dotRows(matrix, i, matrix, j) - expected).toBe(0);
          });
        });
      }),
    );
  });
});
