import { defineConfig } from "tsup";

/** Two builds: the core and its browser-safe subpaths know no platform; `node` and the command line know Node. */
export default defineConfig([
  {
    entry: { index: "src/index.ts", formats: "src/formats/index.ts", wink: "src/wink/index.ts" },
    format: "esm",
    platform: "neutral",
    target: "es2022",
    dts: true,
    splitting: true,
    treeshake: true,
    // natural's stemmer is CommonJS: bundled from one deep import (see src/text/stem.ts).
    noExternal: [/^natural/],
    // papaparse requires Node's streams for a part that nobody calls; told of a browser, it is shaken out.
    external: ["stream"],
    esbuildOptions: (options) => {
      options.mainFields = ["module", "main"];
      options.define = { ...options.define, PAPA_BROWSER_CONTEXT: "true" };
    },
  },
  {
    entry: { node: "src/node/index.ts", cli: "src/cli/index.ts" },
    format: "esm",
    platform: "node",
    target: "node20",
    dts: { entry: { node: "src/node/index.ts" } },
    splitting: true,
    treeshake: true,
    noExternal: [/^natural/],
  },
]);
