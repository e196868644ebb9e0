import { describe, expect, it } from "vitest";
import { createPaperIndex } from "../../src/index.js";
import { demonstration } from "../fixtures.js";

const candidates = 100;
const neighbours = 5;
const entriesSeen = 2048;
const steps = 1024;

type Row = ReadonlyMap<number, number>;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, x) => total + x, 0);
const dot = (a: readonly number[], b: readonly number[]): number => sum(a.map((x, d) => x * b[d]!));
const unit = (v: readonly number[]): number[] => v.map((x) => x / Math.sqrt(dot(v, v)));
const damped = (count: number): number => 1 + Math.log(count);

/** Where an index should put its papers, as docs/related.md says it, by plain loops. */
function naivePlaces(rows: readonly Row[], componentsOf: (term: number) => readonly number[] | undefined): number[][] {
  const df = new Map<number, number>();
  for (const row of rows) for (const term of row.keys()) df.set(term, (df.get(term) ?? 0) + 1);
  const idf = (term: number): number => Math.log((1 + rows.length) / (1 + df.get(term)!)) + 1;
  const own = rows.map((row) => {
    const parts = [...row].flatMap(([term, count]) => componentsOf(term)?.map((x) => x * damped(count)) ?? []);
    const dimensions = componentsOf([...row.keys()].find((term) => componentsOf(term) !== undefined)!)!.length;
    return unit(Array.from({ length: dimensions }, (_, d) => sum(parts.filter((_, i) => i % dimensions === d))));
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
  return rows.map((row, self) => {
    const likeness = likenessTo(row);
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

describe("createPaperIndex(papers)", () => {
  it("puts each paper halfway between its own words and its five nearest papers, as plain loops do", () => {
    const { basis, dense, starts, entries } = createPaperIndex(demonstration, { longestRun: 1 }).toData();
    const { dimensions, place, components } = basis!;
    const rows = demonstration.map((_, row) => {
      const packed = entries.subarray(starts[row], starts[row + 1]);
      return new Map(Array.from(packed, (entry) => [entry >>> 6, entry & 63] as const));
    });
    const componentsOf = (term: number): number[] | undefined => {
      const from = (place[term]! - 1) * dimensions;
      return place[term] === 0 ? undefined : [...components.subarray(from, from + dimensions)];
    };
    const expected = naivePlaces(rows, componentsOf).flat();
    expect(dense!.data).toHaveLength(expected.length);
    expect(Math.max(...expected.map((x, i) => Math.abs(x - dense!.data[i]!)))).toBeLessThan(1e-5);
  });
});
