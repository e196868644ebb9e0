import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { goldenAnswer } from "../../scripts/golden-answer.js";
import { discoverThemes, serialize } from "../../src/index.js";
import { demonstration } from "../fixtures.js";

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The digest of a model made in a process of its own, with the build. */
function digestInProcess(environment: Readonly<Record<string, string>>, before = ""): string {
  const program = `
    import { createHash } from "node:crypto";
    import { readFileSync } from "node:fs";
    ${before}
    const { discoverThemes, readPapers, serialize } = await import("themata");
    const { papers } = readPapers(readFileSync("fixtures/abstracts.jsonl"));
    const bytes = serialize(discoverThemes(papers.slice(0, 60), { k: 5, seed: 3 }));
    console.log(createHash("sha256").update(bytes).digest("hex"));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", ...environment },
  });
  expect(stderr).toBe("");
  return stdout.trim();
}

describe("the same input", () => {
  it("gives the same bits in 40 runs", { timeout: 120_000 }, () => {
    const papers = demonstration.slice(0, 24);
    const digests = new Set<string>();
    for (let run = 0; run < 40; run += 1) digests.add(digestOf(serialize(discoverThemes(papers, { k: 3, seed: 7 }))));
    expect(digests.size).toBe(1);
  });

  it("gives the same bits in another process, time zone and locale", { timeout: 120_000 }, () => {
    const here = digestInProcess({});
    expect(here).toBe(digestOf(serialize(discoverThemes(demonstration.slice(0, 60), { k: 5, seed: 3 }))));
    expect(digestInProcess({ TZ: "Asia/Kathmandu", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" })).toBe(here);
    expect(digestInProcess({ TZ: "America/St_Johns", LANG: "C" })).toBe(here);
  });

  it("gives the same bits without WebAssembly", { timeout: 120_000 }, () => {
    expect(digestInProcess({}, "delete globalThis.WebAssembly;")).toBe(digestInProcess({}));
  });

  it("gives other themes for another seed, and leaves the papers as they were", () => {
    const papers = structuredClone(demonstration.slice(0, 40));
    const first = discoverThemes(papers, { k: 4, seed: 1 });
    expect(papers).toStrictEqual(demonstration.slice(0, 40));
    expect(digestOf(serialize(first))).not.toBe(digestOf(serialize(discoverThemes(papers, { k: 4, seed: 2 }))));
  });

  it("gives the golden answer for the demonstration corpus (`npm run golden` where it is meant to change)", () => {
    expect(goldenAnswer(demonstration)).toStrictEqual(
      JSON.parse(readFileSync("fixtures/golden/demonstration.json", "utf8")),
    );
  });
});
