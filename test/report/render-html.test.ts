import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generatedPage } from "../../scripts/build-page.js";
import { discoverThemes, type Paper, renderHtml } from "../../src/index.js";
import type { MapDocument } from "../../src/report/map-document.js";
import { demonstration } from "../fixtures.js";

const model = discoverThemes(demonstration, { k: 10 });
const html = renderHtml(model, demonstration);

/** What the page carries. */
function documentIn(page: string): MapDocument {
  return JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page)![1]!) as MapDocument;
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

describe("renderHtml(model, papers)", () => {
  it("loads nothing: no address stands where a browser would fetch it, and the policy forbids all", () => {
    expect(html).not.toMatch(/<(?:link|img|iframe|object|embed|base)\b/);
    expect(html).not.toMatch(/<script[^>]*\bsrc=/);
    expect(/<style>(.*?)<\/style>/s.exec(html)![1]).not.toMatch(/url\(|@import/);
    expect(html).toContain("default-src 'none'");
  });

  it("names in its policy exactly the script and the style it has", () => {
    const script = /<script>(.*?)<\/script>/s.exec(html)![1]!;
    const style = /<style>(.*?)<\/style>/s.exec(html)![1]!;
    expect(html).toContain(`script-src '${digest(script)}'`);
    expect(html).toContain(`style-src '${digest(style)}'`);
    expect(html).not.toMatch(/unsafe|\son\w+=|\sstyle=/);
  });

  it("carries every paper with its themes, and related papers with what they share", () => {
    const data = documentIn(html);
    expect(data.papers.map(({ id }) => id)).toEqual(demonstration.map(({ id }) => id));
    const paper = data.papers.find(({ id }) => id === "a035")!;
    expect(data.themes[paper.themes[0]![0]]!.id).toBe(
      model.assignments.find((a) => a.paperId === "a035")!.themes[0]!.themeId,
    );
    expect(paper.related![0]!.score).toBeGreaterThan(0.1);
    expect(paper.related!.every(({ phrases }) => phrases.length > 0)).toBe(true);
  });

  it("gives evidence that stands where it says", () => {
    for (const { title, abstract = "", evidence = [] } of documentIn(html).papers) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { phrase, spans } of evidence) {
        const [field, start, end] = spans[0]!;
        expect((field === "t" ? title : abstract).slice(start, end)).toBe(phrase);
      }
    }
  });

  it("shows a hostile title and does not run it", () => {
    const hostile = "</script><script>alert(1)</script><!--\u2028";
    const papers = demonstration
      .slice(0, 20)
      .map((paper, i): Paper => (i === 0 ? { ...paper, title: hostile } : paper));
    const page = renderHtml(discoverThemes(papers, { k: 2 }), papers, { title: "<b>&" });
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page).toContain("<title>&lt;b&gt;&amp;</title>");
    expect(documentIn(page).papers[0]!.title).toBe(hostile);
  });

  it("keeps no address that is not of the web", () => {
    const papers = demonstration.map((paper, i): Paper => {
      if (i === 0) return { ...paper, url: "javascript:alert(1)" };
      return i === 1 ? { ...paper, doi: "https://doi.org/10.1000/a#b" } : paper;
    });
    const data = documentIn(renderHtml(model, papers));
    expect(data.papers[0]!.link).toBeUndefined();
    expect(data.papers[1]!.link).toBe("https://doi.org/10.1000/a%23b");
  });

  it("works from the model alone, without abstracts and what needs them", () => {
    const [paper] = documentIn(renderHtml(model)).papers;
    expect(paper!.title).toBe(demonstration[0]!.title);
    expect(paper!.abstract).toBeUndefined();
    expect(paper!.related).toBeUndefined();
  });

  it("passes over papers that the model does not know", () => {
    const stranger = { id: "stranger", title: "Nobody", abstract: "knows this paper" };
    expect(documentIn(renderHtml(model, [...demonstration, stranger]))).toEqual(documentIn(html));
  });

  it("is the same at every call", () => {
    expect(renderHtml(model, demonstration)).toBe(html);
  });

  it("draws one paper, and papers that are all the same", () => {
    const one = { id: "a", title: "Bandits", abstract: "Regret of bandits." };
    expect(documentIn(renderHtml(discoverThemes([one], { k: 1 }), [one])).papers).toHaveLength(1);
    const same = ["a", "b", "c", "d"].map((id) => ({ ...one, id }));
    const { papers, width } = documentIn(renderHtml(discoverThemes(same, { k: 1 }), same));
    for (const { x, y } of papers) {
      expect(x >= 0 && x <= width && y >= 0 && y <= 1).toBe(true);
    }
  });
});

describe("the program of the page", () => {
  it("is the one that its sources give: npm run build:page", async () => {
    const committed = readFileSync(new URL("../../src/report/generated/page-assets.ts", import.meta.url), "utf8");
    expect(committed === (await generatedPage())).toBe(true);
  });
});
