import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isThemataError } from "../../src/errors.js";
import { countTerms, mergeCounts } from "../../src/vectors/counts.js";
import { applyTfidf, fitTfidf, type TfidfOptions } from "../../src/vectors/tfidf.js";

interface GoldenCase {
  readonly options: TfidfOptions;
  readonly refused?: string;
  readonly terms: number;
  readonly first: string;
  readonly last: string;
  readonly idf: number[];
  readonly indptr: number[];
  readonly indices: number[];
  readonly data: number[];
}

const golden: { documents: string[]; cases: GoldenCase[] } = JSON.parse(
  readFileSync(new URL("../../fixtures/golden/tfidf.json", import.meta.url), "utf8"),
);
const documents = golden.documents.map((text) => text.split(" ").filter((word) => word !== ""));

/** Any list of short documents over few terms, names of Object.prototype among them. */
const term = fc.constantFrom("a", "b", "c", "d", "__proto__", "constructor", "ß", "zz");
const anyDocuments = fc.array(fc.array(term, { maxLength: 12 }), { minLength: 1, maxLength: 12 });

describe("fitTfidf, applyTfidf", () => {
  it("fitTfidf(documents, options) equals scikit-learn's TfidfVectorizer over the whole grid of options", () => {
    expect(golden.cases).toHaveLength(324);
    for (const expected of golden.cases) {
      if (expected.refused !== undefined) {
        expect(() => fitTfidf(documents, expected.options)).toThrow(/minDf/);
        continue;
      }
      const model = fitTfidf(documents, expected.options);
      expect(model.vocabulary).toHaveLength(expected.terms);
      expect([model.vocabulary[0], model.vocabulary.at(-1)]).toEqual([expected.first, expected.last]);
      expect(farthest(model.idf, expected.idf)).toBeLessThan(1e-9);
      const matrix = applyTfidf(model, documents);
      expect([...matrix.indptr]).toEqual(expected.indptr);
      expect([...matrix.indices]).toEqual(expected.indices);
      expect(farthest(matrix.data, expected.data)).toBeLessThan(1e-9);
    }
  });

  it("applyTfidf(model, documents) is the textbook formula on two documents", () => {
    const model = fitTfidf(
      [
        ["reward", "model"],
        ["reward", "policy", "policy"],
      ],
      { norm: null },
    );
    const rare = Math.log(3 / 2) + 1;
    expect(model.vocabulary).toEqual(["model", "policy", "reward"]);
    expect([...applyTfidf(model, [["policy", "policy", "reward"]]).data]).toEqual([2 * rare, 1]);
  });

  it("applyTfidf(model, documents) passes over unknown terms and leaves an empty row empty", () => {
    const model = fitTfidf([["reward"], ["policy"]]);
    const matrix = applyTfidf(model, [["unheard"], ["policy", "unheard"], []]);
    expect([...matrix.indptr]).toEqual([0, 0, 1, 1]);
    expect([...matrix.data]).toEqual([1]);
  });

  it("applyTfidf(model, documents) gives rows of length one for norm l2 and sum one for norm l1", () => {
    fc.assert(
      fc.property(
        anyDocuments,
        fc.constantFrom("l1" as const, "l2" as const),
        fc.boolean(),
        (docs, norm, sublinearTf) => {
          fc.pre(docs.some((document) => document.length > 0));
          const matrix = applyTfidf(fitTfidf(docs, { norm, sublinearTf }), docs);
          for (let row = 0; row < matrix.rows; row += 1) {
            const weights = [...matrix.data.subarray(matrix.indptr[row], matrix.indptr[row + 1])];
            const size = weights.reduce((sum, weight) => sum + (norm === "l2" ? weight * weight : weight), 0);
            expect(size).toBeCloseTo(docs[row]!.length > 0 ? 1 : 0, 12);
          }
        },
      ),
    );
  });

  it("fitTfidf(counts) equals fitTfidf(documents), and merged counts equal the counts of the union", () => {
    fc.assert(
      fc.property(anyDocuments, anyDocuments, (left, right) => {
        const union = countTerms([...left, ...right]);
        expect(mergeCounts(countTerms(left), countTerms(right))).toEqual(union);
        fc.pre(union.vocabulary.length > 0);
        expect(fitTfidf(union)).toEqual(fitTfidf([...left, ...right]));
      }),
    );
  });

  it("fitTfidf(documents) says what is wrong with empty collections, empty vocabularies and mistyped options", () => {
    const code = (run: () => unknown): string => {
      try {
        run();
      } catch (error) {
        if (isThemataError(error)) return error.code;
      }
      return "none";
    };
    expect(code(() => fitTfidf([]))).toBe("EMPTY_CORPUS");
    expect(code(() => fitTfidf([[], []]))).toBe("EMPTY_VOCABULARY");
    expect(code(() => fitTfidf([["a"], ["b"]], { minDf: 2 }))).toBe("EMPTY_VOCABULARY");
    expect(code(() => fitTfidf([["a"]], { minDf: Number.NaN }))).toBe("INVALID_OPTION");
    expect(code(() => fitTfidf([["a"]], JSON.parse('{"mindf": 2}')))).toBe("INVALID_OPTION");
    expect(code(() => fitTfidf(JSON.parse('["a text"]')))).toBe("INVALID_OPTION");
  });

  it("applyTfidf(model, documents), mergeCounts(a, b), fitTfidf(counts) refuse what lacks a part, and take what went through JSON", () => {
    const model = fitTfidf([["a"], ["a", "b"]]);
    const counts = countTerms([["a"], ["a", "b"]]);
    const invalid = expect.objectContaining({ code: "INVALID_OPTION" });
    for (const wrong of [{}, null, { vocabulary: [] }, { ...model, idf: undefined }, { ...model, options: {} }]) {
      expect(() => applyTfidf(wrong as never, [["a"]])).toThrow(invalid);
    }
    for (const part of ["documents", "vocabulary", "documentFrequencies"] as const) {
      const wrong = { ...counts, [part]: part === "documentFrequencies" ? [1] : undefined } as never;
      expect(() => mergeCounts(counts, wrong)).toThrow(invalid);
      expect(() => fitTfidf(wrong)).toThrow(invalid);
    }
    const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value));
    expect(applyTfidf(copied(model), [["b"]])).toEqual(applyTfidf(model, [["b"]]));
    expect(mergeCounts(copied(counts), counts)).toEqual(mergeCounts(counts, counts));
  });
});

function farthest(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(actual.length).toBe(expected.length);
  let most = 0;
  for (let i = 0; i < actual.length; i += 1) most = Math.max(most, Math.abs(actual[i]! - expected[i]!));
  return most;
}
