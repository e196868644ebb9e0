import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PaperFormat, readPapers } from "../../src/formats/index.js";
import { isThemataError } from "../../src/index.js";

const samples = new URL("../../fixtures/formats/", import.meta.url);
const files = readdirSync(samples).filter((name) => !/README|taxonomy/.test(name));
const formats: readonly PaperFormat[] = [
  "jsonl",
  "json",
  "csv",
  "tsv",
  "ris",
  "nbib",
  "wos",
  "enw",
  "pubmed",
  "labelled",
  "listing",
  "bibtex",
  "xml",
];

/** Reads whatever it is given, and lets no error pass but ours. */
function survive(input: string | Uint8Array, format?: PaperFormat): number {
  try {
    const { papers, problems } = readPapers(input, format === undefined ? {} : { format });
    expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
    for (const { title, abstract } of papers) expect(`${title}${abstract}`.trim()).not.toBe("");
    for (const { code, message } of problems) expect([code, message].includes("")).toBe(false);
    return papers.length;
  } catch (error) {
    if (!isThemataError(error, "PARSE_FAILED")) throw error;
    return 0;
  }
}

describe("readPapers(damaged input)", () => {
  it.each(files)("gives papers and problems wherever %s is cut", (file) => {
    const bytes = readFileSync(new URL(file, samples));
    const whole = survive(bytes);
    for (let end = 0; end < bytes.length; end += bytes.length > 1500 ? 17 : 5)
      expect(survive(bytes.subarray(0, end))).toBeLessThanOrEqual(whole + 1);
  });

  it("gives papers and problems when bytes are changed", () => {
    const contents = files.map((file) => readFileSync(new URL(file, samples)));
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.constantFrom(...contents), fc.array(change, { minLength: 1, maxLength: 6 }), (bytes, changes) => {
        const damaged = Uint8Array.from(bytes);
        for (const [at, value] of changes) damaged[at % damaged.length] = value;
        survive(damaged);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it("gives papers and problems for any text as any format", () => {
    const piece = fc.constantFrom(
      "TY  - JOUR\n",
      "TI  - T\n",
      "ER  - \n",
      "PMID- 1\n",
      "PT J\n",
      "@misc{a,",
      "title={",
      "}",
      "{",
      "[",
      "]",
      '"',
      ",",
      "\n",
      "<feed>",
      "<entry>",
      "</entry>",
      "<title>",
      "title,abstract\n",
      ":",
      "é",
      "\u0000",
      "  ",
      "- ",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 20 }),
        fc.constantFrom(undefined, ...formats),
        (pieces, format) => {
          survive(pieces.join(""), format);
        },
      ),
      { seed: 6, numRuns: 500 },
    );
  });
});
