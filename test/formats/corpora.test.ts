import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPapers } from "../../src/formats/index.js";

const root = new URL("../../../shared/corpora/formats/", import.meta.url);

/** Papers there, and how many of them have no abstract. One file has a hundred records without any text. */
const expected: Readonly<Record<string, readonly [papers: number, withoutAbstract: number]>> = {
  "arxiv-atom/arxiv-bad-id.xml": [0, 0],
  "arxiv-atom/arxiv-oldstyle-id.xml": [1, 0],
  "arxiv-atom/arxiv-search-10.xml": [10, 0],
  "arxiv-atom/arxiv-search-100.xml": [100, 0],
  "arxiv-atom/arxiv-search-small.xml": [3, 0],
  "arxiv-atom/arxiv-two-ids-one-unknown.xml": [1, 0],
  "arxiv-atom/arxiv-unknown-id.xml": [0, 0],
  "bibtex/ijcai2024-no-abstracts.bib": [40, 40],
  "bibtex/scopus.bib": [3, 0],
  "biorxiv-json/biorxiv_search.json": [100, 0],
  "biorxiv-json/medrxiv_search.json": [100, 0],
  "crossref-json/crossref_search.json": [3, 1],
  "csv/cff-baseline.csv": [100, 2],
  "csv/cff-baseline_embase.csv": [10, 2],
  "csv/cff-baseline_openalex.csv": [9, 0],
  "csv/cff-baseline_pubmed.csv": [10, 10],
  "csv/cff-baseline_rayyan.csv": [10, 2],
  "csv/cff-baseline_scopus.csv": [10, 0],
  "csv/cff-baseline_zotero.csv": [10, 2],
  "dblp-xml/dblp_search.xml": [3, 3],
  "doaj-json/doaj_search.json": [3, 0],
  "europepmc-json/europepmc_search.json": [3, 1],
  "hal-json/hal_search.json": [3, 0],
  "hf-daily-papers-json/hf_daily_papers.json": [3, 0],
  "nbib/cff-baseline_pubmed.nbib": [50, 1],
  "nbib/synthesisr-pubmed.txt": [3, 0],
  "openalex-json/openalex_search.json": [3, 2],
  "pubmed-xml/pubmed-29768149.xml": [1, 0],
  "pubmed-xml/pubmed_efetch.xml": [3, 0],
  "ris/cff-baseline.ris": [100, 2],
  "ris/cff-baseline_embase.ris": [10, 2],
  "ris/cff-baseline_endnote.ris": [10, 2],
  "ris/cff-baseline_googlescholar.ris": [10, 10],
  "ris/cff-baseline_mdpi.ris": [11, 0],
  "ris/cff-baseline_mendeley.ris": [10, 2],
  "ris/cff-baseline_openalex.ris": [9, 0],
  "ris/cff-baseline_rayyan.ris": [10, 2],
  "ris/cff-baseline_scopus.ris": [10, 0],
  "ris/cff-baseline_webofscience.ris": [10, 3],
  "ris/cff-baseline_zotero.ris": [10, 2],
  "ris/synthesisr-ebsco-asp.ris": [4, 0],
  "ris/synthesisr-ovid.ris": [4, 0],
  "ris/synthesisr-scopus-large.ris": [92, 3],
  "ris/synthesisr-scopus.ris": [3, 0],
  "semantic-scholar-json/s2-batch-with-abstracts.json": [3, 0],
  "semantic-scholar-json/s2-search-fields.json": [0, 0],
  "semantic-scholar-json/s2-search-titles-only.json": [100, 100],
  "semantic-scholar-json/semantic_references.json": [3, 2],
  "semantic-scholar-json/semantic_search.json": [3, 1],
  "tsv/cff-baseline.tsv": [100, 2],
  "wos/rispy-example_wos.ris": [2, 0],
  "wos/synthesisr-wos.ciw": [5, 0],
  "wos/synthesisr-wos.txt": [4, 0],
};

const formats: Readonly<Record<string, string>> = {
  "arxiv-atom": "xml",
  bibtex: "bibtex",
  csv: "csv",
  "dblp-xml": "xml",
  nbib: "nbib",
  "pubmed-xml": "xml",
  ris: "ris",
  tsv: "tsv",
  wos: "wos",
};

describe.skipIf(!existsSync(root))("readPapers(file) on 53 real files in users' formats", () => {
  it("knows every file there", () => {
    const folders = readdirSync(root).filter((name) => name !== "README.md");
    const files = folders.flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, root)).map((file) => `${folder}/${file}`),
    );
    expect(files.sort()).toStrictEqual(Object.keys(expected).sort());
    expect(files).toHaveLength(53);
  });

  it.each(Object.entries(expected))("finds the records of %s and every missing abstract", (file, [count, without]) => {
    const { papers, problems, format } = readPapers(readFileSync(new URL(file, root)));
    expect(format).toBe(formats[file.slice(0, file.indexOf("/"))] ?? "json");
    expect(papers).toHaveLength(count);
    const silent = papers.filter(({ abstract }) => abstract === "").map(({ id }) => id);
    expect(silent).toHaveLength(without);
    expect(problems.filter(({ code }) => code === "missing-abstract").map(({ id }) => id)).toStrictEqual(silent);
    expect(new Set(papers.map(({ id }) => id)).size).toBe(count);
    for (const { title, date } of papers) {
      expect(title).not.toBe("");
      expect(title).not.toMatch(/<\/?[a-z]+>|&[a-z]+;|&#|\\[a-z]|\s\s|\n/);
      if (date !== undefined) expect(date).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
    }
  });

  it("reports each of the hundred records that have neither title nor abstract", () => {
    const { problems } = readPapers(readFileSync(new URL("semantic-scholar-json/s2-search-fields.json", root)));
    expect(problems.map(({ code }) => code)).toStrictEqual(Array.from({ length: 100 }, () => "no-text"));
  });

  it("tells the service's own error from a paper, and an unknown id by a null", () => {
    const refused = readPapers(readFileSync(new URL("arxiv-atom/arxiv-bad-id.xml", root)));
    expect(refused.problems).toMatchObject([{ code: "service-error", line: 9 }]);
    const batch = readPapers(readFileSync(new URL("semantic-scholar-json/s2-batch-with-abstracts.json", root)));
    expect(batch.problems).toMatchObject([{ code: "unreadable-record", record: 0 }]);
  });
});
