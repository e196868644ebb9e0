import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chooseColours, darkColours, lightColours } from "../../../src/report/map/palette.js";

type Triple = readonly [number, number, number];

/** Machado et al. 2009, severity 1, on linear RGB; the first is normal sight. */
const eyes: readonly (readonly Triple[])[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
];

function linear(colour: string): Triple {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
}

function times(matrix: readonly Triple[], [r, g, b]: Triple): Triple {
  return matrix.map(([x, y, z]) => x * r + y * g + z * b) as [number, number, number];
}

/** Ottosson's Oklab, of linear RGB. */
function oklab(rgb: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb.map((value) => Math.min(1, Math.max(0, value))) as [number, number, number],
  ).map(Math.cbrt) as [number, number, number];
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

function contrast(a: string, b: string): number {
  const [high, low] = [a, b]
    .map((colour) => {
      const [r, g, blue] = linear(colour);
      return 0.2126 * r + 0.7152 * g + 0.0722 * blue + 0.05;
    })
    .sort((x, y) => y - x);
  return high! / low!;
}

describe.each([
  ["light", lightColours, "#f4f5f2", 3],
  ["dark", darkColours, "#12161d", 4.5],
] as const)("the %s palette", (_, colours, ground, least) => {
  it("can be told apart by every kind of eye", () => {
    for (const eye of eyes) {
      const seen = colours.map((colour) => oklab(times(eye, linear(colour))));
      seen.forEach((a, i) => {
        for (const b of seen.slice(i + 1)) {
          expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThan(0.09);
        }
      });
    }
  });

  it("stands out from its ground", () => {
    for (const colour of colours) expect(contrast(colour, ground)).toBeGreaterThan(least);
  });
});

describe("the style sheet", () => {
  it("has the colours of the palette", () => {
    const style = readFileSync(new URL("../../../src/report/page/style/colours.css", import.meta.url), "utf8");
    lightColours.forEach((colour, i) => {
      expect(style).toContain(`.c${i} {\n  --dot: light-dark(${colour}, ${darkColours[i]});`);
    });
  });
});

describe("chooseColours(hearts)", () => {
  it("gives ten themes ten colours", () => {
    const hearts = Array.from({ length: 10 }, (_, i) => [i, 0] as const);
    expect([...chooseColours(hearts)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("gives the eleventh the colour of the theme farthest away", () => {
    const hearts = [...Array.from({ length: 10 }, (_, i) => [i, 0] as const), [0.1, 0] as const];
    expect(chooseColours(hearts)[10]).toBe(chooseColours(hearts)[9]);
  });
});
