import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPapers } from "../../../src/index.js";

const seed = new URL("../../../../shared/corpora/seed/", import.meta.url);

describe("readPapers(text, { format: 'listing' })", () => {
  const abstract = "We did this. Then we did that.";

  it("takes each line before an abstract for its title, and reports the navigation before the first", () => {
    const { papers, problems } = readPapers(`Home\nAbout us\nOne title\n${abstract}\nTwo titles\n${abstract}`, {
      format: "listing",
    });
    expect(papers).toStrictEqual([
      { id: "paper-0001", title: "One title", abstract },
      { id: "paper-0002", title: "Two titles", abstract },
    ]);
    expect(problems.map(({ code, line }) => [code, line])).toStrictEqual([
      ["skipped-line", 1],
      ["skipped-line", 2],
    ]);
  });

  it("parts a button's word from the first title, and from no other", () => {
    const { papers } = readPapers(`SubscribeOne title\n${abstract}\nSubscribeNet\n${abstract}`, { format: "listing" });
    expect(papers.map(({ title }) => title)).toStrictEqual(["One title", "SubscribeNet"]);
  });

  it("takes a title without an abstract for a paper, and tells of it", () => {
    const { papers, problems } = readPapers(`One\n${abstract}\nTwo\nThree\n${abstract}\nFour\n`, { format: "listing" });
    expect(papers.map(({ title, abstract: text }) => [title, text !== ""])).toStrictEqual([
      ["One", true],
      ["Two", false],
      ["Three", true],
      ["Four", false],
    ]);
    expect(problems.map(({ code, line }) => [code, line])).toStrictEqual([
      ["missing-abstract", 3],
      ["missing-abstract", 6],
    ]);
  });

  it("reads blank lines and CRLF as well", () => {
    const { papers } = readPapers(`One\r\n\r\n${abstract}\r\n\r\nTwo\r\n${abstract}\r\n`, { format: "listing" });
    expect(papers.map(({ title }) => title)).toStrictEqual(["One", "Two"]);
  });

  describe.skipIf(!existsSync(seed))("on the page of the seed corpus", () => {
    it("finds its 212 papers to the letter", () => {
      const { papers, problems, format } = readPapers(readFileSync(new URL("listing.txt", seed)));
      const truth = readPapers(readFileSync(new URL("papers.jsonl", seed))).papers;
      expect(format).toBe("listing");
      expect(papers).toHaveLength(212);
      expect(papers[0]?.title).toBe(
        "Optimizing Inventory Routing: A Decision-Focused Learning Approach using Neural Networks",
      );
      expect(papers.at(-1)?.title).toBe("Cell-Free Latent Go-Explore");
      expect(papers.map(({ title, abstract: text }) => [title, text])).toStrictEqual(
        truth.map(({ title, abstract: text }) => [title, text]),
      );
      expect(problems.map(({ code, line }) => [code, line])).toStrictEqual([
        ["skipped-line", 1],
        ["skipped-line", 2],
        ["mended-title", 3],
      ]);
    });
  });
});
