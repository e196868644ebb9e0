/**
 * Lets points settle under the pull of edges and the push of everything else: the layout step of UMAP.
 *
 * Reference: McInnes, L., Healy, J., Melville, J. (2018). UMAP: uniform manifold approximation and projection for
 * dimension reduction. arXiv:1802.03426, section 3.2.
 * Departures: a = b = 1, so that every step is plain arithmetic and the same on every engine; edges come weighted by
 * rank; the start is given (themes in their places) rather than spectral.
 */

import { normalDeviate, seededRandom } from "../../matrix/random.js";
import type { LayoutEdges } from "./layout-edges.js";

/** Points of the plane. */
export interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const pushesPerPull = 5;
const longestMove = 4;
/** Pull towards the middle, so that islands lie close: the share of its way there that a paper goes for each edge. */
const gravity = 0.04;
/** How much more of it upright: screens are wider than high. */
const flatness = 1.5;

/** Where the points come to rest. O(rounds x edges), rounds falling from 400 to 80 as the papers grow. */
export function settlePoints(start: Points, edges: LayoutEdges, seed: number): Points {
  const count = start.x.length;
  const random = seededRandom(seed, 77);
  const x = start.x.map((value) => value + 0.5 * normalDeviate(random));
  const y = start.y.map((value) => value + 0.5 * normalDeviate(random));
  const rounds = Math.round(Math.min(400, Math.max(80, 2_000_000 / count)));
  const due = edges.weight.slice();
  for (let round = 0; round < rounds; round += 1) {
    const rate = 1 - round / rounds;
    for (let e = 0; e < due.length; e += 1) {
      // An edge of weight w is pulled in a share w of the rounds, evenly spread.
      due[e]! += edges.weight[e]!;
      if (due[e]! < 1) continue;
      due[e]! -= 1;
      const i = edges.from[e]!;
      pull(x, y, i, edges.to[e]!, rate);
      x[i]! -= rate * gravity * x[i]!;
      y[i]! -= rate * flatness * gravity * y[i]!;
      for (let n = 0; n < pushesPerPull; n += 1) push(x, y, i, Math.floor(random() * count), rate);
    }
  }
  return { x, y };
}

function pull(x: Float64Array, y: Float64Array, i: number, j: number, rate: number): void {
  const dx = x[i]! - x[j]!;
  const dy = y[i]! - y[j]!;
  const force = -2 / (1 + dx * dx + dy * dy);
  const moveX = rate * clamped(force * dx);
  const moveY = rate * clamped(force * dy);
  x[i]! += moveX;
  y[i]! += moveY;
  x[j]! -= moveX;
  y[j]! -= moveY;
}

function push(x: Float64Array, y: Float64Array, i: number, j: number, rate: number): void {
  if (i === j) return;
  const dx = x[i]! - x[j]!;
  const dy = y[i]! - y[j]!;
  const squared = dx * dx + dy * dy;
  const force = 2 / ((0.001 + squared) * (1 + squared));
  x[i]! += rate * clamped(force * dx);
  y[i]! += rate * clamped(force * dy);
}

function clamped(move: number): number {
  return Math.max(-longestMove, Math.min(longestMove, move));
}
