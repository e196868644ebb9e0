import { describe, expect, it } from "vitest";
import {
  assignThemes,
  collocationPhrases,
  correctTagger,
  createPaperIndex,
  deserialize,
  discoverThemes,
  extractKeyphrases,
  fitPhraseStatistics,
  fitTagger,
  isThemataError,
  mergePapers,
  type Paper,
  readPapers,
  renderCsv,
  renderHtml,
  serialize,
  suggestExamples,
  sweepThemes,
  tagPapers,
  updateThemes,
  writePapers,
} from "../../src/index.js";
import { discoverThemesInStream, discoverThemesInWorker, tagStream, vectorizeStream } from "../../src/node/index.js";
import { demonstration, paperOf } from "../fixtures.js";

const papers: readonly Paper[] = demonstration.slice(0, 30);
const model = discoverThemes(papers, { k: 3 });
const tagger = fitTagger({
  themes: [
    { id: "a", name: "Reward models" },
    { id: "b", name: "Exploration" },
  ],
});

/** Every function that is given papers. */
const doors: Readonly<Record<string, (given: readonly Paper[]) => unknown>> = {
  mergePapers: (given) => mergePapers([given]),
  writePapers: (given) => writePapers(given),
  fitPhraseStatistics: (given) => fitPhraseStatistics(given),
  extractKeyphrases: (given) => extractKeyphrases(given.at(-1)!),
  collocationPhrases: (given) => collocationPhrases(given),
  discoverThemes: (given) => discoverThemes(given),
  sweepThemes: (given) => sweepThemes(given, { from: 2, to: 3 }),
  assignThemes: (given) => assignThemes(model, given),
  updateThemes: (given) => updateThemes(model, given),
  renderHtml: (given) => renderHtml(model, given),
  "fitTagger, background": (given) => fitTagger({ themes: [{ id: "a", name: "A" }], background: given }),
  "fitTagger, examples": (given) => fitTagger({ examples: given.map((paper) => ({ paper, themes: ["a"] })) }),
  correctTagger: (given) =>
    correctTagger(
      tagger,
      given.map((paper) => ({ paper, add: ["a"] })),
    ),
  tagPapers: (given) => tagPapers(tagger, given),
  suggestExamples: (given) => suggestExamples(tagger, given),
  createPaperIndex: (given) => createPaperIndex(given),
  "index.add": (given) => createPaperIndex(papers).add(given),
  "index.related": (given) => createPaperIndex(papers).related(given.at(-1)!),
  discoverThemesInWorker: (given) => discoverThemesInWorker(given),
  discoverThemesInStream: (given) => discoverThemesInStream(given),
  vectorizeStream: (given) => vectorizeStream(given),
};

const wrongFields: readonly (readonly [keyof Paper, unknown, string])[] = [
  ["title", 7, "7"],
  ["date", 2024, "2024"],
  ["doi", {}, "an object"],
  ["venue", 7, "7"],
  ["url", ["https://example.org"], "an array of 1"],
  ["authors", "Bob", '"Bob"'],
  ["keywords", "trains", '"trains"'],
  ["keywords", ["trains", 5], "5 in it"],
  ["authors", [null], "null in it"],
  ["authors", new Array(2), "undefined in it"],
];

const spoilt = (field: string, value: unknown): Paper =>
  ({ ...paperOf("new", "Reward models of night trains", "We ride."), [field]: value }) as Paper;

describe("every function that is given papers", () => {
  for (const [name, ask] of Object.entries(doors)) {
    it(`${name} refuses a field of the wrong type, and says which, what came and what to do`, async () => {
      for (const [field, value, got] of wrongFields) {
        const error = await (async () => ask([spoilt(field, value)]))().then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        expect(isThemataError(error, "INVALID_PAPER") && error.details, `${field}: ${got}`).toMatchObject({ field });
        expect((error as Error).message).toMatch(new RegExp(`expected \`${field}\` of paper 0 to be an? `));
        expect((error as Error).message).toContain(`got ${got}. Mend it or leave it out.`);
      }
    });
  }

  it("takes null, undefined and absent for the same", () => {
    const fields = ["date", "doi", "venue", "url", "authors", "keywords"];
    const bare = papers.map(({ id, title, abstract }) => ({ id, title, abstract }));
    const expected = renderCsv(discoverThemes(bare, { k: 3 }));
    for (const value of [null, undefined]) {
      const given = bare.map((paper) => ({ ...paper, ...Object.fromEntries(fields.map((field) => [field, value])) }));
      const found = deserialize(serialize(discoverThemes(given, { k: 3 }))) as typeof model;
      expect(renderCsv(found)).toBe(expected);
      expect(renderHtml(found, given)).toContain("<!doctype html>");
      expect(createPaperIndex(given).duplicates()).toStrictEqual([]);
    }
  });

  it("takes whatever readPapers reads", () => {
    const record = {
      title: "Night trains",
      abstract: 3,
      date: 2024,
      authors: "Bob",
      keywords: 5,
      venue: { a: 1 },
      url: [],
    };
    const { papers: read } = readPapers(JSON.stringify([record, { ...record, year: 1999, doi: 10 }]));
    expect(writePapers(read)).toContain("Night trains");
    expect(createPaperIndex(read).size).toBe(read.length);
  });
});

describe("tagStream(tagger, source)", () => {
  it("answers a paper with a field of the wrong type with a problem", async () => {
    const answers = [];
    for await (const answer of tagStream(tagger, [spoilt("date", 2024), papers[0]!])) answers.push(answer);
    expect(answers[0]).toMatchObject({ problem: { code: "invalid-paper", record: 0 } });
    expect(answers[1]).toHaveProperty("tags");
  });
});
