import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as formats from "../../src/formats/index.js";
import * as themata from "../../src/index.js";
import * as node from "../../src/node/index.js";
import * as wink from "../../src/wink/index.js";
import { demonstration } from "../fixtures.js";
import { hostileText, prototypeNames } from "./hostile-papers.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "themata-hostile-"));
});
afterAll(() => rm(folder, { recursive: true }));

const papers = demonstration.slice(0, 12);
const model = themata.discoverThemes(papers, { k: 3 });
const [first, second] = model.themes.map(({ id }) => id) as [string, string];
const themes = [
  { id: "a", name: "reward models" },
  { id: "b", name: "language models" },
];
const examples = papers.map((paper, i) => ({ paper, themes: [i % 2 === 0 ? "a" : "b"] }));
const tagger = themata.fitTagger({ themes });
const terms = [
  ["a", "b"],
  ["b", "c"],
];
const tfidf = themata.fitTfidf(terms);
const sparse = themata.applyTfidf(tfidf, terms);
const dense = { rows: 4, columns: 2, data: Float64Array.from([0, 1, 1, 0, 1, 1, 0, 0]) };
const labels = [0, 0, 1];
const line = '{"id":"a","title":"Reward models","abstract":"Agents learn."}\n';

/** Arguments that each public function takes well; the same function from `themata/formats` has the same. */
const sound: Readonly<Record<string, readonly unknown[]>> = {
  addKeywords: [line, () => ["agents"], {}],
  alignThemes: [model, model],
  applyTfidf: [tfidf, terms],
  assignThemes: [model, papers, {}],
  clusteringScores: [labels, labels],
  coherence: [terms, terms],
  collocationPhrases: [papers, {}],
  collocations: [terms, {}],
  communities: [themata.neighbourGraph(sparse, { k: 1 }), {}],
  consensusClusters: [dense, { k: 2, runs: 2 }],
  correctTagger: [tagger, [{ paper: papers[0], add: ["a"] }], {}],
  countTerms: [terms, {}],
  createAnalyzer: [{}],
  createPaperIndex: [papers, {}],
  crossValidateTagger: [{ themes, examples }, { folds: 2 }],
  cutThemeTree: [themata.themeTree(model), 2],
  deserialize: [themata.serialize(tfidf), {}],
  detectLanguage: ["Agents learn."],
  discoverThemes: [papers, { k: 2 }],
  discoverThemesInWorker: [papers, { k: 2 }],
  extractKeyphrases: [papers[0], {}],
  findAcronyms: ["reward model (RM)"],
  fitPhraseStatistics: [papers, {}],
  fitTagger: [{ themes, examples }, {}],
  fitTfidf: [terms, {}],
  isThemataError: [new Error("other")],
  kmeans: [dense, { k: 2, nInit: 2 }],
  learningCurve: [
    { themes, examples },
    { sizes: [4], draws: 1 },
  ],
  loadFile: ["fixtures/store/v1-theme-model.bin", {}],
  mergeCounts: [themata.countTerms(terms), themata.countTerms(terms)],
  mergePapers: [[papers, papers]],
  mergeThemes: [model, [first, second]],
  movePapers: [model, [papers[0]!.id], first],
  neighbourGraph: [sparse, { k: 1 }],
  paperIndexFromData: [themata.createPaperIndex(papers).toData(), {}],
  papersBetween: [model],
  phraseKey: ["reward models"],
  rankingScores: [[["a"]], [["a"]], {}],
  readPapers: [line, {}],
  readPapersFile: ["fixtures/abstracts.jsonl", {}],
  readTaxonomy: ['[{"id":"a","name":"reward models"}]', {}],
  renameTheme: [model, first, "Agents"],
  renderCsv: [model],
  renderHtml: [model, papers, {}],
  renderMarkdown: [model],
  renderSvg: [model, {}],
  saveFile: ["saved.bin", tfidf],
  serialize: [model],
  sphericalKmeans: [sparse, { k: 2, nInit: 2 }],
  splitSentences: ["Agents learn. They act."],
  splitTheme: [model, first, { k: 2 }],
  statisticalPhrases: [],
  streamPapers: [[line], {}],
  suggestExamples: [tagger, papers, {}],
  sweepThemes: [papers, { from: 2, to: 3 }],
  tagPapers: [tagger, papers, {}],
  tagStream: [tagger, [{ paper: papers[0] }], {}],
  taggingScores: [terms, terms],
  themeTree: [model],
  themeTrends: [model, {}],
  tokenize: ["Agents learn."],
  truncatedSvd: [sparse, { dimensions: 1 }],
  updateThemes: [model, demonstration.slice(12, 14), {}],
  discoverThemesInStream: [papers, { k: 2, index: "titles" }],
  vectorizeStream: [papers, {}],
  winkAnalyzer: [{}],
  winkPhrases: [],
  writePapers: [papers, { format: "csv" }],
};

