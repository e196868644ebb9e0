/**
 * Places themes in the plane so that their distances tell how unlike they are: stress majorisation.
 *
 * Reference: Gansner, E. R., Koren, Y., North, S. (2005). Graph drawing by stress majorization. GD 2004, LNCS 3383,
 * 239-250. doi:10.1007/978-3-540-31843-9_25 (the local, one-point-at-a-time form, weights d^-2).
 */

import type { Points } from "./settle-points.js";

const goldenCosine = -0.7373688780783197;
const goldenSine = 0.6754902942615238;
const rounds = 300;
/** Distance of two themes that have nothing in common. */
const farthest = 14;
const nearestDistance = 3;

/** @param likeness cosine of two themes */
export function placeThemes(k: number, likeness: (s: number, t: number) => number): Points {
  const points: Points = { x: new Float64Array(k), y: new Float64Array(k) };
  // A sunflower: well spread. Each seed is the one before turned by the golden angle, by plain arithmetic alone.
  let cosine = 1;
  let sine = 0;
  for (let t = 0; t < k; t += 1) {
    const radius = nearestDistance * Math.sqrt(t);
    points.x[t] = radius * cosine;
    points.y[t] = radius * sine;
    [cosine, sine] = [cosine * goldenCosine - sine * goldenSine, sine * goldenCosine + cosine * goldenSine];
  }
  const distance = (s: number, t: number): number =>
    nearestDistance + (farthest - nearestDistance) * Math.sqrt(Math.max(0, 1 - likeness(s, t)));
  for (let round = 0; round < rounds; round += 1) for (let t = 0; t < k; t += 1) relax(points, t, k, distance);
  return points;
}

/** Moves theme t to where the stress of its distances is least while the others stand. */
function relax({ x, y }: Points, t: number, k: number, distance: (s: number, t: number) => number): void {
  let sumX = 0;
  let sumY = 0;
  let weights = 0;
  for (let s = 0; s < k; s += 1) {
    if (s === t) continue;
    const wanted = distance(s, t);
    const dx = x[t]! - x[s]!;
    const dy = y[t]! - y[s]!;
    const stretch = wanted / Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
    const weight = 1 / (wanted * wanted);
    sumX += weight * (x[s]! + dx * stretch);
    sumY += weight * (y[s]! + dy * stretch);
    weights += weight;
  }
  if (weights === 0) return;
  x[t] = sumX / weights;
  y[t] = sumY / weights;
}
