import { describe, expect, it } from "vitest";
import { assignThemes, deserialize, discoverThemes, type Paper, serialize, updateThemes } from "../../src/index.js";
import { demonstration } from "../fixtures.js";

/** The demonstration corpus again and again: more papers than a fit smooths and holds in double precision. */
const papers: readonly Paper[] = Array.from({ length: 126 }, (_, copy) =>
  demonstration.map(({ id, title, abstract }) => ({ id: `${copy}-${id}`, title, abstract })),
).flat();

describe("more than 6,000 papers, of which every other one is read for phrases", () => {
  it("have one heading where it names most of a theme", () => {
    const bread = (i: number): string => (i % 10 < 6 ? "Sourdough bread is baked." : "Rye crusts are baked.");
    const many = Array.from({ length: 6_400 }, (_, i): Paper => {
      const abstract = i % 4 < 2 ? bread(i >> 2) : "Legged robots are light.";
      return { id: `${i}`, title: `Part ${i}`, abstract };
    });
    const labels = discoverThemes(many, { k: 2, method: "kmeans" }).themes.map(({ label }) => label);
    expect(labels.sort()).toEqual(["legged robots", "sourdough bread"]);
  });
});

describe("more than 20,000 papers", () => {
  const model = discoverThemes(papers, { k: 6 });

  it("discoverThemes(papers) is in single precision and without smoothing, and assigns as it fitted", () => {
    expect(model.space.vectors.data).toBeInstanceOf(Float32Array);
    expect(model.space.neighbours).toBe(0);
    expect(model.themes).toHaveLength(6);
    expect(assignThemes(model, papers.slice(0, 500))).toEqual(model.assignments.slice(0, 500));
  });

  it("a saved model of them loads, and goes on", () => {
    const saved = serialize(model);
    const back = deserialize(saved, { kind: "theme-model" });
    expect(Buffer.compare(serialize(back), saved)).toBe(0);
    const twin = { ...demonstration[0]!, id: "twin" };
    const { model: grown } = updateThemes(back, [twin], { propose: false });
    expect(grown.assignments.at(-1)!.themes).toEqual(model.assignments[0]!.themes);
  });

  it("a model whose rows would be smoothed without neighbours, or not, is refused", () => {
    const { scores } = discoverThemes(demonstration.slice(0, 30), { k: 2 }).space;
    const wrong = { ...model, space: { ...model.space, scores } };
    expect(() => deserialize(serialize(wrong))).toThrow("space.scores");
  });
});
