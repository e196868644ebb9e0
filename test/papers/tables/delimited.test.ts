import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPapers } from "../../../src/index.js";

const titles = (text: string): string[] => readPapers(text).papers.map(({ title }) => title);

describe("readPapers(csv)", () => {
  it("finds its columns whatever they are called and in whatever order", () => {
    for (const [title, abstract] of [
      ["Title", "Abstract"],
      ["Article Title", "Abstract Note"],
      ["TI", "AB"],
      ["title", "summary"],
    ]) {
      const { papers, format } = readPapers(`x,${abstract},${title}\n1,An abstract,A title\n`);
      expect(papers).toStrictEqual([{ id: "paper-0001", title: "A title", abstract: "An abstract", x: "1" }]);
      expect(format).toBe("csv");
    }
  });

  it("knows its columns in other languages, with schemas' prefixes and marks, and by weak names where there are both", () => {
    for (const header of [
      "Titel;Zusammenfassung",
      "TITRE;Résumé",
      "título;resumen",
      "標題;要旨",
      "题名;摘要",
      "Название;Аннотация",
      "dc.title[en_US];dc.description.abstract[]",
      "Paper title (English);English abstract",
      "headline;body",
    ]) {
      const { papers, format } = readPapers(`x;${header}\n1;T;A\n`);
      expect([format, papers[0]?.title, papers[0]?.abstract]).toStrictEqual(["csv", "T", "A"]);
    }
    const table = readPapers("id,title,abstract,text,Journal Title\na,T,,body,J\n").papers[0];
    expect(table).toStrictEqual({ id: "a", title: "T", abstract: "", venue: "J", text: "body" });
  });

  it("takes UT for the id of Web of Science's tables, not ID, which holds its keywords", () => {
    const { papers } = readPapers("PT\tAU\tTI\tDE\tID\tAB\tPY\tUT\nJ\tLee, A\tT\tk\tPLUS; MORE\tA\t2020\tWOS:1\n");
    expect(papers[0]).toMatchObject({ id: "WOS:1", title: "T", keywords: ["k"], ID: "PLUS; MORE" });
  });

  it("takes what R, pandas and databases write for nothing as absent, but in columns of other names", () => {
    for (const nothing of ["NA", "NaN", "nan", "NULL", "#N/A"]) {
      const { papers, problems } = readPapers(
        `id,title,abstract,authors,doi,label\na,T,${`${nothing},`.repeat(3)}${nothing}\n`,
      );
      expect(papers).toStrictEqual([{ id: "a", title: "T", abstract: "", label: nothing }]);
      expect(problems.map(({ code }) => code)).toStrictEqual(["missing-abstract"]);
    }
  });

  it("knows commas, semicolons, bars and tabs by the header", () => {
    expect(readPapers("id\ttitle\tabstract\na\tT, U; V\tA\n").format).toBe("tsv");
    for (const delimiter of [",", ";", "|", "\t"]) {
      const text = ["id,title,abstract", "a,T,A"].join("\n").replaceAll(",", delimiter);
      expect(readPapers(text).papers).toStrictEqual([{ id: "a", title: "T", abstract: "A" }]);
    }
  });

  it("reads cells with line ends, quotation marks and any line end between rows", () => {
    for (const end of ["\n", "\r\n"]) {
      const text = ["id,title,abstract", 'a,"A ""quoted"" title","One', 'two"', "b,U,B", ""].join(end);
      expect(readPapers(text).papers).toStrictEqual([
        { id: "a", title: 'A "quoted" title', abstract: "One two" },
        { id: "b", title: "U", abstract: "B" },
      ]);
    }
    expect(titles("id,title\ra,T\rb,U\r")).toStrictEqual(["T", "U"]);
  });

  it("gives the line on which a row begins", () => {
    const { problems } = readPapers('id,title,abstract\na,"One\ntwo",A\nb,U,\n');
    expect(problems.map(({ code, line }) => [code, line])).toStrictEqual([["missing-abstract", 4]]);
  });

  it("passes over lines before the header and says so", () => {
    const { papers, problems } = readPapers('"QUERY","trains"\n-----\n\n"Title","Abstract"\n"T","A"\n');
    expect(papers.map(({ title }) => title)).toStrictEqual(["T"]);
    expect(problems.map(({ code, line }) => [code, line])).toStrictEqual([
      ["skipped-line", 1],
      ["skipped-line", 2],
      ["missing-id", 5],
    ]);
  });

  it("does not let a stray quotation mark swallow the rows after it", () => {
    const { papers, problems } = readPapers('id\ttitle\tabstract\na\t"Why" is asked\tA\nb\t"Open\tB\nc\tU\tC\n');
    expect(papers.map(({ id, title }) => [id, title])).toStrictEqual([
      ["a", '"Why" is asked'],
      ["b", '"Open'],
      ["c", "U"],
    ]);
    expect(problems.map(({ code, line }) => [code, line])).toStrictEqual([
      ["malformed-quotes", 2],
      ["malformed-quotes", 3],
    ]);
  });

  it("keeps a row with too few or too many cells and says so", () => {
    const { papers, problems } = readPapers("id,title,abstract\na,T\nb,U,B,extra\n");
    expect(papers.map(({ id }) => id)).toStrictEqual(["a", "b"]);
    expect(problems.filter(({ code }) => code === "uneven-row").map(({ line }) => line)).toStrictEqual([2, 3]);
  });

  it("reads lists of authors in all their styles", () => {
    const lists: Record<string, string[]> = {
      "Yang, Z.; Jiang, B.": ["Yang, Z.", "Jiang, B."],
      "Yang Z., Jiang B.": ["Yang Z.", "Jiang B."],
      "Yang, Z. and Jiang, B.": ["Yang, Z.", "Jiang, B."],
      "Yang, Z.": ["Yang, Z."],
      "Ada Lee|Bo Ray": ["Ada Lee", "Bo Ray"],
      "Ada Lee, Bo Ray and Cy Poe": ["Ada Lee", "Bo Ray", "Cy Poe"],
    };
    const rows = Object.keys(lists).map((list, i) => `p${i},T,A,"${list}"`);
    const { papers } = readPapers(["id,title,abstract,authors", ...rows].join("\n"));
    expect(papers.map(({ authors }) => authors)).toStrictEqual(Object.values(lists));
  });

  it("reads any table that is quoted as RFC 4180 wants it", () => {
    const cell = fc
      .string({ unit: fc.constantFrom(..."ab ,;\"\n'=é") })
      .map((text) => text.replace(/\s+/g, " ").trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const lines = rows.map(([note, other], i) => [`p${i}`, `T${i}`, `A ${note}`, other].map(quoted).join(","));
        const { papers, problems } = readPapers(["id,title,abstract,other", ...lines].join("\n"), { format: "csv" });
        expect(problems).toStrictEqual([]);
        expect(papers.map(({ abstract }) => abstract)).toStrictEqual(rows.map(([note]) => `A ${note}`.trim()));
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it("reads a table of Markdown without the line under its header", () => {
    const text =
      "| Title | Abstract | Year |\n|:---|---|---:|\n| Reward models | We train. | 2021 |\n| Rain | It falls. | 2020 |\n";
    const { papers } = readPapers(text);
    expect(papers.map(({ title, abstract, date }) => [title, abstract, date])).toEqual([
      ["Reward models", "We train.", "2021"],
      ["Rain", "It falls.", "2020"],
    ]);
  });

  it("stays linear on rows of unclosed quotation marks", () => {
    const text = `id,title,abstract\n${'x,"open,A\n'.repeat(5_000)}`;
    expect(readPapers(text).papers).toHaveLength(5_000);
  });
});
