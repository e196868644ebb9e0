/**
 * Seeded random numbers: the only source of chance in themata.
 *
 * Reference: Blackman, D., Vigna, S. (2021). Scrambled linear pseudorandom number generators. ACM TOMS 47(4).
 * doi:10.1145/3460772 (xoshiro128**, seeded by splitmix32).
 */

import { ln } from "./elementary.js";

/** A stream of numbers in [0, 1) with 32 bits each; the same seed gives the same stream everywhere. */
export type Random = () => number;

/** A generator for a whole-number seed; `stream` tells apart several generators of one seed. */
export function seededRandom(seed: number, stream = 0): Random {
  let mixer = (seed ^ Math.imul(stream + 1, 0x9e3779b9)) | 0;
  const splitmix = (): number => {
    mixer = (mixer + 0x9e3779b9) | 0;
    let z = mixer;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  let d = splitmix() | 1;
  return () => {
    const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return (scrambled >>> 0) / 4294967296;
  };
}

/** A standard normal deviate (polar method; Marsaglia and Bray 1964, doi:10.1137/1006063). */
export function normalDeviate(random: Random): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * ln(square)) / square);
  }
}

/** The numbers 0 .. length - 1 in random order (Fisher and Yates). */
export function shuffledIndices(length: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
}

/** An index with chance proportional to its weight; any, if all weights are 0. */
export function drawProportional(weights: ArrayLike<number>, random: Random): number {
  let total = 0;
  for (let i = 0; i < weights.length; i += 1) total += weights[i]!;
  if (total === 0) return Math.floor(random() * weights.length);
  let left = random() * total;
  for (let i = 0; i < weights.length; i += 1) {
    left -= weights[i]!;
    if (left < 0) return i;
  }
  return weights.length - 1;
}

function rotate(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}
