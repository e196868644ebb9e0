/** Builds `dist/` unless it is newer than every source: before the tests, some of which run the built package. */

import { execSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";

const sources = [
  "src",
  "tsup.config.ts",
  "package.json",
  "scripts/bundled-libraries.ts",
  "scripts/one-core.ts",
  "scripts/packed-words.ts",
  "scripts/pure-initialisers.ts",
];

function times(path: string): number[] {
  if (!existsSync(path)) return [];
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return [mtimeMs];
  return readdirSync(path).flatMap((name) => times(`${path}/${name}`));
}

const built = times("dist");
if (built.length === 0 || Math.min(...built) < Math.max(...sources.flatMap(times))) {
  execSync("npm run --silent build", { stdio: ["ignore", "ignore", "inherit"] });
}
