import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LabelBox, placeLabels } from "../../../src/report/map/place-labels.js";

const frame = { width: 800, height: 600 };

function island(x: number, y: number, size: number, width = 80): LabelBox {
  return { left: x - size, right: x + size, top: y - size, bottom: y + size, x, y, width, height: 16 };
}

describe("placeLabels(boxes, frame)", () => {
  it("writes above a small island and within a large one", () => {
    expect(placeLabels([island(400, 300, 20)], frame)).toEqual([{ x: 400, y: 300 - 20 - 8 - 3 }]);
    expect(placeLabels([island(400, 300, 100)], frame)).toEqual([{ x: 400, y: 300 }]);
  });

  it("gives a second island of one place another place, and a name that fits nowhere none", () => {
    const [first, second] = placeLabels([island(400, 300, 20), island(400, 300, 20)], frame);
    expect(Math.abs(first!.y - second!.y)).toBeGreaterThanOrEqual(16);
    expect(placeLabels([island(400, 300, 20, 900)], frame)).toEqual([undefined]);
  });

  it("keeps clear of what is taken and prefers what covers least", () => {
    const taken = [{ x: 400, y: 270, width: 200, height: 30 }];
    expect(placeLabels([island(400, 300, 20)], frame, undefined, taken)[0]!.y).toBeGreaterThan(300);
    const above = placeLabels([island(400, 300, 20)], frame, undefined, [], ({ y }) => (y < 300 ? 9 : 0));
    expect(above[0]!.y).toBeGreaterThan(300);
  });

  it("never writes a name nearer to the heart of another island", () => {
    const hearts = fc.array(fc.tuple(fc.integer({ min: 100, max: 700 }), fc.integer({ min: 100, max: 500 })), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(hearts, (places) => {
        const given = places.map(([x, y]) => island(x, y, 60, 90));
        placeLabels(given, frame).forEach((place, i) => {
          if (place === undefined) return;
          const far = ({ x, y }: LabelBox): number => Math.hypot(place.x - x, place.y - y);
          expect(far(given[i]!)).toBeLessThanOrEqual(Math.min(...given.map(far)) + 1e-9);
        });
      }),
    );
  });

  it("never lets two names touch, nor leave the frame", () => {
    const boxes = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 600 }), fc.integer({ min: 5, max: 120 })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(boxes, (islands) => {
        const given = islands.map(([x, y, size]) => island(x, y, size, 40 + (size % 50)));
        const placed = placeLabels(given, frame).flatMap((place, i) => (place ? [{ ...place, box: given[i]! }] : []));
        placed.forEach((a, i) => {
          expect(a.x - a.box.width / 2).toBeGreaterThanOrEqual(0);
          expect(a.y + a.box.height / 2).toBeLessThanOrEqual(frame.height);
          for (const b of placed.slice(i + 1)) {
            const beside = Math.abs(a.x - b.x) * 2 >= a.box.width + b.box.width;
            expect(beside || Math.abs(a.y - b.y) * 2 >= a.box.height + b.box.height).toBe(true);
          }
        });
      }),
    );
  });
});
