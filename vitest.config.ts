import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/property-seed.ts"],
    reporters: ["default", "./test/reporter.ts"],
    testTimeout: 60_000,
    // No test changes what another sees, so the files of a worker may share the modules they load.
    isolate: false,
    maxWorkers: "100%",
    coverage: { include: ["src/**"], reporter: ["text-summary", "json-summary"] },
  },
});
