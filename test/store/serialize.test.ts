import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assignThemes,
  countTerms,
  createAnalyzer,
  createPaperIndex,
  deserialize,
  discoverThemes,
  extractKeyphrases,
  fitPhraseStatistics,
  fitTagger,
  fitTfidf,
  isThemataError,
  readPapers,
  serialize,
  tagPapers,
  updateThemes,
} from "../../src/index.js";

const { papers } = readPapers(readFileSync("fixtures/abstracts.jsonl"), { format: "jsonl" });
const few = papers.slice(0, 40);
const model = discoverThemes(few, { k: 5 });
const saved = serialize(model);

function reasonOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (isThemataError(error, "MODEL_FORMAT")) return error.details.reason;
    throw error;
  }
  return "no error";
}

describe("serialize", () => {
  it("serialize(model) gives back an equal theme model, which assigns as before", () => {
    const back = deserialize(saved, { kind: "theme-model" });
    expect(back).toStrictEqual(model);
    expect(assignThemes(back, few)).toStrictEqual(model.assignments);
  });

  it("serialize(value) gives back phrase statistics, a TF-IDF model and term counts", () => {
    const documents = few.map((paper) => createAnalyzer().terms(paper.abstract));
    for (const value of [fitPhraseStatistics(few), fitTfidf(documents, { norm: null }), countTerms(documents)]) {
      expect(deserialize(serialize(value))).toStrictEqual(value);
    }
  });

  it("serialize(index) gives back an index with the same answers, which can go on growing", () => {
    const index = createPaperIndex(few.slice(0, 30));
    index.remove([few[3]!.id]);
    const back = deserialize(serialize(index), { kind: "paper-index" });
    index.add(few.slice(30));
    back.add(few.slice(30));
    expect(back.size).toBe(39);
    for (const { id } of [few[0]!, few[35]!]) expect(back.related(id)).toStrictEqual(index.related(id));
    expect(back.get(few[0]!.id)).toStrictEqual(few[0]);
  });

  it("serialize(tagger) gives back a tagger that tags as before", () => {
    const themes = model.themes.map(({ id, label }) => ({ id, name: label, keywords: ["agent"] }));
    const examples = model.assignments.slice(0, 20).map(({ themes: own }, i) => ({
      paper: few[i]!,
      themes: own.slice(0, 1).map(({ themeId }) => themeId),
    }));
    for (const tagger of [fitTagger({ themes }), fitTagger({ themes, examples, background: few })]) {
      const back = deserialize(serialize(tagger), { kind: "tagger" });
      expect(back).toStrictEqual(tagger);
      expect(tagPapers(back, few)).toStrictEqual(tagPapers(tagger, few));
    }
  });

  it("serialize(value) gives the same bytes for the same value", () => {
    expect(Buffer.compare(serialize(deserialize(saved)), saved)).toBe(0);
    expect(Buffer.compare(serialize(structuredClone(model)), saved)).toBe(0);
  });

  it("serialize(value) keeps prototype keys, lone surrogates and every string as they are", () => {
    const texts = fc.uniqueArray(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("__proto__", "constructor")));
    fc.assert(
      fc.property(texts, (strings) => {
        const vocabulary = [...strings].sort();
        const counts = { documents: 3, vocabulary, documentFrequencies: new Uint32Array(vocabulary.length).fill(2) };
        expect(deserialize(serialize(counts))).toStrictEqual(counts);
      }),
    );
  });

  it("serialize(value) keeps long lists of strings, plain ones apart from those with other letters", () => {
    const plain = Array.from({ length: 3000 }, (_, i) => `an unremarkable term of number ${i}`);
    const others = Array.from({ length: 3000 }, (_, i) => `größer als ${i}`);
    const astral = Array.from({ length: 3000 }, (_, i) => `\ud835\udc65 und \ud800 ${i}`);
    for (const lists of [[plain], [others], [astral], [plain, others], [plain, astral], [plain, others, astral]]) {
      const vocabulary = lists.flat().sort();
      const counts = { documents: 3, vocabulary, documentFrequencies: new Uint32Array(vocabulary.length).fill(2) };
      expect(deserialize(serialize(counts))).toStrictEqual(counts);
    }
  });

  it("serialize(value) keeps numbers of any size and lists of anything", () => {
    for (const extra of [
      [1, 2 ** 40],
      [2 ** 32 - 1, 0],
      [65_535, 65_536],
      [255, 256],
      [-0, 1],
      [0.5, Number.NaN],
      [{ a: 1 }, null, { a: undefined }],
      [{}, {}],
      [{ a: 1 }, { b: [Number.POSITIVE_INFINITY] }, { a: -0 }],
    ]) {
      const counts = { documents: 3, vocabulary: ["a"], documentFrequencies: new Uint32Array(1), extra };
      expect(deserialize(serialize(counts))).toStrictEqual(counts);
    }
  });

  it("serialize(value) refuses what is not one of ours, and data that are not plain", () => {
    for (const value of [null, 7, "model", [], {}, () => model]) {
      expect(reasonOf(() => serialize(value as never))).toBe("unsaveable");
    }
    expect(reasonOf(() => serialize({ ...model, extra: () => 1 } as never))).toBe("unsaveable");
    expect(reasonOf(() => serialize({ ...model, extra: new Map() } as never))).toBe("unsaveable");
    const cyclic: Record<string, unknown> = { ...model };
    cyclic["self"] = cyclic;
    expect(reasonOf(() => serialize(cyclic as never))).toBe("unsaveable");
  });
});

