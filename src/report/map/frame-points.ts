/** Turns points so that their longest side lies flat, and fits them into a frame of height 1. */

import type { Points } from "./settle-points.js";

/** Free space around the points, as a share of the height. */
const margin = 0.06;
const narrowest = 0.8;
const widest = 2;

/** The points in [0, width] x [0, 1], and that width. */
export function framed(points: Points): { points: Points; width: number } {
  const turned = turnedFlat(points);
  const [left, right] = limits(turned.x);
  const [top, bottom] = limits(turned.y);
  const height = Math.max(bottom - top, (right - left) / widest, 1e-9);
  const scale = (1 - 2 * margin) / height;
  const width = Math.max(narrowest, (right - left) * scale + 2 * margin);
  return {
    points: {
      x: turned.x.map((value) => width / 2 + (value - (left + right) / 2) * scale),
      y: turned.y.map((value) => 0.5 + (value - (top + bottom) / 2) * scale),
    },
    width,
  };
}

/** Rotated about the mean so that x is the axis of largest variance. */
function turnedFlat({ x, y }: Points): Points {
  const meanX = x.reduce((sum, value) => sum + value, 0) / x.length;
  const meanY = y.reduce((sum, value) => sum + value, 0) / y.length;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i += 1) {
    const dx = x[i]! - meanX;
    const dy = y[i]! - meanY;
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  // Half of the angle whose tangent is 2 xy / (xx - yy), by its cosine: no function that engines round differently.
  const spread = Math.sqrt((xx - yy) ** 2 + 4 * xy * xy);
  const doubled = spread === 0 ? 1 : (xx - yy) / spread;
  const cosine = Math.sqrt(Math.max(0, (1 + doubled) / 2));
  const sine = Math.sqrt(Math.max(0, (1 - doubled) / 2)) * (xy < 0 ? -1 : 1);
  return {
    x: x.map((value, i) => cosine * (value - meanX) + sine * (y[i]! - meanY)),
    y: y.map((value, i) => cosine * (value - meanY) - sine * (x[i]! - meanX)),
  };
}

function limits(values: Float64Array): readonly [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}
