import { describe, expect, it } from "vitest";
import { readPapers as readAll, readTaxonomy as readAllTaxonomies } from "../../src/formats/index.js";
import { isThemataError, readPapers, readTaxonomy } from "../../src/index.js";

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

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === "string");

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
