import { describe, expect, it } from "vitest";
import type { MapDocument, MapPaper } from "../../../src/report/map-document.js";
import { createSearch } from "../../../src/report/page/search-papers.js";

function paper(title: string, rest: Partial<MapPaper> = {}): MapPaper {
  return { id: title, title, x: 0, y: 0, themes: [], period: -1, ...rest };
}

const papers = [
  paper("Schrödinger bridges"),
  paper("A survey", { abstract: "Of Schrodinger and others." }),
  paper("Bandits", { authors: "Ada Lovelace" }),
  paper("C++ (or not) [draft]"),
];
const data: MapDocument = { title: "", width: 1, periods: [], themes: [], papers, reason: "" };
const { find } = createSearch(data);

describe("createSearch(data).find(query)", () => {
  it("folds accents and case, and puts titles first", () => {
    expect(find("SCHRODINGER")).toEqual([0, 1]);
  });

  it("wants every word, each as the beginning or a part of a word", () => {
    expect(find("love band")).toEqual([2]);
    expect(find("love schrod")).toEqual([]);
  });

  it("gives all papers for an empty query", () => {
    expect(find("  ")).toEqual([0, 1, 2, 3]);
  });

  it("takes signs as signs", () => {
    expect(find("c++ (or")).toEqual([3]);
    expect(find(".*")).toEqual([]);
  });
});
