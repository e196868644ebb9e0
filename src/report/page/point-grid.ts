/** Finding the point nearest to a place, and the next one in a direction, on a grid over the map. */

import { appendTo } from "../../matrix/by-key.js";

/** A point of the map. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Answers where points are. */
export interface PointGrid {
  /** The point nearest to a place within `radius` that `accepts`, -1 for none; ties to the lower. */
  nearest(x: number, y: number, radius: number, accepts: (i: number) => boolean): number;
  /** The next point from point `i` towards a direction, -1 for none. */
  towards(i: number, dx: number, dy: number, accepts: (i: number) => boolean): number;
}

/** A grid of about two points a cell. */
export function createPointGrid(points: readonly Point[], width: number): PointGrid {
  const side = Math.sqrt((2 * width) / Math.max(1, points.length));
  const columns = Math.ceil(width / side) + 1;
  const cells = new Map<number, number[]>();
  const column = (x: number): number => Math.max(0, Math.min(columns - 1, Math.floor(x / side)));
  const row = (y: number): number => Math.max(0, Math.min(columns * 4, Math.floor(y / side)));
  points.forEach(({ x, y }, i) => {
    appendTo(cells, row(y) * columns + column(x), i);
  });
  return {
    nearest(x, y, radius, accepts) {
      let best = -1;
      let bestDistance = radius * radius;
      for (let r = row(y - radius); r <= row(y + radius); r += 1) {
        for (let c = column(x - radius); c <= column(x + radius); c += 1) {
          for (const i of cells.get(r * columns + c) ?? []) {
            const distance = (points[i]!.x - x) ** 2 + (points[i]!.y - y) ** 2;
            if (distance > bestDistance || !accepts(i) || (distance === bestDistance && best >= 0)) continue;
            best = i;
            bestDistance = distance;
          }
        }
      }
      return best;
    },
    towards: (from, dx, dy, accepts) => nextTowards(points, from, dx, dy, accepts),
  };
}

/** Within 45 degrees of the direction; what lies aside counts double. */
function nextTowards(
  points: readonly Point[],
  from: number,
  dx: number,
  dy: number,
  accepts: (i: number) => boolean,
): number {
  let best = -1;
  let least = Infinity;
  const { x, y } = points[from]!;
  points.forEach((point, i) => {
    const along = (point.x - x) * dx + (point.y - y) * dy;
    const across = Math.abs((point.x - x) * dy - (point.y - y) * dx);
    const effort = along + 2 * across;
    if (i === from || along <= 0 || across > along || effort >= least || !accepts(i)) return;
    best = i;
    least = effort;
  });
  return best;
}
