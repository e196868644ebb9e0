/** No theme beside a narrower one that says more. */

import { placesById } from "../matrix/by-key.js";
import type { Tagger } from "./tagger.js";

/** A narrower name must score so much of what the broader one does, to stand for it; a theme with `parents` need not. */
const nearlyAsSure = 0.75;

/**
 * The themes without those of which a narrower one is among them too. Where examples were given, they have said whether
 * both are wanted.
 *
 * @param heads for each theme another whose name its own name ends in, or -1
 */
export function withoutBroader<T extends { readonly theme: number; readonly score: number }>(
  tagger: Tagger,
  given: readonly T[],
  heads?: Int32Array,
): readonly T[] {
  if (given.length < 2 || tagger.calibration.kind === "fitted") return given;
  const parents = parentsOf(tagger.themes);
  const scores = new Map(given.map(({ theme, score }) => [theme, score]));
  const dropped = new Set<number>();
  for (const { theme, score } of given) {
    for (const above of allAbove(theme, (place) => parents.get(place) ?? [])) {
      // In a circle of parents neither is broader than the other.
      if (!allAbove(above, (place) => parents.get(place) ?? []).has(theme)) dropped.add(above);
    }
    if (heads === undefined) continue;
    for (const above of allAbove(theme, (place) => (heads[place]! < 0 ? [] : [heads[place]!]))) {
      if (score >= nearlyAsSure * (scores.get(above) ?? Infinity)) dropped.add(above);
    }
  }
  return given.filter(({ theme }) => !dropped.has(theme));
}

const known = new WeakMap<Tagger["themes"], ReadonlyMap<number, readonly number[]>>();

/** Places of the parents of the themes that have any. */
function parentsOf(themes: Tagger["themes"]): ReadonlyMap<number, readonly number[]> {
  const before = known.get(themes);
  if (before !== undefined) return before;
  const places = placesById(themes);
  const parents = new Map<number, readonly number[]>();
  themes.forEach((theme, place) => {
    const own = (theme.parents ?? []).flatMap((id) => places.get(id) ?? []).filter((parent) => parent !== place);
    if (own.length > 0) parents.set(place, own);
  });
  known.set(themes, parents);
  return parents;
}

/** Everything above a theme, however far. */
function allAbove(theme: number, next: (place: number) => readonly number[]): Set<number> {
  const above = new Set<number>();
  const open = [theme];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const parent of next(place)) {
      if (above.has(parent) || parent === theme) continue;
      above.add(parent);
      open.push(parent);
    }
  }
  return above;
}
