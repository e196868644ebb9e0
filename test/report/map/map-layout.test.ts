import { describe, expect, it } from "vitest";
import { discoverThemes } from "../../../src/index.js";
import { mapLayout } from "../../../src/report/map/map-layout.js";
import { spreadPoints } from "../../../src/report/map/spread-points.js";
import { demonstration } from "../../fixtures.js";

const model = discoverThemes(demonstration, { k: 10 });
const layout = mapLayout(model);

/** Place of the point nearest to point i. */
function nearestTo(i: number): number {
  const { x, y } = layout.points;
  const distance = (j: number): number => (x[i]! - x[j]!) ** 2 + (y[i]! - y[j]!) ** 2;
  let best = i === 0 ? 1 : 0;
  for (let j = 0; j < x.length; j += 1) if (j !== i && distance(j) < distance(best)) best = j;
  return best;
}

describe("mapLayout(model)", () => {
  it("puts every paper inside the frame", () => {
    layout.points.x.forEach((x, i) => {
      const y = layout.points.y[i]!;
      expect(x >= 0 && x <= layout.width && y >= 0 && y <= 1).toBe(true);
    });
  });

  it("puts papers beside papers of their theme", () => {
    const among = demonstration.filter((_, i) => layout.themes[i] === layout.themes[nearestTo(i)]).length;
    expect(among / demonstration.length).toBeGreaterThan(0.9);
  });

  it("puts papers nearer to their neighbours than to others", () => {
    const { x, y } = layout.points;
    const distance = (i: number, j: number): number => Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!);
    const { nearest } = model.space;
    let near = 0;
    let all = 0;
    let pairs = 0;
    for (let i = 0; i < x.length; i += 1) {
      for (let p = nearest.indptr[i]!; p < nearest.indptr[i + 1]!; p += 1) near += distance(i, nearest.indices[p]!);
      for (let j = 0; j < x.length; j += 1) all += distance(i, j);
      pairs += x.length;
    }
    expect(near / nearest.indices.length).toBeLessThan((0.7 * all) / pairs);
  });

  it("gives the same bits at every call", () => {
    for (let run = 0; run < 3; run += 1) expect(mapLayout(model)).toEqual(layout);
  });
});

describe("spreadPoints(points)", () => {
  it("leaves no two points in one place", () => {
    const points = { x: Float64Array.of(0, 0, 1, 1, 2, 0.5), y: Float64Array.of(0, 0, 1, 1, 0, 2) };
    const { x, y } = spreadPoints(points);
    const places = new Set(Array.from(x, (value, i) => `${value}:${y[i]}`));
    expect(places.size).toBe(6);
  });
});
