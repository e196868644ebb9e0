import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { between, fitView, zoomed } from "../../../src/report/page/camera.js";
import { createPointGrid } from "../../../src/report/page/point-grid.js";

describe("zoomed(view, factor, at, whole)", () => {
  it("leaves the point under the finger where it is, and stops at the ends", () => {
    const view = { scale: 100, x: 10, y: 20 };
    const next = zoomed(view, 2, [60, 70], 100);
    expect((60 - next.x) / next.scale).toBeCloseTo((60 - view.x) / view.scale, 12);
    expect(zoomed(view, 1e9, [0, 0], 100).scale).toBe(6000);
    expect(zoomed(view, 1e-9, [0, 0], 100).scale).toBe(60);
  });
});

describe("fitView(box, frame)", () => {
  it("shows the box in the middle", () => {
    const view = fitView({ left: 0, right: 2, top: 0, bottom: 1 }, { width: 428, height: 400 });
    expect(view).toEqual({ scale: 200, x: 14, y: 100 });
  });
});

describe("between(from, to, share)", () => {
  it("begins and ends where it should", () => {
    const from = { scale: 1, x: 0, y: 0 };
    const to = { scale: 4, x: -30, y: 8 };
    expect(between(from, to, 0)).toEqual(from);
    const end = between(from, to, 1);
    expect([end.scale, end.x, end.y]).toEqual([4, -30, 8]);
  });
});

describe("createPointGrid(points, width)", () => {
  it("finds the nearest point as looking at all does", () => {
    const place = fc.record({
      x: fc.double({ min: 0, max: 1.3, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), place, (points, at) => {
        const distances = points.map(({ x, y }) => (x - at.x) ** 2 + (y - at.y) ** 2);
        const found = createPointGrid(points, 1.3).nearest(at.x, at.y, 2, () => true);
        expect(distances[found]).toBe(Math.min(...distances));
      }),
    );
  });

  it("walks to the next point in a direction, not past the side", () => {
    const grid = createPointGrid(
      [
        { x: 0.5, y: 0.5 },
        { x: 0.7, y: 0.5 },
        { x: 0.6, y: 0.9 },
      ],
      1,
    );
    expect(grid.towards(0, 1, 0, () => true)).toBe(1);
    expect(grid.towards(0, 0, 1, () => true)).toBe(2);
    expect(grid.towards(0, -1, 0, () => true)).toBe(-1);
  });
});
