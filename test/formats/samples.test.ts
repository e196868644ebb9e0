import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPapers } from "../../src/formats/index.js";
import { readPapers as readPapersOfCore } from "../../src/index.js";

const samples = new URL("../../fixtures/formats/", import.meta.url);
const bytesOf = (file: string): Uint8Array => readFileSync(new URL(file, samples));

/** What the two invented papers come to in every format. */
const title = "Night trains and the price of sleep";
const abstract = "We study how night trains change travel demand. Fares explain half of it.";
const marked = "Schrödinger's β-cells: a cautionary tale & more";

/** File, format, id and date of the first paper and of the second, codes of problems beside the missing abstract. */
const expected: readonly (readonly [
  string,
  string,
  string,
  string | undefined,
  string,
  string | undefined,
  string?,
])[] = [
  ["papers.jsonl", "jsonl", "a", "2023-05-17", "b", undefined],
  ["papers.json", "json", "a", "2023", "b", undefined],
  ["listing.txt", "listing", "paper-0001", undefined, "paper-0002", undefined, "skipped-line mended-title"],
  ["generic.csv", "csv", "paper-0001", "2023", "paper-0002", "2024", "missing-id missing-id"],
  ["semicolon.csv", "csv", "a", "2023-05-17", "b", "2024"],
  ["stray-quote.csv", "csv", "a", undefined, "b", undefined, "malformed-quotes"],
  ["scopus.csv", "csv", "2-s2.0-1", "2023", "2-s2.0-2", "2024"],
  ["zotero.csv", "csv", "NIGHT001", "2023-05-17", "CELLS001", "2024-03"],
  ["openalex.csv", "csv", "W1", "2023-05-17", "W2", "2024"],
  ["embase.csv", "csv", "L1", "2023-05-17", "L2", "2024-03-01", "skipped-line skipped-line"],
  ["rayyan.csv", "csv", "rayyan-1", "2023-05-17", "rayyan-2", "2024"],
  ["lens.tsv", "tsv", "000-1", "2023-05-17", "000-2", "2024"],
  ["zotero.ris", "ris", "10.5555/night.1", "2023-05-17", "paper-0002", "2024", "missing-id"],
  ["ovid.ris", "ris", "20230001", "2023", "20240001", "2024"],
  ["endnote.ris", "ris", "12", "2023", "13", "2024"],
  ["ebsco.ris", "ris", "paper-0001", "2023-05", "paper-0002", "2024-03", "missing-id missing-id"],
  ["pubmed.nbib", "nbib", "1", "2023-05-17", "2", "2024-03"],
  ["wos.ciw", "wos", "WOS:000000000000001", "2023-05-17", "WOS:000000000000002", "2024"],
  ["openalex.json", "json", "W1", "2023-05-17", "W2", "2024"],
  [
    "semantic-scholar.json",
    "json",
    `${"0".repeat(39)}1`,
    "2023-05-17",
    `${"0".repeat(39)}2`,
    "2024",
    "unreadable-record",
  ],
  ["crossref.json", "json", "10.5555/night.1", "2023-05-17", "10.5555/cells.1", "2024"],
  ["csl.json", "json", "example2023", "2023-05-17", "sample2024", "2024-03"],
  ["europe-pmc.json", "json", "1", "2023-05-17", "2", "2024"],
  ["doaj.json", "json", "d1", "2023-05", "d2", "2024"],
  ["hal.json", "json", "hal-1", "2023", "hal-2", "2024"],
  ["biorxiv.json", "json", "10.5555/night.1", "2023-05-17", "10.5555/night.1~2", "2024-03-01", "duplicate-id"],
  ["hugging-face.json", "json", "2305.00001", "2023-05-17", "2403.00001", "2024-03-01"],
  ["arxiv-dump.jsonl", "jsonl", "2305.00001", "2023-05-17", "2403.00001", "2024-03-01"],
  ["library.bib", "bibtex", "example2023", "2023-05", "sample2024", "2024"],
  ["arxiv.xml", "xml", "2305.00001", "2023-05-17", "q-bio/0403001", "2004-03-01", "service-error"],
  ["pubmed.xml", "xml", "1", "2023-05-17", "2", "2024-03"],
  ["scholar.enw", "enw", "10.5555/night.1", "2023-05-17", "paper-0002", "2024", "missing-id"],
  ["pubmed-abstracts.txt", "pubmed", "1", "2023-05-17", "2", "2024-03"],
  ["labelled.txt", "labelled", "10.5555/night.1", "2023-05-17", "paper-0002", "2024", "missing-id"],
  ["loose.ris", "ris", "10.5555/night.1", "2023-05-17", "paper-0002", "2024", "missing-id unfinished-record"],
  ["ieee.csv", "csv", "10.5555/night.1", "2023", "10.5555/cells.1", "2024"],
  ["excel-german.csv", "csv", "paper-0001", "2023", "paper-0002", "2024", "missing-id missing-id"],
  ["kaggle.csv", "csv", "paper-0001", undefined, "paper-0002", undefined, "missing-id missing-id"],
  ["openreview.json", "json", "Night1", "2023-05-17", "Cells1", "2024-03-01"],
  ["zotero-api.json", "json", "NIGHT001", "2023-05-17", "CELLS001", "2024"],
  ["datacite.json", "json", "10.5555/night.1", "2023", "10.5555/cells.1", "2024"],
  ["search-hits.json", "json", "n1", "2023-05-17", "c1", "2024"],
  ["pandas.json", "json", "paper-0001", "2023", "paper-0002", undefined, "missing-id missing-id"],
  ["by-id.json", "json", "2305.00001", "2023-05-17", "2403.00001", undefined],
  ["acl.bib", "bibtex", "example-sample-2023-night", "2023-05-17", "sample-2024", "2024", "mended-entry"],
  ["endnote.xml", "xml", "12", "2023-05-17", "13", "2024"],
  ["zotero.rdf", "xml", "#item_1", "2023-05-17", "#item_2", "2024"],
  ["mods.xml", "xml", "m1", "2023-05", "m2", "2024"],
  ["oai.xml", "xml", "2305.00001", "2023-05-17", "oai:example.org:2", "2024-03-01"],
  ["rss.xml", "xml", "2305.00001", "2023-05-17", "2403.00001", "2024-03-01"],
  ["jats.xml", "xml", "10.5555/night.1", "2023-05-17", "10.5555/cells.1", "2024"],
];

