import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsrMatrix, countTerms, createAnalyzer, fitTfidf, truncatedSvd } from "../../src/index.js";
import { zeros } from "../../src/matrix/dense.js";
import { seededRandom } from "../../src/matrix/random.js";
import { batchedCounter } from "../../src/vectors/batched-counter.js";
import { columnReader } from "../../src/vectors/column-reader.js";
import { entryList } from "../../src/vectors/entry-list.js";
import { gramTable } from "../../src/vectors/gram-table.js";
import { nearestRows } from "../../src/vectors/nearest-rows.js";
import { packEntry, pageLength } from "../../src/vectors/packed-entry.js";
import { paperCounter } from "../../src/vectors/paper-counter.js";
import { smoothRows } from "../../src/vectors/smoothing.js";
import { projectRows } from "../../src/vectors/truncated-svd.js";
import { demonstration, paperOf } from "../fixtures.js";
import { csrOf } from "../matrix/csr-of.js";

describe("smoothRows(matrix, collection, graph, share)", () => {
  it("is the mean of a row and of its neighbours' weighted mean; a row without neighbours stays", () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    const table = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, table, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(99), (rows, others, share, seed) => {
        const weight = (i: number, j: number): number => ((seed + 7 * i + 3 * j) % 4) / 2;
        const weights = rows.map((_, i) => others.map((__, j) => (i === 0 ? 0 : weight(i, j))));
        const dense = (from: readonly (readonly number[])[]) => {
          return { rows: from.length, columns: 2, data: Float64Array.from(from.flat()) };
        };
        const graph = { ...csrOf(weights), columns: others.length };
        const smoothed = smoothRows(dense(rows), dense(others), graph, share);
        rows.forEach((row, i) => {
          const total = weights[i]!.reduce((sum, w) => sum + w, 0);
          row.forEach((value, d) => {
            const mean = weights[i]!.reduce((sum, w, j) => sum + w * others[j]![d]!, 0) / total;
            const expected = total === 0 ? value : (1 - share) * value + share * mean;
            expect(smoothed.data[2 * i + d]).toBeCloseTo(expected, 9);
          });
        });
      }),
    );
    expect(smoothRows(zeros(0, 3), zeros(2, 3), csrOf([]), 0.5)).toEqual(zeros(0, 3));
  });
});

describe("columnReader(vocabulary, analyzer)", () => {
  const word = fc.constantFrom("reward", "rewards", "policy", "graph", "the", "__proto__", "naïve", "unheard");
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
  const sorted = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b);

  it("gives the columns of the terms that the analyzer gives, runs of any length, text after text, and tells unknown words", () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 5 }),
        fc.array(text, { minLength: 1, maxLength: 5 }),
        fc.constantFrom<[number, number]>([1, 1], [1, 2], [2, 3], [1, 3], [3, 3]),
        fc.nat(2 ** 20),
        (learnt, read, ngramRange, kept) => {
          const analyzer = createAnalyzer({ ngramRange });
          const all = countTerms(learnt.map((line) => analyzer.terms(line))).vocabulary;
          const vocabulary = all.filter((_, i) => (kept >> (i % 20)) & 1);
          const columns = new Map(vocabulary.map((term, column) => [term, column]));
          for (const own of [analyzer, { terms: analyzer.terms }]) {
            const reader = columnReader(vocabulary, own);
            for (const line of [...read, ...learnt, ...read]) {
              const unknown = (term: string): number[] => (term.includes(" ") ? [] : [vocabulary.length]);
              const expected = analyzer.terms(line).flatMap((term) => columns.get(term) ?? unknown(term));
              expect(sorted(reader(line))).toEqual(sorted(expected));
            }
          }
        },
      ),
    );
  });

  it("reads long texts, and more words than it keeps", () => {
    const analyzer = createAnalyzer({ ngramRange: [1, 3] });
    const texts = demonstration.map(({ abstract }) => abstract);
    const { vocabulary } = countTerms(texts.map((line) => analyzer.terms(line)));
    const reader = columnReader(vocabulary, analyzer);
    const long = texts.slice(0, 40).join(" ");
    const known = new Set(vocabulary);
    const wanted = analyzer.terms(long).filter((term) => known.has(term));
    const found = (): string[] => Array.from(reader(long), (column) => vocabulary[column]!);
    expect(found().sort()).toEqual([...wanted].sort());
    for (let first = 0; first < 60_000; first += 6_000) {
      reader(Array.from({ length: 6_000 }, (_, i) => `w${(first + i).toString(36)}q`).join(" "));
    }
    expect(found().sort()).toEqual([...wanted].sort());
  });
});

