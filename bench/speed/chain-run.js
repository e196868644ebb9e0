/** Our side of chain.ts: a file of papers to labelled themes and an index of related papers, in one cold process. */

import { createReadStream, statSync } from "node:fs";
import { createPaperIndex, discoverThemes } from "../../dist/index.js";
import { discoverThemesInStream, discoverThemesInWorker, readPapersFile, streamPapers } from "../../dist/node.js";

const [file, k, threads] = process.argv.slice(2);
const stages = [];
let clock = { wall: 0, cpu: 0 };
mark("start");

const isStream = threads.startsWith("stream");
const papers = isStream ? [] : statSync(file).size > 5e8 ? await streamed() : (await readPapersFile(file)).papers;
if (!isStream) mark("read");
let stage = isStream ? "read" : "vectors";
const onProgress = (progress) => {
  if (progress.stage !== stage) mark(stage);
  stage = progress.stage;
};
const indexOptions = { longestRun: papers.length > 20_000 ? 1 : 2 };
const model = await discover();
mark(stage);
if (threads === "1") {
  createPaperIndex(papers, indexOptions);
  mark("index");
}
const themes = model.themes.map(({ label, paperIds }) => ({ label, papers: paperIds.length }));
console.log(
  JSON.stringify({ stages, themes, papers: model.papers.length, peak: process.resourceUsage().maxRSS / 1024 }),
);

async function discover() {
  const options = { k: Number(k), onProgress };
  if (isStream) {
    const index = threads === "stream-index" ? "titles" : "none";
    return (await discoverThemesInStream(streamPapers(createReadStream(file)), { ...options, index })).model;
  }
  return threads === "1" ? discoverThemes(papers, options) : inTwoThreads();
}

/** Papers of a file that is too long for one string. */
async function streamed() {
  const read = [];
  for await (const event of streamPapers(createReadStream(file))) if ("paper" in event) read.push(event.paper);
  return read;
}

/** The index is made here while the themes are found elsewhere. */
async function inTwoThreads() {
  const found = discoverThemesInWorker(papers, { k: Number(k), threads: Number(threads), onProgress });
  createPaperIndex(papers, indexOptions);
  return found;
}

function mark(name) {
  const then = clock;
  clock = now();
  stages.push({ stage: name, wall: clock.wall - then.wall, cpu: clock.cpu - then.cpu });
}

/** Wall clock since the process began, and its CPU time, all threads together, in seconds. */
function now() {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now() / 1000, cpu: (user + system) / 1e6 };
}
