/**
 * `themata tag --model` on a long stream of invented papers: papers a second and memory as it goes on, then a run that is
 * killed and resumed many times, compared with one that was not.
 *
 *     npx tsx bench/speed/tagging-stream.ts [papers = 1000000] [kills = 50] [program = dist/cli.js]
 */

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { fitTagger } from "../../src/index.js";
import { seededRandom } from "../../src/matrix/random.js";
import { saveFile } from "../../src/node/index.js";
import { killAndResume } from "../../test/cli/killed-runs.js";
import { demonstration } from "../corpora.js";
import { generatePapers } from "./generate-papers.js";

const [size = "1000000", kills = "50", program = "dist/cli.js"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "themata-stream-"));
const model = join(folder, "tagger.bin");
const examples = demonstration().papers.map((paper) => ({ paper, themes: [paper.label!] }));
await saveFile(model, fitTagger({ examples }));
if (Number(size) > 0) await longStream(Number(size));
if (Number(kills) > 0) await killedRuns(Number(kills));
rmSync(folder, { recursive: true });

async function longStream(count: number): Promise<void> {
  const child = spawn(process.execPath, [program, "tag", "-m", model], { stdio: ["pipe", "pipe", "inherit"] });
  Readable.from(lines(count)).pipe(child.stdin);
  let answered = 0;
  child.stdout.on("data", (piece: Buffer) => {
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) answered += 1;
  });
  const ended = new Promise((done) => child.stdout.once("end", done));
  const samples: Sample[] = [];
  for (let decile = 1; decile <= 10; decile += 1) {
    while (answered < (decile * count) / 10 && child.exitCode === null) {
      samples.push({ at: performance.now(), ...usageOf(child.pid!) });
      await setTimeout(200);
    }
    const { resident, cpu } = samples.at(-1)!;
    const pace = Math.round(answered / cpu);
    console.log(
      `${String(answered).padStart(8)} papers  ${Math.round(resident)} MB resident  ${pace} papers a CPU second`,
    );
  }
  await ended;
  console.log(`${answered} of ${count} answered`);
  const [begun, done] = [samples[0]!.at, samples.at(-1)!.at];
  console.log(`first minute: ${about(samples.filter(({ at }) => at < begun + 60_000))}`);
  console.log(`last minute: ${about(samples.filter(({ at }) => at > done - 60_000))}`);
}

interface Sample {
  readonly at: number;
  readonly resident: number;
  readonly cpu: number;
}

function about(samples: readonly Sample[]): string {
  const mean = samples.reduce((sum, { resident }) => sum + resident, 0) / samples.length;
  return `${Math.round(mean)} MB in the mean, ${Math.round(Math.max(...samples.map(({ resident }) => resident)))} at most`;
}

function* lines(count: number): Generator<string> {
  for (const paper of generatePapers(count)) yield `${JSON.stringify(paper)}\n`;
}

/** Megabytes and CPU seconds of a process, as Linux tells them. */
function usageOf(pid: number): { resident: number; cpu: number } {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return { resident: Number(kilobytes) / 1024, cpu: (Number(fields[11]) + Number(fields[12])) / 100 };
}

async function killedRuns(count: number): Promise<void> {
  const input = join(folder, "papers.jsonl");
  writeFileSync(input, [...lines(4000)].join(""));
  const [whole, output] = [join(folder, "whole.jsonl"), join(folder, "killed.jsonl")];
  const command = [process.execPath, program];
  await killAndResume({ command, model, input, output: whole, moments: [] });
  const expected = readFileSync(whole);
  const random = seededRandom(1);
  const moments = Array.from({ length: count }, () => random() * 0.95 * expected.length).sort((a, b) => a - b);
  const killed = await killAndResume({ command, model, input, output, moments });
  const same = Buffer.compare(readFileSync(output), expected) === 0;
  console.log(
    `${killed} runs killed, then one to the end: the output is ${same ? "that" : "NOT that"} of an unkilled run`,
  );
}
