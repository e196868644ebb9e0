import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAnalyzer, tokenize } from "../../src/index.js";
import { beginningsOf, type KnownWord, type Occurrence, occurrences } from "../../src/related/index/occurrences.js";
import { internTerm, termTable } from "../../src/related/index/term-table.js";

const analyzer = createAnalyzer();
const table = termTable();
const reader = { analyzer, table, known: new Map<number, KnownWord>() };
for (const term of analyzer.terms("reward model state-of-the-art GPT-4 Schrödinger")) internTerm(table, term);

describe("occurrences", () => {
  it("occurrences(reader, text) meets the words of tokenize(text), each with the terms of the analyzer", () => {
    const piece = fc.constantFrom(
      "reward",
      "Models,",
      "the",
      "state-of-the-art",
      "GPT-4",
      "$x^2$",
      "(e.g.",
      "Smith et al.,",
      "don't",
      "U.S.",
      "\u00a0",
      "\n\n",
      "Schro\u0308dinger",
      '{\\"o}',
      "a.b@c.org",
      "https://x.org/reward",
      "C++",
      "<b>",
      "word\u0301,",
      "—",
    );
    const text = fc
      .array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 20 })
      .map((pieces) => pieces.join(" "));
    fc.assert(
      fc.property(text, (each) => {
        const expected = tokenize(each)
          .filter(({ kind }) => ["word", "acronym", "number", "formula"].includes(kind))
          .map(({ norm, start, end }) => ({ start, end, terms: analyzer.terms(norm).length }))
          .filter(({ terms }) => terms > 0);
        const found = occurrences(reader, each).map(({ start, end, terms }) => ({ start, end, terms: terms.length }));
        expect(found).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("occurrences(reader, text, beginnings) leaves out no word that has one of the terms", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}(?:s|ies|y|ing|ed|ation|ly)?$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const own = { analyzer, table: termTable(), known: new Map<number, KnownWord>() };
        const text = words.join(" ");
        const terms = analyzer.terms(text).map((term) => internTerm(own.table, term));
        for (const term of terms) {
          const places = (found: Occurrence[]) => found.filter((each) => each.terms.includes(term));
          const all = places(occurrences(own, text)).map(({ start, end }) => ({ start, end }));
          const some = places(occurrences(own, text, beginningsOf(own, [term])));
          expect(some.map(({ start, end }) => ({ start, end }))).toEqual(all);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('occurrences(reader, text) joins words over "of the" and the like, not over signs and verbs', () => {
    const joined = (text: string): boolean[] => occurrences(reader, text).map((word) => word.joined);
    expect(joined("reward model")).toEqual([false, true]);
    expect(joined("reward of the model")).toEqual([false, true]);
    expect(joined("reward and model")).toEqual([false, true]);
    expect(joined("reward the model")).toEqual([false, false]);
    expect(joined("reward is model")).toEqual([false, false]);
    expect(joined("reward, model")).toEqual([false, false]);
    expect(joined("reward of all of the model")).toEqual([false, false]);
  });
});
