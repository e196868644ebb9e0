import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { topK } from "../../src/matrix/top-k.js";

describe("topK", () => {
  it("topK(capacity) keeps what sorting would, ties by the lower index", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (scores, capacity) => {
          const best = topK(capacity);
          scores.forEach((score, index) => {
            best.push(index, score);
          });
          const sorted = scores
            .map((score, index) => ({ index, score }))
            .sort((a, b) => b.score - a.score || a.index - b.index);
          expect(best.threshold()).toBe(scores.length < capacity ? -Infinity : sorted[capacity - 1]!.score);
          expect(best.drain()).toEqual(sorted.slice(0, capacity));
        },
      ),
    );
  });

  it("topK(capacity) does not depend on the order of the pushes", () => {
    const items = [5, 1, 4, 1, 5, 9, 2, 6].map((score, index) => ({ index, score }));
    const kept = (order: typeof items): unknown => {
      const best = topK(4);
      for (const { index, score } of order) best.push(index, score);
      return best.drain();
    };
    expect(kept(items)).toEqual(kept([...items].reverse()));
  });

  it("drain() empties the heap", () => {
    const best = topK(2);
    best.push(0, 1);
    expect(best.drain()).toEqual([{ index: 0, score: 1 }]);
    expect(best.drain()).toEqual([]);
  });
});
