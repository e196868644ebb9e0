/**
 * One index of many generated papers: memory, time to build, to ask and to add.
 *
 *     node --max-old-space-size=12000 --import tsx bench/speed/related-million.ts [papers = 1000000] [longestRun = 1]
 */

import { createPaperIndex, type Paper } from "../../src/index.js";
import { generatePapers } from "./generate-papers.js";

const [size = "1000000", run = "1"] = process.argv.slice(2);
const asked = 60;

const papers: Paper[] = [];
for (const paper of generatePapers(Number(size))) papers.push(flat(paper));
const text = papers.reduce((sum, { title, abstract }) => sum + title.length + abstract.length, 0);
console.log(`${papers.length} papers, ${(text / 1e6).toFixed(0)} MB of text, ${gigabytes().rss} GB resident before`);

const started = process.cpuUsage();
const index = createPaperIndex(papers, { longestRun: run === "2" ? 2 : 1 });
console.log(`built in ${(since(started) / 1000).toFixed(1)} CPU s; ${gigabytes().arrays} GB of typed arrays`);

const rows = Array.from({ length: asked }, (_, i) => Math.floor((i * papers.length) / asked));
const ways = { "words alone": { denseShare: 0, explain: false }, mix: { explain: false }, "mix with reasons": {} };
for (const [name, options] of Object.entries(ways)) {
  for (const row of rows) index.related(papers[row + 1]!.id, options);
  console.log(`${name}: ${median(rows.map((row) => timed(() => index.related(papers[row]!.id, options))))} ms a query`);
}

const added = [...generatePapers(300, 2)].map((paper) => ({ ...flat(paper), id: `new-${paper.id}` }));
const times = added.map((paper) => timed(() => index.add([paper])));
console.log(`add: ${median(times)} ms, at most ${Math.max(...times).toFixed(2)} ms`);
console.log(
  `the first query after: ${timed(() => index.related(papers[0]!.id)).toFixed(0)} ms; ${gigabytes().rss} GB resident`,
);

/** The generator glues strings together, and glued strings take ten times the room of read ones. */
function flat({ id, title, abstract }: Paper): Paper {
  return { id, title: Buffer.from(title).toString("latin1"), abstract: Buffer.from(abstract).toString("latin1") };
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

function median(values: readonly number[]): string {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!.toFixed(3);
}

function gigabytes(): { rss: string; arrays: string } {
  const { rss, arrayBuffers } = process.memoryUsage();
  return { rss: (rss / 1e9).toFixed(2), arrays: (arrayBuffers / 1e9).toFixed(2) };
}
