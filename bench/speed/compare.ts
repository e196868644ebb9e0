/**
 * Each heavy step beside scikit-learn's, both on one thread, taking turns in one run; CPU seconds, medians, ratios.
 *
 *     THEMATA_PYTHON=/path/to/python npx tsx bench/speed/compare.ts [papers = 100000] [rounds = 3]
 *     ... bench/speed/compare.ts arxiv [rounds]      # the 40,712 abstracts of arxiv-2025, where present
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { sphericalKmeans } from "../../src/clusters/spherical-kmeans.js";
import type { CsrMatrix } from "../../src/matrix/csr.js";
import type { Paper } from "../../src/papers/paper.js";
import { createAnalyzer } from "../../src/text/analyzer.js";
import { truncatedSvd } from "../../src/vectors/truncated-svd.js";
import { vectorizePapers } from "../../src/vectors/vectorize-papers.js";
import { generatePapers } from "./generate-papers.js";
import { type PeerAnswer, startPythonPeer } from "./python-peer.js";

const [size = "100000", rounds = "3"] = process.argv.slice(2);
const arxiv = new URL("../../../shared/corpora/arxiv-2025/arxiv-2025.jsonl.gz", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "themata-speed-"));
const file = join(folder, "papers.jsonl");
const lines =
  size === "arxiv"
    ? gunzipSync(readFileSync(arxiv)).toString("utf8")
    : Array.from(generatePapers(Number(size)), (paper) => JSON.stringify(paper)).join("\n");
writeFileSync(file, lines);
const papers: Paper[] = lines
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line));

const kmeansIterations = 5;
const peer = await startPythonPeer(file);
const { vectors } = vectorizePapers(papers, createAnalyzer(), { minDf: 2, sublinearTf: true });
const single: CsrMatrix = { ...vectors, data: Float32Array.from(vectors.data) };
for (const name of ["indptr", "indices", "data"] as const)
  writeFileSync(join(folder, `m.${name}`), bytes(vectors[name]));
await peer.ask("given", join(folder, "m"));
console.log(`${papers.length} papers, ${vectors.columns} terms, ${vectors.data.length} entries, ${rounds} rounds`);

interface Step {
  readonly name: string;
  readonly ours: () => PeerAnswer;
  readonly theirs: () => Promise<PeerAnswer>;
}

const steps: Step[] = [
  {
    name: "text to TF-IDF (ours with stems)",
    ours: () => timed(() => vectorizePapers(papers, createAnalyzer(), { minDf: 2, sublinearTf: true }).vectors.columns),
    theirs: () => peer.ask("tfidf"),
  },
  ...[vectors, single].flatMap((matrix): Step[] => {
    const precision = matrix === single ? "float32" : "float64";
    return [
      {
        name: `SVD, 100 dimensions, ${precision}`,
        ours: () => timed(() => variance(matrix)),
        theirs: () => peer.ask("svd", precision),
      },
      {
        name: `sparse k-means, k = 100, an iteration, ${precision}`,
        ours: () => kmeansIteration(matrix),
        theirs: () => peer.ask("kmeans", precision, kmeansIterations),
      },
    ];
  }),
];

const answers = steps.map(() => ({ ours: [] as PeerAnswer[], theirs: [] as PeerAnswer[] }));
for (let round = 0; round < Number(rounds); round += 1) {
  for (const [i, step] of steps.entries()) {
    answers[i]!.ours.push(step.ours());
    answers[i]!.theirs.push(await step.theirs());
  }
}
peer.close();
rmSync(folder, { recursive: true });

console.log(
  "\n| step | themata, s | scikit-learn, s | ratio | captured variance, ours / theirs |\n|---|---|---|---|---|",
);
for (const [i, { name }] of steps.entries()) {
  const { ours, theirs } = answers[i]!;
  const [a, b] = [median(ours), median(theirs)];
  const share = name.startsWith("SVD") ? (ours[0]!.figure / theirs[0]!.figure).toFixed(4) : "";
  console.log(`| ${name} | ${a.toFixed(2)} | ${b.toFixed(2)} | ${(b / a).toFixed(1)} | ${share} |`);
}

function timed(work: () => number): PeerAnswer {
  const start = process.cpuUsage();
  const figure = work();
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, figure };
}

function variance(matrix: CsrMatrix): number {
  return truncatedSvd(matrix, { dimensions: 100 }).singularValues.reduce((sum, value) => sum + value * value, 0);
}

/** A long run less a short one from the same start. */
function kmeansIteration(matrix: CsrMatrix): PeerAnswer {
  const run = (maxIterations: number): number =>
    timed(() => sphericalKmeans(matrix, { k: 100, nInit: 1, maxIterations }).iterations).seconds;
  const short = run(2);
  return { seconds: (run(2 + kmeansIterations) - short) / kmeansIterations, figure: 0 };
}

function median(given: readonly PeerAnswer[]): number {
  const sorted = given.map(({ seconds }) => seconds).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

function bytes(array: Uint32Array | Float32Array | Float64Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