describe("readPapers(sample) of themata/formats", () => {
  it.each(expected.map((row) => ({ file: row[0], row })))("reads $file", ({ row }) => {
    const [file, format, firstId, firstDate, secondId, secondDate, others = ""] = row;
    const result = readPapers(bytesOf(file));
    expect(result.format).toBe(format);
    const first = result.papers[0]!;
    const second = result.papers.find((paper) => paper.id === secondId || paper.title === marked)!;
    expect([first.id, first.title, first.abstract, first.date]).toStrictEqual([firstId, title, abstract, firstDate]);
    expect([second.id, second.title, second.abstract, second.date]).toStrictEqual([secondId, marked, "", secondDate]);
    const codes = result.problems.map(({ code }) => code);
    expect(codes).toContain("missing-abstract");
    expect(codes.filter((code) => code !== "missing-abstract").join(" ")).toBe(others);
  });

  const core = expected.filter(([, format]) => !["enw", "pubmed", "labelled", "bibtex", "xml"].includes(format));
  it.each(core.map(([file]) => ({ file })))("gives the core's answer for $file", ({ file }) => {
    expect(readPapersOfCore(bytesOf(file))).toStrictEqual(readPapers(bytesOf(file)));
  });

  it("reads titles without abstracts from PubMed's table and from DBLP", () => {
    for (const file of ["pubmed.csv", "dblp.xml"]) {
      const { papers, problems } = readPapers(bytesOf(file));
      expect(papers.map((paper) => [paper.title, paper.abstract])).toStrictEqual([
        [title, ""],
        [marked, ""],
      ]);
      expect(problems.map(({ code }) => code)).toStrictEqual(["missing-abstract", "missing-abstract"]);
      expect(papers[0]?.authors).toHaveLength(2);
    }
  });

  it("reads Latin-1 and says that it guessed", () => {
    const { papers, problems } = readPapers(bytesOf("latin-1.ris"));
    expect(papers[0]?.title).toBe("Über die Fahrpreise der Nachtzüge");
    expect(problems.map(({ code }) => code)).toStrictEqual(["guessed-encoding"]);
  });

  it("fills the other fields where the format has them", () => {
    for (const file of [
      "papers.jsonl",
      "scopus.csv",
      "zotero.csv",
      "openalex.csv",
      "lens.tsv",
      "zotero.ris",
      "endnote.ris",
      "wos.ciw",
      "openalex.json",
      "csl.json",
      "doaj.json",
      "library.bib",
      "scholar.enw",
      "loose.ris",
      "ieee.csv",
      "excel-german.csv",
      "openreview.json",
      "zotero-api.json",
      "datacite.json",
      "acl.bib",
      "endnote.xml",
      "jats.xml",
    ]) {
      const [paper] = readPapers(bytesOf(file)).papers;
      expect(paper?.authors).toHaveLength(2);
      expect(paper?.keywords).toStrictEqual(["night trains", "travel demand"]);
      if (!/excel|openreview/.test(file)) expect(paper?.doi).toBe("10.5555/night.1");
      expect(paper?.venue?.toLowerCase()).toBe("journal of invented transport");
    }
  });

  it("keeps fields of other names", () => {
    expect(readPapers(bytesOf("papers.jsonl")).papers[0]).toMatchObject({ shelf: 3 });
    expect(readPapers(bytesOf("openalex.json")).papers[0]).toMatchObject({ cited_by_count: 7 });
    expect(readPapers(bytesOf("zotero.csv")).papers[0]).toMatchObject({ "Item Type": "journalArticle" });
    expect(readPapers(bytesOf("arxiv.xml")).papers[0]).toMatchObject({ categories: ["econ.GN"] });
    expect(readPapers(bytesOf("arxiv-dump.jsonl")).papers[0]).toMatchObject({ categories: ["econ.GN", "cs.LG"] });
  });
});
