// The themes of a collection, with a map to look at.
import { readFileSync, writeFileSync } from "node:fs";
import { discoverThemes, readPapers, renderHtml } from "themata";

const { papers, problems } = readPapers(readFileSync("fixtures/abstracts.jsonl"));
const model = discoverThemes(papers, { k: 10 });

console.log(`${model.themes.length} themes in ${papers.length} papers, ${problems.length} problems`);
for (const { label, paperIds, phrases } of model.themes) {
  const words = phrases.slice(1, 4).map(({ phrase }) => phrase);
  console.log(`${label} (${paperIds.length}): ${words.join(", ")}`);
}

// node examples/01-discover.js map.html
if (process.argv[2]) writeFileSync(process.argv[2], renderHtml(model, papers));
