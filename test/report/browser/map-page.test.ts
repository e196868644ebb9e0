import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { discoverThemes, type Paper, readPapers, renderHtml } from "../../../src/index.js";
import type { MapDocument } from "../../../src/report/map-document.js";
import { demonstration } from "../../fixtures.js";
import { executablePath, launch, type OpenPage, openPage } from "./open-page.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const model = discoverThemes(demonstration, { k: 10 });
const html = renderHtml(model, demonstration);
const data = JSON.parse(/id="data">(.*?)<\/script>/s.exec(html)![1]!) as MapDocument;
/** What axe-core leaves in a page. */
interface Checked {
  readonly axe: {
    run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
  };
}

const venues = new URL("../../../../shared/corpora/venues-6/venues-6.jsonl", import.meta.url);
const narrow = { viewport: { width: 390, height: 844 }, hasTouch: true };

if (executablePath === undefined) console.warn("No Chromium: the tests of the map's page are skipped.");

describe.skipIf(executablePath === undefined)("the page of renderHtml in Chromium", { timeout: 120_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  /** Where paper `i` is on the screen when the whole map is shown. */
  async function placeOf({ page }: OpenPage, i: number): Promise<{ x: number; y: number }> {
    const box = (await page.locator("#map").boundingBox())!;
    const scale = Math.min((box.width - 28) / data.width, box.height - 28);
    const { x, y } = data.papers[i]!;
    return {
      x: box.x + box.width / 2 + (x - data.width / 2) * scale,
      y: box.y + box.height / 2 + (y - 0.5) * scale,
    };
  }

  it("shows title and themes of the paper under the pointer, opens it on a click, closes it on the sea", async () => {
    const opened = await openPage(browser, html);
    const { page, complaints } = opened;
    const at = await placeOf(opened, 34);
    await page.mouse.move(at.x, at.y);
    const tooltip = page.locator("#tooltip");
    await tooltip.waitFor({ state: "visible" });
    expect(await tooltip.locator("b").textContent()).toBe(data.papers[34]!.title);
    expect(await tooltip.textContent()).toContain(data.themes[data.papers[34]!.themes[0]![0]]!.label);
    await page.mouse.click(at.x, at.y);
    expect(await page.locator("#panel h2").textContent()).toBe(data.papers[34]!.title);
    expect(await page.locator("#panel .papers li").count()).toBe(data.papers[34]!.related!.length);
    expect(await page.locator("#panel .abstract mark").count()).toBeGreaterThan(0);
    expect(page.url()).toContain("#paper=a035");
    await page.mouse.click(3, 3);
    expect(await page.locator("#panel .theme").count()).toBe(10);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("finds papers by words, opens them from the list, and empties the search by Escape", async () => {
    const { page, complaints } = await openPage(browser, html);
    await page.keyboard.press("/");
    await page.keyboard.type("reward model");
    const heading = await page.locator("#panel h2").textContent();
    const listed = page.locator("#panel .paper-link");
    expect(heading).toMatch(/^\d+ papers for/);
    expect(await listed.count()).toBe(Number.parseInt(heading!, 10));
    const title = await listed.first().locator(".name").textContent();
    await listed.first().click();
    expect(await page.locator("#panel h2").textContent()).toBe(title);
    await page.locator("#search").press("Escape");
    expect(await page.locator("#panel .theme").count()).toBe(10);
    await page.locator("#search").fill("zzzz");
    expect(await page.locator("#panel").textContent()).toContain("Nothing found");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("filters by period and by theme", async () => {
    const { page, complaints } = await openPage(browser, html);
    const counts = async (): Promise<number> => {
      const texts = await page.locator("#panel .theme .count").allTextContents();
      return texts.reduce((sum, text) => sum + Number(text), 0);
    };
    expect(await counts()).toBe(160);
    const first = data.periods.length - 3;
    await page.getByLabel("from period").fill(String(first));
    expect(await counts()).toBe(data.papers.filter(({ period }) => period >= first).length);
    await page.locator("#panel .theme").first().click();
    expect(await page.locator("#panel h2").textContent()).toBe(data.themes[0]!.label);
    expect(await page.locator("#panel blockquote").count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("can be walked through by keys alone", async () => {
    const { page, complaints } = await openPage(browser, html);
    await page.locator("#map").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const spoken = (await page.locator("#spoken").textContent())!;
    expect(data.papers.some(({ title }) => spoken.startsWith(title))).toBe(true);
    await page.keyboard.press("Enter");
    expect(spoken.startsWith((await page.locator("#panel h2").textContent())!)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.locator("#panel .theme").count()).toBe(10);
    for (const key of ["+", "+", "-", "0"]) await page.keyboard.press(key);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("zooms by wheel and buttons, moves by dragging, and comes back", async () => {
    const opened = await openPage(browser, html, { reducedMotion: "reduce" });
    const { page, complaints } = opened;
    const at = await placeOf(opened, 34);
    await page.mouse.move(at.x, at.y);
    await page.mouse.wheel(0, -400);
    await page.mouse.move(at.x + 1, at.y);
    // The paper under the pointer stays under it.
    expect(await page.locator("#tooltip b").textContent()).toBe(data.papers[34]!.title);
    await page.mouse.down();
    await page.mouse.move(at.x + 61, at.y + 40, { steps: 4 });
    await page.mouse.up();
    expect(await page.locator("#panel .theme").count()).toBe(10);
    await page.locator("#zoom-in").click();
    await page.locator("#zoom-out").click();
    await page.locator("#zoom-all").click();
    await page.mouse.move(at.x, at.y);
    expect(await page.locator("#tooltip b").textContent()).toBe(data.papers[34]!.title);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("follows the system's ground, changes it by a button, and keeps what was chosen", async () => {
    const { page, complaints } = await openPage(browser, html, { colorScheme: "dark" });
    const ground = (): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset["ground"]);
    expect(await ground()).toBe("dark");
    await page.locator("#ground").click();
    expect(await ground()).toBe("light");
    await page.reload();
    expect(await ground()).toBe("light");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("opens at the paper or theme in its address, and at the list for one it does not know", async () => {
    const { page } = await openPage(browser, html);
    await page.evaluate(() => {
      location.hash = "#paper=a035";
    });
    await page.waitForSelector(`#panel .abstract`);
    await page.evaluate(() => {
      location.hash = "#theme=%E0%A4%A";
    });
    await page.waitForSelector("#panel .themes");
    await page.close();
  });

  it("runs nothing that stands in a paper", async () => {
    const hostile = "</script><script>document.title='run'</script><img src=x onerror=\"document.title='run'\">";
    const papers = demonstration.map(
      (paper, i): Paper => (i < 3 ? { ...paper, title: hostile, abstract: hostile + paper.abstract } : paper),
    );
    const { page, complaints } = await openPage(browser, renderHtml(discoverThemes(papers, { k: 10 }), papers));
    await page.evaluate(() => {
      location.hash = "#paper=a001";
    });
    await page.waitForSelector("#panel .abstract");
    expect(await page.locator("#panel h2").textContent()).toBe(hostile);
    expect(await page.title()).toBe("A map of 160 papers");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.skipIf(!existsSync(venues))(
    "shows 600 real papers: hover, search, filter, ground and keys work there too",
    async () => {
      const papers = readPapers(readFileSync(venues)).papers.filter((_, i) => i % 3 === 0);
      const fitted = discoverThemes(papers, { k: 6, method: "kmeans" });
      const { page, complaints } = await openPage(browser, renderHtml(fitted, papers));
      expect(await page.title()).toBe("A map of 600 papers");
      expect(await page.locator("#panel .theme").count()).toBe(6);
      await page.locator("#map").focus();
      await page.keyboard.press("ArrowRight");
      const spoken = (await page.locator("#spoken").textContent())!;
      await page.locator("#tooltip").waitFor({ state: "visible" });
      await page.keyboard.press("Enter");
      expect(spoken.startsWith((await page.locator("#panel h2").textContent())!)).toBe(true);
      expect(await page.locator("#panel .abstract").count()).toBe(1);
      await page.locator("#search").fill("reinforcement learning");
      expect(await page.locator("#panel h2").textContent()).toMatch(/^\d+ papers for/);
      await page.locator("#search").press("Escape");
      await page.getByLabel("from period").fill("1");
      await page.locator("#ground").click();
      await page.locator("#panel .theme").last().click();
      expect(await page.locator("#panel blockquote").count()).toBeGreaterThan(0);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  it.each([
    ["wide and light", { colorScheme: "light" }],
    ["wide and dark", { colorScheme: "dark" }],
    ["narrow and light", { ...narrow, colorScheme: "light" }],
    ["narrow and dark", { ...narrow, colorScheme: "dark" }],
  ] as const)("has no fault of accessibility, %s", async (_, options) => {
    // axe is run from outside of the page's policy, which allows no other script.
    const { page } = await openPage(browser, html, { ...options, bypassCSP: true });
    await page.addScriptTag({ content: axe });
    for (const address of ["#", "#theme=", "#paper=a035"]) {
      await page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        address === "#theme=" ? `#theme=${data.themes[0]!.id}` : address,
      );
      const found = await page.evaluate(async () => {
        const checker = (globalThis as typeof globalThis & Checked).axe;
        const { violations } = await checker.run();
        return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]!.html}`);
      });
      expect(found).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.close();
  });
});
