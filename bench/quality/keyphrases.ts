/**
 * Keyphrases against indexers' and authors' own: precision, recall and F1, exact match of Porter stems, averaged over papers.
 *
 *     npx tsx bench/quality/keyphrases.ts
 */

import { existsSync, readFileSync } from "node:fs";
import {
  extractKeyphrases,
  fitPhraseStatistics,
  type Paper,
  type PhraseExtractor,
  statisticalPhrases,
} from "../../src/index.js";
import { stem } from "../../src/text/stem.js";
import { winkPhrases } from "../../src/wink/index.js";

interface Marked extends Paper {
  readonly keyphrases: readonly string[];
}

const corpora = new URL("../../../shared/corpora/", import.meta.url);

function read(path: string): Marked[] {
  const file = new URL(path, corpora);
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Marked);
}

/** As the published evaluations do: white space splits, each word Porter-stemmed, equal strings match. */
function stemmed(phrase: string): string {
  return phrase.toLowerCase().split(/\s+/).filter(Boolean).map(stem).join(" ");
}

function scores(
  papers: readonly Marked[],
  found: readonly (readonly string[])[],
  cut: number,
): { p: number; r: number; f: number } {
  let [p, r, f] = [0, 0, 0];
  for (let i = 0; i < papers.length; i += 1) {
    const gold = new Set(papers[i]!.keyphrases.map(stemmed));
    const predicted = [...new Set(found[i]!.map(stemmed))].slice(0, cut);
    const hits = predicted.filter((phrase) => gold.has(phrase)).length;
    const precision = predicted.length === 0 ? 0 : hits / predicted.length;
    const recall = gold.size === 0 ? 0 : hits / gold.size;
    p += precision / papers.length;
    r += recall / papers.length;
    f += (precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)) / papers.length;
  }
  return { p, r, f };
}

function report(name: string, papers: readonly Marked[], phrases: PhraseExtractor, withBackground: boolean): void {
  const background = withBackground ? fitPhraseStatistics(papers, { phrases }) : undefined;
  const found = papers.map((paper) =>
    extractKeyphrases(paper, { background, phrases, limit: 15 }).map(({ phrase }) => phrase),
  );
  const [at5, at10] = [scores(papers, found, 5), scores(papers, found, 10)];
  console.log(
    `${name.padEnd(44)} F1@5 ${at5.f.toFixed(3)}  P@10 ${at10.p.toFixed(3)}  R@10 ${at10.r.toFixed(3)}  F1@10 ${at10.f.toFixed(3)}`,
  );
}

for (const [name, path] of [
  ["inspec", "inspec/inspec-dev.jsonl"],
  ["openreview-keywords", "openreview-keywords/openreview-keywords.jsonl"],
  ["semeval2010", "semeval2010/semeval2010.jsonl"],
] as const) {
  const papers = read(path);
  if (papers.length === 0) console.log(`${name}: not here, skipped`);
  else {
    report(`${name}, core, background`, papers, statisticalPhrases(), true);
    report(`${name}, core, one paper alone`, papers, statisticalPhrases(), false);
    report(`${name}, themata/wink, background`, papers, winkPhrases(), true);
  }
}
