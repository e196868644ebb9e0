import { describe, expect, it } from "vitest";
import { fitTfidf, isThemataError, readPapers, serialize } from "../../src/index.js";

const codes = (input: string | Uint8Array): string[] => readPapers(input).problems.map(({ code }) => code);

/** The error that reading throws. */
function failure(run: () => unknown): { code: string; message: string } {
  try {
    run();
  } catch (error) {
    if (isThemataError(error)) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("readPapers(input)", () => {
  it("gives no papers and no problems for an empty input", () => {
    for (const empty of ["", "  \n\n", "\uFEFF", new Uint8Array()]) {
      expect(readPapers(empty)).toStrictEqual({ papers: [], problems: [], format: "jsonl" });
    }
    expect(readPapers("", { format: "ris" }).format).toBe("ris");
  });

  it("reads JSON Lines to the letter and keeps other fields", () => {
    const record = {
      id: "a",
      title: "  A $x$ <i>b</i> &amp; ",
      abstract: "One.\nTwo.",
      stars: 3,
      nested: { deep: [1] },
    };
    const { papers, problems, format } = readPapers(`${JSON.stringify(record)}\n`);
    expect(papers).toStrictEqual([record]);
    expect(problems).toStrictEqual([]);
    expect(format).toBe("jsonl");
  });

  it("treats null, undefined and absent fields alike", () => {
    const { papers } = readPapers(
      '{"id":"a","title":"T","abstract":"A","date":null,"authors":null,"doi":null,"url":null}',
    );
    expect(papers).toStrictEqual([{ id: "a", title: "T", abstract: "A" }]);
  });

  it("gives a paper without an id its DOI, else its arXiv id, else its position", () => {
    const { papers } = readPapers(
      JSON.stringify([
        { title: "One", abstract: "x", doi: "https://doi.org/10.5555/one" },
        { title: "Two", abstract: "x", url: "https://arxiv.org/abs/2401.01234v2" },
        { title: "Three", abstract: "x", arxiv_id: "astro-ph/0601001" },
        { title: "Four", abstract: "x" },
        { title: "Five", abstract: "x", id: 5 },
      ]),
    );
    expect(papers.map(({ id }) => id)).toStrictEqual([
      "10.5555/one",
      "2401.01234",
      "astro-ph/0601001",
      "paper-0004",
      "5",
    ]);
  });

  it("says which ids it made up", () => {
    const { problems } = readPapers('{"title":"T","abstract":"A"}');
    expect(problems).toStrictEqual([
      {
        code: "missing-id",
        message: "No id, DOI or arXiv id: named paper-0001.",
        line: 1,
        record: 0,
        id: "paper-0001",
      },
    ]);
  });

  it("names the second record of an id id~2, past names that are taken", () => {
    const lines = ["a", "a~2", "a", "a"].map((id) => JSON.stringify({ id, title: "T", abstract: "A" })).join("\n");
    const { papers, problems } = readPapers(lines);
    expect(papers.map(({ id }) => id)).toStrictEqual(["a", "a~2", "a~3", "a~4"]);
    expect(problems.map(({ code, line, id }) => [code, line, id])).toStrictEqual([
      ["duplicate-id", 3, "a~3"],
      ["duplicate-id", 4, "a~4"],
    ]);
  });

  it("is safe with names of Object.prototype as ids and fields", () => {
    const text =
      '{"id":"__proto__","title":"T","abstract":"A","__proto__":{"polluted":1},"constructor":2}\n{"id":"constructor","title":"U","abstract":"B"}';
    const { papers, problems } = readPapers(text);
    expect(papers.map(({ id }) => id)).toStrictEqual(["__proto__", "constructor"]);
    expect(Object.keys(papers[0]!)).toStrictEqual(["id", "title", "abstract", "__proto__", "constructor"]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect(problems).toStrictEqual([]);
  });

  it("takes a title alone for a paper, and leaves out a record with neither title nor abstract", () => {
    const { papers, problems } = readPapers(
      '{"id":"a","title":"T"}\n{"id":"b","year":2020}\n{"id":"c","abstract":"A"}',
    );
    expect(papers).toStrictEqual([
      { id: "a", title: "T", abstract: "" },
      { id: "c", title: "", abstract: "A" },
    ]);
    expect(problems.map(({ code, line, record, id }) => [code, line, record, id])).toStrictEqual([
      ["missing-abstract", 1, 0, "a"],
      ["no-text", 2, 1, "b"],
      ["missing-title", 3, 2, "c"],
    ]);
  });

  it("makes a line that can't be read a problem with its number", () => {
    const { papers, problems } = readPapers(
      '{"id":"a","title":"T","abstract":"A"}\n\nnonsense\n[1]\n{"id":"b","title":"U","abstract":"B"}',
    );
    expect(papers.map(({ id }) => id)).toStrictEqual(["a", "b"]);
    expect(problems.map(({ code, line, record }) => [code, line, record])).toStrictEqual([
      ["unreadable-line", 3, 1],
      ["unreadable-line", 4, 2],
    ]);
  });

  it("takes fields by the names that researchers use", () => {
    const [paper] = readPapers(
      JSON.stringify({
        paper_id: 7,
        Title: "T",
        summary: "A",
        year: 2020,
        author: [{ given: "Ada", family: "Example" }],
      }),
    ).papers;
    expect(paper).toStrictEqual({ id: "7", title: "T", abstract: "A", date: "2020", authors: ["Ada Example"] });
  });

  it("leaves out a field of the wrong kind and says so", () => {
    const { papers, problems } = readPapers('{"id":"a","title":"T","abstract":"A","doi":{"x":1},"date":"soon"}');
    expect(papers).toStrictEqual([{ id: "a", title: "T", abstract: "A" }]);
    expect(problems.map(({ code }) => code)).toStrictEqual(["invalid-field", "invalid-date"]);
  });

  it("reads a list, an object with a list, and a single object as JSON", () => {
    const record = { id: "a", title: "T", abstract: "A" };
    for (const value of [
      [record],
      { papers: [record] },
      { data: [record], total: 1 },
      { message: { items: [record] } },
    ]) {
      const { papers, format } = readPapers(JSON.stringify(value, null, 1));
      expect(papers).toStrictEqual([record]);
      expect(format).toBe("json");
    }
    expect(readPapers(JSON.stringify(record, null, 2)).papers).toStrictEqual([record]);
  });

  it("reads what is whole in a JSON document that is cut off or broken", () => {
    const records = [1, 2, 3].map((n) => ({ id: `p${n}`, title: `T${n}`, abstract: "A", authors: [{ name: "N" }] }));
    const text = JSON.stringify({ results: records }, null, 1);
    const cut = readPapers(text.slice(0, text.indexOf("T3")));
    expect(cut.papers.map(({ id }) => id)).toStrictEqual(["p1", "p2"]);
    expect(cut.problems.map(({ code }) => code)).toStrictEqual(["broken-document", "unreadable-record"]);
    const broken = readPapers(text.replace('"T2"', '"T2'));
    expect(broken.papers.map(({ id }) => id)).toStrictEqual(["p1", "p3"]);
    expect(broken.problems.map(({ code, line }) => [code, line])).toStrictEqual([
      ["broken-document", undefined],
      ["unreadable-record", 13],
    ]);
  });

  it("decodes UTF-8, UTF-16 and Latin-1", () => {
    const text = '{"id":"a","title":"Über naïve Fälle","abstract":"Größe – Maß"}\n';
    const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");
    const inputs = [
      text,
      `\uFEFF${text}`,
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      utf16,
      Buffer.from(utf16).swap16(),
      utf16.subarray(2),
    ];
    for (const input of inputs) {
      const { papers, problems } = readPapers(input);
      expect(papers).toStrictEqual([{ id: "a", title: "Über naïve Fälle", abstract: "Größe – Maß" }]);
      expect(problems).toStrictEqual([]);
    }
    const latin = readPapers(Buffer.from(text.replace("–", "-"), "latin1"));
    expect(latin.papers[0]?.title).toBe("Über naïve Fälle");
    expect(latin.problems.map(({ code }) => code)).toStrictEqual(["guessed-encoding"]);
  });

  it("reads the signs that Windows-1252 has beyond Latin-1", () => {
    const bytes = Buffer.from(
      '{"id":"a","title":"It\x92s \x93na\xefve\x94 \x96 \x80 5\x85","abstract":"\x8a\x9f\x81"}',
      "latin1",
    );
    const { papers, problems } = readPapers(bytes);
    expect(papers).toStrictEqual([{ id: "a", title: "It’s “naïve” – € 5…", abstract: "ŠŸ\x81" }]);
    expect(problems.map(({ code }) => code)).toStrictEqual(["guessed-encoding"]);
  });

  it("keeps reading UTF-8 when a single byte is damaged, and says where", () => {
    const bytes = Buffer.from(
      '{"id":"a","title":"naïve","abstract":"Größe"}\n{"id":"b","title":"x?y","abstract":"é"}\n',
    );
    bytes[bytes.indexOf("?")] = 0xff;
    const { papers, problems } = readPapers(bytes);
    expect(papers.map(({ title }) => title)).toStrictEqual(["naïve", "x\uFFFDy"]);
    expect(problems).toMatchObject([{ code: "undecodable-bytes", line: 2 }]);
  });

  it("leaves zeros out, in any format, and says where", () => {
    const texts = [
      "Title,Abstract\nA\0gents,We le\0arn.\n",
      '{"title":"Agents","abstract":"We learn."}\n{"title":"Age\0nts","abstract":"We learn."}\n',
      "TY  - JOUR\nTI  - Agents\0\nAB  - We\0 learn.\nER  - \n",
    ];
    for (const text of texts) {
      const { papers, problems } = readPapers(Buffer.from(text));
      expect(papers.at(-1)).toMatchObject({ title: "Agents", abstract: "We learn." });
      expect(problems[0]).toMatchObject({ code: "undecodable-bytes", line: 2 });
      expect(readPapers(text).papers).toEqual(papers);
    }
  });

  it("throws PARSE_FAILED where nothing can be read as the format, naming it", () => {
    expect(failure(() => readPapers("hello"))).toMatchObject({ code: "PARSE_FAILED" });
    expect(failure(() => readPapers("nonsense\nmore", { format: "jsonl" })).message).toContain("jsonl");
    expect(failure(() => readPapers("{", { format: "json" })).code).toBe("PARSE_FAILED");
    expect(failure(() => readPapers("a,b\n1,2", { format: "csv" })).message).toContain("title or abstract");
    expect(failure(() => readPapers("a,b\n1,2", { format: "ris" })).code).toBe("PARSE_FAILED");
    expect(failure(() => readPapers(new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]))).code).toBe("PARSE_FAILED");
  });

  it("takes no binary file for a page of text", () => {
    const noise = Uint8Array.from({ length: 20_000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) % 251);
    for (const magic of ["%PDF-1.7\n", "PK\u0003\u0004", "\u001f\u008b\b"]) {
      const bytes = Buffer.concat([Buffer.from(magic, "latin1"), noise]);
      expect(failure(() => readPapers(bytes)).message).toContain("could not be told");
    }
    const saved = serialize(fitTfidf([["title", "abstract"], ["title"]]));
    expect(failure(() => readPapers(saved)).message).toContain("could not be told");
  });

  it("names themata/formats for BibTeX and XML", () => {
    for (const text of ["@article{a, title = {T}}", '<?xml version="1.0"?><feed/>']) {
      const { code, message } = failure(() => readPapers(text));
      expect(code).toBe("PARSE_FAILED");
      expect(message).toContain("themata/formats");
    }
  });

  it("refuses unknown formats and options", () => {
    expect(failure(() => readPapers("", { format: "docx" as "csv" })).code).toBe("INVALID_OPTION");
    expect(failure(() => readPapers("", { fromat: "csv" } as object)).message).toContain("format");
    expect(failure(() => readPapers(7 as unknown as string)).code).toBe("PARSE_FAILED");
  });

  it("gives dates of every style in ISO", () => {
    const dates = {
      "2024": "2024",
      "2024 Mar 5": "2024-03-05",
      "2024/03//": "2024-03",
      "2024//": "2024",
      "2024-06-17T12:00:00Z": "2024-06-17",
      "DEC 16 2020": "2020-12-16",
      "16 December 2020": "2020-12-16",
      "Mar-Apr 2019": "2019-03",
      "Spring 2011": "2011",
      "20240305": "2024-03-05",
      "2024-02-30": "2024-02",
      "2024-13-01": "2024",
      "2019-2020": "2019",
      "Thu, 05 Mar 2024 10:00:00 GMT": "2024-03-05",
      c2001: "2001",
    };
    const records = Object.keys(dates).map((date, i) => ({ id: `p${i}`, title: "T", abstract: "A", date }));
    expect(readPapers(JSON.stringify(records)).papers.map(({ date }) => date)).toStrictEqual(Object.values(dates));
  });

  it("takes no words for a date that may be another one, and no other language's months for none", () => {
    const dates = {
      "17/05/2023": "2023-05-17",
      "05/17/2023": "2023-05-17",
      "05/06/2023": "2023",
      "5.6.2023": "2023-06-05",
      "05/2023": "2023-05",
      "17. März 2023": "2023-03-17",
      "15 juillet 2019": "2019-07-15",
      "3 de março de 2021": "2021-03-03",
      "2023年5月17日": "2023-05-17",
      "1684281600000": "2023-05-17",
      "2023-05-17 00:00:00 UTC": "2023-05-17",
    };
    const records = Object.keys(dates).map((date, i) => ({ id: `p${i}`, title: "T", abstract: "A", date }));
    expect(readPapers(JSON.stringify(records)).papers.map(({ date }) => date)).toStrictEqual(Object.values(dates));
    expect(readPapers('{"title":"T","date":"0000-00-00"}').problems.map(({ code }) => code)).toContain("invalid-date");
  });

  it("finds records wherever their maker put them", () => {
    const records = [
      { Title: "T", "dc:description": "A" },
      { Title: "U", "dc:description": "B" },
    ];
    for (const document of [
      { status: { code: 1 }, response: { found: records } },
      { data: { search: { edges: records.map((node) => ({ node })) } } },
      { hits: { hits: records.map((_source, i) => ({ _id: i, _source })) } },
      { first: records[0], second: records[1] },
      {
        columns: ["title", "abstract"],
        data: [
          ["T", "A"],
          ["U", "B"],
        ],
      },
      { title: ["T", "U"], abstract: ["A", "B"] },
      { title: { "0": "T", "1": "U" }, abstract: { "0": "A", "1": "B" } },
    ]) {
      for (const text of [JSON.stringify(document), JSON.stringify(document, null, 1)]) {
        const { papers, format } = readPapers(text);
        expect([format, ...papers.map(({ title, abstract }) => title + abstract)]).toStrictEqual(["json", "TA", "UB"]);
      }
    }
  });

  it("does not take a paper's own lists for a list of papers", () => {
    const paper = {
      id: "a",
      title: "T",
      abstract: "A",
      data: [],
      items: [{ title: "Part" }],
      references: [{ title: "R" }],
    };
    expect(readPapers(`${JSON.stringify(paper)}\n`).papers).toStrictEqual([paper]);
    expect(readPapers(JSON.stringify([paper])).papers).toStrictEqual([paper]);
  });

  it("takes words for a missing abstract for none, and NaN for null", () => {
    for (const abstract of ["[No abstract available]", "Abstract Missing", "n/a", "No abstract provided."]) {
      const { papers, problems } = readPapers(JSON.stringify({ id: "a", title: "T", abstract }));
      expect(papers[0]?.abstract).toBe("");
      expect(problems.map(({ code }) => code)).toStrictEqual(["missing-abstract"]);
    }
    const odd = '{"id":"a","title":"NaN or \\"Infinity\\"","abstract":"A","score":NaN,"rank":-Infinity}';
    expect(readPapers(odd).papers).toStrictEqual([
      { id: "a", title: 'NaN or "Infinity"', abstract: "A", score: null, rank: null },
    ]);
  });

  it("tells many records of one id apart in linear time", () => {
    const lines = '{"id":"a","title":"T","abstract":"A"}\n'.repeat(10_000);
    expect(readPapers(lines).papers.at(-1)?.id).toBe("a~10000");
    expect(codes(lines)).toHaveLength(9_999);
  });
});
