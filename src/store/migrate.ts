/** Brings data saved by an earlier version to the shape of this one, step by step. */

import type { CsrMatrix } from "../matrix/csr.js";
import { type DenseMatrix, normalizeRows } from "../matrix/dense.js";
import { nearestReference } from "../themes/space/space.js";
import type { TfidfModel } from "../vectors/tfidf.js";
import { csrMatrix, denseMatrix } from "./matrix-shapes.js";
import type { SavedKind } from "./saved-kinds.js";
import { ascendingTexts, isPlainObject, list, nullable, oneOf, record, typed } from "./shape.js";
import { tfidfModel } from "./vector-shapes.js";

/** The version that `serialize` writes. */
export const newestVersion = 6;

/** A step checks what it changes and passes over the rest; what comes out is checked like any loaded data. */
type Step = (data: unknown, path: string) => unknown;

/** `steps[v]` brings data of version v to version v + 1; a kind without a step kept its shape. */
const steps: Readonly<Record<number, { readonly [K in SavedKind]?: Step }>> = {
  1: { "theme-model": themeModelFrom1, "phrase-statistics": phraseStatisticsFrom1 },
  2: { "paper-index": paperIndexFrom2 },
  4: { "theme-model": themeModelFrom4 },
  5: { "paper-index": paperIndexFrom5 },
};

/** Data of a version in the newest shape. */
export function migrate(kind: SavedKind, version: number, data: unknown): unknown {
  let migrated = data;
  for (let from = version; from < newestVersion; from += 1) {
    const step = steps[from]?.[kind];
    if (step !== undefined) migrated = step(migrated, kind);
  }
  return migrated;
}

/** What a theme model of version 1 held of that which became another. */
interface ThemeModel1 {
  readonly themes: readonly object[];
  readonly space: { readonly tfidf: TfidfModel; readonly vectors: CsrMatrix; readonly neighbours: number };
  readonly phraseTable: { readonly keys: readonly string[] };
  readonly decisions: object;
}

/**
 * Version 1 had no single words of a theme, did not count how often a phrase ends a noun phrase, and kept neither the
 * neighbours of its papers nor what updates and divided themes need.
 */
function themeModelFrom1(data: unknown, path: string): unknown {
  record<ThemeModel1>({
    themes: list(record({})),
    space: record<ThemeModel1["space"]>({ tfidf: tfidfModel, vectors: csrMatrix(), neighbours: oneOf(0, 10) }),
    phraseTable: record<ThemeModel1["phraseTable"]>({ keys: ascendingTexts }),
    decisions: record({}),
  })(data, path);
  const model = data as ThemeModel1;
  const { themes, space, phraseTable, decisions } = model;
  return {
    ...model,
    themes: themes.map((theme) => ({ ...theme, words: [] })),
    space: { ...space, surfaces: space.tfidf.vocabulary, ...neighboursFrom1(space) },
    decisions: { ...decisions, split: [] },
    phraseTable: { ...phraseTable, headShare: new Float32Array(phraseTable.keys.length).fill(1) },
  };
}

function neighboursFrom1({ vectors, neighbours }: ThemeModel1["space"]): object {
  const { rows } = vectors;
  const nearest = nearestReference({ vectors, reference: rows, neighbours }, vectors);
  return { known: new Float64Array(rows).fill(1), fitted: rows, reference: rows, nearest };
}

/** Version 1 did not say in which number an acronym is written. */
function phraseStatisticsFrom1(data: unknown, path: string): unknown {
  record<{ acronyms: object[] }>({ acronyms: list(record({})) })(data, path);
  const statistics = data as { acronyms: object[] };
  return { ...statistics, acronyms: statistics.acronyms.map((entry) => ({ ...entry, plural: false })) };
}

/** What a paper index of version 2 held of that which became another. */
interface PaperIndex2 {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly basis: { readonly place: Uint32Array } | null;
}

/** Version 2 told single terms and pairs in one list, pairs by the numbers of their words. */
function paperIndexFrom2(data: unknown, path: string): unknown {
  const numbers = typed(
    ["Uint32Array"],
    isPlainObject(data) && data["left"] instanceof Uint32Array ? data["left"].length : 0,
  );
  record<PaperIndex2>({
    left: numbers,
    right: numbers,
    basis: nullable(record<NonNullable<PaperIndex2["basis"]>>({ place: numbers })),
  })(data, path);
  const index = data as PaperIndex2;
  const { left, right, basis } = index;
  const terms = Array.from(left, (_, term) => term);
  const singles = Uint32Array.from(terms.filter((term) => right[term] === 0xffffffff));
  const pairs = terms.filter((term) => right[term] !== 0xffffffff);
  // A number of no term becomes a place that no word has, which is refused with the rest.
  const placeOf = (term: number): number => left[term] ?? singles.length;
  return {
    ...index,
    singles,
    left: Uint32Array.from(pairs, (term) => placeOf(left[term]!)),
    right: Uint32Array.from(pairs, (term) => placeOf(right[term]!)),
    basis: basis === null ? null : { ...basis, place: singles.map((term) => basis.place[term]!) },
  };
}

/** What a theme model of version 4 held of that which became another. */
interface ThemeModel4 {
  readonly space: { readonly scores: DenseMatrix };
}

/** Version 4 smoothed by two fifths, and by rows that were as long as the papers lie within the space. */
function themeModelFrom4(data: unknown, path: string): unknown {
  record<ThemeModel4>({ space: record<ThemeModel4["space"]>({ scores: denseMatrix() }) })(data, path);
  const model = data as ThemeModel4;
  return { ...model, space: { ...model.space, scores: normalizeRows(model.space.scores), neighbourShare: 0.4 } };
}

/** What a paper index of version 5 held of that which became another. */
interface PaperIndex5 {
  readonly basis: object | null;
}

/** Version 5 left each paper where its own words lie. */
function paperIndexFrom5(data: unknown, path: string): unknown {
  record<PaperIndex5>({ basis: nullable(record({})) })(data, path);
  const index = data as PaperIndex5;
  return { ...index, basis: index.basis === null ? null : { ...index.basis, neighbours: 0 } };
}
