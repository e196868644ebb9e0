import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assignThemes,
  createPaperIndex,
  deserialize,
  discoverThemes,
  fitPhraseStatistics,
  isThemataError,
  readPapers,
  type Saveable,
  serialize,
  type ThemataError,
} from "../../src/index.js";

const papers = readPapers(readFileSync("fixtures/abstracts.jsonl")).papers.slice(0, 8);
const model = discoverThemes(papers, { k: 2 });
/** Long enough for lists of strings that are sections. */
const words = Array.from({ length: 9000 }, (_, i) => `${i % 7 === 0 ? "größer" : "greater"}${i}`).sort();
const saved: readonly Uint8Array[] = [
  serialize(model),
  serialize(createPaperIndex(papers)),
  serialize(fitPhraseStatistics(papers)),
  serialize({ documents: 1, vocabulary: words, documentFrequencies: new Uint32Array(words.length).fill(1) }),
];

/** The refusal of bytes, or undefined where they were taken. Anything but a refusal is passed on. */
function refused(bytes: Uint8Array): ThemataError<"MODEL_FORMAT"> | undefined {
  try {
    deserialize(bytes);
  } catch (error) {
    if (isThemataError(error, "MODEL_FORMAT")) return error;
    throw error;
  }
  return undefined;
}

const refusal = (bytes: Uint8Array): string | undefined => refused(bytes)?.details.reason;

/** The same bytes with the length and the checksum that belong to them: what an attacker would send. */
function resealed(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  view.setFloat64(16, copy.length, true);
  view.setUint32(12, crc32(copy.subarray(16), crc32(copy.subarray(0, 12))), true);
  return copy;
}

/** A file of this skeleton, and of sections of bytes. */
function fileOf(skeleton: string, sections: readonly (readonly number[])[] = []): Uint8Array {
  const text = new TextEncoder().encode(skeleton);
  const padded = (length: number): number => Math.ceil(length / 8) * 8;
  const textAt = 32 + 8 * sections.length;
  let at = padded(textAt + text.length);
  const bytes = new Uint8Array(sections.reduce((length, section) => padded(length + section.length), at));
  bytes.set(saved[0]!.subarray(0, 8));
  bytes.set(text, textAt);
  const view = new DataView(bytes.buffer);
  view.setUint32(8, 4, true);
  view.setUint32(24, text.length, true);
  view.setUint32(28, sections.length, true);
  sections.forEach((section, i) => {
    view.setUint32(36 + 8 * i, section.length, true);
    bytes.set(section, at);
    at = padded(at + section.length);
  });
  return resealed(bytes);
}

/** The file with a word of its skeleton written otherwise. */
function misspelt(bytes: Uint8Array, word: string): Uint8Array {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(`"${word}"`);
  expect(at).toBeGreaterThan(0);
  copy.write("_", at + 1);
  return resealed(new Uint8Array(copy));
}

/** Uses a loaded value as its owner would. */
function use(value: Saveable): void {
  if ("assignments" in value) assignThemes(value, papers);
  else if ("related" in value) value.related(papers[0]!.title);
}