const cyclic: Record<string, unknown> = {};
cyclic["self"] = cyclic;
/** A source that can be asked again, unlike a stream. */
const sevens = {
  async *[Symbol.asyncIterator](): AsyncGenerator<number> {
    yield 7;
  },
};

const hostile = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, 7, -1, NaN, 1e308, 10n, Symbol("s"), true, [], {}, [null], [7], [{}]),
  fc.constantFrom<unknown>(cyclic, [cyclic], new Array(3), Object.freeze([Object.freeze({})]), new Map(), () => 1),
  fc.constantFrom<unknown>(...prototypeNames, { ["__proto__"]: { rows: -1 } }, Object.create(null), new Date(NaN)),
  fc.constantFrom<unknown>({ k: 1e308 }, { k: "2" }, { limit: -1 }, { seed: NaN }, { constructor: 1 }, sevens),
  hostileText,
  fc.anything(),
);

// A worker thread runs compiled code alone.
const built: Partial<typeof node> = await import(new URL("../../dist/node.js", import.meta.url).href);
const discoverThemesInWorker = built.discoverThemesInWorker!;

const doors = Object.entries({ ...themata, ...formats, ...node, ...wink, discoverThemesInWorker })
  .filter(([name]) => !["PaperIndex", "ThemataError"].includes(name))
  .map(([name, open]) => [name, open as (...given: unknown[]) => unknown] as const);

/** Answers, streams and promises to their end. */
async function outcome(answer: unknown): Promise<void> {
  const awaited = await answer;
  if (typeof awaited !== "object" || awaited === null || !(Symbol.asyncIterator in awaited)) return;
  for await (const _ of awaited as AsyncIterable<unknown>);
}

describe("every public function", () => {
  it("has arguments here to be spoilt", () => {
    expect(Object.keys(sound).sort()).toStrictEqual([...new Set(doors.map(([name]) => name))].sort());
  });

  for (const [name, open] of doors) {
    it(`${name} answers hostile arguments, or says what is wrong with them`, { timeout: 120_000 }, async () => {
      const given = sound[name]!.map((argument) => (argument === "saved.bin" ? join(folder, "saved.bin") : argument));
      await outcome(open(...given));
      const spoilt = fc.record({ at: fc.nat(Math.max(0, given.length - 1)), value: hostile });
      const ask = async ({ at, value }: { at: number; value: unknown }): Promise<void> => {
        // A path is the caller's: a file that is not there is an error of the system.
        if (name.endsWith("File") && at === 0) return;
        await outcome(open(...given.map((argument, i) => (i === at ? value : argument))));
      };
      const survives = fc.asyncProperty(spoilt, (change) =>
        ask(change).catch((error) => {
          if (error?.name !== "ThemataError") throw error;
          expect(error.message).toMatch(/^[^\n]{20,}/);
        }),
      );
      await fc.assert(survives, { numRuns: name === "discoverThemesInWorker" ? 5 : 60 });
    });
  }
});
