import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Chromium, where it is installed. */
export const executablePath: string | undefined = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find(existsSync);

/** A running Chromium. */
export async function launch(): Promise<Browser> {
  const args = ["--no-sandbox", "--disable-quic", "--disable-background-networking"];
  return chromium.launch({ executablePath: executablePath!, args });
}

/** A page opened from the disk, as a person opens it, and everything it complained about or asked the network for. */
export interface OpenPage {
  readonly page: Page;
  readonly complaints: string[];
}

/** Opens a page and waits until the map is drawn. */
export async function openPage(browser: Browser, html: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const folder = mkdtempSync(join(tmpdir(), "themata-page-"));
  const path = join(folder, "map.html");
  writeFileSync(path, html);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(pathToFileURL(path).href);
  await page.waitForSelector("#map[data-drawn]");
  page.on("close", () => rmSync(folder, { recursive: true, force: true }));
  return { page, complaints };
}
