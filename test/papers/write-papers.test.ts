import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPapers as readAll, writePapers as writeAll } from "../../src/formats/index.js";
import { type Paper, readPapers, writePapers } from "../../src/index.js";

/** Words as exports have them: letters, marks and signs of several formats, formulas and brackets, no markup. */
const word = fc.string({
  unit: fc.constantFrom(..."abcXYZéß漢β0159-.,:'\"()[]%#_~^@=+!?*"),
  minLength: 1,
  maxLength: 8,
});
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
const name = fc
  .tuple(fc.stringMatching(/^[A-Z][a-zé]{1,8}$/), fc.stringMatching(/^[A-Z][a-z]{1,8}$/))
  .map(([a, b]) => `${a}, ${b}`);
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.:/_-]{0,12}$/);
const date = fc.constantFrom("2024", "2024-03", "2024-03-05", "1999-12-31");

/** Papers whose texts are as `readPapers` would give them. */
const papers = fc.uniqueArray(
  fc.record(
    {
      id,
      title: sentence,
      abstract: sentence,
      date,
      authors: fc.array(name, { minLength: 1, maxLength: 3 }),
      keywords: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6})?$/), { minLength: 1, maxLength: 3 }),
      doi: fc.constant("10.5555/x.1"),
      venue: fc.constantFrom("Journal of Trains", "Proc. & Co."),
    },
    { requiredKeys: ["id", "title", "abstract"] },
  ),
  { selector: (paper) => paper.id.toLowerCase(), minLength: 1, maxLength: 4 },
);

/** An apostrophe before a sign of formulas at the start is how a table marks text; anything else comes back. */
const withText = (list: readonly Paper[]): Paper[] =>
  list.map((paper) => ({ ...paper, url: "https://example.org/a?b=c&d=%20" }));

describe("writePapers(papers, { format })", () => {
  it.each(["jsonl", "json", "csv", "tsv", "ris"] as const)("writes %s that readPapers reads back", (format) => {
    fc.assert(
      fc.property(papers, (list) => {
        const given = withText(list);
        const { papers: back, problems } = readPapers(writePapers(given, { format }), { format });
        expect(back).toStrictEqual(given);
        expect(problems).toStrictEqual([]);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("writes BibTeX that readPapers of themata/formats reads back, but for what a key can't hold", () => {
    fc.assert(
      fc.property(papers, (list) => {
        const given = withText(list);
        const { papers: back } = readAll(writeAll(given, { format: "bibtex" }));
        expect(back).toStrictEqual(given);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it("tells JSON Lines by default, with every field to the letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (title, abstract) => {
        fc.pre(title.trim() !== "" && abstract.trim() !== "");
        const paper = { id: "a", title, abstract, deep: { list: [1, null, "x"] } };
        const text = writePapers([paper]);
        expect(text.endsWith("}\n")).toBe(true);
        expect(readPapers(text.replace(/^\uFEFF/, "")).papers).toStrictEqual([paper]);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it("marks text that a spreadsheet would take for a formula, and no numbers", () => {
    const evil = ["=1+1", "+cmd", "-x", "@SUM(A1)", '=HYPERLINK("http://evil","x")'];
    const given = evil.map((title, i) => ({ id: `p${i}`, title, abstract: "'=already marked", note: "-4.5" }));
    const text = writePapers(given, { format: "csv" });
    const cells = text.split("\r\n").slice(1, -1);
    for (const line of cells) expect(line).toMatch(/^p\d,"?'[=+\-@]/);
    expect(text).toContain(",''=already marked,-4.5");
    expect(readPapers(text).papers).toStrictEqual(given);
  });

  it("writes lists so that one item with a comma stays one", () => {
    const given = [
      { id: "a", title: "T", abstract: "A", authors: ["van der Berg, Jan Pieter"], keywords: ["trains, fast"] },
    ];
    for (const format of ["csv", "ris", "bibtex"] as const) {
      expect(readAll(writeAll(given, { format })).papers).toStrictEqual(given);
    }
  });

  it("keeps other fields in tables as text", () => {
    const text = writePapers(
      [{ id: "a", title: "T", abstract: "", tags: ["x", "y"], n: 3, ok: true, deep: { a: 1 } } as Paper],
      { format: "csv" },
    );
    expect(text).toBe('id,title,abstract,tags,n,ok,deep\r\na,T,,x; y,3,true,"{""a"":1}"\r\n');
  });

  it("escapes what LaTeX would take for its own", () => {
    const title = "50% of $5 & {more} # of_it ~ ^ \\ -- 'quoted' \"so\" ``x''";
    const text = writeAll([{ id: "a b,c", title, abstract: "" }], { format: "bibtex" });
    expect(text).toContain("@misc{a-b-c,");
    expect(text).toContain("50\\% of \\$5 \\& \\{more\\}");
    expect(readAll(text).papers).toStrictEqual([{ id: "a-b-c", title, abstract: "" }]);
  });

  it("writes nothing but a header for no papers", () => {
    expect(writePapers([])).toBe("");
    expect(writePapers([], { format: "ris" })).toBe("");
    expect(writePapers([], { format: "csv" })).toBe("id,title,abstract\r\n");
  });

  it("refuses what it can't write", () => {
    expect(() => writePapers([], { format: "bibtex" })).toThrowError(
      /`format`.* "ris" \(or, in "themata\/formats", "bibtex"\)/,
    );
    expect(() => writeAll([], { format: "docx" as "csv" })).toThrowError(/"ris", "bibtex", got "docx"/);
    expect(() => writePapers([{ id: "" } as Paper])).toThrowError(/id/);
  });
});
