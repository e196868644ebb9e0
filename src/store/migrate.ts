/** Brings data saved by an earlier version to the shape of this one, step by step. */

import type { CsrMatrix } from "../matrix/csr.js";
import { nearestReference } from "../themes/space.js";
import { csrMatrix } from "./matrix-shapes.js";
import type { SavedKind } from "./saved-kinds.js";
import { isObject } from "./shape.js";

/** The version that `serialize` writes. */
export const newestVersion = 3;

/** A step changes what it knows and passes over the rest; what comes out is checked like any loaded data. */
type Step = (data: unknown) => unknown;

/** `steps[v]` brings data of version v to version v + 1; a kind without a step kept its shape. */
const steps: Readonly<Record<number, { readonly [K in SavedKind]?: Step }>> = {
  1: { "theme-model": themeModelFrom1, "phrase-statistics": phraseStatisticsFrom1 },
  2: { "paper-index": paperIndexFrom2 },
};

/** Data of a version in the newest shape. */
export function migrate(kind: SavedKind, version: number, data: unknown): unknown {
  let migrated = data;
  for (let from = version; from < newestVersion; from += 1) {
    const step = steps[from]?.[kind];
    if (step !== undefined) migrated = step(migrated);
  }
  return migrated;
}

/**
 * Version 1 had no single words of a theme, did not count how often a phrase ends a noun phrase, and kept neither the
 * neighbours of its papers nor what updates and divided themes need.
 */
function themeModelFrom1(data: unknown): unknown {
  if (!isObject(data)) return data;
  const { themes, space, phraseTable, decisions } = data;
  if (!Array.isArray(themes) || !isObject(space) || !isObject(space["tfidf"]) || !isObject(phraseTable)) return data;
  const phrases = Array.isArray(phraseTable["keys"]) ? phraseTable["keys"].length : 0;
  return {
    ...data,
    themes: themes.map((theme) => (isObject(theme) ? { ...theme, words: [] } : theme)),
    space: { ...space, surfaces: space["tfidf"]["vocabulary"], ...neighboursFrom1(space) },
    decisions: { ...(isObject(decisions) ? decisions : {}), split: [] },
    phraseTable: { ...phraseTable, headShare: new Float32Array(phrases).fill(1) },
  };
}

function neighboursFrom1(space: Record<string, unknown>): object {
  csrMatrix()(space["vectors"], "space.vectors");
  const vectors = space["vectors"] as CsrMatrix;
  const { rows } = vectors;
  const neighbours = space["neighbours"] === 0 ? 0 : 10;
  const nearest = nearestReference({ vectors, reference: rows, neighbours }, vectors);
  return { known: new Float64Array(rows).fill(1), fitted: rows, reference: rows, nearest };
}

/** Version 1 did not say in which number an acronym is written. */
function phraseStatisticsFrom1(data: unknown): unknown {
  if (!isObject(data) || !Array.isArray(data["acronyms"])) return data;
  return {
    ...data,
    acronyms: data["acronyms"].map((entry) => (isObject(entry) ? { ...entry, plural: false } : entry)),
  };
}

/** Version 2 told single terms and pairs in one list, pairs by the numbers of their words. */
function paperIndexFrom2(data: unknown): unknown {
  if (!isObject(data)) return data;
  const { left, right, basis } = data;
  if (!(left instanceof Uint32Array && right instanceof Uint32Array)) return data;
  const terms = Array.from(left, (_, term) => term);
  const singles = Uint32Array.from(terms.filter((term) => right[term] === 0xffffffff));
  const pairs = terms.filter((term) => right[term] !== 0xffffffff);
  const placeOf = (term: number): number => left[term] ?? singles.length;
  const place = isObject(basis) && basis["place"] instanceof Uint32Array ? basis["place"] : new Uint32Array(0);
  return {
    ...data,
    singles,
    left: Uint32Array.from(pairs, (term) => placeOf(left[term]!)),
    right: Uint32Array.from(pairs, (term) => placeOf(right[term]!)),
    basis: isObject(basis) ? { ...basis, place: singles.map((term) => place[term] ?? 0) } : basis,
  };
}
