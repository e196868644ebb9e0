// Fits a tagger on the first papers of a file and saves it: node fit-tagger.js <papers.jsonl> <tagger>

import { readFileSync } from "node:fs";
import { fitTagger } from "themata";
import { saveFile } from "themata/node";

const [papersFile, taggerFile] = process.argv.slice(2);
const papers = readFileSync(papersFile, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const examples = papers.slice(0, 60).map((paper) => ({ paper, themes: paper.themes }));
await saveFile(taggerFile, fitTagger({ examples }));
