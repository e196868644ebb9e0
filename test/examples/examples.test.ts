import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { executablePath, launch } from "../report/browser/open-page.js";

const built = existsSync("dist/index.js");
if (!built) console.warn("Nothing is built: the examples are skipped. npm run build");

/** What an example prints; anything on stderr is a failure. */
async function output(name: string, ...words: string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)("node", [`examples/${name}`, ...words]);
  expect(stderr).toBe("");
  return stdout;
}

describe.skipIf(!built)("examples/", { timeout: 120_000 }, () => {
  it("01-discover.js prints ten themes of all papers and draws the map", async () => {
    const folder = mkdtempSync(join(tmpdir(), "themata-example-"));
    const [heading, ...themes] = (await output("01-discover.js", join(folder, "map.html"))).trimEnd().split("\n");
    expect(heading).toBe("10 themes in 160 papers, 0 problems");
    const sizes = themes.map((line) => Number(/^.+ \((\d+)\): \S/.exec(line)![1]));
    expect(sizes).toHaveLength(10);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(160);
    expect(readFileSync(join(folder, "map.html"), "utf8")).toContain("<canvas");
    rmSync(folder, { recursive: true });
  });

  it("02-own-taxonomy.js tags a paper on preferences, and says why", async () => {
    const text = await output("02-own-taxonomy.js");
    expect(text).toMatch(/^a035 is about rlhf, because it says: .*human preferences/m);
    expect(text).toMatch(/^\d+ papers fit none of the three themes$/m);
  });

  it("03-few-examples.js is right far more often than chance", async () => {
    const text = await output("03-few-examples.js");
    expect(text).toMatch(/^learnt from \d+ papers, tagged \d+$/m);
    expect(Number(/^(\d+) % of the first tags are right$/m.exec(text)![1])).toBeGreaterThan(70);
  });

  it("04-related.js finds neighbours of a paper, a draft and a liking", async () => {
    const text = await output("04-related.js");
    expect(text.match(/^ {2}0\.\d\d .+ \(.+\)$/gm)).toHaveLength(11);
    expect(text.split("Near a draft:")[1]!.split("\n")[1]).toContain("Bandit");
  });

  it("05-duplicates.js merges what is the same and shows what is nearly so", async () => {
    const text = await output("05-duplicates.js");
    expect(text.match(/was in 2 lists: same title$/gm)).toHaveLength(3);
    expect(text).toContain("161 papers\nnear-copies: a004, a004v2\n");
  });

  it("06-nightly-update.js keeps its themes from night to night", async () => {
    expect(await output("06-nightly-update.js")).toMatch(
      /^140 papers in \d+ themes, 8 of them as before\n160 papers in/,
    );
  });

  it("08-own-vectors.js assigns as it was fitted", async () => {
    const text = await output("08-own-vectors.js");
    expect(text.match(/^share (?:1|0\.5): nmi 0\.\d\d, 10 themes$/gm)).toHaveLength(2);
    expect(text.match(/assigned as it was fitted: true$/gm)).toHaveLength(2);
  });

  it("09-long-stream.js finds themes, related papers and tags in two passes", async () => {
    const [found, first, second, third, tagged] = (await output("09-long-stream.js")).split("\n");
    expect(found).toBe("8 themes in 160 papers, 0 problems");
    const titles = readFileSync("fixtures/abstracts.jsonl", "utf8");
    for (const title of [first, second, third]) expect(titles).toContain(JSON.stringify(title));
    expect(Number(/^(\d+) papers got a tag$/.exec(tagged!)![1])).toBeGreaterThan(100);
  });

  it.skipIf(executablePath === undefined)("07-browser finds themes in a worker of the browser", async () => {
    const { outputFiles } = await build({
      entryPoints: ["examples/07-browser/page.js", "examples/07-browser/worker.js"],
      outdir: "/",
      bundle: true,
      format: "esm",
      platform: "browser",
      write: false,
    });
    const files = new Map(outputFiles.map(({ path, text }) => [path.split("/").at(-1)!, text]));
    const browser = await launch();
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.route("https://themata.test/**", (route) => {
        const script = files.get(new URL(route.request().url()).pathname.slice(1));
        const body = script ?? readFileSync("examples/07-browser/index.html", "utf8");
        return route.fulfill({ body, contentType: script === undefined ? "text/html" : "text/javascript" });
      });
      await page.goto("https://themata.test/");
      await page.setInputFiles("#file", "fixtures/abstracts.jsonl");
      await page.locator("#themes li").nth(9).waitFor({ timeout: 90_000 });
      expect(await page.locator("#status").textContent()).toBe("160 papers");
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  // The folder spark needs an engine that is not installed here; its README says how it is run and checked.
  it("has a test for each numbered program", () => {
    const tests = readFileSync(new URL(import.meta.url), "utf8");
    for (const name of readdirSync("examples").filter((file) => /^\d/.test(file))) expect(tests).toContain(`("${name}`);
  });
});
