/**
 * Papers turned into TF-IDF vectors a CPU second, beside scikit-learn, natural and wink-nlp, all on one thread and taking
 * turns in one run; medians, and ratios of our pace to theirs. The peers in JavaScript get fewer papers: at a hundred
 * thousand they would be slower still.
 *
 *     THEMATA_PYTHON=/path/to/python npx tsx bench/speed/tfidf.ts [papers = 100000] [rounds = 3]
 *     ... bench/speed/tfidf.ts arxiv [rounds]      # the 40,712 abstracts of arxiv-2025, where present
 */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import winkModel from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { Paper } from "../../src/papers/paper.js";
import { createAnalyzer } from "../../src/text/analyzer.js";
import { vectorizePapers } from "../../src/vectors/vectorize-papers.js";
import { readCorpus } from "../corpora.js";
import { generatePapers } from "./generate-papers.js";
import { startPythonPeer } from "./python-peer.js";

interface WinkVectorizer {
  learn(tokens: readonly string[]): void;
  doc(place: number): { out(as: unknown): object };
}

const [size = "100000", rounds = "3"] = process.argv.slice(2);
const papers: readonly Paper[] =
  size === "arxiv" ? readCorpus<Paper>("arxiv-2025/arxiv-2025.jsonl.gz") : [...generatePapers(Number(size))];
const folder = mkdtempSync(join(tmpdir(), "themata-tfidf-"));
const file = join(folder, "papers.jsonl");
writeFileSync(file, papers.map((paper) => `${JSON.stringify(paper)}\n`).join(""));
const peer = await startPythonPeer(file);

const require = createRequire(import.meta.url);
const NaturalTfIdf: new () => {
  addDocument(text: string): void;
  listTerms(place: number): object;
} = require("natural/lib/natural/tfidf/tfidf.js");
const winkVectorizer: () => WinkVectorizer = require("wink-nlp/utilities/bm25-vectorizer");
const nlp = winkNLP(winkModel, []);
const { its } = nlp;
const texts = papers.slice(0, 5000).map(({ title, abstract }) => `${title}\n${abstract}`);

const steps: readonly (readonly [string, number, () => number | Promise<number>])[] = [
  [
    "themata, stems",
    papers.length,
    () => cpuOf(() => vectorizePapers(papers, createAnalyzer(), { minDf: 2, sublinearTf: true })),
  ],
  ["scikit-learn, no stems", papers.length, async () => (await peer.ask("tfidf")).seconds],
  ["natural, counts alone, no stems", texts.length, () => cpuOf(naturalCounts)],
  ["natural, weights as well, no stems", texts.length, () => cpuOf(naturalWeights)],
  ["wink-nlp, BM25, stems", texts.length, () => cpuOf(wink)],
];
const seconds = steps.map((): number[] => []);
for (let round = 0; round < Number(rounds); round += 1) {
  for (const [i, [, , step]] of steps.entries()) seconds[i]!.push(await step());
}
peer.close();
rmSync(folder, { recursive: true });

const paces = steps.map(([, count], i) => {
  return count / seconds[i]!.sort((a, b) => a - b)[Math.floor(seconds[i]!.length / 2)]!;
});
console.log(
  `\n${papers.length} papers, ${rounds} rounds\n\n| | papers | papers a CPU second | ratio |\n|---|---|---|---|`,
);
for (const [i, [name, count]] of steps.entries()) {
  console.log(`| ${name} | ${count} | ${Math.round(paces[i]!)} | ${(paces[0]! / paces[i]!).toFixed(1)} |`);
}

function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** What natural does until it is asked for a weight. */
function naturalCounts(): InstanceType<typeof NaturalTfIdf> {
  const tfidf = new NaturalTfIdf();
  for (const text of texts) tfidf.addDocument(text);
  return tfidf;
}

/** Each term's weight looks through all papers once, so that this is quadratic in the collection. */
function naturalWeights(): void {
  const tfidf = naturalCounts();
  texts.forEach((_, place) => void tfidf.listTerms(place));
}

function wink(): void {
  const vectorizer = winkVectorizer();
  for (const text of texts) {
    const words = nlp.readDoc(text).tokens();
    vectorizer.learn(
      words
        .filter((token) => token.out(its.type) === "word" && !token.out(its.stopWordFlag))
        .out(its.stem as typeof its.value),
    );
  }
  texts.forEach((_, place) => void vectorizer.doc(place).out(its.bow));
}
