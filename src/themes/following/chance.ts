/**
 * What chance alone would do: tails, intervals and the allowance for many tests at once.
 *
 * References: Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22,
 * 209-212. doi:10.1080/01621459.1927.10502953. Benjamini, Y., Hochberg, Y. (1995). Controlling the false discovery rate.
 * JRSS B 57, 289-300. doi:10.1111/j.2517-6161.1995.tb02031.x. Abramowitz, M., Stegun, I. A. (1964). Handbook of
 * Mathematical Functions, 7.1.26 (the error function, to 1.5e-7).
 */

import { exp, ln } from "../../matrix/elementary.js";

/** Probability of `hits` or more of `tries`, each with probability `share`. O(tries). */
export function binomialTail(tries: number, hits: number, share: number): number {
  if (hits <= 0) return 1;
  if (share <= 0 || hits > tries) return 0;
  if (share >= 1) return 1;
  let term = tries * ln(1 - share);
  let sum = 0;
  for (let x = 1; x <= tries; x += 1) {
    term += ln((tries - x + 1) / x) + ln(share / (1 - share));
    if (x >= hits) sum += exp(term);
  }
  return Math.min(1, sum);
}

/**
 * Probability that of `drawn` items out of `population`, of which `marked` are marked, `hits` or more are marked: the
 * one-sided test of Fisher. O(min(marked, drawn)).
 */
export function hypergeometricTail(population: number, marked: number, drawn: number, hits: number): number {
  const all = lnChoose(population, drawn);
  let sum = 0;
  for (let x = Math.max(hits, drawn + marked - population); x <= Math.min(marked, drawn); x += 1) {
    sum += exp(lnChoose(marked, x) + lnChoose(population - marked, drawn - x) - all);
  }
  return Math.min(1, sum);
}

function lnChoose(n: number, k: number): number {
  return lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k);
}

/** By Stirling's series, to 1e-9. */
function lnFactorial(n: number): number {
  if (n < 2) return 0;
  if (n < 10) return lnFactorial(n - 1) + ln(n);
  return (
    (n + 0.5) * ln(n) -
    n +
    0.5 * ln(2 * Math.PI) +
    1 / (12 * n) -
    1 / (360 * n * n * n) +
    1 / (1260 * n * n * n * n * n)
  );
}

/** Probability that a standard normal deviate is at least as far from 0 as `z`. */
export function twoSidedChance(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.min(1, polynomial * exp(-x * x));
}

const z95 = 1.959963984540054;

/** The share of `hits` in `tries` with its 95 % interval of Wilson; all 0 to 1 for no tries. */
export function shareInterval(hits: number, tries: number): { share: number; low: number; high: number } {
  if (tries === 0) return { share: 0, low: 0, high: 1 };
  const share = hits / tries;
  const squared = (z95 * z95) / tries;
  const middle = (share + squared / 2) / (1 + squared);
  const half = (z95 / (1 + squared)) * Math.sqrt((share * (1 - share)) / tries + squared / (4 * tries));
  return { share, low: hits === 0 ? 0 : middle - half, high: hits === tries ? 1 : middle + half };
}

/** Which of many tests stand when at most a share `rate` of those that stand may be chance. */
export function beyondChance(chances: readonly number[], rate: number): boolean[] {
  const order = [...chances.keys()].sort((a, b) => chances[a]! - chances[b]! || a - b);
  let last = -1;
  order.forEach((test, rank) => {
    if (chances[test]! <= (rate * (rank + 1)) / chances.length) last = rank;
  });
  const stands = chances.map(() => false);
  for (const test of order.slice(0, last + 1)) stands[test] = true;
  return stands;
}
