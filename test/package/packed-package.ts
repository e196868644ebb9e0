/** The package as users get it: packed, installed into an empty folder, its programs run there. */

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export interface Consumer {
  /** The folder that the package is installed in. */
  readonly folder: string;
  /** Paths within the package's archive. */
  readonly packed: readonly string[];
}

/** What a program printed and how it ended. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Packs `dist/` as it is and installs the archive, from npm's cache where it can. */
export function installPacked(): Consumer {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "themata-consumer-")));
  const packing = npm(["pack", "--json", "--ignore-scripts", "--pack-destination", folder], process.cwd());
  const [{ filename, files }] = JSON.parse(packing) as [{ filename: string; files: { path: string }[] }];
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  npm(["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", `./${filename}`], folder);
  return { folder, packed: files.map(({ path }) => path).sort() };
}

/** Runs a program of the consumer's under Node. */
export function runIn(folder: string, file: string, source: string): Outcome {
  writeFileSync(join(folder, file), source);
  return run(folder, [file]);
}

/** Runs Node with these arguments in the folder. */
export function run(folder: string, args: readonly string[], input = ""): Outcome {
  const environment = { PATH: process.env["PATH"] ?? "", HOME: folder };
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    input,
    env: environment,
  });
  return { stdout, stderr, status };
}

/** Type-checks a program of the consumer's; "" when it is sound. */
export function typeErrors(folder: string, name: string, source: string, options: object): string {
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "program.ts"), source);
  const compilerOptions = { target: "ES2022", strict: true, skipLibCheck: false, noEmit: true, types: [], ...options };
  writeFileSync(join(home, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["program.ts"] }));
  const { stdout } = spawnSync(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "-p", home], {
    encoding: "utf8",
  });
  return stdout;
}

/** Bytes of all files below a folder. */
export function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function npm(args: readonly string[], folder: string): string {
  return execFileSync("npm", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
