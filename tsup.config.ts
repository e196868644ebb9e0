import { defineConfig } from "tsup";
import { bundling } from "./scripts/bundled-libraries.js";
import { markRequiresPure, pureInitialisers } from "./scripts/pure-initialisers.js";

const entry = {
  index: "src/index.ts",
  formats: "src/formats/index.ts",
  wink: "src/wink/index.ts",
  node: "src/node/index.ts",
};

/**
 * One build, so that the subpaths share their chunks: an error thrown by `themata/node` is an instance of the class that
 * `themata` exports. The core's chunks import nothing of Node; only what `node` and `cli` alone reach does.
 */
export default defineConfig({
  entry: { ...entry, cli: "src/cli/index.ts", "theme-worker": "src/node/theme-worker.ts" },
  format: "esm",
  platform: "neutral",
  target: "es2022",
  dts: { entry },
  splitting: true,
  external: [/^node:/],
  esbuildPlugins: [...bundling.plugins, pureInitialisers],
  plugins: [{ name: "pure-requires", renderChunk: (code) => ({ code: markRequiresPure(code) }) }],
  esbuildOptions: (options) => {
    options.mainFields = bundling.mainFields!;
  },
});
