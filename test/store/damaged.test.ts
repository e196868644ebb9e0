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
} from "../../src/index.js";

const papers = readPapers(readFileSync("fixtures/abstracts.jsonl")).papers.slice(0, 8);
const model = discoverThemes(papers, { k: 2 });
const saved: readonly Uint8Array[] = [
  serialize(model),
  serialize(createPaperIndex(papers)),
  serialize(fitPhraseStatistics(papers)),
];

/** The reason of the refusal, or undefined where the bytes were taken. Anything but a refusal is passed on. */
function refusal(bytes: Uint8Array): string | undefined {
  try {
    deserialize(bytes);
  } catch (error) {
    if (isThemataError(error, "MODEL_FORMAT")) return error.details.reason;
    throw error;
  }
  return undefined;
}

/** The same bytes with the length and the checksum that belong to them: what an attacker would send. */
function resealed(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  view.setFloat64(16, copy.length, true);
  view.setUint32(12, crc32(copy.subarray(16), crc32(copy.subarray(0, 12))), true);
  return copy;
}

/** A file of this skeleton without sections. */
function fileOf(skeleton: string, version = 3): Uint8Array {
  const text = new TextEncoder().encode(skeleton);
  const bytes = new Uint8Array(Math.ceil((32 + text.length) / 8) * 8);
  bytes.set(saved[0]!.subarray(0, 8));
  bytes.set(text, 32);
  const view = new DataView(bytes.buffer);
  view.setUint32(8, version, true);
  view.setUint32(24, text.length, true);
  return resealed(bytes);
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

  it("takes no damaged value that then crashes, though the checksum was made to fit", { timeout: 120_000 }, () => {
    const place = fc.record({ file: fc.nat(2), at: fc.nat(), mask: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = saved[changes[0]!.file]!.slice();
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
