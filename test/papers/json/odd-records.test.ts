import { describe, expect, it } from "vitest";
import { readPapers as readAll, readTaxonomy as readAllTaxonomies } from "../../../src/formats/index.js";
import { isThemataError, readPapers, readTaxonomy } from "../../../src/index.js";

const names =
  "id title abstract date authors keywords doi venue url year month day published publication_date author creators contributors journal container-title source externalIds ids identifiers link links arxiv_id summary description subjects tags topics concepts primary_location DOI paperId abstract_inverted_index".split(
    " ",
  );

/** Values as the services of this world give them, and as none should. */
const values: readonly unknown[] = [
  null,
  true,
  7,
  -1,
  2024,
  "",
  " ",
  "2024-02-30",
  "Ada Lee and Bo Ray",
  "https://doi.org/10.1000/182",
  [],
  [null],
  [7, "x"],
  ["Ada Lee", null, { name: "Bo Ray" }, { given: "Ada", family: "Lee" }, { first_name: "Bo" }, { other: 1 }, ["x"]],
  [["2024", "03"]],
  {},
  { value: "x" },
  { value: 7 },
  { en: "x", de: "y" },
  { year: 2024, month: "March" },
  { "date-parts": [[2024, 3]] },
  { "date-parts": [] },
  { DOI: "10.1000/182", ArXiv: "2401.00001" },
  [{ type: "doi", value: "10.1000/182" }, { type: "arxiv", id: "arXiv:2401.00001v2" }, "10.1000/183"],
  { agents: [0, 2], learn: [1], odd: "x" },
  { author: [{ "@name": "Ada" }] },
  { a: { b: { c: "deep" } } },
];

describe("readPapers(json) of what is no paper", () => {
  const tooMany = "Too Many Requests. Please wait and try again.";

  it.each([
    ["Semantic Scholar", { message: tooMany, code: "429" }, tooMany],
    ["a gateway", { error: "Too Many Requests", message: tooMany, statusCode: 429 }, tooMany],
    ["Crossref", { status: "error", "message-type": "route-not-found", message: tooMany }, tooMany],
    ["Crossref of a filter", { status: "failed", message: [{ value: "x", message: tooMany }] }, tooMany],
    ["OpenAlex", { error: "Invalid query parameters error.", message: tooMany }, tooMany],
    ["Europe PMC", { errCode: 404, errMsg: tooMany }, tooMany],
    ["HAL", { error: { msg: tooMany, code: 400 } }, tooMany],
    ["a REST framework", { detail: tooMany }, tooMany],
    ["a key that was not there", { success: false, message: tooMany }, tooMany],
    ["DataCite", { errors: [{ status: "404", title: tooMany }] }, tooMany],
    ["OpenReview", { name: "ForbiddenError", message: tooMany, status: 403, details: {} }, tooMany],
    ["problem details", { type: "about:blank", title: "Too many", status: 429, detail: tooMany }, tooMany],
  ])("repeats the error that %s answered with", (_, answer, said) => {
    for (const format of ["auto", "json", "jsonl"] as const) {
      const { papers, problems } = readPapers(JSON.stringify(answer), { format });
      expect(papers).toEqual([]);
      expect(problems).toMatchObject([{ code: "service-error", message: expect.stringContaining(said) }]);
    }
  });

  it("takes no record that lacks its texts, and no answer with a paper, for an error", () => {
    const codes = (json: object): string[] => readPapers(JSON.stringify(json)).problems.map(({ code }) => code);
    expect(codes({ id: "a", status: "published", title: "", abstract: null })).toEqual(["no-text"]);
    expect(
      codes({ status: "ok", "message-type": "work", message: { DOI: "10.1000/1", title: ["T"], abstract: "X" } }),
    ).toEqual([]);
    expect(codes({ id: "a", title: "Errors", abstract: "X", error: 0.1, message: "M" })).toEqual([]);
    expect(codes({ id: "a", title: "Errors", abstract: "X", status: 404 })).toEqual([]);
    expect(codes({ status: "ok", message: "Nothing to do" })).toEqual(["no-text"]);
    expect(codes([{ number: 1, status: "open", preferred: "x" }])).toEqual(["no-text"]);
    expect(codes({ time: 7, level: "info", message: "Started." })).toEqual(["no-text"]);
  });

  it("leaves out what Zotero keeps with a paper, with a problem for each", () => {
    const data = [
      { key: "A", itemType: "journalArticle", title: "Reward models", abstractNote: "We learn.", notes: [] },
      { key: "B", itemType: "attachment", parentItem: "A", title: "Full Text PDF" },
      { key: "C", itemType: "note", parentItem: "A", note: "<p>Read it.</p>" },
      { key: "D", itemType: "annotation", parentItem: "B", annotationText: "We learn." },
    ];
    const answered = data.map((item) => ({
      key: item.key,
      version: 1,
      library: { id: 1 },
      links: {},
      meta: {},
      data: item,
    }));
    for (const items of [data, answered]) {
      const { papers, problems } = readPapers(JSON.stringify(items));
      expect(papers).toMatchObject([{ id: "A", title: "Reward models", abstract: "We learn." }]);
      expect(problems.map(({ code }) => code)).toEqual(["no-paper", "no-paper", "no-paper"]);
      expect(problems[0]!.message).toContain("attachment");
    }
  });
});