describe("gramTable()", () => {
  it("numbers runs as they come, and finds each again, however many there are", () => {
    const table = gramTable();
    const runs = Array.from({ length: 9_000 }, (_, i) => [i % 97, (i * i) % 8_999] as const);
    const numbers = new Map<string, number>();
    for (const [beginning, word] of runs) {
      const key = `${beginning} ${word}`;
      expect(table.find(beginning, word)).toBe(numbers.get(key) ?? -1);
      const fresh = numbers.size;
      expect(table.lookUp(beginning, word, fresh)).toBe(numbers.get(key) ?? fresh);
      if (!numbers.has(key)) numbers.set(key, fresh);
    }
    for (const [key, number] of numbers) {
      const [beginning, word] = key.split(" ").map(Number) as [number, number];
      expect(table.find(beginning, word)).toBe(number);
    }
    expect(table.find(98, 1)).toBe(-1);
  });
});

describe("batchedCounter(analyzer, { batchTerms, mostTerms })", () => {
  const analyzer = createAnalyzer({ normal: "surface" });
  const counted = (texts: readonly string[], batchTerms: number, mostTerms: number) => {
    const counter = batchedCounter(analyzer, { batchTerms, mostTerms });
    texts.forEach((text, i) => {
      expect(counter.papers()).toBe(i);
      counter.add(paperOf(`${i}`, "", text));
    });
    const { vocabulary, documentFrequencies, documents, missedAtMost } = counter.finish(() => true);
    return {
      terms: Object.fromEntries(vocabulary.map((term, i) => [term, documentFrequencies[i]])),
      documents,
      missedAtMost,
    };
  };

  it("drops the rarest after each batch, follows a case worked by hand", () => {
    // After two papers: reward 2, graph 1, agent 1. The ones go; they may have lost one each.
    expect(counted(["reward graph", "reward agent"], 2, 2)).toEqual({
      terms: { reward: 2 },
      documents: 2,
      missedAtMost: 1,
    });
    // Then graph 1, label 1 and reward 3; the ones go again.
    expect(counted(["reward graph", "reward agent", "reward graph label", ""], 2, 2)).toEqual({
      terms: { reward: 3 },
      documents: 4,
      missedAtMost: 2,
    });
    // Three terms of two papers each: all go with the twos.
    expect(counted(["reward graph agent", "reward graph agent"], 4, 2)).toEqual({
      terms: {},
      documents: 2,
      missedAtMost: 2,
    });
  });

  it("drops nothing while there is room, nor before a batch is full", () => {
    expect(counted(["reward graph", "agent"], 2, 3)).toMatchObject({ missedAtMost: 0, documents: 2 });
    expect(counted(["reward graph", "agent", "reward graph"], 4, 2)).toEqual({
      terms: { reward: 2, graph: 2 },
      documents: 3,
      missedAtMost: 1,
    });
  });
});

