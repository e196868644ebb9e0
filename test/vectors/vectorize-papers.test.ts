import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isThemataError } from "../../src/errors.js";
import type { Paper } from "../../src/papers/paper.js";
import { type Analyzer, createAnalyzer, paperTerms } from "../../src/text/analyzer.js";
import { applyTfidf, fitTfidf } from "../../src/vectors/tfidf.js";
import { type VectorizeOptions, vectorizePapers, vectorsInModel } from "../../src/vectors/vectorize-papers.js";

const demonstration: Paper[] = readFileSync(new URL("../../fixtures/abstracts.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

/** The same through lists of terms. */
function byLists(papers: readonly Paper[], analyzer: Analyzer, options: VectorizeOptions) {
  const documents = papers.map((paper) => paperTerms(analyzer, paper));
  const model = fitTfidf(documents, options);
  return { model, vectors: applyTfidf(model, documents), documents };
}

const word = fc.constantFrom(
  "reward",
  "rewards",
  "policy",
  "β-VAE",
  "GPT-4",
  "the",
  "constructor",
  "__proto__",
  "naïve",
);
const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(" "));
const anyPapers = fc
  .array(fc.record({ title: text, abstract: text, keywords: fc.array(text, { maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((papers) => papers.map((paper, i) => ({ id: `p${i}`, ...paper })));
const anyAnalyzer = fc
  .record({
    ngramRange: fc.constantFrom<[number, number]>([1, 1], [1, 2], [2, 3], [3, 3]),
    fields: fc.record({ title: fc.nat(2), abstract: fc.nat(1), keywords: fc.nat(2) }),
    normal: fc.constantFrom("stem" as const, "surface" as const),
  })
  .map(createAnalyzer);
const anyOptions = fc.record({
  minDf: fc.constantFrom(1, 2, 0.3),
  maxDf: fc.constantFrom(1, 0.8),
  sublinearTf: fc.boolean(),
  norm: fc.constantFrom("l2" as const, "l1" as const, null),
});

describe("vectorizePapers", () => {
  it("vectorizePapers(papers, analyzer, options) has the bits of fitTfidf and applyTfidf on lists of terms", () => {
    fc.assert(
      fc.property(anyPapers, anyAnalyzer, anyOptions, (papers, analyzer, options) => {
        let expected: ReturnType<typeof byLists>;
        try {
          expected = byLists(papers, analyzer, options);
        } catch (error) {
          if (!isThemataError(error, "EMPTY_VOCABULARY")) throw error;
          expect(() => vectorizePapers(papers, analyzer, options)).toThrow(/expected terms/);
          return;
        }
        const { model, vectors, differentTerms } = vectorizePapers(papers, analyzer, options);
        expect(model).toEqual(expected.model);
        expect(vectors).toEqual(expected.vectors);
        expect([...differentTerms]).toEqual(expected.documents.map((terms) => new Set(terms).size));
        // An analyzer of the caller's own has nothing but its lists.
        const own: Analyzer = { terms: analyzer.terms, options: analyzer.options };
        expect(vectorizePapers(papers, own, options)).toEqual({ model, vectors, differentTerms });
      }),
    );
  });

  it("vectorizePapers(papers, analyzer) has the bits of the lists on the demonstration corpus", () => {
    for (const ngramRange of [
      [1, 1],
      [1, 2],
      [1, 3],
    ] as const) {
      const analyzer = createAnalyzer({ ngramRange, fields: { title: 2, abstract: 1, keywords: 1 } });
      const expected = byLists(demonstration, analyzer, { minDf: 2, sublinearTf: true });
      const { model, vectors } = vectorizePapers(demonstration, analyzer, { minDf: 2, sublinearTf: true });
      expect(model).toEqual(expected.model);
      expect(vectors).toEqual(expected.vectors);
    }
  });

  it("vectorizePapers(papers, analyzer, options, 'single') differs by rounding alone", () => {
    const analyzer = createAnalyzer();
    const { vectors } = vectorizePapers(demonstration, analyzer, {});
    const single = vectorizePapers(demonstration, analyzer, {}, "single").vectors;
    expect(single.data).toBeInstanceOf(Float32Array);
    expect(single.indices).toEqual(vectors.indices);
    vectors.data.forEach((weight, p) => {
      expect(Math.abs(single.data[p]! - weight)).toBeLessThan(1e-7);
    });
  });

  it("vectorsInModel(model, papers, analyzer) has the bits of applyTfidf for papers outside the fit", () => {
    const analyzer = createAnalyzer({ ngramRange: [1, 2] });
    const { model } = vectorizePapers(demonstration.slice(0, 80), analyzer, { minDf: 2 });
    const later = demonstration.slice(80);
    const documents = later.map((paper) => paperTerms(analyzer, paper));
    const { vectors, differentTerms } = vectorsInModel(model, later, analyzer);
    expect(vectors).toEqual(applyTfidf(model, documents));
    expect([...differentTerms]).toEqual(documents.map((terms) => new Set(terms).size));
  });

  it("vectorizePapers(papers, analyzer) counts title and abstract once, keywords not, for an analyzer without options", () => {
    const papers = [
      { id: "a", title: "reward policy", abstract: "reward", keywords: ["graph"] },
      { id: "b", title: "graph", abstract: "", keywords: ["policy"] },
    ];
    const { model, vectors } = vectorizePapers(papers, { terms: (line) => line.split(" ") }, { norm: null });
    expect(model.vocabulary).toEqual(["graph", "policy", "reward"]);
    const counts = Array.from(vectors.data, (weight, p) => weight / model.idf[vectors.indices[p]!]!);
    expect([...vectors.indices]).toEqual([1, 2, 0]);
    expect(counts).toEqual([1, 2, 1]);
  });

  it("vectorizePapers([], analyzer) says that there are no papers", () => {
    expect(() => vectorizePapers([], createAnalyzer())).toThrow(/at least one document/);
  });
});
