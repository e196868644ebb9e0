import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CsrMatrix } from "../../src/matrix/csr.js";
import { seededRandom } from "../../src/matrix/random.js";
import { applyTfidf, fitTfidf } from "../../src/vectors/tfidf.js";
import { projectRows, truncatedSvd } from "../../src/vectors/truncated-svd.js";
import { csrOf } from "../matrix/csr-of.js";

const read = (name: string): string => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), "utf8");
const abstracts = read("abstracts.jsonl")
  .trim()
  .split("\n")
  .map((line): string => JSON.parse(line).abstract ?? "");
const documents = abstracts.map((text) => text.toLowerCase().match(/[a-z]+/g) ?? []);

interface Golden {
  readonly options: { readonly min_df: number; readonly sublinear_tf?: boolean; readonly norm?: null };
  readonly shape: [number, number];
  readonly nonZeros: number;
  readonly singularValues: number[];
  readonly firstComponentMagnitudes: number[];
}
const golden: Golden[] = JSON.parse(read("golden/svd.json"));

function tfidfOf({ options }: Golden): CsrMatrix {
  const { min_df: minDf, sublinear_tf: sublinearTf, norm } = options;
  return applyTfidf(fitTfidf(documents, { minDf, sublinearTf, norm }), documents);
}

/** A sparse matrix of any shape with about a tenth of its places filled. */
function randomSparse(rows: number, columns: number, seed: number): CsrMatrix {
  const random = seededRandom(seed);
  return csrOf(
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => (random() < 0.1 ? random() : 0))),
  );
}

