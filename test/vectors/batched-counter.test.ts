import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../src/text/analyzer.js";
import { batchedCounter } from "../../src/vectors/batched-counter.js";
import { paperCounter } from "../../src/vectors/paper-counter.js";

const word = fc.constantFrom("reward", "policy", "graph", "model", "agent", "prompt", "tensor", "kernel", "label");
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));
const anyPapers = fc
  .array(text, { minLength: 1, maxLength: 20 })
  .map((texts) => texts.map((abstract, i) => ({ id: `p${i}`, title: "", abstract })));
const analyzer = createAnalyzer();

describe("batchedCounter", () => {
  it("batchedCounter(analyzer, limits) counts in batches what one counter counts at once", () => {
    fc.assert(
      fc.property(
        anyPapers,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 3 }),
        (papers, batchTerms, minDf) => {
          const batched = batchedCounter(analyzer, { batchTerms, mostTerms: 1000 });
          const whole = paperCounter(analyzer);
          for (const paper of papers) {
            batched.add(paper);
            whole.add(paper);
          }
          const keep = (frequency: number): boolean => frequency >= minDf;
          const { missedAtMost, ...counted } = batched.finish(keep);
          expect(missedAtMost).toBe(0);
          expect(counted).toEqual(whole.finish(keep));
        },
      ),
    );
  });

  it("batchedCounter(analyzer, { mostTerms }) understates no document frequency by more than it says", () => {
    fc.assert(
      fc.property(
        anyPapers,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 6 }),
        (papers, batchTerms, mostTerms) => {
          const batched = batchedCounter(analyzer, { batchTerms, mostTerms });
          const whole = paperCounter(analyzer);
          for (const paper of papers) {
            batched.add(paper);
            whole.add(paper);
          }
          const all = whole.finish();
          const some = batched.finish(() => true);
          expect(some.vocabulary.length).toBeLessThanOrEqual(mostTerms);
          all.vocabulary.forEach((term, i) => {
            const place = some.vocabulary.indexOf(term);
            const counted = place < 0 ? 0 : some.documentFrequencies[place]!;
            expect(counted).toBeLessThanOrEqual(all.documentFrequencies[i]!);
            expect(all.documentFrequencies[i]! - counted).toBeLessThanOrEqual(some.missedAtMost);
          });
        },
      ),
    );
  });
});
