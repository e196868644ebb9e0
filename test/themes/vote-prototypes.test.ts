import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { assignThemes, consensusClusters, discoverThemes, type Paper } from "../../src/index.js";

const papers = readFileSync("fixtures/abstracts.jsonl", "utf8")
  .trim()
  .split("\n")
  .slice(0, 60)
  .map((line) => JSON.parse(line) as Paper);

/** Three clouds of directions that run into each other. */
const vectors = papers.map((_, i) => {
  const angle = (Math.PI / 4) * (i % 3) + 0.9 * Math.sin(7 * i);
  return [Math.cos(angle), Math.sin(angle), 0.4 * Math.sin(3 * i)];
});

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, d) => sum + x * b[d]!, 0);
const unit = (row: readonly number[]): number[] => row.map((x) => x / Math.sqrt(dot(row, row)));

/** Prototypes as they are defined: all rows, by how much more often than by chance they were with a theme's. */
function plainPrototypes(rows: readonly number[][], labels: Int32Array, k: number, counts: Uint16Array): number[][] {
  const n = rows.length;
  const together = (i: number, members: readonly number[]): number =>
    members.reduce((sum, j) => sum + counts[i * n + j]!, 0) / members.length;
  const everyone = [...rows.keys()];
  return Array.from({ length: k }, (_, theme) => {
    const members = everyone.filter((i) => labels[i] === theme);
    const weights = everyone.map((i) => Math.max(0, together(i, members) - together(i, everyone)));
    return unit([0, 1, 2].map((d) => rows.reduce((sum, row, i) => sum + weights[i]! * row[d]!, 0)));
  });
}

describe("discoverThemes(papers, { k, vectors })", () => {
  it.each([3, 5])("has the prototypes that 800 runs of six iterations vote for, %i themes", (k) => {
    const model = discoverThemes(papers, { k, vectors, vectorsShare: 1, seed: 4 });
    const rows = vectors.map(unit);
    const dense = { rows: rows.length, columns: 3, data: Float64Array.from(rows.flat()) };
    const { labels, coassociation } = consensusClusters(dense, { k, seed: 4, runs: 800, maxIterations: 6 });
    const plain = plainPrototypes(rows, labels, k, coassociation.counts);

    const found = Array.from({ length: k }, (_, t) => Array.from(model.prototypes.data.subarray(3 * t, 3 * t + 3)));
    for (const prototype of found) {
      expect(Math.max(...plain.map((other) => dot(other, prototype)))).toBeCloseTo(1, 12);
    }
    for (const other of plain) expect(Math.max(...found.map((p) => dot(other, p)))).toBeCloseTo(1, 12);

    rows.forEach((row, i) => {
      const near = found.map((prototype) => dot(prototype, row));
      const best = near.indexOf(Math.max(...near));
      expect(model.assignments[i]!.themes[0]!.themeId).toBe(model.themes[best]!.id);
    });
    expect(assignThemes(model, papers, { vectors })).toEqual(model.assignments);
  });
});
