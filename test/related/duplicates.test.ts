import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPaperIndex, type Paper } from "../../src/index.js";
import { visitCandidates } from "../../src/related/near-copies/duplicate-candidates.js";

const abstract =
  "We study how reward models learn from human feedback when annotators disagree. A Bayesian estimate of the " +
  "annotators' reliability weighs their preferences, and the naïve majority vote is shown to be biased. On three " +
  "benchmarks the weighed model needs half of the labels. We discuss what this means for collecting feedback.";
const other =
  "Satellites measure the moisture of soil every three days. We combine their images with gauges on the ground to " +
  "warn of drought two weeks earlier than the operational system does, over five growing seasons in the Sahel.";

const original: Paper = { id: "a", title: "Reward models when annotators disagree", abstract };
const lone: Paper = { id: "z", title: "Soil moisture and drought", abstract: other };

function groupsOf(...papers: Paper[]): string[][] {
  return createPaperIndex([original, ...papers, lone])
    .duplicates()
    .map(({ paperIds }) => paperIds);
}

describe("PaperIndex.duplicates", () => {
  it("duplicates() finds a copy with another title, letter case, LaTeX or HTML", () => {
    expect(groupsOf({ id: "b", title: "Whom to trust", abstract })).toEqual([["a", "b"]]);
    expect(groupsOf({ id: "b", title: "X", abstract: abstract.toUpperCase() })).toEqual([["a", "b"]]);
    expect(groupsOf({ id: "b", title: "X", abstract: abstract.replace("naïve", 'na{\\"\\i}ve') })).toEqual([
      ["a", "b"],
    ]);
    const html = `<p>${abstract.replace(/'/g, "&#39;")}</p>`;
    expect(groupsOf({ id: "b", title: "X", abstract: html })).toEqual([["a", "b"]]);
  });

  it("duplicates() tells why: a truncated abstract, one identifier, one title", () => {
    const cut = { id: "b", title: "X", abstract: abstract.slice(0, 150) };
    expect(createPaperIndex([original, cut]).duplicates()).toMatchObject([
      { paperIds: ["a", "b"], reason: "truncated" },
    ]);
    const doi = "10.1000/xyz123";
    const published = { id: "b", title: "Quite another", abstract: other, doi };
    expect(createPaperIndex([{ ...original, doi }, published]).duplicates()).toEqual([
      { paperIds: ["a", "b"], reason: "identifier", similarity: 1 },
    ]);
    const bare = { id: "b", title: original.title, abstract: "" };
    expect(createPaperIndex([original, bare]).duplicates()).toMatchObject([{ reason: "title" }]);
  });

  it("duplicates() does not take the parts of a series, or different papers, for one", () => {
    const parts = ["I", "II"].map((part) => ({
      id: part,
      title: `Reward models when annotators disagree. Part ${part}`,
      abstract: `${abstract} ${part === "I" ? other : "Here we prove the bounds that the first part announced."}`.slice(
        30,
      ),
    }));
    const edited = parts.map((part, i) =>
      i === 0 ? part : { ...part, abstract: abstract.slice(0, 200) + other.slice(50) },
    );
    expect(createPaperIndex(edited).duplicates()).toEqual([]);
    expect(createPaperIndex([original, lone]).duplicates()).toEqual([]);
  });

  it("duplicates() joins three versions into one group, by the first, whatever the order of adding", () => {
    const versions = ["b", "c"].map((id) => ({ ...original, id, title: `Version ${id}` }));
    expect(groupsOf(...versions)).toEqual([["a", "b", "c"]]);
    const index = createPaperIndex([lone, ...versions]);
    index.add([original]);
    expect(index.duplicates().map(({ paperIds }) => paperIds)).toEqual([["b", "c", "a"]]);
    index.remove(["b"]);
    expect(index.duplicates().map(({ paperIds }) => paperIds)).toEqual([["c", "a"]]);
    expect(createPaperIndex([]).duplicates()).toEqual([]);
  });

  it("duplicates({ minSimilarity }) leaves out weaker matches", () => {
    const cut = { id: "b", title: original.title, abstract: `${abstract.slice(0, 160)} ${other.slice(0, 60)}` };
    const index = createPaperIndex([original, cut]);
    const [match] = index.duplicates();
    expect(match!.similarity).toBeLessThan(1);
    expect(index.duplicates({ minSimilarity: match!.similarity })).toHaveLength(1);
    expect(index.duplicates({ minSimilarity: 1 })).toEqual([]);
  });

  it("related(id, { collapse: true }) gives one answer for all versions, and names the others", () => {
    const near = { id: "n", title: "Feedback from annotators", abstract: "Human feedback and reward models disagree." };
    const index = createPaperIndex([near, original, { ...original, id: "b", title: "Second version" }, lone]);
    const answers = index.related("n", { collapse: true });
    expect(answers.filter(({ paperId }) => paperId === "a" || paperId === "b")).toHaveLength(1);
    expect([answers[0]!.paperId, ...answers[0]!.versions!].sort()).toEqual(["a", "b"]);
  });
});

describe("visitCandidates", () => {
  it("visitCandidates(shingles, visit) visits every pair of equal rows that lie near each other, each pair once", () => {
    const row = fc.uniqueArray(fc.nat({ max: 400 }), { minLength: 30, maxLength: 60 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const shingles = [...rows, ...rows].map((numbers) => Uint32Array.from(numbers, (n) => 4 * n).sort());
        const seen = new Set<string>();
        visitCandidates(shingles, (a, b) => {
          expect(a).toBeLessThan(b);
          expect(seen.has(`${a} ${b}`)).toBe(false);
          seen.add(`${a} ${b}`);
        });
        for (let i = 0; i < rows.length; i += 1) expect(seen.has(`${i} ${i + rows.length}`)).toBe(true);
      }),
    );
  });
});
