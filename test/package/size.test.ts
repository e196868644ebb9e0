import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bundleForBrowser } from "./browser-bundle.js";

async function gzippedSize(names: string): Promise<number> {
  const { code } = await bundleForBrowser(`export { ${names} } from "themata";`);
  return gzipSync(code, { level: 9 }).length;
}

/** Files of dist/ that importing one of them reads. */
function filesRead(name: string, read = new Set<string>()): Set<string> {
  if (read.has(name)) return read;
  read.add(name);
  const imports = readFileSync(resolve("dist", name), "utf8").matchAll(
    /^(?:import|\}) .*?"\.\/([^"]+)";$|^import "\.\/([^"]+)";$/gm,
  );
  for (const [, named, bare] of imports) filesRead(named ?? bare!, read);
  return read;
}

describe("the core in Node", () => {
  it("is read from three files, since every file costs an import time", () => {
    expect(filesRead("index.js").size).toBe(3);
    expect(filesRead("theme-worker.js").size).toBe(3);
  });

  it("is read without the readers of XML and BibTeX, which come when they are needed", () => {
    const read = [...filesRead("node.js")].map((name) => readFileSync(resolve("dist", name), "utf8"));
    expect(read.join("")).not.toMatch(/XMLParser|bibtexParse/);
  });

  it("is not read to start the command", () => {
    const read = [...filesRead("cli.js")].map((name) => readFileSync(resolve("dist", name), "utf8"));
    expect(read.join("").length).toBeLessThan(40_000);
  });
});

describe("the core in a browser's bundle", () => {
  it("stays within its budgets, gzipped", async () => {
    expect(await gzippedSize("tokenize, fitTfidf")).toBeLessThanOrEqual(8 * 1024);
    expect(await gzippedSize("isThemataError")).toBeLessThanOrEqual(512);
    // The aim is 60; docs/engineering.md tells what stands in its way. Lower this when something is saved.
    expect(await gzippedSize("readPapers, discoverThemes, createPaperIndex")).toBeLessThanOrEqual(92.9 * 1024);
  });

  it("has nothing of Node, of wink or of themata/formats in it", async () => {
    const { code, files } = await bundleForBrowser('export * from "themata";');
    const text = new TextDecoder().decode(code);
    expect(text).not.toMatch(/["']node:|require\(["']/);
    expect(files.filter((path) => /wink|fast-xml|bibtex|formats|node_modules/.test(path))).toStrictEqual([]);
    expect(text).not.toMatch(/XMLParser|bibtexParse|winkNLP/);
  });
});
