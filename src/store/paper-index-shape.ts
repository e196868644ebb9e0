/** The check of a loaded paper index: everything that its loops trust without looking. */

import type { Paper } from "../papers/paper.js";
import type { DenseRows } from "../related/index/dense-rows.js";
import type { LatentBasis } from "../related/index/latent-basis.js";
import type { PaperIndexData } from "../related/index/snapshot.js";
import type { FieldWeights } from "../text/analyzer.js";
import { countBits, countMask } from "../vectors/packed-entry.js";
import { checkFinite } from "./matrix-shapes.js";
import {
  type Check,
  flag,
  lengthOf,
  list,
  misshapen,
  nullable,
  oneOf,
  optional,
  type Path,
  real,
  record,
  text,
  typed,
  whole,
} from "./shape.js";
import { analyzerOrMark } from "./vector-shapes.js";

const paper = record<Paper>({
  id: text,
  title: optional(text),
  abstract: optional(text),
  date: optional(text),
  authors: optional(list(text)),
  keywords: optional(list(text)),
  doi: optional(text),
  venue: optional(text),
  url: optional(text),
});

const numbers = typed(["Uint32Array"]);

/** The shape of an index's data; then that its numbers lead nowhere outside it. */
export const paperIndexShape: Check = (value, path) => {
  record<PaperIndexData>({
    papers: list(paper),
    analyzer: analyzerOrMark,
    fields: record<FieldWeights>({ title: whole(0, 8), abstract: whole(0, 8), keywords: whole(0, 8) }),
    longestRun: oneOf(1, 2),
    dimensions: whole(0, 1000),
    seed: whole(),
    denseShare: real(0, 1),
    ownVectors: flag,
    strings: list(text),
    singles: typed(["Uint32Array"], lengthOf(value, "strings")),
    left: typed(["Uint16Array", "Uint32Array"]),
    right: typed(["Uint16Array", "Uint32Array"]),
    starts: typed(["Uint32Array"], lengthOf(value, "papers") + 1),
    entries: numbers,
    basis: nullable(
      record<LatentBasis>({
        dimensions: whole(),
        neighbours: whole(0, 1000),
        place: numbers,
        components: typed(["Float32Array"]),
      }),
    ),
    dense: nullable(record<DenseRows>({ dimensions: whole(), data: typed(["Float32Array"]) })),
    fitted: whole(),
    changed: whole(),
  })(value, path);
  const data = value as PaperIndexData;
  if (new Set(data.papers.map(({ id }) => id)).size !== data.papers.length) {
    throw misshapen(`${path}.papers`, "papers with ids of their own", data.papers);
  }
  checkTerms(data, path);
  checkEntries(data, path);
  checkDense(data, path);
};

/** Single terms in the order of `strings`, pairs of them between. */
function checkTerms({ strings, singles, left, right }: PaperIndexData, path: Path): void {
  if (left.length !== right.length) throw misshapen(`${path}.right`, `${left.length} numbers`, right);
  if (new Set(strings).size !== strings.length) throw misshapen(`${path}.strings`, "terms that differ", strings);
  const size = singles.length + left.length;
  for (let i = 0; i < singles.length; i += 1) {
    if (singles[i]! >= size || (i > 0 && singles[i]! <= singles[i - 1]!)) {
      throw misshapen(`${path}.singles[${i}]`, "ascending numbers of terms", singles[i]);
    }
  }
  const words = singles.length;
  for (let i = 0; i < left.length; i += 1) {
    if (left[i]! >= words || right[i]! >= words) {
      throw misshapen(`${path}.left[${i}]`, "places of two terms", left[i]);
    }
  }
}

function checkEntries({ starts, entries, singles, left }: PaperIndexData, path: Path): void {
  if (starts[0] !== 0 || starts[starts.length - 1] !== entries.length) {
    throw misshapen(`${path}.starts`, "the starts of the papers", starts);
  }
  const size = singles.length + left.length;
  const rowOf = new Int32Array(size);
  for (let row = 1; row < starts.length; row += 1) {
    if (starts[row - 1]! > starts[row]!) throw misshapen(`${path}.starts[${row}]`, "ascending", starts[row]);
    for (let p = starts[row - 1]!; p < starts[row]!; p += 1) {
      const term = entries[p]! >>> countBits;
      if (term >= size || rowOf[term] === row || (entries[p]! & countMask) === 0) {
        throw misshapen(`${path}.entries[${p}]`, "a known term, once", term);
      }
      rowOf[term] = row;
    }
  }
}

function checkDense({ basis, dense, papers, strings }: PaperIndexData, path: Path): void {
  if (dense !== null) {
    if (dense.data.length !== papers.length * dense.dimensions) {
      throw misshapen(`${path}.dense`, "a vector for each paper", dense.data);
    }
    checkFinite(dense.data, `${path}.dense`);
  }
  if (basis === null) return;
  if (dense?.dimensions !== basis.dimensions) throw misshapen(`${path}.dense`, "vectors of the basis", dense);
  checkFinite(basis.components, `${path}.basis`);
  if (basis.place.length !== strings.length)
    throw misshapen(`${path}.basis.place`, "a place for each term", basis.place);
  for (let term = 0; term < basis.place.length; term += 1) {
    if (basis.place[term]! * basis.dimensions > basis.components.length) {
      throw misshapen(`${path}.basis.place[${term}]`, "a row of the components", basis.place[term]);
    }
  }
}