describe("readPapers(json) of answers without fields that their services give", () => {
  it.each<[string, object, object]>([
    [
      "arXiv's dump with authors in one text",
      {
        id: "2401.00001",
        submitter: "A",
        title: "T",
        abstract: "X",
        categories: "cs.LG stat.ML",
        authors: "Ada Lee and Bo Ray",
      },
      { authors: ["Ada Lee", "Bo Ray"], url: "https://arxiv.org/abs/2401.00001", categories: ["cs.LG", "stat.ML"] },
    ],
    [
      "HAL's document in two languages",
      {
        halId_s: "hal-1",
        title_s: ["Modèles", "Models"],
        en_title_s: ["Models"],
        abstract_s: ["Nous apprenons."],
        en_abstract_s: ["We learn."],
        keyword_s: ["modèle", "model"],
        en_keyword_s: ["model"],
      },
      { id: "hal-1", title: "Models", abstract: "We learn.", keywords: ["model"] },
    ],
    [
      "HAL's document in French",
      { halId_s: "hal-2", title_s: ["Modèles"], fr_title_s: ["Modèles"], abstract_s: "Nous apprenons." },
      { title: "Modèles", abstract: "Nous apprenons." },
    ],
    [
      "Crossref's work whose day stands with one form of its publication",
      {
        DOI: "10.1000/1",
        title: ["T"],
        issued: { "date-parts": [[2020]] },
        published: { "date-parts": [[2020]] },
        "published-print": { "date-parts": [[2020, 5]] },
        "published-online": { "date-parts": [[2020, 4, 3]] },
      },
      { date: "2020-04-03" },
    ],
    [
      "Crossref's work that came out in print the year after",
      {
        DOI: "10.1000/2",
        title: ["T"],
        issued: { "date-parts": [[2019, 12]] },
        "published-print": { "date-parts": [[2020, 5, 1]] },
      },
      { date: "2019-12" },
    ],
    [
      "CSL-JSON with a date in words",
      { id: "x", title: "T", author: [{ family: "Lee" }], issued: { literal: "May 2020" } },
      { date: "2020-05" },
    ],
    [
      "arXiv's dump without id and authors",
      { authors_parsed: [], title: "T", abstract: "X" },
      { title: "T", url: undefined },
    ],
    [
      "daily papers with their fields outside",
      { title: "T", summary: "X", publishedAt: "2024-01-02", paper: { title: null } },
      { title: "T", abstract: "X", date: "2024-01-02", url: undefined },
    ],
    [
      "bioRxiv without authors and DOI",
      { server: "biorxiv", title: "NF-{kappa}B {odd}", abstract: "X" },
      { title: "NF-κB {odd}", url: undefined },
    ],
    [
      "bioRxiv with headings glued to what follows",
      { server: "biorxiv", title: "T", abstract: "AbstractThe sea is cold. SIGNIFICANCE STATEMENTWarm seas kill." },
      { abstract: "Abstract: The sea is cold. SIGNIFICANCE STATEMENT: Warm seas kill." },
    ],
    [
      "OpenAlex by its display name",
      { id: "https://openalex.org/W1", display_name: "T", abstract_inverted_index: { X: [0] } },
      { title: "T" },
    ],
  ])("%s", (_, record, expected) => {
    const [paper] = readPapers(JSON.stringify(record), { format: "json" }).papers;
    expect({ url: undefined, ...paper }).toMatchObject(expected);
  });

  it("finds papers by their keys, and in the longest of several lists", () => {
    const paper = (title: string): object => ({ title, abstract: "X" });
    const ids = (value: unknown): string[] =>
      readPapers(JSON.stringify(value), { format: "json" }).papers.map(({ title }) => title);
    expect(ids({ a: { b: [paper("one")], c: [paper("two"), paper("three")] } })).toEqual(["two", "three"]);
    expect(ids({ a: { b: [paper("one"), paper("two")], c: [paper("three")] } })).toEqual(["one", "two"]);
    expect(ids({ found: { p1: paper("one"), p2: paper("two") } })).toEqual(["one", "two"]);
    expect(ids([paper("one"), null, 7])).toEqual(["one"]);
    expect(ids({ data: paper("one") })).toEqual(["one"]);
  });
});

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === "string");

