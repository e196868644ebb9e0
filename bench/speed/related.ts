/**
 * Related papers beside scikit-learn (brute force, one query a call) and three search engines, taking turns in one run.
 * CPU milliseconds a query: the median over the queries in three rounds. All answers of themata are checked against brute force.
 *
 *     THEMATA_PYTHON=/path/to/python npx tsx bench/speed/related.ts [papers = 10000] [queries = 40] [generated|arxiv]
 *
 * orama and minisearch take seconds a query: they get two a round, and none above 20,000 papers.
 * themata is measured as it is built (`npm run build`), like the others.
 * Papers are generated, or with `arxiv` the first of arxiv-2025, where present. scikit-learn works on the very vectors
 * of themata's lexical share: words and pairs of words. The engines index title and abstract and are asked with the
 * title and abstract of the paper, as they have no other way to ask what is related.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { create, insertMultiple, search } from "@orama/orama";
import { Document } from "flexsearch";
import MiniSearch from "minisearch";
import { createPaperIndex, type Paper } from "themata";
import { generatePapers } from "./generate-papers.js";
import { type PythonPeer, startPythonPeer } from "./python-peer.js";
import { type LexicalVectors, lexicalVectors } from "./related-vectors.js";

const [size = "10000", queryCount = "40", source = "generated"] = process.argv.slice(2);
const count = Number(size);
const limit = 10;

interface Contestant {
  readonly name: string;
  /** CPU milliseconds of building. */
  readonly build: number;
  /** Asks what is related to a paper and returns CPU milliseconds. */
  ask(row: number): Promise<number>;
  /** Queries it is given: the slow ones get fewer. */
  readonly queries: number;
}

const papers = readPapers();
const queries = Number(queryCount);
const rows = Array.from({ length: queries }, (_, i) => Math.floor((i * papers.length) / queries));
const text = ({ title, abstract }: Paper): string => `${title} ${abstract}`;

const { contestants, check, close } = await prepare();
for (const contestant of contestants) await warmUp(contestant);
for (let round = 0; round < 3; round += 1) for (const contestant of contestants) await turn(contestant);
report();
check();
close();

async function prepare(): Promise<{ contestants: (Contestant & { times: number[] })[]; check(): void; close(): void }> {
  const started = process.cpuUsage();
  const index = createPaperIndex(papers);
  const build = since(started);
  const ours = (name: string, options: object): Contestant => ({
    name,
    build,
    queries,
    ask: async (row) => timed(() => index.related(papers[row]!.id, { limit, ...options })),
  });
  const vectors = lexicalVectors(papers);
  const peer = await python(vectors);
  const list = [
    ours("themata, words alone, without reasons", { denseShare: 0, explain: false }),
    ours("themata, the default mix, without reasons", { explain: false }),
    ours("themata, the default mix with reasons", {}),
    theirs(peer, "scikit-learn, linear_kernel", "linear_kernel"),
    theirs(peer, "scikit-learn, matrix times vector", "product"),
    theirs(peer, "scikit-learn, NearestNeighbors brute", "neighbours"),
    flexsearch(),
    ...(count > 20_000 ? [] : [await orama(), minisearch()]),
  ];
  return {
    contestants: list.map((contestant) => ({ ...contestant, times: [] })),
    check: () => checkExactness(index, vectors),
    close: () => peer.close(),
  };
}

/** Other queries than those timed. */
async function warmUp(contestant: Contestant): Promise<void> {
  for (let i = 0; i < contestant.queries; i += 1) await contestant.ask(rows[i]! + 1);
}

/** All queries, one after the other, as a program would ask them. */
async function turn(contestant: Contestant & { times: number[] }): Promise<void> {
  for (let i = 0; i < contestant.queries; i += 1) contestant.times.push(await contestant.ask(rows[i]!));
}

function report(): void {
  console.log(`${papers.length} papers (${source}), ${queries} queries, CPU milliseconds\n`);
  const medians = contestants.map(({ times }) => median(times));
  const [words, mixed, told] = medians as [number, number, number];
  console.log("| | built, s | a query, ms | words alone are faster by | the mix by | with reasons by |");
  console.log("|---|---|---|---|---|---|");
  contestants.forEach(({ name, build }, i) => {
    const ratios = i < 3 ? ["", "", ""] : [words, mixed, told].map((own) => `${(medians[i]! / own).toFixed(1)}x`);
    console.log(
      `| ${name} | ${Number.isNaN(build) ? "" : (build / 1000).toFixed(1)} | ${medians[i]!.toFixed(2)} | ${ratios.join(" | ")} |`,
    );
  });
}

