import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPaperIndex, type Paper, paperIndexFromData } from "../../src/index.js";
import { seededRandom } from "../../src/matrix/random.js";

const word = fc.constantFrom(
  "reward",
  "policy",
  "regret",
  "bandit",
  "soil",
  "ocean",
  "__proto__",
  "constructor",
  "GPT-4",
  "the",
);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
const anyPaper = (ids: number): fc.Arbitrary<Paper> =>
  fc.record({ id: fc.nat({ max: ids }).map((n) => `p${n}`), title: text, abstract: text });
const anyPapers = fc.uniqueArray(anyPaper(40), { selector: ({ id }) => id, maxLength: 25 });

/** The definition, term by term: runs of one and two within a field, 1 + ln count, smooth idf, unit length. */
function cosines(papers: readonly Paper[]): number[][] {
  const stop = new Set(["the"]);
  const stems = new Map([["policy", "polici"]]);
  const rows = papers.map((paper) => {
    const counts = new Map<string, number>();
    for (const [field, weight] of [
      ["title", 2],
      ["abstract", 1],
    ] as const) {
      const words = paper[field]
        .toLowerCase()
        .split(/[ -]/)
        .filter((w) => w !== "" && w !== "4" && !stop.has(w))
        .map((w) => stems.get(w) ?? w);
      const runs = [...words, ...words.slice(1).map((w, i) => `${words[i]} ${w}`)];
      for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + weight);
    }
    return counts;
  });
  const frequency = new Map<string, number>();
  for (const row of rows) for (const term of row.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const vectors = rows.map((row) => {
    const weights = new Map<string, number>();
    for (const [term, count] of row) {
      const df = frequency.get(term)!;
      if (term.includes(" ") && df < 2) continue;
      const idf = Math.log((1 + papers.length) / (1 + df)) + 1;
      weights.set(term, (1 + Math.log(count)) * (term.includes(" ") ? 0.75 * idf : idf));
    }
    const length = Math.sqrt([...weights.values()].reduce((sum, w) => sum + w * w, 0));
    return new Map([...weights].map(([term, w]) => [term, w / length]));
  });
  return vectors.map((a) => vectors.map((b) => [...a].reduce((sum, [term, w]) => sum + w * (b.get(term) ?? 0), 0)));
}

