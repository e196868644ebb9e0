/**
 * Groups of papers that are new together: papers whose nearest neighbours came with them far more often than chance
 * would have it, linked where they are neighbours of one another.
 *
 * References: Schilling, M. F. (1986). Multivariate two-sample tests based on nearest neighbors. JASA 81, 799-806.
 * doi:10.1080/01621459.1986.10478337. Henze, N. (1988). A multivariate two-sample test based on the number of nearest
 * neighbor type coincidences. Annals of Statistics 16, 772-783. doi:10.1214/aos/1176350835
 * Departures: the test is read paper by paper, on the 3, 4, ... 10 nearest neighbours, so that it says which papers
 * differ and not only that some do.
 */

import { type CsrMatrix, firstRows, selectRows } from "../../matrix/csr.js";
import { nearestRows } from "../../vectors/nearest-rows.js";
import { binomialTail } from "../following/chance.js";
import type { ThemeSpace } from "../model/theme-model.js";
import { nearestReference } from "../space/space.js";

const neighbourCount = 10;
const shortestPrefix = 3;
/** Chance below which a paper is taken to have come with its neighbours. */
const seedChance = 0.003;
/** Chance below which a paper joins a group that has this many of its neighbours. */
const joinChance = 0.1;
const joinNeighbours = 4;
/** Fewest papers of a group. */
const fewestPapers = 5;

/** A neighbour of a recent paper: its place among the recent papers, -1 for an earlier one. */
interface Neighbour {
  readonly recent: number;
  readonly cosine: number;
}

/**
 * Rows of the papers of each group, largest group first; rows ascend.
 *
 * @param recent rows of papers added after the reference papers of the space
 * @param earlier papers, from the first, that the recent ones are held against; the reference papers or more
 */
export function newcomers(space: ThemeSpace, recent: readonly number[], earlier: number): number[][] {
  const share = Math.max(0, recent.length - 1) / Math.max(1, earlier + recent.length - 1);
  if (binomialTail(neighbourCount, neighbourCount, share) >= seedChance) return [];
  const near = neighboursOf(space, recent, earlier);
  const chances = near.map((neighbours) => leastChance(neighbours, share));
  const groups = linked(near, chances).map((group) => grown(near, chances, group));
  const large = groups.filter((group) => group.length >= fewestPapers);
  return large.sort((a, b) => b.length - a.length || a[0]! - b[0]!).map((group) => group.map((i) => recent[i]!));
}

/** The nearest of the earlier and of the recent papers together, nearest first. */
function neighboursOf(space: ThemeSpace, recent: readonly number[], earlier: number): Neighbour[][] {
  const vectors = selectRows(space.vectors, recent);
  const among = nearestReference({ vectors, reference: recent.length, neighbours: neighbourCount }, vectors);
  const known = space.neighbours > 0 && earlier === space.reference;
  const before = known
    ? selectRows(space.nearest, recent)
    : nearestRows(vectors, firstRows(space.vectors, earlier), neighbourCount, false);
  return recent.map((_, i) => {
    const all = [...entries(among, i, true), ...entries(before, i, false)];
    return all.sort((a, b) => b.cosine - a.cosine || b.recent - a.recent).slice(0, neighbourCount);
  });
}

function entries(graph: CsrMatrix, row: number, isRecent: boolean): Neighbour[] {
  const found: Neighbour[] = [];
  for (let p = graph.indptr[row]!; p < graph.indptr[row + 1]!; p += 1) {
    found.push({ recent: isRecent ? graph.indices[p]! : -1, cosine: graph.data[p]! });
  }
  return found;
}

/** The least chance, over the first 3 neighbours, 4, ..., that so many of them are recent. */
function leastChance(neighbours: readonly Neighbour[], share: number): number {
  let least = 1;
  let recent = 0;
  neighbours.forEach((neighbour, i) => {
    if (neighbour.recent >= 0) recent += 1;
    if (i + 1 >= shortestPrefix) least = Math.min(least, binomialTail(i + 1, recent, share));
  });
  return least;
}

/** Groups of papers of little chance that are neighbours of one another both ways. */
function linked(near: readonly (readonly Neighbour[])[], chances: readonly number[]): number[][] {
  const isSeed = (i: number): boolean => i >= 0 && chances[i]! < seedChance;
  const groupOf = new Map<number, number>();
  const groups: number[][] = [];
  for (let i = 0; i < near.length; i += 1) {
    if (!isSeed(i) || groupOf.has(i)) continue;
    const group = [i];
    groupOf.set(i, groups.length);
    for (const member of group) {
      for (const { recent } of near[member]!) {
        if (!isSeed(recent) || groupOf.has(recent) || !near[recent]!.some((n) => n.recent === member)) continue;
        groupOf.set(recent, groups.length);
        group.push(recent);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** The group with the papers that have several of their neighbours in it, and in those, ascending. */
function grown(
  near: readonly (readonly Neighbour[])[],
  chances: readonly number[],
  group: readonly number[],
): number[] {
  const members = new Set(group);
  for (let before = 0; before < members.size; ) {
    before = members.size;
    near.forEach((neighbours, i) => {
      if (members.has(i) || chances[i]! >= joinChance) return;
      if (neighbours.filter(({ recent }) => members.has(recent)).length >= joinNeighbours) members.add(i);
    });
  }
  return [...members].sort((a, b) => a - b);
}
