/** The core bundled for a browser from `dist/`, as a user's bundler would. */

import { resolve } from "node:path";
import { build } from "esbuild";

export interface BrowserBundle {
  readonly code: Uint8Array;
  /** Files that went into it. */
  readonly files: readonly string[];
}

/** Bundles what `source` imports from "themata". Fails where something of Node is needed. */
export async function bundleForBrowser(source: string, format: "esm" | "iife" = "esm"): Promise<BrowserBundle> {
  const result = await build({
    stdin: { contents: source, resolveDir: resolve(".") },
    alias: { themata: resolve("dist/index.js") },
    bundle: true,
    minify: true,
    format,
    platform: "browser",
    target: "es2022",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const outputs = Object.values(result.metafile.outputs);
  const files = outputs.flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return { code: result.outputFiles[0]!.contents, files };
}
