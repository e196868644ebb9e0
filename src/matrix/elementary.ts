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
  const r = reduced(x);
  let series = 1 / 13;
  for (let n = 12; n >= 2; n -= 1) series = (1 + r * series) / n;
  return expBySeries(x, series);
}

/**
 * Replaces numbers by their {@link exp}, up to `most` at a time: the divisions of many series run side by side, where those
 * of one wait for each other.
 */
export function exponentials(most: number): (values: Float64Array) => void {
  const r = new Float64Array(most);
  const series = new Float64Array(most);
  return (values) => {
    const count = values.length;
    for (let i = 0; i < count; i += 1) r[i] = reduced(values[i]!);
    series.fill(1 / 13);
    for (let n = 12; n >= 2; n -= 1) for (let i = 0; i < count; i += 1) series[i] = (1 + r[i]! * series[i]!) / n;
    for (let i = 0; i < count; i += 1) values[i] = expBySeries(values[i]!, series[i]!);
  };
}

/** x less the nearest multiple of ln 2. */
function reduced(x: number): number {
  const exponent = Math.round(x / Math.LN2);
  return x - exponent * ln2High - exponent * ln2Low;
}

/** e to the power x, from 1/2 + r/6 + ... of the reduced argument. */
function expBySeries(x: number, series: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.8) return Infinity;
  if (x < -745.2) return 0;
  const exponent = Math.round(x / Math.LN2);
  const high = x - exponent * ln2High;
  const low = exponent * ln2Low;
  const r = high - low;
  // 1 + r + r^2 (1/2 + ...), with what the subtraction of `low` lost put back into the small part.
  return timesPowerOfTwo(1 + (r + (r * r * series + (high - r - low))), exponent);
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
