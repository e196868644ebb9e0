/** The source files of the package and what each imports. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** A file of `src/`, its path relative to `src/` with "/" between folders. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** First folder, or "" for a file of `src/` itself. */
  readonly room: string;
  /** Paths of the files of `src/` that it imports. */
  readonly own: readonly string[];
  /** Names of the modules that it imports from elsewhere: "node:fs", "wink-nlp". */
  readonly foreign: readonly string[];
}

const root = "src";

/** All TypeScript files of `src/` but declarations, generated ones and AssemblyScript. */
export function sourceFiles(): SourceFile[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => path.split("\\").join("/"))
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .filter((path) => !path.includes("/generated/") && !path.includes("/assembly/"))
    .sort()
    .map(readSource);
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  const specifiers = importsOf(text);
  const own = specifiers
    .filter((name) => name.startsWith("."))
    .map((name) =>
      relative(root, join(root, dirname(path), name))
        .split("\\")
        .join("/")
        .replace(/\.js$/, ".ts"),
    );
  return {
    path,
    text,
    room: path.includes("/") ? path.slice(0, path.indexOf("/")) : "",
    own,
    foreign: specifiers.filter((name) => !name.startsWith(".")),
  };
}

function importsOf(text: string): string[] {
  const statements = text.matchAll(
    /^(?:import|export)\s[^"';]*?from\s*"([^"]+)"|^import\s*"([^"]+)"|\bimport\("([^"]+)"\)/gm,
  );
  return [...statements].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? "");
}

/** The package of a module name: "natural" for "natural/lib/natural/stemmers/porter_stemmer.js". */
export function packageOf(name: string): string {
  const parts = name.split("/");
  return name.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0]!;
}
