import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Consumer, installPacked, run, runIn, sizeOf, typeErrors } from "./packed-package.js";

let consumer: Consumer;
beforeAll(() => {
  consumer = installPacked();
  cpSync("fixtures/abstracts.jsonl", join(consumer.folder, "abstracts.jsonl"));
}, 300_000);
afterAll(() => {
  if (consumer !== undefined) rmSync(consumer.folder, { recursive: true });
});

const subpaths = ["themata", "themata/formats", "themata/wink", "themata/node"];

describe("the installed package", () => {
  it("holds the build, the licence, the notices and the README, nothing else", () => {
    const others = consumer.packed.filter((path) => !/^dist\/[\w.-]+\.(js|d\.ts)$/.test(path));
    expect(others).toStrictEqual(["LICENSE", "README.md", "THIRD_PARTY_NOTICES.md", "package.json"]);
  });

  it("takes less than 25 MB with all it depends on", () => {
    expect(sizeOf(join(consumer.folder, "node_modules"))).toBeLessThan(25e6);
  });

  it("is imported, required and imported dynamically, in silence", () => {
    const names = subpaths.map((_, i) => `p${i}`);
    const report = `console.log([${names.join(", ")}].every((p) => Object.keys(p).length > 0));`;
    const imports = subpaths.map((path, i) => `import * as p${i} from "${path}";`).join("\n");
    const requires = subpaths.map((path, i) => `const p${i} = require("${path}");`).join("\n");
    const dynamic = subpaths.map((path, i) => `const p${i} = await import("${path}");`).join("\n");
    const silent = { stdout: "true\n", stderr: "", status: 0 };
    expect(runIn(consumer.folder, "esm.mjs", `${imports}\n${report}`)).toStrictEqual(silent);
    expect(runIn(consumer.folder, "cjs.cjs", `${requires}\n${report}`)).toStrictEqual(silent);
    const asynchronous = `(async () => {${dynamic}\n${report}})();`;
    expect(runIn(consumer.folder, "dynamic.cjs", asynchronous)).toStrictEqual(silent);
  });

  it("gives errors of one class whichever subpath throws them", () => {
    const program = `
      import { isThemataError, ThemataError } from "themata";
      import { loadFile } from "themata/node";
      await loadFile("package.json").catch((error) =>
        console.log(error instanceof ThemataError, isThemataError(error, "MODEL_FORMAT")));`;
    expect(runIn(consumer.folder, "errors.mjs", program).stdout).toBe("true true\n");
  });

  it("finds themes from the command line, in silence", () => {
    const bin = join("node_modules", "themata", "dist", "cli.js");
    const { stdout, stderr, status } = run(consumer.folder, [bin, "discover", "abstracts.jsonl", "--k", "4"]);
    expect({ stderr, status }).toStrictEqual({ stderr: "", status: 0 });
    const themes = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { size: number });
    expect(themes).toHaveLength(4);
    expect(themes.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(160);
    expect(readdirSync(join(consumer.folder, "node_modules", ".bin"))).toContain("themata");
  });

  it("does not open its inner files to imports", () => {
    const { stderr, status } = runIn(consumer.folder, "inner.mjs", 'import "themata/dist/index.js";');
    expect(status).not.toBe(0);
    expect(stderr).toContain("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });

  it("mentions no third-party types in its declarations", () => {
    const folder = join(consumer.folder, "node_modules", "themata", "dist");
    const foreign = readdirSync(folder)
      .filter((name) => name.endsWith(".d.ts"))
      .flatMap((name) => [
        ...readFileSync(join(folder, name), "utf8").matchAll(/(?:from|import\()\s*["']([^."'][^"']*)/g),
      ])
      .map(([, name]) => name);
    expect(foreign).toStrictEqual([]);
  });
});

const program = `
import {
  assignThemes, createPaperIndex, deserialize, discoverThemes, isThemataError, readPapers, serialize,
  type ErrorCode, type Paper, type PaperIndex, type ThemeModel,
} from "themata";
import { readPapers as readBibtex } from "themata/formats";
import { loadFile, saveFile } from "themata/node";
import { winkPhrases } from "themata/wink";

interface MyPaper extends Paper { readonly shelf: number }
declare const mine: readonly MyPaper[];
const index: PaperIndex<MyPaper> = createPaperIndex(mine);
index.related("a", { filter: (paper) => paper.shelf > 2 });
const shelf: number | undefined = index.get("a")?.shelf;

const { papers } = readPapers("", { format: "jsonl" });
const model: ThemeModel = discoverThemes(papers, { k: 3, phrases: winkPhrases() });
assignThemes(deserialize(serialize(model), { kind: "theme-model" }), papers);
readBibtex("@article{}");
const loaded: Promise<ThemeModel> = loadFile("themes.bin", { kind: "theme-model" });
void saveFile("themes.bin", model);

function advice(code: ErrorCode): string {
  switch (code) {
    case "EMPTY_CORPUS": case "DUPLICATE_PAPER_ID": case "UNKNOWN_PAPER": case "UNKNOWN_THEME":
    case "EMPTY_VOCABULARY": case "TOO_FEW_PAPERS": case "INVALID_PAPER": case "INVALID_OPTION":
    case "INVALID_THEME": case "PARSE_FAILED": case "MODEL_FORMAT": case "ABORTED":
      return code;
  }
}
try { discoverThemes([]); } catch (error) {
  if (isThemataError(error, "INVALID_OPTION")) { const option: string = error.details.option; void option; }
  if (isThemataError(error)) advice(error.code);
}
// @ts-expect-error a number of themes is no text
discoverThemes(papers, { k: "many" });
// @ts-expect-error options are known by name
discoverThemes(papers, { clusters: 3 });
// @ts-expect-error models are read only
model.themes[0]!.label = "mine";
void shelf; void loaded;
`;

describe("the installed package's types", () => {
  it("are sound under nodenext, with every library checked", { timeout: 120_000 }, () => {
    const options = { module: "NodeNext", moduleResolution: "NodeNext", lib: ["ES2022", "DOM"] };
    expect(typeErrors(consumer.folder, "nodenext", program, options)).toBe("");
  });

  it("are sound for a bundler, with every library checked", { timeout: 120_000 }, () => {
    const options = { module: "ESNext", moduleResolution: "Bundler", lib: ["ES2022", "DOM"] };
    expect(typeErrors(consumer.folder, "bundler", program, options)).toBe("");
  });
});
