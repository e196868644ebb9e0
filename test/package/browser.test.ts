import { existsSync, readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { chromium } from "playwright-core";
import { describe, expect, it } from "vitest";
import { bundleForBrowser } from "./browser-bundle.js";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

const program = `
import { createPaperIndex, discoverThemes, readPapers, serialize } from "themata";
globalThis.work = async (text) => {
  const { papers } = readPapers(text, { format: "jsonl" });
  const model = discoverThemes(papers, { k: 10 });
  const bytes = serialize(model);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const related = createPaperIndex(papers).related(papers[0].id, { limit: 5 });
  return { digest: Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""), related };
};`;

interface Worker {
  work(text: string): Promise<{ digest: string; related: unknown }>;
}
const worker = globalThis as typeof globalThis & Worker;

describe.skipIf(executablePath === undefined)("the core in Chromium", () => {
  it("gives the same bits as in Node, with no error on the console", { timeout: 120_000 }, async () => {
    const text = readFileSync("fixtures/abstracts.jsonl", "utf8");
    const { code } = await bundleForBrowser(program, "iife");
    const script = new TextDecoder().decode(code);
    runInThisContext(script);
    const inNode = await worker.work(text);
    const browser = await chromium.launch({ executablePath: executablePath!, args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage({ locale: "tr-TR", timezoneId: "Asia/Kathmandu" });
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      // A page of a secure origin, which the digest needs, without a server.
      await page.route("https://themata.test/", (route) => route.fulfill({ contentType: "text/html", body: "" }));
      await page.goto("https://themata.test/");
      await page.addScriptTag({ content: script });
      const inChromium = await page.evaluate((input) => (globalThis as typeof globalThis & Worker).work(input), text);
      expect(complaints).toStrictEqual([]);
      expect(inChromium).toStrictEqual(inNode);
    } finally {
      await browser.close();
    }
  });
});
