import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { transformSync } from "esbuild";
import { expect, it } from "vitest";
import { withPackedWords } from "../../scripts/packed-words.js";
import { academicWords, emptyModifiers } from "../../src/text/academic-words.js";
import { emptyParticiples } from "../../src/text/lexicon.js";
import { englishStopWords } from "../../src/text/stop-words.js";

/** A constant of a source file that imports `wordSet` alone, as the build makes it. */
function built(name: string, constant: string): string[] {
  const [reader, list] = ["word-set", name].map((file) => {
    const path = `src/text/${file}.ts`;
    const source = withPackedWords(path, readFileSync(path, "utf8")).replace(/^import .*$/m, "");
    return transformSync(source.replace(/^export /gm, ""), { loader: "ts" }).code;
  });
  return runInNewContext(`${reader}; ${list}; [...${constant}].sort()`);
}

it("the build's shorter lists of words hold the same words", () => {
  expect(withPackedWords("list.ts", 'wordSet("table able cable")')).toBe('wordSet(",elba,c.t")');
  expect(built("stop-words", "englishStopWords")).toEqual([...englishStopWords].sort());
  expect(built("academic-words", "academicWords")).toEqual([...academicWords].sort());
  expect(built("academic-words", "emptyModifiers")).toEqual([...emptyModifiers].sort());
  expect(built("lexicon", "emptyParticiples")).toEqual([...emptyParticiples].sort());
});
