/** The papers of an index with everything computed of them: rows, their order, terms, dense vectors. */

import { ThemataError } from "../../errors.js";
import { placesById } from "../../matrix/by-key.js";
import type { Paper } from "../../papers/paper.js";
import { countBits, countMask, packEntry } from "../../vectors/packed-entry.js";
import type { PaperCounter } from "../../vectors/paper-counter.js";
import { type DenseRows, denseRow, denseRows, setDenseRow } from "./dense-rows.js";
import { fitLatentBasis, foldRows, type LatentBasis } from "./latent-basis.js";
import { type Placer, placer } from "./latent-places.js";
import { addRow, adoptRows, type LexicalIndex, lexicalIndex, removeRow, rowEntries } from "./lexical-index.js";
import type { KnownWord, WordReader } from "./occurrences.js";
import { yearsOf } from "./paper-dates.js";
import { rowReader, type TermReader } from "./row-terms.js";
import { emptyScratch, type Scratch } from "./scratch.js";
import { appendTerm, internPair, internTerm, isPair, type TermTable } from "./term-table.js";
import { termWriter } from "./term-writer.js";
import { unitDense } from "./weighted-terms.js";
import { countWords, type WordList } from "./word-list.js";

/** A row holds one version of a paper; `position` is the paper's place in the order of adding and decides ties. */
export interface Collection<P extends Paper> {
  readonly reader: TermReader;
  /** Dimensions of the latent space, 0 for none. */
  readonly dimensions: number;
  readonly seed: number;
  /** Whether the dense vectors are the caller's. */
  readonly ownVectors: boolean;
  lexical: LexicalIndex;
  dense: DenseRows | undefined;
  basis: LatentBasis | undefined;
  /** Papers when the basis was fitted, and those added or removed since. */
  fitted: number;
  changed: number;
  papers: (P | undefined)[];
  /** Date of each row's paper in years, NaN for none; computed when needed. */
  years: number[] | undefined;
  rowOf: Map<string, number>;
  positionOf: number[];
  /** Row of each position, -1 where the paper was removed. */
  rowAt: number[];
  readonly scratch: Scratch;
  /** Written words, counted when first needed. */
  words: WordList | undefined;
  /** Writes terms as titles do; made when first needed. */
  write: ((term: string) => string) | undefined;
  /** Terms of words as written, as far as they were met in an answer. */
  readonly known: Map<number, KnownWord>;
}

/** What reads the words of answers. */
export function wordReader({ reader, lexical, known }: Collection<Paper>): WordReader {
  return { analyzer: reader.analyzer, table: lexical.terms, known };
}

/** A collection without papers. */
export function createCollection<P extends Paper>(
  reader: TermReader,
  latent: { readonly dimensions: number; readonly seed: number; readonly ownVectors: boolean },
): Collection<P> {
  return {
    reader,
    ...latent,
    lexical: lexicalIndex(),
    dense: undefined,
    basis: undefined,
    fitted: 0,
    changed: 0,
    papers: [],
    years: undefined,
    rowOf: new Map(),
    positionOf: [],
    rowAt: [],
    words: undefined,
    write: undefined,
    known: new Map(),
    scratch: emptyScratch(),
  };
}

/** Fills an empty collection. */
export function fillCollection(
  collection: Collection<Paper>,
  papers: readonly Paper[],
  vectors: (i: number) => Float64Array | undefined,
): void {
  const { reader, lexical } = collection;
  const entriesOf = rowReader(reader, lexical.terms, true);
  papers.forEach((paper, i) => {
    enter(collection, paper, addRow(lexical, entriesOf(paper)), i, vectors(i));
  });
  collection.changed = 0;
}

/** Fills an empty collection with papers whose terms were counted before: single terms. It keeps `rowOf` as its own. */
export function fillCounted(
  collection: Collection<Paper>,
  papers: readonly Paper[],
  rowOf: Map<string, number>,
  counter: PaperCounter,
): void {
  const { lexical } = collection;
  for (const term of counter.terms()) appendTerm(lexical.terms, term);
  adoptRows(lexical, counter.paged(), counter.documentFrequencies());
  seatPapers(collection, papers, rowOf);
}

/** Gives the rows to papers in their order. */
export function seatPapers(
  collection: Collection<Paper>,
  papers: readonly Paper[],
  rowOf: Map<string, number> = placesById(papers),
): void {
  collection.papers = papers.slice();
  collection.rowOf = rowOf;
  collection.positionOf = papers.map((_, row) => row);
  collection.rowAt = papers.map((_, row) => row);
}

/** Adds a paper, or puts it in the place of the one with its id. */
export function addPaper(collection: Collection<Paper>, paper: Paper, vector: Float64Array | undefined): void {
  const known = collection.rowOf.get(paper.id);
  const position = known === undefined ? collection.rowAt.length : collection.positionOf[known]!;
  if (known !== undefined) leave(collection, known);
  const { reader, lexical } = collection;
  enter(collection, paper, addRow(lexical, rowReader(reader, lexical.terms, false)(paper)), position, vector);
}

/** Takes papers out. @throws ThemataError UNKNOWN_PAPER before anything is changed */
export function removePapers(collection: Collection<Paper>, ids: readonly string[]): void {
  const rows = new Set(ids.map((id) => knownRow(collection, "remove", id)));
  for (const row of rows) {
    collection.rowAt[collection.positionOf[row]!] = -1;
    collection.rowOf.delete(collection.papers[row]!.id);
    leave(collection, row);
  }
  const { rows: all, live } = collection.lexical;
  if (all > 64 && all > 2 * live) pack(collection, true);
}

