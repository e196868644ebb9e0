import { describe, expect, it } from "vitest";
import { discoverThemes, extractKeyphrases } from "../../src/index.js";
import { fitPhraseStatistics, type PhraseStatistics, phraseRow } from "../../src/text/phrase-statistics.js";
import { surfaceForms } from "../../src/text/surface-forms.js";
import { demonstration, paperOf } from "../fixtures.js";

const rowOf = (statistics: PhraseStatistics, key: string): Record<string, unknown> => {
  const row = phraseRow(statistics, key);
  return {
    surface: statistics.surfaces[row],
    document: statistics.documentFrequency[row],
    whole: statistics.wholeFrequency[row],
    title: statistics.titleFrequency[row],
  };
};

describe("fitPhraseStatistics(papers, { phrases })", () => {
  const papers = [
    paperOf("1", "Deep Reward Models", "We train a reward model. The reward model is large."),
    paperOf("2", "Robots", "A learned reward model and the Bellman equation."),
    paperOf("3", "Reward Models for Robots", "We solve the Bellman equation."),
  ];
  const statistics = fitPhraseStatistics(papers);

  it("counts papers, alone or inside longer phrases, and titles", () => {
    expect(statistics.documents).toBe(3);
    expect(rowOf(statistics, "reward model")).toEqual({ surface: "reward model", document: 3, whole: 2, title: 2 });
    expect(rowOf(statistics, "bellman equat")).toEqual({
      surface: "Bellman equation",
      document: 2,
      whole: 2,
      title: 0,
    });
    expect(phraseRow(statistics, "no such phrase")).toBe(-1);
  });

  it("does not show the capitals with which one paper spells its acronym out", () => {
    const spelt = fitPhraseStatistics([
      paperOf("1", "A", "We call it INFOrmation Retrieval with DeepSeek models."),
      paperOf("2", "B", "The information that we store and the information that we read differ."),
      paperOf("3", "C", "No information is lost by DeepSeek models."),
    ]);
    expect(spelt.surfaces).toContain("information retrieval");
    expect(spelt.surfaces).toContain("DeepSeek models");
  });

  it("shows names with their capitals, but not those of titles, of terms that make an acronym, and of words beside them", () => {
    const { surfaces } = fitPhraseStatistics([
      paperOf("1", "Unmanned Aerial Vehicles", "We fly Unmanned Aerial Vehicles (UAVs) with a Kalman filter."),
      paperOf("2", "Flight", "The Kalman filter steers unmanned aerial vehicles over the United States."),
      paperOf("3", "Law", "Aerial vehicles of the United States are unmanned. Unmanned aerial vehicles are cheap."),
    ]);
    expect(surfaces).toContain("unmanned aerial vehicles");
    expect(surfaces).toContain("Kalman filter");
    expect(surfaces).toContain("United States");
  });

  it("shows as names what is nearly always written so, and capitals behind a comma or a digit", () => {
    const { surfaces } = fitPhraseStatistics([
      paperOf(
        "1",
        "Text-to-3D generation",
        "We train the Decision Transformer, for the Decision Transformer is small.",
      ),
      paperOf("2", "Choices", "We prompt the Decision Transformer. The decision transformer is large."),
      paperOf("3", "Text-to-3D generation", "It is learned on CIFAR-10, Fashion-MNIST and MNIST."),
    ]);
    expect(surfaces).toContain("Decision Transformer");
    expect(surfaces).toContain("text-to-3D generation");
    expect(surfaces).toContain("Fashion-MNIST");
  });

  it("shows no capitals of a definition where running text has none, nor a part of them", () => {
    const { surfaces } = fitPhraseStatistics([
      paperOf("1", "Answers", "We use Retrieval-Augmented Generation (RAG)."),
      paperOf("2", "Sources", "It is called Retrieval-Augmented Generation (RAG)."),
      paperOf("3", "Search", "They like Retrieval-Augmented Generation (RAG) and plain generation."),
      paperOf("4", "Papers", "We like retrieval-augmented generation as well."),
    ]);
    expect(surfaces).toContain("retrieval-augmented generation");
  });

  it("keeps keys in the order of code units, one row in every array", () => {
    const { keys } = fitPhraseStatistics(demonstration);
    expect([...keys].sort()).toEqual(keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(3000);
  });

  it("is plain data and the same each time", () => {
    const again = fitPhraseStatistics(papers);
    expect(structuredClone(statistics)).toEqual(again);
  });

  it("takes the caller's own phrases", () => {
    const words = (text: string) =>
      [...text.matchAll(/\w+/g)].map((m) => ({ phrase: m[0], start: m.index, end: m.index + m[0].length }));
    expect(fitPhraseStatistics([paperOf("1", "constructor", "__proto__ a")], { phrases: words }).keys).toEqual([
      "a",
      "constructor",
      "proto",
    ]);
  });

  it.each([null, undefined, "reward", {}, [null], ["reward"], [{ phrase: "reward" }]])(
    "refuses an extractor that answers %j in place of phrases",
    (answer) => {
      const phrases = (() => answer) as never;
      const refused = expect.objectContaining({
        code: "INVALID_OPTION",
        message: expect.stringContaining(
          "`phrases` to be a function that gives an array of { phrase, start, end }, got",
        ),
      });
      expect(() => fitPhraseStatistics(papers, { phrases })).toThrow(refused);
      expect(() => extractKeyphrases(papers[0]!, { phrases })).toThrow(refused);
      expect(() => discoverThemes(papers, { k: 1, phrases })).toThrow(refused);
    },
  );

  it("refuses options and papers that are none", () => {
    expect(() => fitPhraseStatistics(papers, { phrases: 3 as never })).toThrow(/phrases/);
    expect(() => fitPhraseStatistics([papers[0]!, papers[0]!])).toThrow(/unique/);
  });
});

describe("surfaceForms()", () => {
  it("writes a phrase as most texts do, with capitals only where they belong", () => {
    const forms = surfaceForms();
    const texts: [string, boolean][] = [
      ["Reward Models", true],
      ["Reward models are", false],
      ["we use reward\nmodels", false],
    ];
    for (const [text, isTitle] of texts) {
      const start = text.search(/reward/i);
      forms.add("reward model", text, start, start + "reward models".length, isTitle);
    }
    forms.add("thompson sampl", "we run Thompson sampling", 7, 24, false);
    forms.add("thompson sampl", "Thompson Sampling", 0, 17, true);
    expect(forms.best("reward model")).toBe("reward models");
    expect(forms.best("thompson sampl")).toBe("Thompson sampling");
    forms.add("ai gener text", "AI-Generated Text", 0, 17, true);
    forms.add("dall e", "Pictures by DALL-E", 12, 18, true);
    expect(forms.best("ai gener text")).toBe("AI-generated text");
    expect(forms.best("dall e")).toBe("DALL-E");
  });
});
