import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discoverThemes } from "../../src/index.js";
import { winkAnalyzer, winkPhrases } from "../../src/wink/index.js";
import { tagWords } from "../../src/wink/wink-tags.js";
import { demonstration } from "../fixtures.js";

describe("winkPhrases()(text)", () => {
  it("finds noun phrases with their places", () => {
    const text = "We train a reward model on noisy human preferences and evaluate it.";
    const phrases = winkPhrases()(text);
    expect(phrases.map(({ phrase }) => phrase)).toEqual(["reward model", "noisy human preferences"]);
    for (const { phrase, start, end } of phrases) expect(text.slice(start, end)).toBe(phrase);
  });

  it("does not take the lexicon's own nouns for verbs", () => {
    const found = (text: string): string[] => winkPhrases()(text).map(({ phrase }) => phrase);
    expect(found("We train agents with reward models.")).toEqual(["agents", "reward models"]);
    expect(found("Root cause analysis")).toEqual(["Root cause analysis"]);
    expect(found("The influence of heat transfer")).toEqual(["influence", "heat transfer"]);
  });

  it("reproduces the text at its offsets, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        for (const { phrase, start, end } of winkPhrases()(text)) expect(text.slice(start, end)).toBe(phrase);
      }),
      { numRuns: 40 },
    );
  });
});

describe("tagWords(words)", () => {
  it("gives one tag for each word, whatever the words", () => {
    const word = fc.oneof(
      fc.constantFrom("models", "don't", "e.g.", "GPT-4o", "", "(", "５", "naïve"),
      fc.string({ unit: "binary", maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        expect(tagWords(words)).toHaveLength(words.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe("winkAnalyzer().terms(text)", () => {
  it("gives lemmas without stop words", () => {
    expect(winkAnalyzer().terms("The agents learned better policies.")).toEqual(["agent", "learn", "good", "policy"]);
  });
});

describe("discoverThemes(papers, { analyzer: winkAnalyzer(), phrases: winkPhrases() })", () => {
  it("finds and names themes", () => {
    const model = discoverThemes(demonstration.slice(0, 60), {
      k: 4,
      analyzer: winkAnalyzer(),
      phrases: winkPhrases(),
    });
    expect(model.themes.length).toBe(4);
    expect(model.space.analyzer).toMatchObject({ custom: true, name: "winkLemmas" });
  });
});
