import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acronymDictionary } from "../../src/text/acronym-dictionary.js";
import { findAcronyms } from "../../src/text/acronyms.js";
import { demonstration, paperOf } from "../fixtures.js";

const pairs = (text: string): string[] => findAcronyms(text).map(({ short, long }) => `${short} = ${long}`);

describe("findAcronyms(text)", () => {
  it("gives the short form, the long form and the place of the definition", () => {
    const text = "Reward models drive reinforcement learning from human feedback (RLHF).";
    expect(findAcronyms(text)).toEqual([
      { short: "RLHF", long: "reinforcement learning from human feedback", start: 20, end: 69 },
    ]);
    expect(text.slice(20, 69)).toBe("reinforcement learning from human feedback (RLHF)");
  });

  it.each<[string, string[]]>([
    ["Large language models (LLMs) reason.", ["LLMs = Large language models"]],
    ["Large language models~(LLMs) reason.", ["LLMs = Large language models"]],
    [
      "We train RLHF (reinforcement learning from human feedback).",
      ["RLHF = reinforcement learning from human feedback"],
    ],
    ["a Markov decision process (MDP, for short)", ["MDP = Markov decision process"]],
    ["a Markov decision process (MDP; Bellman, 1957)", ["MDP = Markov decision process"]],
    ["chain-of-thought (CoT) prompting", ["CoT = chain-of-thought"]],
    ["generative reward models (GenRMs)", ["GenRMs = generative reward models"]],
    ["explainable artificial intelligence (XAI)", ["XAI = explainable artificial intelligence"]],
    ["the self-taught reasoner (STaR)", ["STaR = self-taught reasoner"]],
    ["a layout-to-image (L2I) model", ["L2I = layout-to-image"]],
    ["a whole slide image (WSI), out of vocabulary (OOV)", ["WSI = whole slide image", "OOV = out of vocabulary"]],
    ["tests and reasoning corpora (ARC)", []],
    ["surface electromyography (EMG) of GroundedLanguage (GDL) with a high-fidelity (FID)", ["EMG = electromyography"]],
    ["an \\emph{ordinary least squares}~(OLS) fit", ["OLS = ordinary least squares"]],
    ["Branch-and-bound (B\\&B) solvers", ["B\\&B = Branch-and-bound"]],
    ["vector quantized auto-encoder (VQ-AE)", ["VQ-AE = vector quantized auto-encoder"]],
    ["a tunable policy model (e.g., T5)", []],
    ["agents (see Section 3) and policies (Figure 2)", []],
    ["the framework (Smith et al., 2020)", []],
    ["on many benchmarks (MMLU)", []],
    ["the first (A) and the second (B)", []],
    ["nested (MDP (Markov decision process", []],
    ["", []],
  ])("reads %j", (text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });

  it("finds what a reader marked in the demonstration corpus", () => {
    const marked: Record<string, Record<string, string[]>> = JSON.parse(
      readFileSync(new URL("../../bench/quality/acronyms-marked.json", import.meta.url), "utf8"),
    );
    for (const { id, title, abstract } of demonstration) {
      const found = new Set([...pairs(title), ...pairs(abstract)]);
      expect([...found].sort()).toEqual([...(marked["demonstration"]![id] ?? [])].sort());
    }
  });

  it("stays inside the text, whatever the text", () => {
    const piece = fc.constantFrom("(", ")", "AB", "alpha", "beta", " ", "-", ",", "s", "\\&", "of");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join("");
        for (const { short, long, start, end } of findAcronyms(text)) {
          expect(text.slice(start, end)).toContain(short);
          expect(text.slice(start, end).replace(/\s+/g, " ")).toContain(long);
        }
      }),
    );
  });
});

describe("acronymDictionary(papers)", () => {
  it("joins plurals, case and hyphens over a collection and counts papers", () => {
    const entries = acronymDictionary([
      paperOf("1", "On large language models (LLMs)", "A large language model (LLM) is large."),
      paperOf("2", "Title", "We ask Large Language Models (LLMs)."),
      paperOf("3", "Title", "We ask large language models (LLMs)."),
      paperOf("4", "Title", "We ask long-lived machines (LLM)."),
    ]);
    expect(entries).toEqual([
      {
        short: "LLM",
        plural: true,
        long: "large language models",
        shortKey: "llm",
        longKey: "larg languag model",
        papers: 3,
      },
      {
        short: "LLM",
        plural: false,
        long: "long-lived machines",
        shortKey: "llm",
        longKey: "long live machin",
        papers: 1,
      },
    ]);
  });
});
