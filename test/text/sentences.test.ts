import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/text/sentences.js";
import { tokenize } from "../../src/text/tokenize.js";
import { demonstration } from "../fixtures.js";

const texts = (text: string): string[] => splitSentences(text).map((sentence) => sentence.text);

describe("splitSentences(text)", () => {
  it.each<[string, string[]]>([
    ["See Fig. 3 for details. It works.", ["See Fig. 3 for details.", "It works."]],
    ["Ours vs. Theirs. A tie.", ["Ours vs. Theirs.", "A tie."]],
    ["The U.S. market fell. The U.S. The end.", ["The U.S. market fell.", "The U.S.", "The end."]],
    ["As Smith et al. show. Miller et al. We disagree.", ["As Smith et al. show.", "Miller et al.", "We disagree."]],
    ["It uses, e.g., A. B. Jones and i.e. this.", ["It uses, e.g., A. B. Jones and i.e. this."]],
    ["1. First item. 2. Second item.", ["1. First item.", "2. Second item."]],
    ['Is it so? "Yes." No!', ["Is it so?", '"Yes."', "No!"]],
    ["It grows by 3.5 points (see below). Good.", ["It grows by 3.5 points (see below).", "Good."]],
    ["We wait ... and see. Fine", ["We wait ... and see.", "Fine"]],
    ["iPhones differ. iPads too.", ["iPhones differ.", "iPads too."]],
    ["A title without a stop\n\nA paragraph.", ["A title without a stop", "A paragraph."]],
    [
      "<jats:title>Aim</jats:title><jats:p>Text.</jats:p>",
      ["<jats:title>", "Aim", "</jats:title>", "<jats:p>", "Text.", "</jats:p>"],
    ],
    ["深度学习。是的。", ["深度学习。", "是的。"]],
    ["", []],
  ])("splits %j", (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it("reproduces the text at its offsets and leaves no token out", () => {
    const piece = fc.constantFrom(
      "A",
      "word",
      "Fig",
      ".",
      "...",
      "?",
      " ",
      "\n",
      "\n\n",
      "1",
      "(",
      ")",
      '"',
      "et al.",
      "We",
      "。",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const sentences = splitSentences(text);
        for (const { text: own, start, end } of sentences) expect(text.slice(start, end)).toBe(own);
        const inside = sentences.flatMap(({ text: own }) => tokenize(own)).length;
        expect(inside).toBe(tokenize(text).length);
      }),
    );
  });

  it("finds sentences of a sensible length in the demonstration corpus", () => {
    const lengths = demonstration.flatMap((paper) =>
      splitSentences(paper.abstract).map(({ text }) => tokenize(text).length),
    );
    lengths.sort((a, b) => a - b);
    expect(lengths[lengths.length >> 1]).toBeGreaterThan(12);
    expect(lengths[lengths.length >> 1]).toBeLessThan(35);
    expect(lengths[0]).toBeGreaterThan(1);
  });
});
