// The document frequencies of all parts (JSON lines on stdin) to those of the collection (one JSON line on stdout).

import { createInterface } from "node:readline";
import { countTerms, mergeCounts } from "themata";

let all = countTerms([]);
for await (const line of createInterface({ input: process.stdin })) {
  const part = JSON.parse(line);
  all = mergeCounts(all, { ...part, documentFrequencies: Uint32Array.from(part.documentFrequencies) });
}
console.log(JSON.stringify({ ...all, documentFrequencies: [...all.documentFrequencies] }));
