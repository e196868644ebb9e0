import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statisticalPhrases } from "../../src/text/noun-phrases.js";
import { keyedPhrases, phraseKey } from "../../src/text/phrase-key.js";

const phrases = (text: string): string[] => statisticalPhrases()(text).map(({ phrase }) => phrase);

describe("statisticalPhrases()(text)", () => {
  it.each<[string, string[]]>([
    ["We train a reward model on human preferences.", ["reward model", "human preferences"]],
    ["The proposed method outperforms strong existing baselines.", ["method", "baselines"]],
    ["It models the reward and controls a robot.", ["reward", "robot"]],
    ["Agents learn to control partially observable systems.", ["Agents", "partially observable systems"]],
    ["by training small networks with reinforcement learning", ["networks", "reinforcement learning"]],
    ["networks trained on images of deep-sea fish", ["networks", "images", "deep-sea fish"]],
    ["a computer aided design tool", ["computer aided design tool"]],
    [
      "state-of-the-art model-based planning in sequential decision making",
      ["model-based planning", "sequential decision making"],
    ],
    ["The attention mechanism processes image patches.", ["attention mechanism", "image patches"]],
    ["These results show that LLMs struggle with long inputs.", ["results", "LLMs", "long inputs"]],
    [
      "Monte Carlo tree search (MCTS) and the Bellman equation",
      ["Monte Carlo tree search", "MCTS", "Bellman equation"],
    ],
    ["Our findings call for larger studies.", ["findings", "larger studies"]],
    ["The votes of members count in two rounds.", ["votes", "members", "rounds"]],
    ["gas flow past a lens array", ["gas flow", "lens array"]],
    ["Rovers jointly model terrain and slope.", ["Rovers", "terrain", "slope"]],
    ["We use only reward signals.", ["reward signals"]],
    ["It learns to Balance exploration with safety.", ["exploration", "safety"]],
    ["a benchmark targeting long documents and ad targeting", ["benchmark", "long documents", "ad targeting"]],
    ["Annotation is time-consuming, but decision-making is not.", ["Annotation", "decision-making"]],
    ["The digital twin has a mean squared error.", ["digital twin", "mean squared error"]],
    ["MATERIALS AND DESIGN: crews of ALL ages", ["MATERIALS", "DESIGN", "crews", "ALL ages"]],
    ["hate speech, named entity recognition", ["hate speech", "named entity recognition"]],
    ["A Study of Detecting Weak Signals to Promote Civic Education", ["Study", "Weak Signals", "Civic Education"]],
    ["environments that face hard cases", ["environments", "hard cases"]],
    ["Such agents benefit farms; algorithms resulting from it", ["agents", "farms", "algorithms"]],
    ["Play a melody and control the tempo: this sets a mood.", ["melody", "tempo", "mood"]],
    ["Noise plays a vital role, and this leads to gaps.", ["Noise", "role", "gaps"]],
    ["In research the control of each map is important.", ["research", "control", "map"]],
    ["", []],
  ])("finds noun phrases in %j", (text, expected) => {
    expect(phrases(text)).toEqual(expected);
  });

  it("gives raw slices with their places, whatever the text", () => {
    const piece = fc.constantFrom(
      "reward",
      "models",
      "the",
      "we",
      "learning",
      "trained",
      "-",
      " ",
      ".",
      "(",
      "GPT",
      "\\'e",
      "deep",
      "quickly",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join("");
        for (const { phrase, start, end } of statisticalPhrases()(text)) expect(text.slice(start, end)).toBe(phrase);
      }),
    );
  });
});

describe("phraseKey(phrase)", () => {
  it("is one for singular and plural, capitals, hyphens and Unicode forms", () => {
    for (const form of [
      "reward model",
      "Reward models",
      "reward-model",
      "REWARD  MODEL",
      "the reward's model".slice(4),
    ]) {
      expect(phraseKey(form)).toBe("reward model");
    }
    expect(phraseKey("Erdős–Rényi graphs")).toBe(phraseKey("erd\\H{o}s-r\\'enyi graph"));
    expect(phraseKey("LLMs")).toBe("llm");
    expect(phraseKey("...")).toBe("");
    expect(phraseKey("__proto__ constructor")).toBe("proto constructor");
  });
});

describe("keyedPhrases(text, phrases)", () => {
  it("gives each phrase and every run of words inside it, with places", () => {
    const text = "a deep reward model";
    const found = keyedPhrases(text, statisticalPhrases());
    expect(found.map(({ phrase, key, whole }) => [phrase, key, whole])).toEqual([
      ["deep", "deep", false],
      ["deep reward", "deep reward", false],
      ["deep reward model", "deep reward model", true],
      ["reward", "reward", false],
      ["reward model", "reward model", false],
      ["model", "model", false],
    ]);
    for (const { phrase, start, end } of found) expect(text.slice(start, end)).toBe(phrase);
  });
});
