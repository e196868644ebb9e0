import { describe, expect, it } from "vitest";
import { createPaperIndex } from "../../src/index.js";
import { standsAlone, tells } from "../../src/related/ranking/telling.js";

describe("tells", () => {
  it("tells(phrase) is false where any paper could have all the words", () => {
    for (const phrase of ["results show", "new", "Novel approach", "subsequently", "e.g.", "remains"]) {
      expect([phrase, tells(phrase)]).toStrictEqual([phrase, false]);
    }
    for (const phrase of ["reward model", "exploration", "RLHF", "goal-conditioned", "learned reward"]) {
      expect([phrase, tells(phrase)]).toStrictEqual([phrase, true]);
    }
  });
});

describe("standsAlone", () => {
  it("standsAlone(phrase) wants a beginning and an end of a phrase", () => {
    const loose = ["remains underexplored", "paradigm to train", "reward model capable", "feedback in the form"];
    for (const phrase of [...loose, "proposed dataset", "reinforcement learned"]) {
      expect([phrase, standsAlone(phrase)]).toStrictEqual([phrase, false]);
    }
    const whole = ["reward model", "helpful and harmless", "chain of thought", "models as a judge", "rule-based"];
    for (const phrase of [...whole, "reinforcement learning from human feedback", "aligning language models"]) {
      expect([phrase, standsAlone(phrase)]).toStrictEqual([phrase, true]);
    }
  });
});

describe("because", () => {
  const paper = (id: string, abstract: string) => ({ id, title: id, abstract });
  const told = (a: string, b: string) => {
    const answers = createPaperIndex([paper("first", a), paper("second", b), paper("third", "Soil moisture.")]);
    return answers.related("first", { denseShare: 0 })[0]!;
  };

  it("because leaves out words of any paper and spreads their weights over the others", () => {
    const { score, because } = told(
      "Results show that reward models from human preferences help robots.",
      "Our results: human preferences and reward models of robots.",
    );
    expect(because.map(({ phrase }) => phrase)).toStrictEqual(["human preferences", "reward models", "robots"]);
    expect(because.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 10);
  });

  it("because tells words of any paper where little else is shared", () => {
    const { score, because } = told(
      "Results show significant improvement of soil.",
      "Results show significant improvement of bandits.",
    );
    expect(because.map(({ phrase }) => phrase)).toContain("improvement");
    expect(because.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 10);
  });

  it("because gives what two words add together to one of them where they are told apart", () => {
    const text = "Reward model. Model collapse.";
    const { score, because } = told(text, text);
    expect(because.map(({ phrase }) => phrase)).toStrictEqual(["reward model", "collapse"]);
    expect(because.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 10);
  });

  it("because tells words that stand in keywords alone as they are written there", () => {
    const keywords = ["Computer science", "Robotics"];
    const papers = ["a", "b"].map((id) => ({ ...paper(id, "We dig."), keywords }));
    const { because } = createPaperIndex(papers).related("a")[0]!;
    const told = because.map(({ phrase }) => phrase).sort();
    expect(told).toEqual(["computer", "computer science", "robotics", "science"]);
  });

  it("because tells no more than four words in one", () => {
    const phrases = (text: string): string[] => told(text, text).because.map(({ phrase }) => phrase);
    expect(phrases("Quantum annealing graph coloring.")).toStrictEqual(["quantum annealing graph coloring"]);
    const five = ["quantum annealing graph coloring", "heuristics"];
    expect(phrases("Quantum annealing graph coloring heuristics.")).toStrictEqual(five);
  });

  it("because tells of a word with a hyphen the part that is shared", () => {
    expect(told("We train R1-style agents.", "The searcher Sophia-R1 is large.").because[0]!.phrase).toBe("R1");
    expect(told("An optimal-ish sub-method.", "It is sub-standard.").because[0]!.phrase).toBe("sub-standard");
  });
});
