import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", "./test/reporter.ts"],
    testTimeout: 60_000,
    coverage: { include: ["src/**"], reporter: ["text-summary", "json-summary"] },
  },
});
