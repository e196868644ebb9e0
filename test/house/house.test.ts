import ts from "typescript";
import { describe, expect, it } from "vitest";
import { packageOf, type SourceFile, sourceFiles } from "./source-files.js";

/** From left to right; a room imports rooms to its left. Rooms of one list do not know each other. */
const rooms = [
  ["matrix"],
  ["papers"],
  ["text"],
  ["vectors"],
  ["evaluate"],
  ["clusters"],
  ["themes"],
  ["tags"],
  ["related"],
  ["report"],
  ["store"],
  ["wink", "formats"],
  ["node"],
  ["cli"],
];

/** The one home of each third-party package: a file, or a room. */
const homes: Readonly<Record<string, string>> = {
  natural: "text/stem.ts",
  "ml-kmeans": "clusters/kmeans.ts",
  "bibtex-parse": "formats/bibtex.ts",
  "fast-xml-parser": "formats/xml-node.ts",
  "wink-nlp": "wink",
  "wink-eng-lite-web-model": "wink",
};

const files = sourceFiles();
const placeOf = (room: string): number => rooms.findIndex((shelf) => shelf.includes(room));

/** Source without comments and texts. */
function codeOf({ text }: SourceFile): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
}

const declarations = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
]);

/** Top-level statements that are no declarations of plain names, each by its first line. */
function sideEffectsOf(text: string): string[] {
  const file = ts.createSourceFile("file.ts", text, ts.ScriptTarget.ES2022);
  return file.statements
    .filter((statement) => {
      if (ts.isVariableStatement(statement)) {
        return !statement.declarationList.declarations.every(({ name }) => ts.isIdentifier(name));
      }
      return !declarations.has(statement.kind);
    })
    .map((statement) => statement.getText(file).split("\n")[0]!);
}

