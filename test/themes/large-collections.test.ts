import { describe, expect, it } from "vitest";
import { assignThemes, deserialize, discoverThemes, type Paper, serialize, updateThemes } from "../../src/index.js";
import { demonstration } from "../fixtures.js";

/** The demonstration corpus again and again: more papers than a fit smooths and holds in double precision. */
const papers: readonly Paper[] = Array.from({ length: 126 }, (_, copy) =>
  demonstration.map(({ id, title, abstract }) => ({ id: `${copy}-${id}`, title, abstract })),
).flat();

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
