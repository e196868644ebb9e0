/** Moves points that lie on top of each other apart, so that each can be seen and pointed at. */

import { appendTo } from "../../matrix/by-key.js";
import type { Points } from "./settle-points.js";

const rounds = 30;
/** Above this many points a map is read by its shapes, not point by point. */
const spreadUpTo = 20_000;
/** Least distance of two points, as a share of the side of a square that each point would have for itself. */
const leastShare = 0.4;

/** The points with pairs nearer than the least distance pushed apart, on a grid of that distance. O(points). */
export function spreadPoints(points: Points): Points {
  const count = points.x.length;
  if (count < 2 || count > spreadUpTo) return points;
  const x = points.x.slice();
  const y = points.y.slice();
  const least = leastShare * typicalSpace(points);
  if (!(least > 0)) return points;
  for (let round = 0; round < rounds; round += 1) if (!pushApart(x, y, least)) break;
  return { x, y };
}

/** Side of the square that each point would have if the middle 90 % of the points shared their box. */
function typicalSpace({ x, y }: Points): number {
  const extent = (values: Float64Array): number => {
    const sorted = values.slice().sort();
    return sorted[Math.floor(0.95 * (sorted.length - 1))]! - sorted[Math.ceil(0.05 * (sorted.length - 1))]!;
  };
  return Math.sqrt((extent(x) * extent(y)) / x.length);
}

/** One round over all near pairs; whether any was moved. */
function pushApart(x: Float64Array, y: Float64Array, least: number): boolean {
  const cells = new Map<string, number[]>();
  const cellOf = (i: number, dx: number, dy: number): string =>
    `${Math.floor(x[i]! / least) + dx}:${Math.floor(y[i]! / least) + dy}`;
  for (let i = 0; i < x.length; i += 1) {
    appendTo(cells, cellOf(i, 0, 0), i);
  }
  let moved = false;
  for (let i = 0; i < x.length; i += 1) {
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const j of cells.get(cellOf(i, dx, dy)) ?? []) if (j > i && separate(x, y, i, j, least)) moved = true;
      }
    }
  }
  return moved;
}

function separate(x: Float64Array, y: Float64Array, i: number, j: number, least: number): boolean {
  let dx = x[j]! - x[i]!;
  let dy = y[j]! - y[i]!;
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance >= least) return false;
  if (distance === 0) {
    dx = (j % 7) - 3 || 1;
    dy = (j % 5) - 2;
  }
  const step = (0.5 * (least - distance)) / Math.sqrt(dx * dx + dy * dy);
  x[i]! -= dx * step;
  y[i]! -= dy * step;
  x[j]! += dx * step;
  y[j]! += dy * step;
  return true;
}
