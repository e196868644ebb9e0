import { describe, expect, it } from "vitest";
import { type CsrMatrix, kmeans, neighbourGraph, truncatedSvd } from "../../src/index.js";

const sound: CsrMatrix = {
  rows: 2,
  columns: 3,
  indptr: Uint32Array.of(0, 2, 3),
  indices: Uint32Array.of(0, 2, 1),
  data: Float64Array.of(1, 2, 3),
};

describe("matrices that are none", () => {
  const sparse: readonly [string, unknown][] = [
    ["null", null],
    ["rows that are no number", { ...sound, rows: "2" }],
    ["a negative size", { ...sound, columns: -1 }],
    ["plain lists", { ...sound, indptr: [0, 2, 3] }],
    ["data that are no numbers", { ...sound, data: ["1", "2", "3"] }],
    ["too few starts", { ...sound, indptr: Uint32Array.of(0, 3) }],
    ["a first start that is not 0", { ...sound, indptr: Uint32Array.of(1, 2, 3) }],
    ["a last start beyond the entries", { ...sound, indptr: Uint32Array.of(0, 2, 4) }],
    ["fewer data than columns", { ...sound, data: Float64Array.of(1, 2) }],
    ["starts that fall", { ...sound, rows: 3, indptr: Uint32Array.of(0, 2, 1, 3) }],
    ["a column out of range", { ...sound, indices: Uint32Array.of(0, 3, 1) }],
    ["columns in disorder", { ...sound, indices: Uint32Array.of(2, 0, 1) }],
    ["a column twice", { ...sound, indices: Uint32Array.of(2, 2, 1) }],
  ];

  it.each(sparse)("%s: truncatedSvd and neighbourGraph refuse it", (_, matrix) => {
    const message = "expected `matrix` to be a sparse matrix { rows, columns, indptr, indices, data }";
    expect(() => truncatedSvd(matrix as CsrMatrix, { dimensions: 1 })).toThrow(message);
    expect(() => neighbourGraph(matrix as CsrMatrix, { k: 1 })).toThrow(message);
  });

  it.each<[string, unknown]>([
    ["null", null],
    ["no rows", { columns: 2, data: Float64Array.of(1, 2) }],
    ["a list for data", { rows: 1, columns: 2, data: [1, 2] }],
    ["too few numbers", { rows: 2, columns: 2, data: Float64Array.of(1, 2, 3) }],
  ])("%s: kmeans refuses it", (_, matrix) => {
    expect(() => kmeans(matrix as never, { k: 1 })).toThrow("expected `dense` to be a matrix { rows, columns, data }");
  });

  it("an empty row, and rows that are not full, are sound", () => {
    const matrix = { ...sound, rows: 3, indptr: Uint32Array.of(0, 2, 2, 3) };
    expect(truncatedSvd(matrix, { dimensions: 1 }).scores.rows).toBe(3);
    expect(neighbourGraph(matrix, { k: 1 }).rows).toBe(3);
  });
});