/** The row of an id. @throws ThemataError UNKNOWN_PAPER */
export function knownRow(collection: Collection<Paper>, where: string, id: string): number {
  const row = collection.rowOf.get(id);
  if (row !== undefined) return row;
  const message = `${where}: expected the id of a paper of the index, got ${JSON.stringify(id)}. Add the paper first.`;
  throw new ThemataError("UNKNOWN_PAPER", message, { id });
}

/** Fits the latent basis to the papers of the moment and folds all of them in. */
export function fitBasis(collection: Collection<Paper>, onStep: () => void = () => undefined): void {
  collection.fitted = collection.lexical.live;
  collection.changed = 0;
  if (collection.ownVectors || collection.dimensions === 0) return;
  const { lexical, scratch } = collection;
  const basis = fitLatentBasis(lexical, collection.dimensions, collection.seed, onStep);
  collection.basis = basis;
  collection.dense = undefined;
  if (basis === undefined) return;
  const own = denseRows(basis.dimensions, lexical.rows);
  foldRows(lexical, basis, [...collection.rowOf.values()], own, onStep);
  collection.dense = own;
  if (basis.neighbours === 0) return;
  const place = placer(lexical, basis, scratch, own, (row) => denseRow(own, row));
  collection.dense = denseRows(basis.dimensions);
  for (const row of collection.rowOf.values()) placeRow(collection, row, place(rowEntries(lexical, row), row));
}

/** Numbers rows and terms anew, as if the papers had just been given in their order; the basis stays if asked. */
export function pack(collection: Collection<Paper>, keepBasis: boolean): void {
  const { lexical: old, dense, papers } = collection;
  const rows = collection.rowAt.filter((row) => row >= 0);
  const lexical = lexicalIndex();
  const renumbered = renumbering(old.terms, lexical.terms);
  if (keepBasis && collection.basis !== undefined) {
    const { place } = collection.basis;
    const kept = new Uint32Array(place.length);
    for (let term = 0; term < place.length; term += 1) if (place[term] !== 0) kept[renumbered(term)] = place[term]!;
    collection.basis = { ...collection.basis, place: kept };
  }
  for (const row of rows) {
    addRow(
      lexical,
      rowEntries(old, row).map((entry) => packEntry(renumbered(entry >>> countBits), entry & countMask)),
    );
  }
  collection.lexical = lexical;
  collection.known.clear();
  collection.years = undefined;
  seatPapers(
    collection,
    rows.map((row) => papers[row]!),
  );
  if (dense === undefined) return;
  collection.dense = denseRows(dense.dimensions);
  rows.forEach((row, i) => {
    setDenseRow(collection.dense!, i, denseRow(dense, row));
  });
}

/** The written words of the collection; reads all papers the first time. */
export function wordsOf(collection: Collection<Paper>): WordList {
  if (collection.words === undefined) {
    collection.words = new Map();
    for (const row of collection.rowOf.values()) countWords(collection.words, collection.papers[row]!, 1);
  }
  return collection.words;
}

/** A term as it is written in most titles. */
export function writtenForm(collection: Collection<Paper>, term: string): string {
  collection.write ??= termWriter(collection.papers, collection.reader.analyzer);
  return collection.write(term);
}

/** Dates of the papers of all rows in years, NaN for none. */
export function yearsOfRows(collection: Collection<Paper>): readonly number[] {
  collection.years ??= collection.papers.map((paper) => yearsOf(paper?.date ?? "") ?? Number.NaN);
  return collection.years;
}

function renumbering(from: TermTable, to: TermTable): (term: number) => number {
  const renumbered = (term: number): number => {
    if (!isPair(from, term)) return internTerm(to, from.strings[from.left[term]!]!);
    return internPair(to, renumbered(from.left[term]!), renumbered(from.right[term]!));
  };
  return renumbered;
}

function enter(
  collection: Collection<Paper>,
  paper: Paper,
  row: number,
  position: number,
  vector: Float64Array | undefined,
): void {
  collection.papers[row] = paper;
  collection.years = undefined;
  collection.rowOf.set(paper.id, row);
  collection.positionOf[row] = position;
  collection.rowAt[position] = row;
  collection.changed += 1;
  if (collection.known.size > 0) collection.known.clear();
  if (collection.words !== undefined) countWords(collection.words, paper, 1);
  if (collection.ownVectors) placeRow(collection, row, vector && unitDense(vector));
  else placeRow(collection, row, latentPlacer(collection)?.(rowEntries(collection.lexical, row), row));
}

function leave(collection: Collection<Paper>, row: number): void {
  removeRow(collection.lexical, row);
  if (collection.words !== undefined) countWords(collection.words, collection.papers[row]!, -1);
  collection.papers[row] = undefined;
  collection.years = undefined;
  collection.changed += 1;
  const { dense } = collection;
  if (dense !== undefined) setDenseRow(dense, row, new Float64Array(dense.dimensions));
}

/** Places papers in the latent space of the moment; undefined where there is none. */
export function latentPlacer({ lexical, basis, dense, scratch }: Collection<Paper>): Placer | undefined {
  return basis && placer(lexical, basis, scratch, dense!);
}

/** Sets the dense vector of a row: the caller's, or its place in the latent space. */
function placeRow(collection: Collection<Paper>, row: number, vector: Float64Array | undefined): void {
  const dimensions = collection.dense?.dimensions ?? vector?.length ?? collection.basis?.dimensions;
  if (dimensions === undefined) return;
  collection.dense ??= denseRows(dimensions);
  setDenseRow(collection.dense, row, vector);
}
