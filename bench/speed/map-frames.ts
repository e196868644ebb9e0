/** Frames a second while the map of 10,000 papers is dragged and zoomed. Run: npx tsx bench/speed/map-frames.ts map.html */

import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const path = process.argv[2]!;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [name, width, height] of [
  ["1280 x 800", 1280, 800],
  ["390 x 844", 390, 844],
] as const) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(pathToFileURL(path).href);
  await page.waitForSelector("#map[data-drawn]");
  const box = (await page.locator("#map").boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const frames = async (work: () => Promise<void>): Promise<string> => {
    // As text: what tsx makes of a function needs names that the page does not have.
    await page.evaluate(
      "(() => { const own = (times = []); requestAnimationFrame(function count(now) { own.push(now); if (times === own) requestAnimationFrame(count); }); })()",
    );
    await work();
    const times = await page.evaluate<number[]>("(() => { const own = times; times = []; return own; })()");
    const gaps = times
      .slice(1)
      .map((time, i) => time - times[i]!)
      .sort((a, b) => a - b);
    const rate = (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0);
    return `${rate.toFixed(0)} frames/s, slowest twentieth ${gaps[Math.floor(gaps.length * 0.95)]!.toFixed(0)} ms`;
  };
  const pan = await frames(async () => {
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    for (let i = 0; i < 120; i += 1)
      await page.mouse.move(middle.x + 80 * Math.sin(i / 8), middle.y + 60 * Math.cos(i / 11));
    await page.mouse.up();
  });
  const zoom = await frames(async () => {
    for (let i = 0; i < 60; i += 1) {
      await page.mouse.wheel(0, i < 30 ? -60 : 60);
      await page.waitForTimeout(16);
    }
  });
  console.log(`${name}: dragging ${pan}; zooming ${zoom}`);
  await page.close();
}
await browser.close();
