import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { docPages, docPrograms, runProgram } from "../../scripts/doc-programs.js";

/** The programs write what they show; `npm run docs:refresh` brings the pages up to date. */
describe.each(docPages())("%s", (page) => {
  for (const program of docPrograms(page)) {
    it(`runs the program at line ${program.line} and prints what the page says`, { timeout: 60_000 }, () => {
      const printed = runProgram(program);
      if (program.output !== undefined) expect(printed).toBe(program.output);
    });
  }

  it("imports only what the package exports", async () => {
    const text = readFileSync(page, "utf8");
    for (const [, names, subpath] of text.matchAll(/^import \{([^}]*)\} from "themata(?:\/(\w+))?"/gm)) {
      const exported: object = await import(`../../dist/${subpath ?? "index"}.js`);
      const values = names!.split(",").map((name) => name.trim());
      expect(values.filter((name) => name !== "" && !name.startsWith("type ") && !(name in exported))).toStrictEqual(
        [],
      );
    }
  });

  it("links to files that are there", () => {
    const text = readFileSync(page, "utf8").replace(/```[\s\S]*?```/g, "");
    const targets = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => target!);
    const broken = targets.filter(
      (target) => !/^(https?:|mailto:)/.test(target) && !existsSync(join(dirname(page), target)),
    );
    expect(broken).toStrictEqual([]);
  });

  it("names no machine and no folder outside the repository", () => {
    expect(readFileSync(page, "utf8")).not.toMatch(/\/(work|tmp|farm|home|root)\/|\.\.\/shared/);
  });
});

describe("README.md", () => {
  it("names every function of the package", async () => {
    const text = readFileSync("README.md", "utf8");
    for (const subpath of ["index", "formats", "node", "wink"]) {
      const exported: object = await import(`../../dist/${subpath}.js`);
      const functions = Object.entries(exported).filter(([, value]) => typeof value === "function");
      expect(functions.map(([name]) => name).filter((name) => !text.includes(name))).toStrictEqual([]);
    }
  });
});