describe("paperCounter(analyzer)", () => {
  it("counts papers of thousands of different terms, each field by its weight", () => {
    const analyzer = createAnalyzer({ fields: { title: 3, abstract: 1, keywords: 2 }, normal: "surface" });
    const words = Array.from({ length: 7_000 }, (_, i) => `w${i.toString(36)}q`);
    const counter = paperCounter(analyzer);
    counter.add({
      ...paperOf("a", words.slice(0, 3_000).join(" "), words.join(" ")),
      keywords: [words[0]!, words[6_999]!],
    });
    counter.add(paperOf("b", "", `${words[5]} ${words[5]}`));
    const { vocabulary, counts, documentFrequencies, differentTerms } = counter.finish();
    const entry = (row: number, term: string): number => {
      const column = vocabulary.indexOf(term);
      const place = counts.indices.subarray(counts.indptr[row], counts.indptr[row + 1]).indexOf(column);
      return place < 0 ? 0 : counts.data[counts.indptr[row]! + place]!;
    };
    expect([...differentTerms]).toEqual([7_000, 1]);
    expect([0, 1, 2_999, 3_000, 6_999].map((i) => entry(0, words[i]!))).toEqual([6, 4, 4, 1, 3]);
    expect([entry(1, words[5]!), entry(1, words[6]!)]).toEqual([2, 0]);
    expect(documentFrequencies[vocabulary.indexOf(words[5]!)]).toBe(2);
  });
});

describe("fitTfidf(documents, { minDf, maxDf })", () => {
  it("keeps terms at the edges of both, as numbers of documents and as shares", () => {
    const documents = [["a", "b", "c", "d"], ["b", "c", "d"], ["c", "d"], ["d"]];
    const kept = (minDf: number, maxDf: number): string => fitTfidf(documents, { minDf, maxDf }).vocabulary.join("");
    expect(kept(2, 3)).toBe("bc");
    expect(kept(0.5, 0.75)).toBe("bc");
    expect(kept(0.51, 1)).toBe("cd");
    expect(kept(1, 0.5)).toBe("ab");
    expect(kept(3, 4)).toBe("cd");
    expect(() => fitTfidf(documents, { minDf: 3, maxDf: 2 })).toThrow();
  });
});

describe("projectRows(matrix, components)", () => {
  it("is the product with the components, in the precision of the matrix", () => {
    const random = seededRandom(8);
    const table = Array.from({ length: 40 }, () => Array.from({ length: 30 }, () => (random() < 0.2 ? random() : 0)));
    const components = { rows: 9, columns: 30, data: Float64Array.from({ length: 270 }, () => random() - 0.5) };
    const expected = table.flatMap((row) =>
      Array.from({ length: 9 }, (_, d) => row.reduce((sum, value, c) => sum + value * components.data[30 * d + c]!, 0)),
    );
    const matrix = csrOf(table);
    const off = ({ data }: CsrMatrix): number => {
      const found = projectRows({ ...matrix, data }, components).data;
      return Math.max(...expected.map((value, i) => Math.abs(value - found[i]!)));
    };
    expect(off(matrix)).toBeLessThan(1e-14);
    const single = off({ ...matrix, data: Float32Array.from(matrix.data) });
    expect(single).toBeGreaterThan(1e-9);
    expect(single).toBeLessThan(1e-6);
  });
});

describe("nearestRows(queries, collection, k) where a search is cut short", () => {
  it("goes by the rarest columns: a row finds the one that shares a word with it alone", () => {
    const random = seededRandom(6);
    const rows = Array.from({ length: 1_500 }, (_, i) => {
      const row = new Array<number>(60 + 750).fill(0);
      for (let d = 0; d < 60; d += 1) row[d] = random() < 0.7 ? 0.2 * random() : 0;
      // Rows i and i + 750 have a column of their own.
      row[60 + (i % 750)] = 1.5;
      return row;
    });
    const matrix = csrOf(rows);
    const graph = nearestRows(csrOf(rows.slice(0, 40)), matrix, 2, true);
    for (let i = 0; i < 40; i += 1) {
      expect([...graph.indices.subarray(graph.indptr[i], graph.indptr[i + 1])]).toContain(i + 750);
    }
  });

  it("looks at no column whose rows are more than the limit leaves, and at the rarest whatever they are", () => {
    const rows = 33_000;
    // Column 0 is in every row and heaviest in row 9, column 1 in rows 0, 3 and 6 alone.
    const entries = Array.from({ length: rows }, (_, i) => {
      const own = [0, i === 9 ? 0.9 : 0.1];
      return i < 9 && i % 3 === 0 ? [own, [1, 0.1 * i]] : [own];
    });
    const indptr = new Uint32Array(rows + 1);
    entries.forEach((row, i) => {
      indptr[i + 1] = indptr[i]! + row.length;
    });
    const indices = Uint32Array.from(entries.flat(), ([column]) => column!);
    const collection = { rows, columns: 2, indptr, indices, data: Float64Array.from(entries.flat(), ([, x]) => x!) };
    const found = (query: number[]): number[] => [...nearestRows(csrOf([query]), collection, 2, false).indices];
    expect(found([0.9, 0.4])).toEqual([3, 6]);
    expect(found([1, 0])).toContain(9);
  });
});

