import { describe, expect, it } from "vitest";
import { readPapers as readAnyPapers } from "../../../src/formats/index.js";
import { mergePapers, readPapers } from "../../../src/index.js";

const ris = (...lines: string[]): string => ["TY  - JOUR", "TI  - T", ...lines, "ER  - ", ""].join("\n");

describe("readPapers(ris)", () => {
  it("takes the numbers of Cochrane's records for no records", () => {
    const record = (number: number): string => `Record #${number} of 2\n${ris(`AN  - CN-${number}`, "AB  - A")}\n\n`;
    const { papers, problems } = readPapers(`${record(1)}${record(2)}`);
    expect(papers.map(({ id }) => id)).toStrictEqual(["CN-1", "CN-2"]);
    expect(problems).toStrictEqual([]);
  });

  it("finds a DOI that stands in the address or among the notes alone, without what the address asks for", () => {
    for (const line of [
      "UR  - https://doi.org/10.2307/12345",
      "UR  - https://www.example.org/doi/full/10.2307/12345?needAccess=true#top",
      "M3  - doi: 10.2307/12345.",
    ]) {
      expect(readPapers(ris("AB  - A", line)).papers[0]).toMatchObject({ id: "10.2307/12345", doi: "10.2307/12345" });
    }
    expect(readPapers(ris("UR  - http://a.example; http://b.example")).papers[0]?.url).toBe("http://a.example");
  });

  it("keeps every piece of a structured abstract, however short the first", () => {
    const { papers } = readPapers(ris("AB  - Aims", "AB  - To see.", "AB  - METHODS: We look at the sea and the sky."));
    expect(papers[0]?.abstract).toBe("Aims To see. METHODS: We look at the sea and the sky.");
  });

  it("tells apart the papers of an issue whose DOIs differ after an angle bracket, as Wiley's old ones do", () => {
    const paper = (page: number): string =>
      ris(`AB  - About page ${page}.`, `DO  - 10.1002/(SICI)1097-4571(199806)49:8<${page}::AID-ASI4>3.0.CO;2-O`);
    const { papers, problems } = readPapers(paper(693).replace("TI  - T", "TI  - U") + paper(707));
    expect(problems).toStrictEqual([]);
    expect(papers[0]?.doi).toBe("10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O");
    expect(mergePapers([papers]).papers).toHaveLength(2);
  });
});

describe("readPapers(wos)", () => {
  it("takes the year of early access where there is no other", () => {
    const { papers } = readPapers("FN x\nVR 1.0\nPT J\nTI T\nAB A\nEA JAN 2021\nEY 2021\nUT WOS:1\nER\n\nEF\n");
    expect(papers).toStrictEqual([{ id: "WOS:1", title: "T", abstract: "A", date: "2021" }]);
  });
});

describe("readPapers(pubmed)", () => {
  it("parts persons from the group after them", () => {
    const text =
      "1. J Rest. 2020 Dec 31;1(2):3-4. doi: 10.5555/x.\n\nA title.\n\nLee A(1), Ray B(2); Trial Group.\n\nAn abstract of some length.\n\nPMID: 12\n";
    expect(readAnyPapers(text).papers[0]?.authors).toStrictEqual(["Lee A", "Ray B", "Trial Group"]);
  });
});
