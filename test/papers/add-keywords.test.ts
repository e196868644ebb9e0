import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { addKeywords as addToAll, readPapers } from "../../src/formats/index.js";
import { addKeywords, isThemataError } from "../../src/index.js";

const samples = new URL("../../fixtures/formats/", import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, samples), "utf8");

describe("addKeywords(text, keywordsOf)", () => {
  it.each([
    "papers.jsonl",
    "scopus.csv",
    "zotero.csv",
    "generic.csv",
    "semicolon.csv",
    "embase.csv",
    "lens.tsv",
    "zotero.ris",
    "endnote.ris",
    "ebsco.ris",
    "ovid.ris",
    "pubmed.nbib",
    "library.bib",
  ])("adds keywords to %s and changes nothing else that is read", (file) => {
    const text = textOf(file);
    const tags = ["sleep research", "=SUM(A1)", "cost, fares"];
    const before = readPapers(text).papers;
    const after = readPapers(addToAll(text, (paper) => (paper.id === before[1]!.id ? tags : [tags[0]!]))).papers;
    after.forEach((paper, i) => {
      const { keywords: now, ...rest } = paper;
      const { keywords: then = [], ...same } = before[i]!;
      expect(rest).toStrictEqual(same);
      expect([...(now ?? [])].sort()).toStrictEqual([...then!, ...(i === 1 ? tags : tags.slice(0, 1))].sort());
    });
  });

  it("does not add what a paper has already, and gives the same text where there is nothing to add", () => {
    const text = textOf("zotero.ris");
    expect(addKeywords(text, () => [])).toBe(text);
    expect(addKeywords(text, (paper) => (paper.keywords ? ["Night Trains"] : []))).toBe(text);
  });

  it("keeps every other line of RIS as it stands", () => {
    const text = textOf("ovid.ris");
    const lines = addKeywords(text, () => ["sleep"]).split("\n");
    expect(lines.filter((line) => line !== "KW  - sleep").join("\n")).toBe(text);
  });

  it("writes nothing that a spreadsheet would run", () => {
    const text = addKeywords("id,title,abstract\na,T,A\n", () => ["=cmd|'/c calc'!A0"]);
    expect(text).toBe("id,title,abstract,Keywords\na,T,A,'=cmd|'/c calc'!A0;\n");
    expect(readPapers(text).papers[0]?.keywords).toStrictEqual(["=cmd|'/c calc'!A0"]);
  });

  it("adds to the keywords field of a BibTeX entry, or makes one", () => {
    const text = "@misc{a,\n  title = {T},\n  Keywords = {one, two}\n}\n@misc{b, title = {U}}\n";
    expect(addToAll(text, () => ["R&D"])).toBe(
      "@misc{a,\n  title = {T},\n  Keywords = {one, two, R\\&D}\n}\n@misc{b,\n  keywords = {R\\&D}, title = {U}}\n",
    );
  });

  it("leaves BibTeX entries as they are whose keywords it cannot extend, or that are cut off", () => {
    const put = "@string{k = {one}}\n@misc{a, title = {T}, keywords = k # {, two}}\n@misc{b, title = {U}, keywords = {";
    expect(addToAll(put, () => ["three"])).toBe(put);
    const none = "@misc{a, title = {keywords = {T}}, keywords = {}}";
    expect(readPapers(addToAll(none, () => ["three"])).papers).toMatchObject([
      { title: "keywords = T", keywords: ["three"] },
    ]);
  });

  it("adds to BibTeX entries whose braces do not match, too", () => {
    const text = "@misc{a,\n  title = {T}}},\n  abstract = {A b.}\n}\n";
    expect(readPapers(addToAll(text, () => ["sleep", "R&D"])).papers).toMatchObject([
      { id: "a", title: "T", abstract: "A b.", keywords: ["sleep", "R&D"] },
    ]);
  });

  it("says which formats it can't write into", () => {
    try {
      addKeywords(textOf("csl.json"), () => ["x"]);
      expect.unreachable();
    } catch (error) {
      expect(isThemataError(error, "PARSE_FAILED") && error.message).toContain("jsonl, csv, tsv, ris, nbib");
    }
  });
});
