// One part of a collection (JSON lines on stdin) to its document frequencies (one JSON line on stdout).

import { createInterface } from "node:readline";
import { countTerms, createAnalyzer } from "themata";

const analyzer = createAnalyzer();
const documents = [];
for await (const line of createInterface({ input: process.stdin })) {
  const { title, abstract } = JSON.parse(line);
  documents.push([...analyzer.terms(title), ...analyzer.terms(abstract)]);
}
const { documentFrequencies, ...counts } = countTerms(documents);
console.log(JSON.stringify({ ...counts, documentFrequencies: [...documentFrequencies] }));
