import { describe, expect, it } from "vitest";
import { readPapers } from "../../src/formats/index.js";
import { isThemataError } from "../../src/index.js";

const entry = (id: string, title: string): string =>
  `<entry><id>http://arxiv.org/abs/${id}</id><title>${title}</title><summary>A</summary></entry>`;
const feed = (...entries: string[]): string => `<?xml version="1.0"?>\n<feed>\n${entries.join("\n")}\n</feed>\n`;

describe("readPapers(xml)", () => {
  it("expands no entity of a document type and fetches none", () => {
    const bomb =
      '<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/passwd">]>';
    const { papers } = readPapers(
      `<?xml version="1.0"?>${bomb}${feed(entry("2401.00001", "x &b; &file; &amp; y")).slice(22)}`,
    );
    expect(papers.map(({ title }) => title)).toStrictEqual(["x &b; &file; & y"]);
  });

  it("takes the editors of JATS for no authors", () => {
    const person = (type: string, name: string): string =>
      `<contrib contrib-type="${type}"><name><surname>${name}</surname><given-names>Ann</given-names></name></contrib>`;
    const people = `<contrib-group>${person("author", "Lee")}${person("editor", "Ray")}</contrib-group>`;
    const text = `<article><front><article-meta><title-group><article-title>T</article-title></title-group>${people}</article-meta></front></article>`;
    expect(readPapers(text).papers[0]?.authors).toStrictEqual(["Ann Lee"]);
  });

  it("takes the line ends of EndNote for spaces", () => {
    const text =
      "<xml><records><record><rec-number>1</rec-number><titles><title><style face='normal'>T</style></title></titles><abstract><style>One.&#xD;Two.</style></abstract></record></records></xml>";
    expect(readPapers(text).papers[0]?.abstract).toBe("One. Two.");
  });

  it("reads CDATA, comments, prefixes and attributes in any quotes", () => {
    const text = `<atom:feed xmlns:atom="a"><!-- <entry><title>No</title></entry> --><atom:entry><atom:id>http://arxiv.org/abs/2401.00001</atom:id><atom:title><![CDATA[T & <b>U</b> <entry>]]></atom:title><atom:summary>A</atom:summary><category term='cs.LG'/></atom:entry></atom:feed>`;
    expect(readPapers(text).papers).toMatchObject([
      { id: "2401.00001", title: "T & U <entry>", categories: ["cs.LG"] },
    ]);
  });

  it("loses a broken record alone, with its line", () => {
    const { papers, problems } = readPapers(
      feed(entry("2401.00001", "T"), "<entry><title <></entry>", entry("2401.00003", "U")),
    );
    expect(papers.map(({ id }) => id)).toStrictEqual(["2401.00001", "2401.00003"]);
    expect(problems.map(({ line }) => line)).toStrictEqual([4]);
  });

  it("tells of a document that is cut off", () => {
    const text = feed(entry("2401.00001", "T"), entry("2401.00002", "U"));
    const { papers, problems } = readPapers(text.slice(0, text.indexOf("<title>U")));
    expect(papers.map(({ id }) => id)).toStrictEqual(["2401.00001"]);
    expect(problems.map(({ code }) => code)).toStrictEqual(["unreadable-entry", "broken-document"]);
  });

  it("names the kinds that it knows for any other document", () => {
    for (const text of ["<html><body>Hi</body></html>", "<rss/>", "< nothing"]) {
      try {
        readPapers(text);
        expect.unreachable();
      } catch (error) {
        expect(isThemataError(error, "PARSE_FAILED") && error.message).toContain(
          "arXiv, PubMed, DBLP, EndNote, OAI-PMH, JATS, MODS or RSS",
        );
      }
    }
  });

  it("reads books of PubMed, titles in their own language, months by name and authors that are groups", () => {
    const book = `<PubmedBookArticle><BookDocument><PMID>7</PMID><ArticleIdList/><Book><BookTitle>Sleep</BookTitle><PubDate><Year>2019</Year><Month>Mar</Month></PubDate></Book><AuthorList><Author><CollectiveName>Sleepers</CollectiveName></Author><Author/></AuthorList><Abstract><AbstractText Label="AIM">Rest.</AbstractText><AbstractText Label="UNLABELLED">More.</AbstractText></Abstract></BookDocument></PubmedBookArticle>`;
    const article = `<PubmedArticle><MedlineCitation><PMID>8</PMID><Article><VernacularTitle>Schlaf</VernacularTitle><Journal><JournalIssue><PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate></JournalIssue></Journal><AuthorList><Author><LastName>Roe</LastName><Initials>J</Initials></Author></AuthorList></Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="pubmed">8</ArticleId><ArticleId IdType="doi">10.1000/x</ArticleId></ArticleIdList></PubmedData></PubmedArticle>`;
    const { papers, problems } = readPapers(`<PubmedArticleSet>${book}${article}</PubmedArticleSet>`);
    expect(problems.map(({ id, code }) => [id, code])).toStrictEqual([["8", "missing-abstract"]]);
    expect(papers).toMatchObject([
      { id: "7", title: "Sleep", venue: "Sleep", date: "2019-03", authors: ["Sleepers"], abstract: "AIM: Rest. More." },
      { id: "8", title: "Schlaf", authors: ["J Roe"], doi: "10.1000/x" },
    ]);
    expect(papers[1]!.date).toMatch(/^199[89]/);
  });

  it("gives no papers for a feed without entries", () => {
    expect(readPapers(feed())).toStrictEqual({ papers: [], problems: [], format: "xml" });
  });

  it("is safe with elements named as Object.prototype's fields, and with deep nesting", () => {
    const odd = "<entry><__proto__>x</__proto__><constructor>y</constructor><title>T</title></entry>";
    const deep = `<entry>${"<a>".repeat(20_000)}${"</a>".repeat(20_000)}<title>U</title></entry>`;
    const { papers, problems } = readPapers(feed(odd, deep, entry("2401.00003", "V")));
    expect(papers.map(({ title }) => title)).toContain("V");
    expect(papers.length + problems.filter(({ code }) => code === "unreadable-entry").length).toBe(3);
    expect(Object.hasOwn(Object.prototype, "title")).toBe(false);
  });

  it("reads DBLP's dump with its named letters", () => {
    const dump =
      '<?xml version="1.0"?><!DOCTYPE dblp SYSTEM "dblp.dtd"><dblp><article key="journals/x/M24"><author>J&oacute;zef M&uuml;ller</author><title>On <i>trains</i>.</title><year>2024</year><journal>X</journal><ee>https://doi.org/10.5555/1</ee></article><www key="homepages/m"><title>Home Page</title></www></dblp>';
    expect(readPapers(dump).papers).toStrictEqual([
      {
        id: "journals/x/M24",
        title: "On trains",
        abstract: "",
        date: "2024",
        authors: ["Józef Müller"],
        doi: "10.5555/1",
        venue: "X",
        url: "https://doi.org/10.5555/1",
      },
    ]);
  });

  it("stays linear on tags that lead nowhere", () => {
    for (const piece of ["<entry>", "<!--", "<![CDATA[", "</entry>", "<entry ", "<"]) {
      expect(
        readPapers(feed(entry("2401.00001", "T")) + piece.repeat(50_000 / piece.length), { format: "xml" }).papers[0]
          ?.title,
      ).toBe("T");
    }
  });
});
