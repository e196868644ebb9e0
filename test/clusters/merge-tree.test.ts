import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averageLinkage, type Merge } from "../../src/clusters/average-linkage.js";
import { cutTree } from "../../src/clusters/cut-tree.js";
import { modularity } from "../../src/clusters/modularity.js";

describe("averageLinkage(distances, items)", () => {
  it("follows a case worked by hand: points 0, 1, 4, 6 on a line", () => {
    const merges = averageLinkage(lineDistances([0, 1, 4, 6]), 4);
    // {0,1} at 1, {4,6} at 2, then the mean of 4, 6, 3, 5.
    expect(merges.map(({ height, size }) => [height, size])).toEqual([
      [1, 2],
      [2, 2],
      [4.5, 4],
    ]);
  });

  it("merges of equally near items those of the lowest numbers first", () => {
    const merges = averageLinkage(lineDistances([0, 1, 2, 3, 4]), 5);
    expect(merges.map(({ left, right, height }) => [left, right, height])).toEqual([
      [0, 1, 1],
      [2, 3, 1],
      [4, 6, 1.5],
      [5, 7, 2.5],
    ]);
  });

  it("equals the naive algorithm on any points without ties", () => {
    // Square roots, since equal distances may be merged in either order, and the orders end in different heights.
    const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(distinct, (squares) => {
        const points = squares.map((square) => Math.sqrt(square * 10_007 + 3));
        const heights = averageLinkage(lineDistances(points), points.length).map(({ height }) => height);
        naiveHeights(points).forEach((height, i) => {
          expect(heights[i]).toBeCloseTo(height, 6);
        });
      }),
    );
  });
});

describe("cutTree(merges, items, k, minSize)", () => {
  const merges: Merge[] = averageLinkage(lineDistances([0, 1, 2, 50, 51, 52, 200]), 7);

  it("cuts lower until k clusters of minSize are left and marks the items of smaller ones", () => {
    expect(Array.from(cutTree(merges, 7, 2, 3))).toEqual([0, 0, 0, 1, 1, 1, -1]);
    expect(Array.from(cutTree(merges, 7, 3, 1))).toEqual([0, 0, 0, 1, 1, 1, 2]);
  });

  it("takes the cut with most clusters when there are never k", () => {
    expect(Math.max(...cutTree(merges, 7, 5, 3))).toBe(1);
  });

  it("gives a single item one cluster", () => {
    expect(Array.from(cutTree([], 1, 1, 1))).toEqual([0]);
  });
});

describe("modularity(graph, labels, resolution)", () => {
  it("is 0 for one cluster, and 0 without edges", () => {
    const pair = {
      rows: 2,
      columns: 2,
      indptr: Uint32Array.of(0, 1, 2),
      indices: Uint32Array.of(1, 0),
      data: Float64Array.of(1, 1),
    };
    expect(modularity(pair, [0, 0])).toBe(0);
    expect(modularity(pair, [0, 1])).toBe(-0.5);
    expect(
      modularity(
        { ...pair, indptr: new Uint32Array(3), indices: new Uint32Array(0), data: new Float64Array(0) },
        [0, 1],
      ),
    ).toBe(0);
  });
});

function lineDistances(points: readonly number[]): Float64Array {
  return Float64Array.from(points.flatMap((a) => points.map((b) => Math.abs(a - b))));
}

function naiveHeights(points: readonly number[]): number[] {
  let groups = points.map((point) => [point]);
  const heights: number[] = [];
  while (groups.length > 1) {
    let best = { i: 0, j: 1, height: Number.POSITIVE_INFINITY };
    groups.forEach((a, i) => {
      groups.slice(i + 1).forEach((b, offset) => {
        const height =
          a.flatMap((x) => b.map((y) => Math.abs(x - y))).reduce((sum, d) => sum + d, 0) / (a.length * b.length);
        if (height < best.height - 1e-12) best = { i, j: i + 1 + offset, height };
      });
    });
    heights.push(best.height);
    groups = [...groups.filter((_, g) => g !== best.i && g !== best.j), [...groups[best.i]!, ...groups[best.j]!]];
  }
  return heights;
}
