/**
 * Logarithm, exponential and power from additions, multiplications, divisions and square roots alone, which every engine
 * rounds alike. `Math.log` and its kin may differ in the last bit between versions of one engine, and a last bit can
 * move a paper to another theme.
 *
 * Reference: Muller, J.-M. (2016). Elementary Functions: Algorithms and Implementation, 3rd ed. Birkhäuser.
 * doi:10.1007/978-1-4899-7983-4 (range reduction by ln 2 in two parts, series of the reduced argument).
 */

/** ln 2 as a number of few bits, whose multiples are exact, and the rest. */
const ln2High = 0.693145751953125;
const ln2Low = 1.4286068203094173e-6;

const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);

/** Natural logarithm, within 1.5 units in the last place; -Infinity for 0, NaN below. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  const subnormal = x < 2 ** -1022;
  scratch[0] = subnormal ? x * 2 ** 54 : x;
  let exponent = (words[1]! >>> 20) - (subnormal ? 1077 : 1023);
  words[1] = (words[1]! & 0xfffff) | 0x3ff00000;
  let mantissa = scratch[0]!;
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  // ln(1 + f) = f - f^2/2 + s (f^2/2 + R) with s = f / (2 + f), R = 2/3 s^2 + 2/5 s^4 + ...
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  let series = 2 / 23;
  for (let odd = 21; odd >= 3; odd -= 2) series = 2 / odd + z * series;
  const half = (f * f) / 2;
  return exponent * ln2High - (half - (s * (half + z * series) + exponent * ln2Low) - f);
}

/** e to the power x, within 1.5 units in the last place. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.8) return Infinity;
  if (x < -745.2) return 0;
  const exponent = Math.round(x / Math.LN2);
  const high = x - exponent * ln2High;
  const low = exponent * ln2Low;
  const r = high - low;
  let series = 1 / 13;
  for (let n = 12; n >= 2; n -= 1) series = (1 + r * series) / n;
  // 1 + r + r^2 (1/2 + ...), with what the subtraction of `low` lost put back into the small part.
  return timesPowerOfTwo(1 + (r + (r * r * series + (high - r - low))), exponent);
}

/**
 * Replaces numbers by their {@link exp}, up to `most` at a time: the same bits, but the divisions of many series run side by
 * side, where those of one wait for each other.
 */
export function exponentials(most: number): (values: Float64Array) => void {
  const reduced = new Float64Array(most);
  const lost = new Float64Array(most);
  const series = new Float64Array(most);
  const powers = new Float64Array(most);
  const powerWords = new Uint32Array(powers.buffer);
  return (values) => {
    const count = values.length;
    for (let i = 0; i < count; i += 1) {
      const x = values[i]!;
      // Beyond, powers of two are no longer normal numbers.
      if (!(x > -690 && x < 690)) {
        for (let j = 0; j < count; j += 1) values[j] = exp(values[j]!);
        return;
      }
      const exponent = Math.round(x / Math.LN2);
      const high = x - exponent * ln2High;
      const low = exponent * ln2Low;
      reduced[i] = high - low;
      lost[i] = high - reduced[i]! - low;
      series[i] = 1 / 13;
      powerWords[2 * i + 1] = (exponent + 1023) << 20;
    }
    for (let n = 12; n >= 2; n -= 1) {
      for (let i = 0; i < count; i += 1) series[i] = (1 + reduced[i]! * series[i]!) / n;
    }
    for (let i = 0; i < count; i += 1) {
      const r = reduced[i]!;
      values[i] = (1 + (r + (r * r * series[i]! + lost[i]!))) * powers[i]!;
    }
  };
}

/** A positive number to any power, within a few units in the last place; 0 to a positive power is 0. */
export function power(base: number, exponent: number): number {
  return exponent === 0 ? 1 : exp(exponent * ln(base));
}

/** y x 2^k, exact but for the rounding of results below the normal range. */
function timesPowerOfTwo(y: number, k: number): number {
  if (k < -1000) return y * 2 ** -1000 * powerOfTwo(k + 1000);
  return k > 1000 ? y * 2 ** 1000 * powerOfTwo(k - 1000) : y * powerOfTwo(k);
}

function powerOfTwo(k: number): number {
  words[0] = 0;
  words[1] = (k + 1023) << 20;
  return scratch[0]!;
}
