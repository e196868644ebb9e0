/**
 * Acronyms against a hand-marked sample: every bracket of the seed corpus (where it is at hand) and of the demonstration
 * corpus was read, and each definition written down in acronyms-marked.json.
 *
 *     npx tsx bench/quality/acronyms.ts
 */

import { existsSync, readFileSync } from "node:fs";
import { findAcronyms, type Paper } from "../../src/index.js";

const marked: Record<string, Record<string, string[]>> = JSON.parse(
  readFileSync(new URL("acronyms-marked.json", import.meta.url), "utf8"),
);
const files: Record<string, URL> = {
  seed: new URL("../../../shared/corpora/seed/papers.jsonl", import.meta.url),
  demonstration: new URL("../../fixtures/abstracts.jsonl", import.meta.url),
};

for (const [name, file] of Object.entries(files)) {
  if (!existsSync(file)) {
    console.log(`${name}: not here, skipped`);
    continue;
  }
  const papers = readFileSync(file, "utf8").trim().split("\n");
  let [right, found, real] = [0, 0, 0];
  for (const line of papers) {
    const paper: Paper = JSON.parse(line);
    const gold = new Set(marked[name]![paper.id] ?? []);
    const pairs = new Set(
      [paper.title, paper.abstract].flatMap((text) =>
        findAcronyms(text).map(({ short, long }) => `${short} = ${long}`),
      ),
    );
    found += pairs.size;
    real += gold.size;
    for (const pair of pairs) {
      if (gold.has(pair)) right += 1;
      else console.log(`  ${paper.id} wrong: ${pair}`);
    }
    for (const pair of gold) if (!pairs.has(pair)) console.log(`  ${paper.id} missed: ${pair}`);
  }
  const figures = `precision ${(right / found).toFixed(3)}  recall ${(right / real).toFixed(3)}  of ${real} definitions`;
  console.log(`${name}: ${papers.length} papers, ${figures}`);
}
