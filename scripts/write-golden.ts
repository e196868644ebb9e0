/** Writes fixtures/golden/demonstration.json: run it when an answer is meant to change, and read the difference. */

import { readFileSync, writeFileSync } from "node:fs";
import { readPapers } from "../src/index.js";
import { goldenAnswer } from "./golden-answer.js";

const { papers } = readPapers(readFileSync("fixtures/abstracts.jsonl"));
writeFileSync("fixtures/golden/demonstration.json", `${JSON.stringify(goldenAnswer(papers), null, 1)}\n`);
