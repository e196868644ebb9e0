/**
 * The shores of themes: contour lines of the density of their papers on the map.
 *
 * Reference: Lorensen, W. E., Cline, H. E. (1987). Marching cubes. SIGGRAPH 21(4), 163-169. doi:10.1145/37402.37422
 * (its two-dimensional form); Silverman, B. W. (1986). Density estimation for statistics and data analysis, section 4.2.
 */

import { clusterMembers } from "../../clusters/cluster-members.js";
import { contourLines } from "./contour-lines.js";
import type { MapLayout } from "./map-layout.js";

/** A closed line: x0, y0, x1, y1, ... in the units of the map; the last point joins the first. */
export type Ring = readonly number[];

/** The island of a theme: its shore and its heights. */
export interface Island {
  readonly shore: readonly Ring[];
  readonly heights: readonly Ring[];
  /** The middle of the papers: half of them lie to each side. */
  readonly heart: readonly [number, number];
}

const cellsHigh = 110;
/** Density of a lone paper at its own place is 1. */
const shoreDensity = 0.32;
const heightsShare = 0.45;
/** Rings smaller than this share of the largest are left out. */
const leastShare = 0.04;

/** One island a theme, in the order of the themes. O(papers + themes x cells). */
export function islands({ points, themes, width }: MapLayout, k: number): Island[] {
  const cell = 1 / cellsHigh;
  const columns = Math.ceil(width / cell) + 1;
  const reach = Math.max(0.018, Math.min(0.05, 0.42 * Math.sqrt(width / Math.max(1, points.x.length))));
  const members = clusterMembers(themes, k);
  return members.map((papers) => {
    const density = new Float64Array(columns * (cellsHigh + 1));
    for (const i of papers) splat(density, columns, points.x[i]! / cell, points.y[i]! / cell, reach / cell);
    const highest = density.reduce((most, value) => Math.max(most, value), 0);
    const level = Math.min(highest / 2, Math.max(shoreDensity, highest * 0.06));
    return {
      shore: largestFirst(contourLines(density, columns, level, cell)),
      heights: largestFirst(contourLines(density, columns, Math.max(level * 1.5, highest * heightsShare), cell)),
      heart: heartOf(papers, points),
    };
  });
}

function heartOf(papers: readonly number[], { x, y }: MapLayout["points"]): [number, number] {
  const median = (values: Float64Array): number => {
    const sorted = papers.map((i) => values[i]!).sort((a, b) => a - b);
    return sorted[sorted.length >> 1] ?? 0;
  };
  return [median(x), median(y)];
}

/** Adds a round hill of height 1: (1 - (d / 3 reach)^2)^4, much like a Gaussian but ending. */
function splat(density: Float64Array, columns: number, x: number, y: number, reach: number): void {
  const end = 3 * reach;
  const rows = density.length / columns;
  for (let row = Math.max(0, Math.ceil(y - end)); row <= Math.min(rows - 1, y + end); row += 1) {
    for (let column = Math.max(0, Math.ceil(x - end)); column <= Math.min(columns - 1, x + end); column += 1) {
      const squared = ((column - x) ** 2 + (row - y) ** 2) / (end * end);
      if (squared < 1) density[row * columns + column]! += (1 - squared) ** 4;
    }
  }
}

/** Rings by size, without rocks and ponds: a stray paper needs no shore of its own. */
function largestFirst(rings: readonly number[][]): number[][] {
  const sized = rings.map((ring) => ({ ring, size: Math.abs(area(ring)) })).sort((a, b) => b.size - a.size);
  return sized.filter(({ size }) => size >= leastShare * sized[0]!.size).map(({ ring }) => ring);
}

/** The shoelace formula. */
function area(ring: readonly number[]): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const next = (i + 2) % ring.length;
    twice += ring[i]! * ring[next + 1]! - ring[next]! * ring[i + 1]!;
  }
  return twice / 2;
}
