/** 100 MB of each streaming format: megabytes a second of processor time (the making of the text included), and how far the heap grows. Run: npx tsx --expose-gc bench/speed/stream-formats.ts */

import { readFileSync } from "node:fs";
import { type Paper, type PaperFormat, readPapers, writePapers } from "../../src/index.js";
import { streamPapers } from "../../src/node/stream-papers.js";

const megabytes = Number(process.argv[2] ?? 100);
const { papers } = readPapers(readFileSync(new URL("../../fixtures/abstracts.jsonl", import.meta.url)));

/** The papers over and over, with fresh ids, until there are so many bytes. */
async function* endless(format: PaperFormat): AsyncGenerator<Uint8Array> {
  let written = 0;
  for (let round = 0; written < megabytes * 1e6; round += 1) {
    const fresh = papers.map((paper) => ({ ...paper, id: `${round}-${paper.id}` }));
    const text = textOf(format, fresh);
    // Only the first piece of a table has a header.
    const piece = Buffer.from(round > 0 && /[ct]sv/.test(format) ? text.slice(text.indexOf("\n") + 1) : text);
    written += piece.length;
    yield piece;
  }
}

function textOf(format: PaperFormat, fresh: readonly Paper[]): string {
  if (format === "nbib")
    return fresh.map((paper) => `PMID- ${paper.id}\nTI  - ${paper.title}\nAB  - ${paper.abstract}\n\n`).join("");
  if (format === "wos")
    return fresh.map((paper) => `PT J\nUT ${paper.id}\nTI ${paper.title}\nAB ${paper.abstract}\nER\n\n`).join("");
  if (format === "enw")
    return fresh
      .map((paper) => `%0 Journal Article\n%T ${paper.title}\n%X ${paper.abstract}\n%M ${paper.id}\n\n`)
      .join("");
  return writePapers(fresh, { format: format as "jsonl" | "csv" | "tsv" | "ris" });
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

for (const format of ["jsonl", "csv", "tsv", "ris", "nbib", "wos", "enw"] as const) {
  const before = heap();
  const start = process.cpuUsage();
  let count = 0;
  let problems = 0;
  const samples: number[] = [];
  for await (const event of streamPapers(endless(format), { format })) {
    if ("problem" in event) problems += 1;
    else count += 1;
    if (count % 20_000 === 0 && "paper" in event) samples.push(heap() - before);
  }
  const spent = process.cpuUsage(start);
  const seconds = (spent.user + spent.system) / 1e6;
  const grown = samples.map((sample) => sample.toFixed(0)).join(" ");
  console.log(
    `${format}: ${count} papers, ${problems} problems, ${(megabytes / seconds).toFixed(0)} MB/s, heap over its start (MB): ${grown}`,
  );
}
