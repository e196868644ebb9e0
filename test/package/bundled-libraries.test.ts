import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { createAnalyzer, kmeans, readPapers } from "../../src/index.js";

const built = (await import(pathToFileURL(resolve("dist/index.js")).href)) as typeof import("../../src/index.js");

it("the build's part of natural's stemmer gives the stems of the whole package", () => {
  const { papers } = readPapers(readFileSync("fixtures/abstracts.jsonl"));
  const [whole, part] = [createAnalyzer(), built.createAnalyzer()];
  for (const { abstract } of papers) expect(part.terms(abstract)).toEqual(whole.terms(abstract));
});

it("the build's part of ml-kmeans gives the clusters of the whole package", () => {
  const data = Float64Array.from({ length: 120 }, (_, i) => (i * 7919) % 101);
  const dense = { rows: 40, columns: 3, data };
  expect(built.kmeans(dense, { k: 5, seed: 1 })).toEqual(kmeans(dense, { k: 5, seed: 1 }));
});
