import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sphericalKmeans } from "../../src/clusters/spherical-kmeans.js";
import { dotRows } from "../../src/matrix/csr.js";
import { seededRandom } from "../../src/matrix/random.js";
import { nearestRows } from "../../src/vectors/nearest-rows.js";
import { neighbourGraph } from "../../src/vectors/neighbour-graph.js";
import { applyTfidf, fitTfidf } from "../../src/vectors/tfidf.js";
import { truncatedSvd } from "../../src/vectors/truncated-svd.js";
import { csrOf } from "../matrix/csr-of.js";

const term = fc.constantFrom(..."abcdefghijkl");
const anyDocuments = fc.array(fc.array(term, { maxLength: 8 }), { minLength: 1, maxLength: 15 });

describe("neighbourGraph", () => {
  it("neighbourGraph(matrix) refuses numbers that are not finite, as truncatedSvd and sphericalKmeans do", () => {
    const matrix = applyTfidf(fitTfidf([["a", "b"], ["b"]]), [["a", "b"], ["b"]]);
    for (const wrong of [Number.NaN, Infinity]) {
      const spoilt = { ...matrix, data: Float64Array.from([...matrix.data.slice(1), wrong]) };
      for (const ask of [neighbourGraph, truncatedSvd, (rows: typeof matrix) => sphericalKmeans(rows, { k: 2 })]) {
        expect(() => ask(spoilt)).toThrow(`expected \`matrix\` to be a matrix of finite numbers, got ${wrong}.`);
      }
      // What lies behind the last row belongs to none.
      const longer = { ...matrix, data: Float64Array.from([...matrix.data, wrong]) };
      expect(neighbourGraph(longer)).toEqual(neighbourGraph(matrix));
    }
  });

  it("neighbourGraph(matrix, { k }) finds what comparing every pair finds", () => {
    fc.assert(
      fc.property(anyDocuments, fc.integer({ min: 1, max: 5 }), (documents, k) => {
        fc.pre(documents.some((document) => document.length > 0));
        const matrix = applyTfidf(fitTfidf(documents), documents);
        const graph = neighbourGraph(matrix, { k });
        expect([graph.rows, graph.columns]).toEqual([documents.length, documents.length]);
        for (let row = 0; row < matrix.rows; row += 1) {
          const found = [...graph.indices.subarray(graph.indptr[row], graph.indptr[row + 1])];
          const weights = [...graph.data.subarray(graph.indptr[row], graph.indptr[row + 1])];
          expect(found).toEqual([...found].sort((a, b) => a - b));
          expect(found).not.toContain(row);
          found.forEach((other, i) => {
            expect(weights[i]).toBeCloseTo(dotRows(matrix, row, matrix, other), 12);
          });
          const all = documents.map((_, other) => (other === row ? 0 : dotRows(matrix, row, matrix, other)));
          const best = all.filter((score) => score > 0).sort((a, b) => b - a);
          const kept = [...weights].sort((a, b) => b - a);
          expect(kept).toHaveLength(Math.min(k, best.length));
          kept.forEach((weight, i) => {
            expect(weight).toBeCloseTo(best[i]!, 12);
          });
        }
      }),
    );
  });

  it("neighbourGraph(matrix) joins two identical rows with weight one and leaves a lonely row alone", () => {
    const graph = neighbourGraph(
      csrOf([
        [1, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 0],
      ]),
      { k: 2 },
    );
    expect([...graph.indptr]).toEqual([0, 1, 2, 2, 2]);
    expect([...graph.indices]).toEqual([1, 0]);
    expect([...graph.data]).toEqual([1, 1]);
  });

  it("neighbourGraph(matrix) gives ties to the lower index", () => {
    const graph = neighbourGraph(
      csrOf([
        [1, 0],
        [1, 0],
        [1, 0],
        [1, 0],
      ]),
      { k: 2 },
    );
    expect([...graph.indices]).toEqual([1, 2, 0, 2, 0, 1, 0, 1]);
  });

  it("nearestRows(queries, collection, k, skipSelf) is exact for rows of any length and sign", () => {
    const number = fc.constantFrom(0, 0, 0, 0.1, 0.5, -0.3, 2, -1);
    const rows = fc.array(fc.array(number, { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, rows, fc.integer({ min: 1, max: 6 }), (left, right, k) => {
        const [queries, collection] = [csrOf(left), csrOf(right)];
        const graph = nearestRows(queries, collection, k, false);
        left.forEach((_, i) => {
          const scores = right.map((__, j) => dotRows(queries, i, collection, j));
          const expected = scores
            .map((score, index) => ({ score, index }))
            .filter(({ score }) => score > 0)
            .sort((a, b) => b.score - a.score || a.index - b.index)
            .slice(0, k)
            .sort((a, b) => a.index - b.index);
          const [from, to] = [graph.indptr[i]!, graph.indptr[i + 1]!];
          expect([...graph.indices.subarray(from, to)]).toEqual(expected.map(({ index }) => index));
          expect([...graph.data.subarray(from, to)]).toEqual(expected.map(({ score }) => score));
        });
      }),
    );
  });

  it("nearestRows(queries, collection, k) gives true dot products where a search is cut short", () => {
    const random = seededRandom(3);
    const rows = Array.from({ length: 4000 }, () => Array.from({ length: 50 }, () => (random() < 0.6 ? random() : 0)));
    const matrix = csrOf(rows);
    const graph = nearestRows(csrOf(rows.slice(0, 5)), matrix, 4, false);
    for (let i = 0; i < 5; i += 1) {
      for (let p = graph.indptr[i]!; p < graph.indptr[i + 1]!; p += 1) {
        expect(graph.data[p]).toBeCloseTo(dotRows(matrix, i, matrix, graph.indices[p]!), 10);
      }
    }
  });

  it("nearestRows(queries, collection, k) compares two collections", () => {
    const graph = nearestRows(
      csrOf([
        [0, 1],
        [1, 0],
      ]),
      csrOf([
        [1, 0],
        [0.6, 0.8],
        [0, 1],
      ]),
      1,
      false,
    );
    expect([...graph.indices]).toEqual([2, 0]);
    expect([graph.rows, graph.columns]).toEqual([2, 3]);
  });
});