describe("entryList()", () => {
  it("gives back rows of more entries than one piece holds, columns ascending, numbers without a column left out", () => {
    const list = entryList();
    const columnOf = Int32Array.from({ length: 1_000 }, (_, number) => (number % 10 === 9 ? -1 : 999 - number));
    const numbers = Uint32Array.from({ length: 1_000 }, (_, i) => (7 * i) % 1_000);
    for (let row = 0; row < 300; row += 1) {
      list.push(
        numbers,
        Uint32Array.from(numbers, (number) => number + row),
        row % 3 === 0 ? 1_000 : 999,
      );
    }
    const { rows, columns, indptr, indices, data } = list.toRows(columnOf, 1_000);
    expect([rows, columns, indptr[0], indptr[300]]).toEqual([300, 1_000, 0, indices.length]);
    // The last number of all, 993, is in every third row.
    expect([...indptr].map((end, row) => end - (indptr[row - 1] ?? 0)).slice(1, 4)).toEqual([900, 899, 899]);
    for (const row of [0, 1, 261, 262, 263, 299]) {
      const own = indices.subarray(indptr[row], indptr[row + 1]);
      expect([...own]).toEqual([...own].sort((a, b) => a - b));
      own.forEach((column, e) => {
        expect(data[indptr[row]! + e]).toBe(999 - column + row);
      });
    }
    expect(list.toRows(columnOf, 1_000).rows).toBe(0);
  });

  it("keeps rows on pages, those of more than a page apart", () => {
    const list = entryList();
    const lengths = [100_000, 200_000, 300_000, 0, 262_144, 5];
    const numbers = Uint32Array.from({ length: 300_000 }, (_, i) => i);
    for (const length of lengths)
      list.push(
        numbers,
        numbers.map((number) => 1 + (number % 9)),
        length,
      );
    const { pages, starts, lengths: kept } = list.paged();
    expect([...kept]).toEqual(lengths.map((length) => Math.min(length, pageLength)));
    starts.forEach((start, row) => {
      const from = start % pageLength;
      const entries = pages[Math.floor(start / pageLength)]?.subarray(from, from + kept[row]!) ?? [];
      expect(entries).toHaveLength(kept[row]!);
      expect(entries.every((entry, i) => entry === packEntry(i, 1 + (i % 9)))).toBe(true);
    });
    const { indptr } = list.toRows(Int32Array.from(numbers), 300_000);
    expect([...indptr].slice(1).map((end, row) => end - indptr[row]!)).toEqual(lengths);
  });
});

describe("truncatedSvd(matrix)", () => {
  it("has the seed 0 where none is given", () => {
    const random = seededRandom(2);
    const matrix = csrOf(
      Array.from({ length: 60 }, () => Array.from({ length: 50 }, () => (random() < 0.1 ? random() : 0))),
    );
    const given = [undefined, 0, 1].map((seed) => truncatedSvd(matrix, { dimensions: 5, seed }).components.data);
    expect(given[0]).toEqual(given[1]);
    expect(given[0]).not.toEqual(given[2]);
  });
});
