import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as themata from "../../src/index.js";
import { isThemataError, type Paper } from "../../src/index.js";
import { hostilePapers, hostileText, prototypeNames } from "./hostile-papers.js";

/** Does it; an expected failure is fine, any other is not. */
function survive(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!isThemataError(error)) throw error;
  }
}

/** Everything that can be asked of a list of papers. */
const questions: Readonly<Record<string, (papers: readonly Paper[]) => unknown>> = {
  discoverThemes: (papers) => {
    const model = themata.discoverThemes(papers, { k: 2 });
    expect(themata.assignThemes(model, papers)).toStrictEqual(model.assignments);
    expect(model.assignments.map(({ paperId }) => paperId)).toStrictEqual(papers.map(({ id }) => id));
    return themata.renderMarkdown(model) + themata.renderHtml(model, papers);
  },
  "discoverThemes, auto": (papers) => themata.discoverThemes(papers),
  serialize: (papers) => {
    const model = themata.discoverThemes(papers, { k: 1 });
    expect(themata.deserialize(themata.serialize(model))).toStrictEqual(model);
  },
  createPaperIndex: (papers) => {
    const index = themata.createPaperIndex(papers);
    for (const { id } of papers) {
      const related = index.related(id, { limit: 3 });
      expect(related.map(({ paperId }) => paperId)).not.toContain(id);
      for (const { score } of related) expect(score).toBeLessThanOrEqual(1);
    }
    index.remove(papers.slice(0, 1).map(({ id }) => id));
    index.add(papers.slice(0, 1));
    return index.size;
  },
  fitTagger: (papers) => {
    const themes = prototypeNames.map((id) => ({ id, name: id }));
    const tagger = themata.fitTagger({ themes, background: papers as Paper[] });
    const tagged = themata.tagPapers(tagger, papers, { abstain: false });
    expect(tagged).toHaveLength(papers.length);
  },
  fitPhraseStatistics: (papers) => {
    const background = themata.fitPhraseStatistics(papers);
    for (const paper of papers) {
      for (const { field, start, end } of themata.extractKeyphrases(paper, { background })) {
        expect(paper[field].slice(start, end)).not.toBe("");
      }
    }
  },
  mergePapers: (papers) => themata.mergePapers([papers, papers]),
  writePapers: (papers) => {
    for (const format of ["jsonl", "json", "csv", "tsv", "ris"] as const) {
      themata.readPapers(themata.writePapers(papers, { format }), { format });
    }
  },
};

describe("every function of papers", () => {
  for (const [name, ask] of Object.entries(questions)) {
    it(`${name} answers hostile papers or says what is wrong with them`, { timeout: 120_000 }, () => {
      fc.assert(
        fc.property(hostilePapers, (papers) => survive(() => ask(papers))),
        { numRuns: 40 },
      );
    });

    it(`${name} says what is wrong with what is no list of papers`, () => {
      const wrong = [
        undefined,
        null,
        7,
        "papers",
        {},
        [null],
        [7],
        [{}],
        [{ id: 3, title: "a", abstract: "b" }],
        [{ id: "a", title: {}, abstract: [] }],
        [{ id: "a", title: "a", abstract: "b", keywords: "no list" }],
        [{ id: "a", title: "a", abstract: "b", authors: [1, null] }],
        [{ id: "a", title: "a", abstract: "b", date: 2024 }],
        new Array(3),
      ];
      for (const papers of wrong) survive(() => ask(papers as never));
    });
  }
});

describe("every function of text", () => {
  const readers: Readonly<Record<string, (text: string) => unknown>> = {
    tokenize: (text) => {
      for (const { text: raw, start, end } of themata.tokenize(text)) expect(text.slice(start, end)).toBe(raw);
    },
    findAcronyms: themata.findAcronyms,
    statisticalPhrases: themata.statisticalPhrases(),
    splitSentences: themata.splitSentences,
    detectLanguage: themata.detectLanguage,
    phraseKey: themata.phraseKey,
    createAnalyzer: (text) => themata.createAnalyzer({ ngramRange: [1, 3] }).terms(text),
    readPapers: (text) => {
      for (const format of ["auto", "jsonl", "json", "csv", "tsv", "ris", "nbib", "wos", "listing"] as const) {
        survive(() => themata.readPapers(text, { format }));
      }
    },
  };

  for (const [name, read] of Object.entries(readers)) {
    it(`${name} reads any text`, { timeout: 60_000 }, () => {
      fc.assert(
        fc.property(hostileText, (text) => void read(text)),
        { numRuns: 150 },
      );
    });

    it(`${name} reads a word of a million characters, and long runs of signs`, { timeout: 60_000 }, () => {
      for (const unit of ["a", "é"]) read(unit.repeat(1e6));
      for (const unit of ["a-", "\u0301", "(", "\\emph{", "\ud800", "A.", "<", "$"]) read(unit.repeat(20_000));
    });
  }

  it("readPapers reads any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => survive(() => themata.readPapers(bytes))),
      { numRuns: 300 },
    );
  });
});

