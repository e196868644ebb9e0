import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { remembered } from "../../src/text/remembered.js";

describe("remembered(tell)", () => {
  it("says of each word what the function says, in any order, and tells words apart by every letter", () => {
    const same = remembered((word) => ({ word }));
    const word = fc.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[a-zA-Z0-9-]{0,24}$/));
    fc.assert(
      fc.property(fc.array(word), (words) => {
        for (const each of [...words, ...words]) expect(same(each).word).toBe(each);
      }),
    );
    expect(["ai", "AI", "", "0", "00"].map((each) => same(each).word)).toEqual(["ai", "AI", "", "0", "00"]);
  });

  it("asks once for each word, until its memory is full", () => {
    let asked = 0;
    const counted = remembered((word) => {
      asked += 1;
      return word;
    });
    const words = Array.from({ length: 60_000 }, (_, i) => `w${i % 50_001}`);
    expect(words.map(counted)).toEqual(words);
    expect(asked).toBeGreaterThan(50_001);
    expect(counted("w9")).toBe("w9");
  });
});
