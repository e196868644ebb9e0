import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp, exponentials, ln, power } from "../../src/matrix/elementary.js";

/** Distance in units in the last place of the second. */
function ulps(got: number, expected: number): number {
  if (Object.is(got, expected)) return 0;
  const unit = Math.max(2 ** (Math.floor(Math.log2(Math.abs(expected))) - 52), Number.MIN_VALUE);
  return Math.abs(got - expected) / unit;
}

describe("ln, exp, power", () => {
  it("ln(x) is within two units in the last place of the engine's logarithm over all magnitudes", () => {
    fc.assert(
      fc.property(fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true }), (x) => {
        expect(ulps(ln(x), Math.log(x))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 5000 },
    );
    for (let n = 1; n < 5000; n += 1) expect(ulps(ln(n / 64), Math.log(n / 64))).toBeLessThanOrEqual(2);
  });

  it("exp(x) is within two units in the last place of the engine's exponential", () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 709, noNaN: true }), (x) => {
        expect(ulps(exp(x), Math.exp(x))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 5000 },
    );
  });

  it("exponentials(most)(values) gives the bits of exp", () => {
    const anything = fc.oneof(
      fc.double({ min: -800, max: 800, noNaN: true }),
      fc.double({ min: -400, max: 0, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 9 }), (numbers) => {
        const values = Float64Array.from(numbers);
        exponentials(9)(values);
        expect([...values]).toStrictEqual(numbers.map(exp));
      }),
    );
  });

  it("power(base, exponent) is right to 13 digits", () => {
    for (const base of [0.001, 0.5, 1, 3, 1e6]) {
      for (const exponent of [-0.25, 0, 0.25, 0.5, 1.7, 3]) {
        expect(power(base, exponent) / base ** exponent).toBeCloseTo(1, 13);
      }
    }
  });

  it("ln, exp and power are right at the edges", () => {
    expect([ln(1), ln(0), ln(-1), ln(Infinity), ln(Number.NaN)]).toStrictEqual([0, -Infinity, NaN, Infinity, NaN]);
    expect([exp(0), exp(-Infinity), exp(Infinity), exp(-746), exp(710), exp(Number.NaN)]).toStrictEqual([
      1,
      0,
      Infinity,
      0,
      Infinity,
      NaN,
    ]);
    expect(exp(-740)).toBeCloseTo(Math.exp(-740), 320);
    expect([power(0, 2), power(1, 5), power(7, 0)]).toStrictEqual([0, 1, 1]);
  });

  it("ln and exp give these bits in every engine", () => {
    const bits = (values: readonly number[]): string[] => {
      const view = new DataView(new ArrayBuffer(8));
      return values.map((value) => {
        view.setFloat64(0, value);
        return view.getBigUint64(0).toString(16);
      });
    };
    expect(bits([ln(2), ln(3), ln(0.1), ln(12345.678), exp(1), exp(-0.3), exp(20.5)])).toMatchInlineSnapshot(`
      [
        "3fe62e42fefa39ef",
        "3ff193ea7aad030a",
        "c0026bb1bbb55515",
        "4022d79559791e31",
        "4005bf0a8b14576a",
        "3fe7b4c869c37c05",
        "41c7d6c4f0bcdd5c",
      ]
    `);
  });
});
