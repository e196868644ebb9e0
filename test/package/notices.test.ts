import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { thirdPartyNotices } from "../../scripts/third-party-notices.js";

it("THIRD_PARTY_NOTICES.md names every bundled package with its licence (else run `npm run notices`)", async () => {
  const written = readFileSync("THIRD_PARTY_NOTICES.md", "utf8");
  expect(written).toBe(await thirdPartyNotices());
  expect(written).not.toMatch(/GPL|CC-BY-NC|UNLICENSED/);
});