describe("every function of numbers", () => {
  const number = fc.oneof(fc.constantFrom(0, -0, 1, NaN, Infinity, -Infinity, 1e308, 5e-324), fc.double());
  const shape = fc.record({ rows: fc.nat(6), columns: fc.nat(4) });
  const dense = shape.chain(({ rows, columns }) =>
    fc
      .array(number, { minLength: rows * columns, maxLength: rows * columns })
      .map((values) => ({ rows, columns, data: Float64Array.from(values) })),
  );

  it("kmeans, sphericalKmeans and consensusClusters cluster any matrix or say what is wrong", {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(dense, fc.nat(7), (matrix, k) => {
        survive(() => themata.kmeans(matrix, { k, nInit: 2 }));
        survive(() => themata.sphericalKmeans(matrix, { k, nInit: 2 }));
        survive(() => themata.consensusClusters(matrix, { k, runs: 3 }));
      }),
      { numRuns: 200 },
    );
  });

  it("fitTfidf, applyTfidf, countTerms, truncatedSvd and neighbourGraph take any terms", () => {
    const documents = fc.array(fc.array(fc.oneof(fc.constantFrom(...prototypeNames), fc.string({ unit: "binary" }))));
    fc.assert(
      fc.property(documents, (lists) => {
        survive(() => {
          const model = themata.fitTfidf(lists, { sublinearTf: true });
          const matrix = themata.applyTfidf(model, lists);
          expect(matrix.data.every(Number.isFinite)).toBe(true);
          themata.truncatedSvd(matrix, { dimensions: 2 });
          themata.communities(themata.neighbourGraph(matrix, { k: 2 }));
        });
        survive(() => themata.mergeCounts(themata.countTerms(lists), themata.countTerms(lists)));
      }),
      { numRuns: 150 },
    );
  });

  it("the scores are finite for any labels", () => {
    const labels = fc.array(fc.oneof(fc.integer(), fc.constantFrom(...prototypeNames)), { maxLength: 12 });
    const sets = fc.array(fc.array(fc.constantFrom(...prototypeNames), { maxLength: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(labels, sets, (some, lists) => {
        const scores = themata.clusteringScores(some, some);
        expect(Object.values(scores).every(Number.isFinite)).toBe(true);
        const tagging = themata.taggingScores(lists, lists);
        expect([tagging.microF1, tagging.macroF1].every(Number.isFinite)).toBe(true);
        const { npmi, diversity } = themata.coherence(lists, lists);
        expect([npmi, diversity].every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe("options", () => {
  const papers = [1, 2, 3, 4, 5, 6].map((n) => ({
    id: `${n}`,
    title: `paper ${n}`,
    abstract: "agents explore rewards",
  }));
  const doors: Readonly<Record<string, (options: never) => unknown>> = {
    discoverThemes: (options) => themata.discoverThemes(papers, options),
    createPaperIndex: (options) => themata.createPaperIndex(papers, options),
    createAnalyzer: (options) => themata.createAnalyzer(options),
    fitTfidf: (options) => themata.fitTfidf([["a"]], options),
    truncatedSvd: (options) => themata.truncatedSvd(themata.applyTfidf(themata.fitTfidf([["a"]]), [["a"]]), options),
    kmeans: (options) => themata.kmeans({ rows: 1, columns: 1, data: new Float64Array(1) }, options),
    readPapers: (options) => themata.readPapers("{}", options),
    deserialize: (options) => themata.deserialize(new Uint8Array(9), options),
    fitTagger: (options) => themata.fitTagger({ themes: [{ id: "a", name: "agents" }] }, options),
  };
  for (const [name, open] of Object.entries(doors)) {
    it(`${name} refuses an unknown option by name and any options that are no object`, () => {
      expect(() => open({ sede: 1 } as never)).toThrow(/unknown option `sede`/);
      for (const wrong of [7, "k", [], () => 1]) {
        expect(() => open(wrong as never)).toThrow(/`options` to be an object/);
      }
    });

    it(`${name} survives any value under any of its options`, { timeout: 60_000 }, () => {
      const names = [
        "k",
        "seed",
        "method",
        "analyzer",
        "fields",
        "vectors",
        "ngramRange",
        "dimensions",
        "format",
        "kind",
      ];
      const option = fc.record({ key: fc.constantFrom(...names), value: fc.anything() });
      fc.assert(
        fc.property(option, ({ key, value }) => survive(() => open({ [key]: value } as never))),
        { numRuns: 150 },
      );
    });
  }
});