describe("deserialize(bytes) of bytes that are not what was saved", () => {
  it("refuses every file with one byte changed", () => {
    const place = fc.record({ file: fc.nat(saved.length - 1), at: fc.nat(), mask: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(place, ({ file, at, mask }) => {
        const bytes = saved[file]!.slice();
        bytes[at % bytes.length]! ^= mask;
        expect(refusal(bytes)).toBeDefined();
      }),
      { numRuns: 1500 },
    );
  });

  it("refuses every byte of the header and every first byte of the skeleton changed", () => {
    for (let at = 0; at < 120; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const bytes = saved[2]!.slice();
        bytes[at]! ^= 1 << bit;
        expect(refusal(bytes)).toBeDefined();
      }
    }
  });

  it("refuses files cut anywhere, and random bytes", () => {
    for (let length = 0; length < 400; length += 1) expect(refusal(saved[0]!.subarray(0, length))).toBeDefined();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(refusal(bytes)).toBe("not-themata");
      }),
    );
  });

  it("refuses what a later version wrote, and a version that never was", () => {
    const bytes = saved[0]!.slice();
    const view = new DataView(bytes.buffer);
    view.setUint32(8, 1000, true);
    expect(refusal(resealed(bytes))).toBe("newer");
    view.setUint32(8, 0, true);
    expect(refusal(resealed(bytes))).toBe("older");
  });

  it("refuses well-formed files of nonsense", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const nested = `${'["o",["a"],'.repeat(5000)}null${"]".repeat(5000)}`;
    const skeletons = [
      "",
      "null",
      "{}",
      "[]",
      '["theme-model",null]',
      '["theme-model",["o",[]]]',
      '["theme-model",["t",0]]',
      '["theme-model",["i",-1]]',
      '["theme-model",["z"]]',
      '["theme-model",{"__proto__":{"polluted":true}}]',
      '["theme-model",["o",["__proto__"],["o",["polluted"],true]]]',
      '["constructor",["o",[]]]',
      '["phrase-statistics",["r",["a"],["l",0,["a"]]]]',
      '["term-counts",["o",["vocabulary","vocabulary"],1,2]]',
      `["theme-model",${deep}]`,
      `["theme-model",${nested}]`,
    ];
    for (const skeleton of skeletons)
      expect([skeleton.slice(0, 60), refusal(fileOf(skeleton))]).not.toContain(undefined);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each<[string, string, number[][]]>([
    ["a section is missing or used twice", '["t","0"]', [[1]]],
    ["a section is missing or used twice", '["a",["t",0],["t",0]]', [[1]]],
    ["a section belongs to nothing", "null", [[1]]],
    ["an unknown number", '["x","infinite"]', []],
    ["a list is missing", '["r",["a"],7]', []],
    ["the data are nested too deeply", `${'["a",'.repeat(300)}null${"]".repeat(300)}`, []],
    ["a text is longer or shorter than its strings", '["b",0,1]', [[1, 1], [97]]],
    ["a text is not UTF-8", '["b",0,1]', [[1], [255]]],
    ["a list of texts is not JSON", '["j",0]', [[91, 34]]],
    ["a list of texts is not JSON", '["j",0]', [[91, 49, 93]]],
    ["a text is missing", '["d",0,["s","a"]]', [[1]]],
    ["a text is missing", '["o",[1],2]', []],
    ["a text is missing", '["p",0,["s","a"],["s"]]', [[1]]],
    ["a text is missing", '["p",0,["s","a"],["s"]]', [[2]]],
    ["a list has more texts than places, or fewer", '["p",0,["s","a"],["s","b"]]', [[1]]],
    ["a list is too short", '["l",0,["s","a"]]', [[1, 1]]],
    ["a list is too long", '["l",0,["s","a","b"]]', [[1]]],
    ["an object has a key twice", '["o",["a","a"],1,2]', []],
    ["an object has more keys than values, or fewer", '["o",["a"]]', []],
    ["the columns of a table differ in length", '["r",["a","b"],["s","a"],["s"]]', []],
    ["the columns of a table differ in length", '["r",[],["s","a"]]', []],
    ["a column has more values than places, or fewer", '["r",["a"],["g",0,["s","a","b"]]]', [[1, 0]]],
    ["an unknown kind of data", '["q"]', []],
    ["an unknown kind of data", '["a",{}]', []],
  ])("refuses a skeleton in which %s: %s", (reason, node, sections) => {
    expect(refused(fileOf(`["term-counts",${node}]`, sections))?.message).toContain(`damaged: ${reason}.`);
  });

  it("takes a table whose records have a key __proto__, or none, for data like any other", () => {
    const table = '["r",["__proto__"],["g",0,["s","a"]]]';
    expect(refused(fileOf(`["term-counts",["o",["documents"],${table}]]`, [[1, 0]]))?.message).toContain(
      "term-counts.documents",
    );
    expect(refused(fileOf('["term-counts",["r",[]]]'))?.message).toContain("expected `term-counts` to be an object");
  });

  it.each([
    ["v1-theme-model", ["themes", "space", "tfidf", "vectors", "neighbours", "phraseTable", "keys", "decisions"]],
    ["v1-phrase-statistics", ["acronyms"]],
    ["v2-paper-index", ["left", "right", "basis", "place"]],
    ["v4-theme-model", ["space", "scores"]],
    ["v5-paper-index", ["basis"]],
  ])("refuses a %s without one of its parts, and names it", (name, words) => {
    const old = readFileSync(`fixtures/store/${name}.bin`);
    for (const word of words)
      expect(refused(misspelt(old, word))?.message).toMatch(new RegExp(`expected \`.*\\b${word}\``));
  });

  it("takes no damaged value that then crashes, though the checksum was made to fit", { timeout: 120_000 }, () => {
    const files = [
      ...saved,
      ...["v1-theme-model", "v2-paper-index"].map((name) => readFileSync(`fixtures/store/${name}.bin`)),
    ];
    const place = fc.record({ file: fc.nat(files.length - 1), at: fc.nat(), mask: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Uint8Array.from(files[changes[0]!.file]!);
        for (const { at, mask } of changes) bytes[24 + (at % (bytes.length - 24))]! ^= mask;
        try {
          use(deserialize(resealed(bytes)));
        } catch (error) {
          if (!isThemataError(error)) throw error;
        }
      }),
      { numRuns: 600 },
    );
  });
});