describe("PaperIndex", () => {
  it("related(id, { denseShare: 0 }) is the textbook cosine of every pair", () => {
    fc.assert(
      fc.property(anyPapers, (papers) => {
        const index = createPaperIndex(papers);
        const expected = cosines(papers);
        papers.forEach(({ id }, i) => {
          const found = new Map(index.related(id, { denseShare: 0, limit: 100 }).map((a) => [a.paperId, a.score]));
          papers.forEach((other, j) => {
            if (i !== j) expect(found.get(other.id) ?? 0).toBeCloseTo(expected[i]![j]!, 10);
          });
        });
      }),
    );
  });

  it("related(id, { denseShare: 0 }) is that cosine for papers of thousands of different terms, too", () => {
    const words = (from: number, step: number): string =>
      Array.from({ length: 1500 }, (_, i) => `v${(from + step * i) % 4001}`).join(" ");
    const papers = [words(0, 1), words(1000, 1), words(5, 2), words(0, 1).slice(0, 2000)].map((abstract, i) => ({
      id: `p${i}`,
      title: "v7 v8 v8",
      abstract,
    }));
    const index = createPaperIndex(papers, { analyzer: { terms: (line) => line.match(/\S+/gu) ?? [] } });
    const expected = cosines(papers);
    papers.forEach(({ id }, i) => {
      const found = index.related(id, { denseShare: 0 });
      expect(found).toHaveLength(3);
      for (const { paperId, score } of found) expect(score).toBeCloseTo(expected[i]![Number(paperId[1])]!, 10);
    });
  });

  it("related(id, { limit }) is the head of the whole ranking, whatever it leaves out on the way", () => {
    fc.assert(
      fc.property(
        anyPapers,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(0, 0.3, 1),
        (papers, limit, denseShare) => {
          const index = createPaperIndex(papers);
          for (const { id } of papers) {
            const all = index.related(id, { denseShare, limit: 100 });
            expect(index.related(id, { denseShare, limit })).toEqual(all.slice(0, limit));
            const keep = (paper: Paper): boolean => paper.id.length === 2;
            const kept = all.filter(({ paperId }) => paperId.length === 2).slice(0, limit);
            expect(index.related(id, { denseShare, limit, filter: keep })).toEqual(kept);
            const [first] = all;
            if (first !== undefined) {
              const atLeast = all.filter(({ score }) => score >= first.score);
              expect(index.related(id, { denseShare, limit: 100, minScore: first.score })).toEqual(atLeast);
            }
          }
        },
      ),
    );
  });

  it("related(id, { limit }) is exact where most papers are never looked at", () => {
    const random = fc.sample(fc.array(fc.nat({ max: 999 }), { minLength: 8, maxLength: 20 }), {
      seed: 1,
      numRuns: 800,
    });
    // Squares make some words of a thousand common and most rare, as in language.
    const papers = random.map((numbers, i) => {
      const words = numbers.map((n) => `word${Math.floor((n * n) / 1000)}`).join(" ");
      return { id: `p${i}`, title: "", abstract: words };
    });
    const index = createPaperIndex(papers);
    for (const denseShare of [0, 0.3]) {
      for (const { id } of papers.slice(0, 60)) {
        const all = index.related(id, { denseShare, limit: 800, explain: false });
        expect(index.related(id, { denseShare, limit: 4, explain: false })).toEqual(all.slice(0, 4));
      }
    }
  });

  it("related(id, { limit }) is exact where thousands of terms are common", () => {
    const random = seededRandom(9);
    // Each of 2,500 words is in three papers of ten.
    const papers = Array.from({ length: 60 }, (_, i) => {
      const words = Array.from({ length: 2500 }, (__, w) => w).filter(() => random() < 0.3);
      return { id: `p${i}`, title: "", abstract: words.map((w) => `w${w} `.repeat(1 + ((i * w) % 3))).join("") };
    });
    const analyzer = { terms: (line: string) => line.match(/\S+/gu) ?? [] };
    const index = createPaperIndex(papers, { analyzer, dimensions: 0, longestRun: 1 });
    for (const { id } of papers) {
      const all = index.related(id, { limit: 60, explain: false });
      expect(index.related(id, { limit: 2, explain: false })).toEqual(all.slice(0, 2));
    }
  });

  it("related(id) is exact where the index fills several pages of memory, and after additions", () => {
    const random = seededRandom(5);
    const words = Array.from({ length: 9000 }, () =>
      Array.from({ length: 40 }, () => `w${Math.floor(4000 * random() ** 2)}`),
    );
    const papers = words.map((own, i) => ({ id: `p${i}`, title: "", abstract: own.join(" ") }));
    const index = createPaperIndex(papers.slice(0, 8900), {
      analyzer: { terms: (line) => line.match(/\S+/gu) ?? [] },
      longestRun: 1,
      dimensions: 0,
    });
    index.add(papers.slice(8900));
    const counts = words.map((own) => {
      const row = new Map<string, number>();
      for (const term of own) row.set(term, (row.get(term) ?? 0) + 1);
      return row;
    });
    // Rows and postings lie on pages of 2 ** 18 numbers.
    expect(counts.reduce((sum, row) => sum + row.size, 0)).toBeGreaterThan(2 ** 18);
    const frequency = new Map<string, number>();
    for (const row of counts) for (const term of row.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    const vectors = counts.map((row) => {
      const weight = (term: string): number =>
        (1 + Math.log(row.get(term)!)) * (Math.log(9001 / (1 + frequency.get(term)!)) + 1);
      const length = Math.hypot(...[...row.keys()].map(weight));
      return new Map([...row.keys()].map((term) => [term, weight(term) / length]));
    });
    for (const i of [0, 6700, 8999]) {
      const scores = vectors.map((row, j) =>
        i === j ? 0 : [...vectors[i]!].reduce((sum, [term, w]) => sum + w * (row.get(term) ?? 0), 0),
      );
      const found = index.related(`p${i}`, { limit: 9000, explain: false });
      expect(found).toHaveLength(scores.filter((score) => score > 0).length);
      expect(
        Math.max(...found.map(({ paperId, score }) => Math.abs(score - scores[Number(paperId.slice(1))]!))),
      ).toBeLessThan(1e-10);
    }
  });

  it("related(query) after a few changes of many papers is exact though most lengths are kept", () => {
    const words = fc.sample(fc.array(fc.nat({ max: 999 }), { minLength: 8, maxLength: 20 }), {
      seed: 2,
      numRuns: 1500,
    });
    const papers = words.map((numbers, i) => ({
      id: `p${i}`,
      title: "",
      abstract: numbers.map((n) => `word${Math.floor((n * n) / 1000)}`).join(" "),
    }));
    const kept = new Map(papers.slice(0, 1400).map((paper) => [paper.id, paper]));
    const index = createPaperIndex([...kept.values()], { dimensions: 0 });
    index.related("p0");
    for (let step = 0; step < 40; step += 1) {
      const added = papers[1400 + step]!;
      const replaced = { ...papers[step]!, abstract: papers[1450 + step]!.abstract };
      const removed = `p${100 + 7 * step}`;
      index.add([added, replaced]);
      index.remove([removed]);
      kept.set(added.id, added).set(replaced.id, replaced).delete(removed);
      if (step % 3 === 1) index.similarity(added.id, replaced.id);
      if (step % 8 !== 7) index.related(`p${step}`, { limit: 3 });
      else {
        const fresh = createPaperIndex([...kept.values()], { dimensions: 0 });
        for (const id of [`p${step}`, added.id, "p700", "p900"]) {
          expect(index.related(id, { limit: 5, explain: false })).toEqual(
            fresh.related(id, { limit: 5, explain: false }),
          );
        }
      }
    }
  });

  it("add(papers), remove(ids) in any order answer as a fresh index over the same papers does", () => {
    const step = fc.oneof(
      fc.record({ add: fc.uniqueArray(anyPaper(12), { selector: ({ id }) => id, maxLength: 4 }) }),
      fc.record({ remove: fc.nat({ max: 12 }).map((n) => `p${n}`) }),
    );
    fc.assert(
      fc.property(anyPapers, fc.array(step, { maxLength: 25 }), text, (papers, steps, draft) => {
        const index = createPaperIndex(papers, { dimensions: 0 });
        const model = new Map(papers.map((paper) => [paper.id, paper]));
        for (const each of steps) {
          if ("add" in each) {
            index.add(each.add);
            for (const paper of each.add) model.set(paper.id, paper);
          } else if (model.delete(each.remove)) index.remove([each.remove]);
          index.related(draft);
        }
        const fresh = createPaperIndex([...model.values()], { dimensions: 0 });
        expect(index.size).toBe(model.size);
        for (const query of [...model.keys(), draft]) {
          expect(index.related(query, { limit: 50 })).toEqual(fresh.related(query, { limit: 50 }));
        }
        index.rebuild();
        for (const query of [...model.keys(), draft]) expect(index.related(query)).toEqual(fresh.related(query));
      }),
    );
  });

  it("toData() keeps every answer, also after changes, and is plain", () => {
    fc.assert(
      fc.property(anyPapers, anyPapers, (papers, more) => {
        const index = createPaperIndex(papers);
        index.add(more);
        if (papers.length > 0) index.remove([papers[0]!.id]);
        const again = paperIndexFromData(structuredClone(index.toData()));
        for (const { id } of more) {
          if (index.get(id) === undefined) continue;
          expect(again.related(id)).toEqual(index.related(id));
          expect(again.get(id)).toEqual(index.get(id));
        }
        expect(again.staleness).toBe(index.staleness);
      }),
      { numRuns: 30 },
    );
  });

  it("similarity(a, b) is the score of related(a), either way round", () => {
    fc.assert(
      fc.property(anyPapers, (papers) => {
        const index = createPaperIndex(papers);
        for (const a of papers) {
          for (const { paperId, score } of index.related(a.id)) {
            expect(index.similarity(a.id, paperId)).toBeCloseTo(score, 6);
            expect(index.similarity(paperId, a.id)).toBeCloseTo(score, 6);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
