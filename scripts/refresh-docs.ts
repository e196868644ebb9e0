/** Writes into README.md and docs/ what their programs print now. Needs a fresh build. */

import { writeFileSync } from "node:fs";
import { docPages, refreshed } from "./doc-programs.js";

for (const page of docPages()) writeFileSync(page, refreshed(page));