describe("readPapers(json) of lists within lists", () => {
  it("joins the sentences of an abstract, and takes the first of several titles", () => {
    const record = { doc_id: 1, title: ["T", "Titre"], abstract: ["One.", "Two <unk>."] };
    expect(readPapers(JSON.stringify([record])).papers).toStrictEqual([
      { id: "1", title: "T", abstract: "One. Two <unk>." },
    ]);
  });

  it("finds the papers in the pages of an answer that were gathered in a list", () => {
    const page = (id: string) => ({ meta: { count: 2 }, results: [{ id, title: `Title ${id}`, abstract: "A" }] });
    expect(readPapers(JSON.stringify([page("a"), page("b")])).papers.map(({ id }) => id)).toStrictEqual(["a", "b"]);
  });

  it("takes the title of a reference that has no id, and a list of ids for no fault", () => {
    const list = [
      { citedPaper: { paperId: null, title: "T" }, contexts: [] },
      { bibcode: "b", title: "U", identifier: ["arXiv:1"] },
    ];
    const { papers, problems } = readPapers(JSON.stringify({ data: list }));
    expect(papers.map(({ id, title }) => [id, title])).toStrictEqual([
      ["paper-0001", "T"],
      ["b", "U"],
    ]);
    expect(problems.map(({ code }) => code)).not.toContain("invalid-field");
  });
});

describe("readPapers(json) of records with one odd field", () => {
  for (const read of [readPapers, readAll]) {
    it(`${read === readPapers ? "themata" : "themata/formats"}: papers with fields of their types, or a problem`, () => {
      for (const name of names) {
        for (const value of values) {
          for (const wrap of [
            (record: object): unknown => [record],
            (record: object): unknown => ({ results: [record] }),
          ]) {
            const record = { id: "a", title: "Reward models", abstract: "Agents learn.", [name]: value };
            const { papers, problems } = read(JSON.stringify(wrap(record)), { format: "json" });
            expect(papers.length + problems.length).toBeGreaterThan(0);
            for (const paper of papers) {
              for (const key of ["id", "title", "abstract"] as const) expect(typeof paper[key]).toBe("string");
              for (const key of ["date", "doi", "venue", "url"] as const) {
                expect(["string", "undefined"]).toContain(typeof paper[key]);
              }
              for (const key of ["authors", "keywords"] as const) {
                if (paper[key] !== undefined)
                  expect([name, value, isTexts(paper[key])]).toStrictEqual([name, value, true]);
              }
            }
          }
        }
      }
    });
  }
});

describe("readTaxonomy(json) of entries with one odd field", () => {
  const fields =
    "@id id uri @type type prefLabel altLabel skos:definition scopeNote broader narrower name label parents children aliases keywords description".split(
      " ",
    );
  const taxa: readonly unknown[] = [
    ...values,
    { "@value": "x", "@language": "en" },
    [{ "@id": "b" }, { id: "c" }],
    "skos:Concept",
  ];
  for (const read of [readTaxonomy, readAllTaxonomies]) {
    it(`${read === readTaxonomy ? "themata" : "themata/formats"}: themes with ids and names, or a ThemataError`, () => {
      for (const name of fields) {
        for (const value of taxa) {
          for (const wrap of [
            (node: object): unknown => [node],
            (node: object): unknown => ({ "@graph": [node, 7] }),
          ]) {
            const entry = {
              "@id": "a",
              "@type": "skos:Concept",
              id: "a",
              name: "Agents",
              prefLabel: "Agents",
              [name]: value,
            };
            try {
              for (const theme of read(JSON.stringify(wrap(entry))).themes) {
                expect([typeof theme.id, typeof theme.name]).toStrictEqual(["string", "string"]);
                for (const key of ["aliases", "parents", "keywords"] as const) {
                  if (theme[key] !== undefined)
                    expect([name, value, isTexts(theme[key])]).toStrictEqual([name, value, true]);
                }
              }
            } catch (error) {
              if (!isThemataError(error)) throw error;
            }
          }
        }
      }
    });
  }
});