describe("the house", () => {
  it("every room is known, and files outside rooms are the three doors", () => {
    const outside = files.filter(({ room }) => room === "").map(({ path }) => path);
    expect(outside).toStrictEqual(["errors.ts", "index.ts", "options.ts"]);
    expect(
      [...new Set(files.map(({ room }) => room))].filter((room) => room !== "" && placeOf(room) < 0),
    ).toStrictEqual([]);
  });

  it("a room imports matrix, errors, options and rooms to its left only", () => {
    const wrong = files.flatMap(({ path, room, own }) =>
      own
        .filter((target) => {
          if (path === "index.ts") return false;
          if (target === "errors.ts" || target === "options.ts") return false;
          const targetRoom = target.includes("/") ? target.slice(0, target.indexOf("/")) : "";
          if (targetRoom === "") return true;
          if (room === "") return true;
          return targetRoom !== room && placeOf(targetRoom) >= placeOf(room);
        })
        .map((target) => `${path} -> ${target}`),
    );
    expect(wrong).toStrictEqual([]);
  });

  it("no chain of imports leads back to where it began", () => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const state = new Map<string, "open" | "done">();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === "done") return;
      if (state.get(path) === "open") {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
        return;
      }
      state.set(path, "open");
      for (const target of byPath.get(path)?.own ?? []) visit(target, [...trail, path]);
      state.set(path, "done");
    };
    for (const { path } of files) visit(path, []);
    expect(circles).toStrictEqual([]);
  });

  it("every third-party package has one home", () => {
    const strays = files.flatMap(({ path, foreign }) =>
      foreign
        .filter((name) => !name.startsWith("node:"))
        .filter((name) => {
          const home = homes[packageOf(name)];
          return home === undefined || (path !== home && !path.startsWith(`${home}/`));
        })
        .map((name) => `${path}: ${name}`),
    );
    expect(strays).toStrictEqual([]);
  });

  it("only node and cli know Node", () => {
    const wrong = files.filter(({ room }) => room !== "node" && room !== "cli");
    const imports = wrong.filter(({ foreign }) => foreign.some((name) => name.startsWith("node:")));
    expect(imports.map(({ path }) => path)).toStrictEqual([]);
    const globals = wrong.filter((file) => /\bprocess\.|\bBuffer\.|\b__dirname\b|\bsetImmediate\(/.test(codeOf(file)));
    expect(globals.map(({ path }) => path)).toStrictEqual([]);
  });

  it("no file is longer than 300 lines, and the median is below 100", () => {
    const lengths = files.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }));
    expect(lengths.filter(({ lines }) => lines > 300)).toStrictEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
  });

  it("every file begins with a sentence that says what it is", () => {
    const silent = files.filter(({ path, text }) => !path.endsWith("index.ts") && !/^(#!.*\n)?\/\*\*/.test(text));
    expect(silent.map(({ path }) => path)).toStrictEqual([]);
  });

  it("file names are in kebab case and no room is a dumping place", () => {
    const odd = files.filter(({ path }) => !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(path));
    expect(odd.map(({ path }) => path)).toStrictEqual([]);
    const dumps = files.filter(({ path }) => /(^|\/)(utils?|helpers?|types|common|misc|shared)(\.ts|\/)/.test(path));
    expect(dumps.map(({ path }) => path)).toStrictEqual([]);
  });

  it("nothing depends on chance, the clock or the locale", () => {
    const banned = /Math\.random|Date\.now|new Date\(\)|performance\.now|localeCompare|toLocale\w+|Intl\./;
    // The command line and the page draw by the clock; no answer depends on it.
    const seen = files.filter(({ path, room }) => room !== "cli" && !path.startsWith("report/page/"));
    const wrong = seen.filter((file) => banned.test(codeOf(file)));
    expect(wrong.map(({ path }) => path)).toStrictEqual([]);
  });

  it("logarithms, exponentials and powers are those of matrix/elementary.ts, the same bits in every engine", () => {
    const varying =
      /Math\.(?!(?:abs|ceil|floor|round|trunc|sign|min|max|sqrt|fround|imul|clz32|PI|E|LN2|LN10|SQRT2|SQRT1_2)\b)\w+/;
    // The report's coordinates are for the eye.
    const seen = files.filter(({ path, room }) => !["cli", "report"].includes(room) && path !== "matrix/elementary.ts");
    const wrong = seen.flatMap((file) =>
      codeOf(file)
        .split("\n")
        // Squares and powers of two are exact, or rounded once.
        .map((line) => line.replace(/\*\* 2\b(?!\.)|\b2 \*\*/g, ""))
        .filter((line) => varying.test(line) || line.includes("**"))
        .map((line) => `${file.path}: ${line.trim()}`),
    );
    expect(wrong).toStrictEqual([]);
  });

  it("loading a file does nothing but declare names", () => {
    // Else a bundler keeps the file for those who use nothing of it; `sideEffects: false` would be untrue.
    const acting = files
      .filter(({ path }) => !["cli/index.ts", "node/theme-worker.ts", "report/page/main.ts"].includes(path))
      .flatMap(({ path, text }) => sideEffectsOf(text).map((statement) => `${path}: ${statement}`));
    expect(acting).toStrictEqual([]);
  });

  it("types are never switched off and nothing is left to do", () => {
    const escapes = /\bas any\b|: any\b|<any>|as unknown as/;
    expect(files.filter((file) => escapes.test(codeOf(file))).map(({ path }) => path)).toStrictEqual([]);
    const notes = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|\b(TODO|FIXME|XXX|HACK)\b/;
    expect(files.filter(({ text }) => notes.test(text)).map(({ path }) => path)).toStrictEqual([]);
  });

  it("the core logs nothing", () => {
    const loud = files.filter(
      (file) => file.room !== "cli" && /\bconsole\.|process\.(stdout|stderr)/.test(codeOf(file)),
    );
    expect(loud.map(({ path }) => path)).toStrictEqual([]);
  });
});
