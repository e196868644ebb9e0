import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { collocationPhrases, collocations } from "../../src/text/collocations.js";
import { demonstration, paperOf } from "../fixtures.js";

const golden: { collocations: [string, string, number, number][] } = JSON.parse(
  readFileSync(new URL("../../fixtures/golden/text.json", import.meta.url), "utf8"),
);

describe("collocations(runs, { minCount, minNpmi })", () => {
  it("gives NPMI by hand", () => {
    // p(a b) = 2/6, p(a) = 2/6, p(b) = 3/6: ln((1/3) / (1/6)) / -ln(1/3) = ln 2 / ln 3.
    const found = collocations(
      [
        ["a", "b"],
        ["a", "b"],
        ["b", "c"],
      ],
      { minCount: 2 },
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ words: ["a", "b"], count: 2 });
    expect(found[0]!.npmi).toBeCloseTo(Math.log(2) / Math.log(3), 12);
  });

  it("agrees with gensim's npmi_scorer on the demonstration corpus", () => {
    const words = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];
    const runs = [
      ...demonstration.map(({ title }) => words(title)),
      ...demonstration.map(({ abstract }) => words(abstract)),
    ];
    const found = new Map(collocations(runs, { minCount: 8, minNpmi: -1 }).map((one) => [one.words.join(" "), one]));
    for (const [first, second, count, npmi] of golden.collocations) {
      const own = found.get(`${first} ${second}`)!;
      expect(own.count).toBe(count);
      expect(own.npmi).toBeCloseTo(npmi, 10);
    }
  });

  it("keeps hostile words apart and refuses what is no option", () => {
    expect(
      collocations(
        [
          ["__proto__", "constructor"],
          ["__proto__", "constructor"],
        ],
        { minCount: 2 },
      )[0]!.words,
    ).toEqual(["__proto__", "constructor"]);
    expect(collocations([])).toEqual([]);
    expect(() => collocations([], { minCount: 0 })).toThrow(/minCount/);
  });
});

describe("collocationPhrases(papers)", () => {
  it("finds phrases of a language that has no lexicon here", () => {
    const papers = ["Das tiefe Lernen hilft.", "Viele nutzen tiefe Lernen heute.", "Ohne tiefe Lernen nichts."].map(
      (text, i) => paperOf(`${i}`, "", text),
    );
    const phrases = collocationPhrases(papers, { minCount: 3 });
    const text = "Immer tiefe Lernen!";
    expect(phrases(text)).toEqual([{ phrase: "tiefe Lernen", start: 6, end: 18 }]);
  });
});
