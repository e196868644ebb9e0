import { describe, expect, it } from "vitest";
import { discoverThemes, readPapers, renderCsv, renderMarkdown, renderSvg, type ThemeModel } from "../../src/index.js";
import { escapeMarkdown } from "../../src/report/escape-markdown.js";
import { demonstration, paperOf } from "../fixtures.js";

const model = discoverThemes(demonstration, { k: 10 });

/** Six papers of two themes, one of them with a hostile title. */
function modelWithTitle(title: string): ThemeModel {
  return discoverThemes(
    [
      paperOf("a", title, "Bandits pull arms. Regret of the bandit falls with every arm."),
      paperOf("b", "Bandits with many arms", "The regret of bandits with many arms."),
      paperOf("c", "Regret of bandits", "Arms of bandits and their regret."),
      paperOf("d", "Proteins fold", "A protein folds into a structure of residues."),
      paperOf("e", "Folding of proteins", "Residues of the protein fold; structure follows."),
      paperOf("f", "Protein structure", "The structure of a protein by its residues."),
    ],
    { k: 2 },
  );
}

describe("renderMarkdown(model)", () => {
  const text = renderMarkdown(model);

  it("has a heading, a size and representative titles for every theme", () => {
    for (const theme of model.themes) {
      const section = text.split(`\n## ${escapeMarkdown(theme.label)}\n`)[1]!.split("\n## ")[0]!;
      expect(section).toContain(`${theme.paperIds.length} paper`);
      const { title } = model.papers.find(({ id }) => id === theme.representatives[0]!.paperId)!;
      expect(section).toContain(escapeMarkdown(title));
    }
  });

  it("lets no title become markup", () => {
    const hostile = "<img src=x onerror=alert(1)> [link](javascript:x) `code` | cell *bold* $x$ &lt;";
    const line = renderMarkdown(modelWithTitle(hostile))
      .split("\n")
      .find((found) => found.includes("onerror"))!;
    expect(line).toContain("\\<img src=x onerror=alert(1)\\>");
    expect(line).toContain("\\[link\\](javascript:x) \\`code\\` \\| cell \\*bold\\* \\$x\\$ \\&lt;");
  });
});

describe("escapeMarkdown(text)", () => {
  it("keeps a text on one line and from beginning a heading or a list", () => {
    expect(escapeMarkdown("# a\nb")).toBe("\\# a b");
    expect(escapeMarkdown("- a")).toBe("\\- a");
    expect(escapeMarkdown("12. a")).toBe("12\\. a");
    expect(escapeMarkdown("state-of-the-art")).toBe("state-of-the-art");
  });
});

describe("renderCsv(model)", () => {
  it("has one row a paper that readPapers reads back", () => {
    const { papers, format } = readPapers(renderCsv(model));
    expect(format).toBe("csv");
    expect(papers.map(({ id }) => id)).toEqual(model.papers.map(({ id }) => id));
    // The reader makes LaTeX readable; every other title comes back to the letter.
    const plain = model.papers.filter(({ title }) => !/[\\$]/.test(title)).map(({ id, title }) => ({ id, title }));
    for (const { id, title } of plain) expect(papers.find((paper) => paper.id === id)!.title).toBe(title);
  });

  it("tells the first theme and its score", () => {
    const [, first] = renderCsv(model).split("\r\n");
    const { themeId, score } = model.assignments[0]!.themes[0]!;
    const { label } = model.themes.find(({ id }) => id === themeId)!;
    expect(first).toContain(`,${label},${themeId},${score.toFixed(4)}`);
  });

  it("lets no title become a formula", () => {
    for (const formula of ['=HYPERLINK("http://evil.test")', "+1+cmd", "-2+3", "@SUM(A1)"]) {
      const row = renderCsv(modelWithTitle(formula)).split("\r\n")[1]!;
      expect(row).toMatch(/^a,"?'/);
    }
  });
});

describe("renderSvg(model)", () => {
  const picture = renderSvg(model);

  it("has a dot for every paper and a name for every theme", () => {
    expect(picture.match(/<circle /g)).toHaveLength(demonstration.length);
    for (const { label } of model.themes) {
      const words = label.split(" ");
      expect(words.every((word) => picture.includes(word))).toBe(true);
    }
    expect(picture.match(/<text /g)).toHaveLength(10);
  });

  it("escapes titles and characters that XML forbids", () => {
    const hostile = renderSvg(modelWithTitle("</title><script>alert(1)</script>\u0000\ud800"));
    expect(hostile).toContain("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;\ufffd\ufffd");
    expect(hostile).not.toContain("<script");
  });

  it("draws on a dark ground, and papers of no theme in grey", () => {
    const empty = discoverThemes([...demonstration, paperOf("empty", "")], { k: 10 });
    expect(empty.assignments.at(-1)!.themes).toEqual([]);
    const dark = renderSvg(empty, { dark: true });
    expect(dark.match(/<circle [^>]*#8a929b/g)).toHaveLength(1);
    const groundOf = (svg: string): string => /<rect [^>]*fill="([^"]+)"/.exec(svg)![1]!;
    expect(groundOf(dark)).not.toBe(groundOf(picture));
    expect(renderCsv(empty).trimEnd().split("\r\n").at(-1)).toBe("empty,,,,,,");
  });

  it("is the same at every call, and refuses a width of nothing", () => {
    expect(renderSvg(model)).toBe(picture);
    expect(() => renderSvg(model, { width: 0 })).toThrow(/width/);
  });
});
