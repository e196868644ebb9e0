import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { publicApi } from "../../scripts/public-api.js";

it("the exported names and their declarations are those agreed (`npm run golden` where they are meant to change)", () => {
  expect(publicApi()).toBe(readFileSync("fixtures/golden/public-api.txt", "utf8"));
});