describe("truncatedSvd", () => {
  it.each(golden)("truncatedSvd(matrix) gives scipy's singular values on TF-IDF with $options", (expected) => {
    const matrix = tfidfOf(expected);
    expect([matrix.rows, matrix.columns, matrix.indices.length]).toEqual([...expected.shape, expected.nonZeros]);
    const { singularValues, components } = truncatedSvd(matrix, { dimensions: 20, seed: 3 });
    for (let i = 0; i < 10; i += 1) {
      expect(Math.abs(singularValues[i]! / expected.singularValues[i]! - 1)).toBeLessThan(1e-6);
    }
    for (let i = 10; i < 20; i += 1) {
      expect(Math.abs(singularValues[i]! / expected.singularValues[i]! - 1)).toBeLessThan(1e-3);
    }
    expected.firstComponentMagnitudes.forEach((magnitude, i) => {
      expect(Math.abs(components.data[i]!)).toBeCloseTo(magnitude, 6);
    });
  });

  it("truncatedSvd(matrix) finds the known decomposition of a diagonal matrix", () => {
    const { scores, singularValues, components } = truncatedSvd(
      csrOf([
        [3, 0, 0],
        [0, 0, 2],
        [0, 0, 0],
      ]),
      { dimensions: 2 },
    );
    expect(singularValues[0]).toBeCloseTo(3, 12);
    expect(singularValues[1]).toBeCloseTo(2, 12);
    [1, 0, 0, 0, 0, 1].forEach((entry, i) => {
      expect(components.data[i]).toBeCloseTo(entry, 12);
    });
    [3, 0, 0, 2, 0, 0].forEach((entry, i) => {
      expect(scores.data[i]).toBeCloseTo(entry, 12);
    });
  });

  it.each([
    [40, 25, 1],
    [25, 40, 2],
    [7, 3, 3],
    [3, 7, 4],
    [1, 5, 5],
    [5, 1, 6],
  ])("truncatedSvd(matrix) of full rank gives the %i x %i matrix back", (rows, columns, seed) => {
    const matrix = randomSparse(rows, columns, seed);
    const { scores, singularValues, components } = truncatedSvd(matrix, { dimensions: 40, seed });
    const rank = Math.min(rows, columns);
    expect([scores.rows, scores.columns, components.rows, components.columns]).toEqual([rows, rank, rank, columns]);
    expect(singularValues).toHaveLength(rank);
    const dense = denseOf(matrix);
    for (let i = 0; i < rows; i += 1) {
      for (let j = 0; j < columns; j += 1) {
        let entry = 0;
        for (let d = 0; d < rank; d += 1) entry += scores.data[i * rank + d]! * components.data[d * columns + j]!;
        expect(Math.abs(entry - dense[i]![j]!)).toBeLessThan(1e-7);
      }
    }
  });

  it("truncatedSvd(matrix) of lower rank than asked for gives zeros beyond the rank", () => {
    const row = [1, 2, 0, 3];
    const { singularValues, scores } = truncatedSvd(csrOf([row, row, row]), { dimensions: 3 });
    expect(singularValues[0]).toBeCloseTo(Math.sqrt(3 * 14), 10);
    expect(Math.abs(singularValues[1]!)).toBeLessThan(1e-6);
    for (const score of scores.data) expect(Number.isFinite(score)).toBe(true);
  });

  it("truncatedSvd(matrix) of nothing but zeros is zero", () => {
    const { singularValues, scores } = truncatedSvd(
      csrOf([
        [0, 0],
        [0, 0],
      ]),
      { dimensions: 2 },
    );
    expect([...singularValues, ...scores.data].every((number) => number === 0)).toBe(true);
  });

  it("truncatedSvd(matrix) with empty columns is that of the others, with zeros between", () => {
    const matrix = randomSparse(40, 30, 8);
    const apart = { ...matrix, columns: 95, indices: matrix.indices.map((column) => 3 * column + 2) };
    const [plain, spread] = [matrix, apart].map((each) => truncatedSvd(each, { dimensions: 7, seed: 2 }));
    expect(spread!.singularValues).toEqual(plain!.singularValues);
    expect(spread!.scores.data).toEqual(plain!.scores.data);
    spread!.components.data.forEach((entry, i) => {
      const [row, column] = [Math.floor(i / 95), i % 95];
      const known = column % 3 === 2 && column < 90 ? plain!.components.data[row * 30 + (column - 2) / 3] : 0;
      expect(entry).toBe(known);
    });
  });

  it("truncatedSvd(matrix) does not depend on the numbers of the columns", () => {
    const matrix = randomSparse(40, 30, 8);
    const columns = Array.from({ length: 30 }, (_, column) => column);
    const from = columns.map((column) => (7 * column + 3) % 30);
    const moved = csrOf(denseOf(matrix).map((row) => columns.map((column) => row[from[column]!]!)));
    const [plain, other] = [matrix, moved].map((each) => truncatedSvd(each, { dimensions: 7 }));
    other!.singularValues.forEach((value, d) => {
      expect(value).toBeCloseTo(plain!.singularValues[d]!, 10);
    });
    other!.components.data.forEach((entry, i) => {
      const [row, column] = [Math.floor(i / 30), i % 30];
      expect(entry).toBeCloseTo(plain!.components.data[row * 30 + from[column]!]!, 8);
    });
  });

  it("truncatedSvd(matrix) of fewer filled columns than dimensions still gives all dimensions", () => {
    const { singularValues, components } = truncatedSvd(
      csrOf([
        [0, 2, 0, 0],
        [0, 0, 0, 1],
        [0, 2, 0, 1],
      ]),
      { dimensions: 3 },
    );
    expect([singularValues.length, components.rows]).toEqual([3, 3]);
    expect(Math.abs(singularValues[2]!)).toBeLessThan(1e-6);
  });

  it("truncatedSvd(matrix) turns every component so that its largest entry is positive", () => {
    const { components } = truncatedSvd(randomSparse(30, 20, 5), { dimensions: 6 });
    for (let d = 0; d < 6; d += 1) {
      const direction = Array.from(components.data.subarray(20 * d, 20 * (d + 1)));
      expect(Math.max(...direction)).toBe(Math.max(...direction.map(Math.abs)));
    }
  });

  it("truncatedSvd(matrix, { seed }) gives the same bits for the same seed", () => {
    const matrix = randomSparse(60, 50, 9);
    const first = truncatedSvd(matrix, { dimensions: 8, seed: 4 });
    for (let run = 0; run < 5; run += 1) expect(truncatedSvd(matrix, { dimensions: 8, seed: 4 })).toEqual(first);
  });

  it("projectRows(matrix, components) gives the scores of the matrix that was decomposed", () => {
    const matrix = randomSparse(30, 45, 12);
    const { scores, components } = truncatedSvd(matrix, { dimensions: 6, seed: 1 });
    const projected = projectRows(matrix, components);
    for (let i = 0; i < scores.data.length; i += 1)
      expect(Math.abs(projected.data[i]! - scores.data[i]!)).toBeLessThan(1e-12);
  });
});

function denseOf(matrix: CsrMatrix): number[][] {
  return Array.from({ length: matrix.rows }, (_, row) => {
    const dense = new Array<number>(matrix.columns).fill(0);
    for (let p = matrix.indptr[row]!; p < matrix.indptr[row + 1]!; p += 1) dense[matrix.indices[p]!] = matrix.data[p]!;
    return dense;
  });
}