describe("deserialize", () => {
  it("deserialize(bytes) reads a view at any offset and leaves no tie to the bytes", () => {
    const shifted = new Uint8Array(saved.length + 3);
    shifted.set(saved, 3);
    const back = deserialize(shifted.subarray(3), { kind: "theme-model" });
    shifted.fill(0);
    expect(back).toStrictEqual(model);
  });

  it("deserialize(bytes) refuses other bytes, cut bytes, longer bytes and a newer format, each with its reason", () => {
    expect(reasonOf(() => deserialize(new Uint8Array()))).toBe("not-themata");
    expect(reasonOf(() => deserialize(new TextEncoder().encode('{"themes":[]}')))).toBe("not-themata");
    expect(reasonOf(() => deserialize("text" as never))).toBe("not-themata");
    for (const length of [8, 20, 31, 32, 100, saved.length - 1]) {
      expect(reasonOf(() => deserialize(saved.subarray(0, length)))).toBe("truncated");
    }
    const longer = new Uint8Array(saved.length + 8);
    longer.set(saved);
    expect(reasonOf(() => deserialize(longer))).toBe("damaged");
  });

  it("deserialize(bytes) loads what the first version saved, and it assigns as it did then", () => {
    const old = readFileSync("fixtures/store/v1-theme-model.bin");
    const then = JSON.parse(readFileSync("fixtures/store/v1-theme-model.json", "utf8"));
    const back = deserialize(old, { kind: "theme-model" });
    expect(assignThemes(back, few)).toHaveLength(few.length);
    expect(back.assignments).toStrictEqual(then.assignments);
    expect(back.themes.map(({ id, label }) => ({ id, label }))).toStrictEqual(then.themes);
    expect(deserialize(serialize(back))).toStrictEqual(back);
    const statistics = deserialize(readFileSync("fixtures/store/v1-phrase-statistics.bin"), {
      kind: "phrase-statistics",
    });
    expect(statistics.documents).toBe(6);
  });

  it("deserialize(bytes) loads themes that the fourth version saved, and they take papers as they did then", () => {
    const back = deserialize(readFileSync("fixtures/store/v4-theme-model.bin"), { kind: "theme-model" });
    const then = JSON.parse(readFileSync("fixtures/store/v4-theme-model.json", "utf8"));
    expect(back.assignments).toStrictEqual(then.assignments);
    expect(back.themes.map(({ id, label }) => ({ id, label }))).toStrictEqual(then.themes);
    assignThemes(back, few.slice(0, 24)).forEach(({ paperId, themes }, i) => {
      expect(paperId).toBe(then.assignments[i].paperId);
      expect(themes.map(({ themeId }) => themeId)).toStrictEqual(
        then.assignments[i].themes.map(({ themeId }: { themeId: string }) => themeId),
      );
      themes.forEach(({ score }, t) => {
        expect(score).toBeCloseTo(then.assignments[i].themes[t].score, 9);
      });
    });
    expect(deserialize(serialize(back))).toStrictEqual(back);
  });

  it.each([
    [2, 2],
    [3, 2],
    [5, 5],
  ])("deserialize(bytes) loads an index that version %i saved, and it answers as it did then", (version, answers) => {
    const back = deserialize(readFileSync(`fixtures/store/v${version}-paper-index.bin`), { kind: "paper-index" });
    const then: unknown[] = JSON.parse(readFileSync(`fixtures/store/v${answers}-paper-index.json`, "utf8"));
    const now = papers.slice(0, 8).map(({ id }) => {
      return back.related(id, { limit: 3 }).map(({ paperId, score }) => ({ paperId, score }));
    });
    expect(now).toStrictEqual(then);
    back.rebuild();
    expect(back.size).toBe(8);
  });

  it("deserialize(bytes, { kind }) refuses another kind", () => {
    expect(reasonOf(() => deserialize(saved, { kind: "phrase-statistics" }))).toBe("kind");
  });

  it("deserialize(bytes) asks for the caller's phrase extractor and takes it", () => {
    const capitalised = (text: string) =>
      [...text.matchAll(/\p{Lu}\p{Ll}{3,}/gu)].map(({ 0: phrase, index }) => {
        return { phrase, start: index, end: index + phrase.length };
      });
    const fitted = discoverThemes(few, { k: 3, phrases: capitalised });
    const statistics = fitPhraseStatistics(few, { phrases: capitalised });
    for (const value of [fitted, statistics]) {
      const bytes = serialize(value);
      expect(reasonOf(() => deserialize(bytes))).toBe("phrases");
      expect(() => deserialize(bytes)).toThrow(/capitalised/);
      expect(deserialize(bytes, { phrases: capitalised })).toStrictEqual(value);
    }
    const loaded = deserialize(serialize(fitted), { kind: "theme-model", phrases: capitalised });
    expect(updateThemes(loaded, papers.slice(40, 44))).toStrictEqual(updateThemes(fitted, papers.slice(40, 44)));
    expect(reasonOf(() => updateThemes(structuredClone(fitted), papers.slice(40, 44)))).toBe("phrases");
    expect(extractKeyphrases(few[0]!, { background: statistics })).toStrictEqual(
      extractKeyphrases(few[0]!, { background: statistics, phrases: capitalised }),
    );
  });

  it("deserialize(bytes) asks for the caller's analyzer and takes it", () => {
    const byLetter = { terms: (text: string): string[] => text.toLowerCase().match(/[a-z]{4,}/g) ?? [] };
    const own = discoverThemes(few, { k: 5, analyzer: byLetter });
    expect(assignThemes(own, few)).toStrictEqual(own.assignments);
    const bytes = serialize(own);
    expect(reasonOf(() => deserialize(bytes))).toBe("analyzer");
    expect(() => deserialize(bytes)).toThrow(/analyzer/);
    const back = deserialize(bytes, { kind: "theme-model", analyzer: byLetter });
    expect(assignThemes(back, few)).toStrictEqual(own.assignments);
  });
});
