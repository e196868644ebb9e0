/** The version of the package. */

import { readFile } from "node:fs/promises";

/** From the package's own package.json, which lies one folder above the built program and two above its source. */
export async function packageVersion(): Promise<string> {
  for (const place of ["../package.json", "../../package.json"]) {
    const text = await readFile(new URL(place, import.meta.url), "utf8").catch(() => "{}");
    const { name, version } = JSON.parse(text) as { name?: string; version?: string };
    if (name === "themata" && version !== undefined) return version;
  }
  return "unknown";
}
