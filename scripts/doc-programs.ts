/** The programs that README.md and docs/ show, and what they print. */

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A block of JavaScript, and the block of text right after it that tells what it prints. */
export interface DocProgram {
  readonly file: string;
  /** One-based line of the block's first line. */
  readonly line: number;
  readonly code: string;
  /** undefined where the page does not say what is printed. */
  readonly output: string | undefined;
}

const block = /^```js\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```$)?/gm;

/** Pages whose programs are run. */
export function docPages(): string[] {
  const docs = existsSync("docs") ? readdirSync("docs", { recursive: true, encoding: "utf8" }) : [];
  const pages = docs
    .filter((path) => path.endsWith(".md") && !path.startsWith("api"))
    .map((path) => join("docs", path));
  return ["README.md", ...["CONTRIBUTING.md"].filter(existsSync), ...pages.sort()];
}

/** The programs of a page. */
export function docPrograms(file: string): DocProgram[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(block)].map((match) => ({
    file,
    line: text.slice(0, match.index).split("\n").length + 1,
    code: match[1]!,
    output: match[2],
  }));
}

/** Runs a program from the package's own folder, where "themata" is the build. */
export function runProgram({ code, file, line }: DocProgram): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "" },
  });
  if (status !== 0 || stderr !== "") throw new Error(`${file}:${line}: the program failed\n${stderr}`);
  return stdout;
}

/** The page with the outputs that its programs print now. */
export function refreshed(file: string): string {
  let text = readFileSync(file, "utf8");
  for (const program of docPrograms(file)) {
    if (program.output === undefined) continue;
    const shown = `\`\`\`js\n${program.code}\`\`\`\n\n\`\`\`text\n`;
    text = text.replace(`${shown}${program.output}\`\`\``, () => `${shown}${runProgram(program)}\`\`\``);
  }
  return text;
}
