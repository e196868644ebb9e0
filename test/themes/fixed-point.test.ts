import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/matrix/random.js";
import { fixedPoint } from "../../src/themes/clustering/fixed-point.js";

/** Unit rows around three directions of the plane, and which each is of. */
function rowsAround(rows: number) {
  const random = seededRandom(rows);
  const data = new Float64Array(2 * rows);
  const themes = Int32Array.from({ length: rows }, () => Math.floor(3 * random()));
  for (let i = 0; i < rows; i += 1) {
    const angle = themes[i]! * 2 + (random() - 0.5);
    data[2 * i] = Math.cos(angle);
    data[2 * i + 1] = Math.sin(angle);
  }
  return { rows: { rows, columns: 2, data }, themes };
}

describe("fixedPoint(rows, start, k)", () => {
  it.each([300, 30_000, 130_000])(
    "gives each of %i rows its nearest prototype, which is its theme's direction",
    (count) => {
      const { rows, themes } = rowsAround(count);
      // A fifth of the rows start in the wrong theme.
      const start = themes.map((theme, i) => (i % 5 === 0 ? (theme + 1) % 3 : theme));
      const { labels, prototypes } = fixedPoint(rows, start, 3);
      let wrong = 0;
      for (let i = 0; i < count; i += 1) {
        const cosines = [0, 1, 2].map(
          (t) => rows.data[2 * i]! * prototypes.data[2 * t]! + rows.data[2 * i + 1]! * prototypes.data[2 * t + 1]!,
        );
        if (labels[i] !== themes[i] || cosines.indexOf(Math.max(...cosines)) !== labels[i]) wrong += 1;
      }
      expect(wrong).toBe(0);
      for (let t = 0; t < 3; t += 1)
        expect(Math.atan2(prototypes.data[2 * t + 1]!, prototypes.data[2 * t]!)).toBeCloseTo(
          t === 2 ? 4 - 2 * Math.PI : 2 * t,
          1,
        );
    },
  );
});
