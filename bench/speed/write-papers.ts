/** Writes invented papers as JSON lines: `npx tsx bench/speed/write-papers.ts <count> <file>`. */

import { closeSync, openSync, writeSync } from "node:fs";
import { generatePapers } from "./generate-papers.js";

const [count, file] = process.argv.slice(2);
if (count === undefined || file === undefined) throw new Error("Expected a count and a file name.");
const descriptor = openSync(file, "w");
let lines: string[] = [];
const flush = (): void => {
  writeSync(descriptor, lines.join(""));
  lines = [];
};
for (const paper of generatePapers(Number(count))) {
  lines.push(`${JSON.stringify(paper)}\n`);
  if (lines.length === 1000) flush();
}
flush();
closeSync(descriptor);
