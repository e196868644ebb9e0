import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { addKeywords, readPapers, writePapers } from "../../src/formats/index.js";

const fixtures = new URL("../../fixtures/", import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, fixtures), "utf8");

/** What rispy and bibtexparser read from the files beside it; made by read-back.py there. */
const read: Readonly<Record<string, readonly { title: string; keywords: string | readonly string[] }[]>> = JSON.parse(
  textOf("golden/read-back/read-back.json"),
);

const tags = ["sleep & travel", "50% fares", "cost, price"];
const tagged = readPapers(textOf("abstracts.jsonl"))
  .papers.slice(0, 8)
  .map((paper) => ({ ...paper, keywords: [...(paper.keywords ?? []), ...tags] }));

describe("tags written into files are read by independent libraries", () => {
  it("the files that they read are those that we write", () => {
    expect(writePapers(tagged, { format: "ris" })).toBe(textOf("golden/read-back/written.ris"));
    expect(writePapers(tagged, { format: "bibtex" })).toBe(textOf("golden/read-back/written.bib"));
    for (const file of ["zotero.ris", "library.bib"]) {
      expect(addKeywords(textOf(`formats/${file}`), () => tags)).toBe(textOf(`golden/read-back/added-${file}`));
    }
  });

  it("RIS: the same titles and keywords", () => {
    const wanted = tagged.map(({ title, keywords }) => ({ title, keywords }));
    expect(read["written.ris"]).toStrictEqual(wanted);
    expect(read["added-zotero.ris"]?.map(({ keywords }) => keywords)).toStrictEqual([
      ["night trains", "travel demand", ...tags].sort((a, b) => order(a) - order(b)),
      tags,
    ]);
  });

  it("BibTeX: the same titles, and every keyword between separators", () => {
    expect(read["written.bib"]?.map(({ title }) => title)).toStrictEqual(tagged.map(({ title }) => title));
    for (const file of ["written.bib", "added-library.bib"]) {
      for (const { keywords } of read[file]!) expect(String(keywords).split("; ").slice(-3)).toStrictEqual(tags);
    }
  });
});

/** New keywords stand before those that were there, since they follow the first line of the record. */
function order(keyword: string): number {
  return tags.includes(keyword)
    ? tags.indexOf(keyword)
    : tags.length + ["night trains", "travel demand"].indexOf(keyword);
}
