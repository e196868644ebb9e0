import { describe, expect, it } from "vitest";
import {
  beyondChance,
  binomialTail,
  hypergeometricTail,
  shareInterval,
  twoSidedChance,
} from "../../src/themes/following/chance.js";

/** The numbers are those of scipy 1.17.1 (binom.sf, hypergeom.sf, norm.sf, binomtest(...).proportion_ci("wilson")). */
describe("chance", () => {
  it("binomialTail(tries, hits, share) and hypergeometricTail(population, marked, drawn, hits) agree with scipy", () => {
    expect(binomialTail(10, 9, 0.5)).toBeCloseTo(0.0107421875, 12);
    expect(binomialTail(10, 3, 0.01) / 0.00011384911790577965).toBeCloseTo(1, 8);
    expect(binomialTail(1000, 30, 0.02)).toBeCloseTo(0.02069651867323949, 10);
    expect(hypergeometricTail(736, 17, 447, 16) / 0.002284336012542571).toBeCloseTo(1, 8);
    expect(hypergeometricTail(40000, 300, 9000, 120) / 7.070536208556187e-12).toBeCloseTo(1, 6);
  });

  it("tails are 1 for no hits and 0 for more than there can be", () => {
    expect([binomialTail(5, 0, 0.3), binomialTail(5, 6, 0.3), binomialTail(5, 2, 0), binomialTail(5, 2, 1)]).toEqual([
      1, 0, 0, 1,
    ]);
    expect(hypergeometricTail(10, 4, 5, 5)).toBe(0);
  });

  it("twoSidedChance(z) agrees with scipy to 1e-6", () => {
    expect(twoSidedChance(0)).toBeCloseTo(1, 6);
    expect(twoSidedChance(2.83)).toBeCloseTo(0.004654800413463103, 6);
    expect(twoSidedChance(-2.83)).toBe(twoSidedChance(2.83));
  });

  it("shareInterval(hits, tries) is Wilson's", () => {
    const { share, low, high } = shareInterval(3, 17);
    expect([share, low, high].map((value) => value.toFixed(10))).toEqual([
      "0.1764705882",
      "0.0619112664",
      "0.4102945857",
    ]);
    expect(shareInterval(0, 0)).toEqual({ share: 0, low: 0, high: 1 });
    expect(shareInterval(0, 9).low).toBe(0);
    expect(shareInterval(9, 9).high).toBe(1);
  });

  it("beyondChance(chances, rate) is the procedure of Benjamini and Hochberg", () => {
    // Thresholds .0125 .025 .0375 .05: the second fails, the third stands and takes it along.
    expect(beyondChance([0.03, 0.01, 0.6, 0.028], 0.05)).toEqual([true, true, false, true]);
    expect(beyondChance([0.02, 0.9], 0.05)).toEqual([true, false]);
    expect(beyondChance([0.03, 0.9], 0.05)).toEqual([false, false]);
    expect(beyondChance([], 0.05)).toEqual([]);
  });
});
