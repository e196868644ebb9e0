import { describe, expect, it } from "vitest";
import { readPapers } from "../../src/formats/index.js";

const read = (text: string) => readPapers(text, { format: "bibtex" });

describe("readPapers(bibtex)", () => {
  it("expands strings, months and joined values", () => {
    const { papers } = read(
      '@string{j = "Journal of " # trains}\n@string(trains = {Trains})\n@string{j = "Journal of " # trains}\n@article{a, title={T}, journal=j, year=2024, month=mar}',
    );
    expect(papers).toStrictEqual([{ id: "a", title: "T", abstract: "", date: "2024-03", venue: "Journal of Trains" }]);
  });

  it("takes comments, preambles and what stands between entries for no papers", () => {
    const { papers, problems } = read(
      "A library of me@example.org (2024)\n@comment{@misc{x, title={X}}}\n@preamble{ {\\newcommand{x}} }\n%  @misc{off, title={Off}}\n@misc{a, title={T}, abstract={A}}\n",
    );
    expect(papers.map(({ id }) => id)).toStrictEqual(["a"]);
    expect(problems).toStrictEqual([]);
  });

  it("makes names and titles readable", () => {
    const [paper] = read(
      String.raw`@misc{a, title = "{BERT}: {P}re-training of \textit{Deep} 'things' 1--2", author = {M{\"u}ller, J{\'o}zef and {Sample and Daughters} and Erd\H{o}s, P. and others}}`,
    ).papers;
    expect(paper?.title).toBe("BERT: Pre-training of Deep 'things' 1–2");
    expect(paper?.authors).toStrictEqual(["Müller, Józef", "Sample and Daughters", "Erdős, P."]);
  });

  it("reads the commands by which exporters write signs, powers, lists and links", () => {
    for (const [written, wanted] of [
      ["10\\textsuperscript{-3} M in the 3\\textsuperscript{rd} run", "10^-3 M in the 3rd run"],
      ["10 M$_{\\odot}$ and {\\textbackslash}n", "10 M_⊙ and"],
      ["{\\textbeta}-cells, 5{\\thinspace}{\\textpm}{\\thinspace}1", "β-cells, 5 ± 1"],
      ["{\\DJ}or{\\dj}e and Nguy{\\~{\\^e}}n", "Đorđe and Nguyễn"],
      ["one\\begin{itemize}\\item two\\item three\\end{itemize}at \\href{http://x.y}{home}", "one two three at home"],
    ] as const) {
      expect(read(`@misc{a, title={${written}}}`).papers[0]?.title).toBe(wanted);
    }
  });

  it("takes the arXiv id of an eprint and the DOI of a URL", () => {
    const [first, second] = read(
      "@misc{a, title={T}, eprint={2401.01234v2}}\n@misc{b, title={U}, url={https://doi.org/10.5555/x_1}}",
    ).papers;
    expect(first).toMatchObject({ arxivId: "2401.01234" });
    expect(second).toMatchObject({ doi: "10.5555/x_1", url: "https://doi.org/10.5555/x_1" });
  });

  it("reads a broken entry field by field and says so, with its line", () => {
    const { papers, problems } = read(
      "@misc{a, title={T}, abstract={A}}\n@misc{b, title={never closed, abstract={A}\n\n@misc{c, title={U}, abstract={A}}\n@misc{d, title=={V}, abstract={A}}\n@misc{e: ???}\n",
    );
    expect(papers.map(({ id, title }) => [id, title])).toStrictEqual([
      ["a", "T"],
      ["b", "never closed"],
      ["c", "U"],
      ["d", "=V"],
    ]);
    expect(problems.map(({ code, line }) => [code, line])).toStrictEqual([
      ["mended-entry", 2],
      ["mended-entry", 5],
      ["no-text", 6],
    ]);
  });

  it("mends what people's files have: forgotten commas, bare values, quotes within quotes, braces that do not match", () => {
    for (const [fields, title, abstract] of [
      ["title={T}\n abstract={A b.},\n year=2020", "T", "A b."],
      ["title={T},\n abstract={A b.},\n month = sept,\n year = c2020,\n publisher = Two Words", "T", "A b."],
      ['title = "A "quoted" word",\n abstract = "A b.", year = 2020', 'A "quoted" word', "A b."],
      ["title={T},\n abstract={A { b.},\n year={2020},\n author={Ann Lee}", "T", "A b."],
      ["title={T,\n year={2020},\n abstract={A b.}", "T", "A b."],
      ["title={T {u},\n year={2020},\n abstract={A b.}", "T u", "A b."],
      ["title={One {two,\n year={2020},\n abstract={A b.}", "One two", "A b."],
      ["title={One {two} three} four},\n year={2020},\n abstract={A b.}", "One two three four", "A b."],
      ["title={T}},\n year={2020},\n abstract={A b.}", "T", "A b."],
      ["title={T}}},\n year={2020},\n abstract={A b.}", "T", "A b."],
      ["title={One} two} three},\n year={2020},\n abstract={A b.}", "One two three", "A b."],
      ["title={T},\n abstract={A } b\n and } c.},\n year={2020}", "T", "A b and c."],
    ] as const) {
      const [paper] = read(`@article{a,\n ${fields}\n}\n\n@misc{b, title={U}}`).papers;
      expect(paper).toMatchObject({ id: "a", title, abstract });
      expect(paper?.date).toMatch(/^2020/);
    }
  });

  it("takes two pairs of braces for one, as Web of Science has them, and spaces around an address for none", () => {
    const { papers } = read(
      "@article{ WOS:1,\nTitle = {{T}},\nYear = {{2020}},\nMonth = {{12}},\nAbstract = {{A}},\nDOI = {{10.5555/x}},\nURL = { \n  https://x.org/a\\_b\n},\n}",
    );
    expect(papers).toStrictEqual([
      { id: "WOS:1", title: "T", abstract: "A", date: "2020-12", doi: "10.5555/x", url: "https://x.org/a_b" },
    ]);
  });

  it("takes year and volume from the entry named by crossref, be it before or after", () => {
    const parent =
      "@proceedings{Rest21, title={Proceedings of Rest}, booktitle={Rest 2021}, year=2021, month=jul, publisher={P}}";
    const child = "@inproceedings{a, title={T}, author={Lee, Ada}, crossref={rest21}}";
    for (const text of [`${child}\n${parent}`, `${parent}\n${child}`]) {
      const { papers, problems } = read(text);
      expect(papers.find(({ id }) => id === "a")).toStrictEqual({
        id: "a",
        title: "T",
        abstract: "",
        date: "2021-07",
        authors: ["Lee, Ada"],
        venue: "Rest 2021",
      });
      expect(problems.map(({ code }) => code)).not.toContain("unknown-crossref");
    }
  });

  it("takes nothing from a parent that a child says itself, and its title where it has no other name", () => {
    const { papers } = read(
      [
        "@inproceedings{own, title={T}, year=2019, booktitle={Own}, crossref={p}}",
        "@incollection{bare, title={U}, crossref={p}}",
        "@book{p, title={The Volume}, editor={Ed}, date={2020-02}, doi={10.5555/1}, abstract={A}, keywords={k}, crossref={q}}",
        "@book{q, title={Series}, year=1990, publisher={Q}}",
      ].join("\n"),
    );
    expect(papers.slice(0, 2)).toStrictEqual([
      { id: "own", title: "T", abstract: "", date: "2019", venue: "Own" },
      { id: "bare", title: "U", abstract: "", date: "2020-02", venue: "The Volume" },
    ]);
  });

  it("says that a parent is not there", () => {
    const { papers, problems } = read(
      "@misc{x, title={X}}\n@inproceedings{a, title={T}, crossref={gone}}\n@misc{b, title={U}, crossref={}}",
    );
    expect(papers.map(({ id }) => id)).toStrictEqual(["x", "a", "b"]);
    const told = problems.filter(({ code }) => code === "unknown-crossref");
    expect(told).toMatchObject([{ id: "a", line: 2, message: expect.stringContaining('"gone"') }]);
  });

  it("allows entries in parentheses, keys with spaces, a comma at the end, and no key", () => {
    const { papers } = read('@misc(a, title = "T",)\n@misc{my key, title = {U}}\n@misc{title = {V}}');
    expect(papers.map(({ id, title }) => [id, title])).toStrictEqual([
      ["a", "T"],
      ["my key", "U"],
      ["paper-0003", "V"],
    ]);
  });

  it("reads entries without a key, of types with an underscore, after comments, with any line end", () => {
    const { papers, problems } = read(
      "% Encoding: UTF-8\r@article{,\r title={T}, abstract={A}, year={2020}, date={Mar 3}\r}\r@web_page{w, title={U}, abstract={B}}\r",
    );
    expect(papers).toStrictEqual([
      { id: "paper-0001", title: "T", abstract: "A", date: "2020-03-03" },
      { id: "w", title: "U", abstract: "B" },
    ]);
    expect(problems.map(({ code }) => code)).toStrictEqual(["missing-id"]);
  });

  it("survives nesting without end", () => {
    const { papers, problems } = read(
      `@misc{a, title = ${"{".repeat(50_000)}x${"}".repeat(50_000)}}\n@misc{b, title={U}, abstract={A}}`,
    );
    expect(papers.map(({ id, title }) => [id, title])).toStrictEqual([
      ["a", "x"],
      ["b", "U"],
    ]);
    expect(problems.map(({ code }) => code)).toStrictEqual(["mended-entry", "missing-abstract"]);
  });

  it("stays linear on braces and signs that lead nowhere", () => {
    for (const piece of ["{", "@", "@misc{", "\\", "@misc{a, title={", '"', "@ {"]) {
      expect(read(`@misc{a, title={T}}\n${piece.repeat(50_000 / piece.length)}`).papers[0]?.id).toBe("a");
    }
  });
});
