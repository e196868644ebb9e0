import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contourLines } from "../../../src/report/map/contour-lines.js";

/** Whether a point lies within rings, by the even-odd rule. */
function within(rings: readonly (readonly number[])[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const [ax, ay] = [ring[i]!, ring[i + 1]!];
      const [bx, by] = [ring[(i + 2) % ring.length]!, ring[(i + 3) % ring.length]!];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

describe("contourLines(field, columns, level, cell)", () => {
  it("draws a diamond around a single high point, half way to its neighbours", () => {
    const rings = contourLines(Float64Array.of(0, 0, 0, 0, 1, 0, 0, 0, 0), 3, 0.5, 1);
    expect(rings).toEqual([[1, 0.5, 0.5, 1, 1, 1.5, 1.5, 1]]);
  });

  it("closes rings at the edge of the grid", () => {
    expect(contourLines(Float64Array.of(1, 1, 1, 1), 2, 0.5, 1)).toHaveLength(1);
  });

  it("draws nothing where nothing is high", () => {
    expect(contourLines(new Float64Array(9), 3, 0.5, 1)).toEqual([]);
  });

  it("has exactly the points above the level within its rings", () => {
    const grids = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(grids, (values) => {
        // Off the level and off straight lines through grid points.
        const field = Float64Array.from(values, (value) => value / 1000);
        const rings = contourLines(field, 6, 0.5004, 1);
        field.forEach((value, i) => {
          expect(within(rings, i % 6, Math.floor(i / 6))).toBe(value > 0.5004);
        });
      }),
    );
  });
});
