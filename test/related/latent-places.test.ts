import { describe, expect, it } from "vitest";
import { createPaperIndex, type Paper, type PaperIndex } from "../../src/index.js";
import { seededRandom } from "../../src/matrix/random.js";
import { demonstration } from "../fixtures.js";

const candidates = 100;
const neighbours = 5;
const entriesSeen = 2048;
const steps = 1024;

type Row = ReadonlyMap<number, number>;
type Components = (term: number) => readonly number[] | undefined;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, x) => total + x, 0);
const dot = (a: readonly number[], b: readonly number[]): number => sum(a.map((x, d) => x * b[d]!));
const unit = (v: readonly number[]): number[] => v.map((x) => x / Math.sqrt(dot(v, v)));
const damped = (count: number): number => 1 + Math.log(count);

/** Where an index should put some of its papers, as docs/related.md says it, by plain loops. */
function naivePlaces(rows: readonly Row[], chosen: readonly number[], componentsOf: Components): number[][] {
  const df = new Map<number, number>();
  for (const row of rows) for (const term of row.keys()) df.set(term, (df.get(term) ?? 0) + 1);
  const idf = (term: number): number => Math.log((1 + rows.length) / (1 + df.get(term)!)) + 1;
  const own = rows.map((row) => {
    const parts = [...row].flatMap(([term, count]) => [componentsOf(term)?.map((x) => x * damped(count)) ?? []]);
    const known = parts.filter((part) => part.length > 0);
    return unit(known[0]!.map((_, d) => sum(known.map((part) => part[d]!))));
  });
  const likenessTo = (row: Row): ((other: Row) => number) => {
    let seen = 0;
    const rarest = [...row.keys()].sort((a, b) => df.get(a)! - df.get(b)! || a - b);
    const words = rarest.filter((term, i) => {
      seen += df.get(term)!;
      return seen <= entriesSeen || i === 0;
    });
    const squares = sum([...row].map(([term, count]) => (damped(count) * idf(term)) ** 2));
    return (other) => {
      const shared = words.filter((term) => other.has(term));
      const products = shared.map((term) => damped(row.get(term)!) * damped(other.get(term)!) * idf(term) ** 2);
      return (sum(products) / squares) * Math.sqrt(row.size / other.size);
    };
  };
  return chosen.map((self) => {
    const likeness = likenessTo(rows[self]!);
    const alike = rows.map((other, i) => ({ i, likeness: i === self ? 0 : likeness(other) }));
    alike.sort((a, b) => b.likeness - a.likeness);
    const lowest = Math.floor(alike[candidates - 1]!.likeness * steps);
    const near = alike
      .filter((each) => each.likeness > 0 && Math.floor(each.likeness * steps) >= lowest)
      .map(({ i, likeness }) => ({ i, score: likeness + dot(own[self]!, own[i]!) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, neighbours);
    return unit(own[self]!.map((x, d) => neighbours * x + sum(near.map(({ i }) => own[i]![d]!))));
  });
}

/** The furthest that a number of a chosen paper's place lies from where plain loops put it. */
function furthestOff(index: PaperIndex, chosen: readonly number[]): number {
  const { basis, dense, starts, entries } = index.toData();
  const { dimensions, place, components } = basis!;
  const rows = Array.from(starts.subarray(1), (end, row) => {
    const packed = entries.subarray(starts[row], end);
    return new Map(Array.from(packed, (entry) => [entry >>> 6, entry & 63] as const));
  });
  const componentsOf = (term: number): number[] | undefined => {
    const from = (place[term]! - 1) * dimensions;
    return place[term] === 0 ? undefined : [...components.subarray(from, from + dimensions)];
  };
  const expected = naivePlaces(rows, chosen, componentsOf);
  expect(dense!.data).toHaveLength(rows.length * dimensions);
  const found = (row: number, d: number): number => dense!.data[row * dimensions + d]!;
  return Math.max(...expected.flatMap((v, i) => v.map((x, d) => Math.abs(x - found(chosen[i]!, d)))));
}

/** Papers of which exactly so many have word 0, word 1 and so on; their number is a prime. */
function papersOf(papers: number, frequencies: readonly number[]): Paper[] {
  const random = seededRandom(3);
  const stride = frequencies.map(() => 1 + Math.floor(random() * (papers - 1)));
  return Array.from({ length: papers }, (_, i) => {
    const words = frequencies.flatMap((df, w) => (((i + 1) * stride[w]!) % papers < df ? [`w${w}`] : []));
    return { id: `${i}`, title: "", abstract: words.flatMap((w, n) => ((i + n) % 3 === 0 ? [w, w] : [w])).join(" ") };
  });
}

describe("createPaperIndex(papers)", () => {
  it("puts each paper halfway between its own words and its five nearest papers, as plain loops do", () => {
    const index = createPaperIndex(demonstration, { longestRun: 1 });
    expect(furthestOff(index, [...demonstration.keys()])).toBeLessThan(1e-5);
  });

  it("chooses the nearest of the hundred that share the most words, though others lie nearer", () => {
    const random = seededRandom(8);
    const some = (letter: string, count: number): string[] =>
      Array.from({ length: count }, () => `${letter}${2 + Math.floor(38 * random())}`);
    // The first paper is of two matters. Short papers of one share two of its words, long ones of both share all.
    const first = ["a0", "a1", "b0", "b1"];
    const rest = Array.from({ length: 180 }, (_, i) => {
      if (i >= 140) return [...first, ...some("a", 25), ...some("b", 25)];
      return i % 2 === 0 ? ["a0", "a1", ...some("a", 2)] : ["b0", "b1", ...some("b", 2)];
    });
    const papers = [first, ...rest].map((words, i) => ({ id: `${i}`, title: "", abstract: words.join(" ") }));
    const analyzer = { terms: (text: string) => text.match(/\S+/gu) ?? [] };
    const index = createPaperIndex(papers, { longestRun: 1, dimensions: 2, analyzer });
    expect(furthestOff(index, [0, 1, 2])).toBeLessThan(1e-5);
  });

  it("leaves more than 20,000 papers where their own words lie, in a space of evenly taken ones", () => {
    const papers = papersOf(
      20_011,
      Array.from({ length: 40 }, (_, w) => 200 + 150 * w),
    );
    const analyzer = { terms: (text: string) => text.match(/\S+/gu) ?? [] };
    const { basis, dense, starts, entries } = createPaperIndex(papers, {
      longestRun: 1,
      dimensions: 6,
      analyzer,
    }).toData();
    const { dimensions, neighbours, place, components } = basis!;
    expect([dimensions, neighbours]).toEqual([6, 0]);
    for (let row = 0; row < papers.length; row += 997) {
      const places = Array.from(entries.subarray(starts[row], starts[row + 1]), (entry) => {
        const from = (place[entry >>> 6]! - 1) * dimensions;
        return [...components.subarray(from, from + dimensions)].map((x) => x * damped(entry & 63));
      });
      const own = unit(Array.from({ length: dimensions }, (_, d) => sum(places.map((part) => part[d]!))));
      own.forEach((x, d) => {
        expect(dense!.data[row * dimensions + d]).toBeCloseTo(x, 5);
      });
    }
  });

  it("looks for the nearest papers by the rarest words, up to 2,048 places where they stand", () => {
    // With the last five papers 2,204, 2,103, 1,048, 1,001 and 1,000 have the first five words.
    const common = [2203, 2100, 1045, 1000, 998, 700, 650, 600, 550, 500, 450, 400, 350, 300];
    const papers = papersOf(2203, [...common, ...Array.from({ length: 60 }, (_, w) => 12 + w)]);
    // Words that just reach the limit, the same and more, words that pass it by one, and the rarest alone above it.
    for (const abstract of ["w4 w2", "w4 w2 w1", "w3 w3 w2", "w0 w1", "w1"]) {
      papers.push({ id: `last ${papers.length}`, title: "", abstract });
    }
    const index = createPaperIndex(papers, { longestRun: 1, analyzer: { terms: (text) => text.match(/\S+/gu) ?? [] } });
    const chosen = [...papers.keys()].filter((i) => i >= 2203 || i % 50 === 0);
    expect(furthestOff(index, chosen)).toBeLessThan(1e-5);
  });
});
