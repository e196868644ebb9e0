/** Writes the golden answer and the public interface to fixtures/golden/: run it when they are meant to change, and read the difference. */

import { readFileSync, writeFileSync } from "node:fs";
import { readPapers } from "../src/index.js";
import { goldenAnswer } from "./golden-answer.js";
import { publicApi } from "./public-api.js";

const { papers } = readPapers(readFileSync("fixtures/abstracts.jsonl"));
writeFileSync("fixtures/golden/demonstration.json", `${JSON.stringify(goldenAnswer(papers), null, 1)}\n`);
writeFileSync("fixtures/golden/public-api.txt", publicApi());
