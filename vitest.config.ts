import { defineConfig } from "vitest/config";
import LongestFirst from "./test/longest-first.js";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/property-seed.ts"],
    reporters: ["default", "./test/reporter.ts"],
    testTimeout: 60_000,
    // No test changes what another sees, so the files of a worker may share the modules they load.
    isolate: false,
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    coverage: {
      include: ["src/**"],
      // Run in a browser, as WebAssembly, in a thread of compiled code or in another process, where their tests look.
      exclude: [
        "src/report/page/**",
        "src/**/assembly/**",
        "src/node/{discover-in-worker,theme-worker}.ts",
        "src/cli/index.ts",
      ],
      reporter: ["text-summary", "json-summary"],
      thresholds: { lines: 98, branches: 96 },
    },
  },
});