/** Compares the answers to all queries with the cosines of all rows, term by term. */
function checkExactness(index: ReturnType<typeof createPaperIndex>, vectors: LexicalVectors): void {
  let wrong = 0;
  for (const row of rows) {
    const expected = vectors.cosines(row);
    const best = [...expected.keys()].filter((i) => i !== row && expected[i]! > 0);
    best.sort((a, b) => expected[b]! - expected[a]! || a - b);
    const found = index.related(papers[row]!.id, { limit, denseShare: 0, explain: false });
    found.forEach(({ score }, i) => {
      if (Math.abs(score - expected[best[i]!]!) > 1e-9) wrong += 1;
    });
    if (found.length !== Math.min(limit, best.length)) wrong += 1;
    const mixed = index.related(papers[row]!.id, { limit, explain: false });
    const all = index.related(papers[row]!.id, { limit: Number.POSITIVE_INFINITY, explain: false });
    mixed.forEach(({ paperId }, i) => {
      if (paperId !== all[i]!.paperId) wrong += 1;
    });
  }
  console.log(`\nAnswers that brute force gives otherwise: ${wrong} of ${2 * limit * rows.length}.`);
}

async function python(vectors: LexicalVectors): Promise<PythonPeer> {
  const folder = mkdtempSync(join(tmpdir(), "themata-related-"));
  const file = join(folder, "papers.jsonl");
  writeFileSync(file, "");
  for (const name of ["indptr", "indices", "data"] as const) {
    const { buffer, byteOffset, byteLength } = vectors.matrix[name];
    writeFileSync(join(folder, `m.${name}`), new Uint8Array(buffer, byteOffset, byteLength));
  }
  const peer = await startPythonPeer(file);
  await peer.ask("given", join(folder, "m"));
  rmSync(folder, { recursive: true });
  return peer;
}

function theirs(peer: PythonPeer, name: string, way: string): Contestant {
  const ask = async (row: number): Promise<number> => 1000 * (await peer.ask("related", way, row, limit)).seconds;
  return { name, build: Number.NaN, queries, ask };
}

function flexsearch(): Contestant {
  const started = process.cpuUsage();
  const index = new Document({ document: { id: "id", index: ["title", "abstract"] } });
  for (const { id, title, abstract } of papers) index.add({ id, title, abstract });
  const build = since(started);
  // `suggest` lets papers match that lack some of the words: without it none but the paper itself does.
  const ask = async (row: number): Promise<number> =>
    timed(() => index.search(text(papers[row]!), { limit: limit + 1, suggest: true }));
  return { name: "flexsearch", build, queries, ask };
}

async function orama(): Promise<Contestant> {
  const started = process.cpuUsage();
  const index = create({ schema: { title: "string", abstract: "string" } });
  await insertMultiple(
    index,
    papers.map(({ id, title, abstract }) => ({ id, title, abstract })),
    5000,
  );
  const build = since(started);
  const ask = async (row: number): Promise<number> => {
    const before = process.cpuUsage();
    await search(index, { term: text(papers[row]!), limit: limit + 1 });
    return since(before);
  };
  return { name: "orama", build, queries: 2, ask };
}

function minisearch(): Contestant {
  const started = process.cpuUsage();
  const index = new MiniSearch({ fields: ["title", "abstract"] });
  index.addAll(papers.map(({ id, title, abstract }) => ({ id, title, abstract })));
  const build = since(started);
  const ask = async (row: number): Promise<number> => timed(() => index.search(text(papers[row]!)));
  return { name: "minisearch", build, queries: 2, ask };
}

function readPapers(): Paper[] {
  if (source !== "arxiv") return [...generatePapers(count)];
  const file = new URL("../../../shared/corpora/arxiv-2025/arxiv-2025.jsonl.gz", import.meta.url);
  const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n");
  const found = new Map<string, Paper>();
  for (const line of lines) {
    if (line === "" || found.size === count) continue;
    const { id, title, abstract } = JSON.parse(line) as Paper;
    found.set(id, { id, title, abstract });
  }
  return [...found.values()];
}

function timed(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return since(before);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
