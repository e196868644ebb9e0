/**
 * A file of papers to labelled themes and an index of related papers, in cold processes: ours and the same chain in
 * scikit-learn (chain-peer.py), taking turns; medians. scikit-learn's libraries use as many threads as they like.
 *
 *     THEMATA_PYTHON=/path/to/python npx tsx bench/speed/chain.ts [papers | arxiv | seed] [rounds = 3] [k = 25] [threads = 1] [alone | phrases]
 *
 * Runs what is in dist: `npm run build` first. "alone" leaves scikit-learn out; with "phrases" it names
 * themes by phrases as we do, not by single words. In place of a number of threads "stream" finds the themes without
 * holding the text and makes no index, "stream-index" makes one in the same pass that keeps the titles.
 */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

interface Run {
  readonly stages: readonly { readonly stage: string; readonly wall: number; readonly cpu: number }[];
  readonly themes: readonly { readonly label: string; readonly papers: number }[];
  readonly papers: number;
  /** Largest resident memory, MB. */
  readonly peak: number;
}

const [size = "arxiv", rounds = "3", k = "25", threads = "1", peer = "words"] = process.argv.slice(2);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const file = fileOf(size);
const node = [process.execPath, "--max-old-space-size=12000", here("chain-run.js"), file, k, threads];
const python = [process.env["THEMATA_PYTHON"] ?? "python3", here("chain-peer.py"), file, k, "50", peer];
const sides = { themata: node, ...(peer !== "alone" && { "scikit-learn": python }) };
const runs = new Map(Object.keys(sides).map((name) => [name, [] as (Run & { wall: number })[]]));
for (let round = 0; round < Number(rounds); round += 1) {
  for (const [name, command] of Object.entries(sides)) runs.get(name)!.push(run(command));
}

for (const [name, own] of runs) {
  const { stages, papers } = own[0]!;
  const cpu = median(own.map((each) => each.stages.reduce((sum, stage) => sum + stage.cpu, 0)));
  const wall = median(own.map((each) => each.wall));
  console.log(
    `\n${name}: ${papers} papers, ${wall.toFixed(2)} s wall, ${cpu.toFixed(2)} s CPU, peak ${peakOf(own)} MB\n`,
  );
  console.log("| stage | wall, s | CPU, s |\n|---|---|---|");
  stages.forEach(({ stage }, i) => {
    const [walls, cpus] = [own.map((each) => each.stages[i]!.wall), own.map((each) => each.stages[i]!.cpu)];
    console.log(`| ${stage} | ${median(walls).toFixed(2)} | ${median(cpus).toFixed(2)} |`);
  });
}
for (const { label, papers } of runs.get("themata")![0]!.themes) console.log(`${String(papers).padStart(7)} ${label}`);

function fileOf(name: string): string {
  const corpora = here("../../../shared/corpora/");
  if (name === "arxiv") return join(corpora, "arxiv-2025/arxiv-2025.jsonl.gz");
  if (name === "seed") return join(corpora, "seed/papers.jsonl");
  const made = join(tmpdir(), `themata-papers-${name}.jsonl`);
  if (!existsSync(made)) spawnSync("npx", ["tsx", here("write-papers.ts"), name, made], { stdio: "inherit" });
  return made;
}

function run([command, ...given]: readonly string[]): Run & { wall: number } {
  const started = performance.now();
  const { stdout, status, stderr } = spawnSync(command!, given, { encoding: "utf8", maxBuffer: 1e9 });
  const wall = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(stderr);
  return { ...(JSON.parse(stdout) as Run), wall };
}

function peakOf(own: readonly Run[]): string {
  return median(own.map(({ peak }) => peak)).toFixed(0);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
