// A filter: papers (JSON lines on stdin) to their tags (JSON lines on stdout): node tag.js <tagger>

import { createInterface } from "node:readline";
import { tagPapers } from "themata";
import { loadFile } from "themata/node";

const tagger = await loadFile(process.argv[2]);
for await (const line of createInterface({ input: process.stdin })) {
  const [{ paperId, tags }] = tagPapers(tagger, [JSON.parse(line)]);
  console.log(JSON.stringify({ paperId, tags: tags.map(({ themeId, score }) => [themeId, score]) }));
}
