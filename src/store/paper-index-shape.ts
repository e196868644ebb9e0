/** The check of a loaded paper index: everything that its loops trust without looking. */

import type { Paper } from "../papers/paper.js";
import type { DenseRows } from "../related/dense-rows.js";
import type { LatentBasis } from "../related/latent-basis.js";
import { countBits } from "../related/postings.js";
import type { FieldWeights } from "../related/row-terms.js";
import type { PaperIndexData } from "../related/snapshot.js";
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
  real,
  record,
  text,
  typed,
  whole,
} from "./shape.js";
import { analyzerOrMark } from "./vector-shapes.js";

/** Stands in `right` of a single term. */
const noSecondTerm = 0xffffffff;

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
    left: numbers,
    right: numbers,
    starts: typed(["Uint32Array"], lengthOf(value, "papers") + 1),
    entries: numbers,
    basis: nullable(record<LatentBasis>({ dimensions: whole(), place: numbers, components: typed(["Float32Array"]) })),
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

/** Single terms in the order of `strings`; pairs of terms that come before them. */
function checkTerms({ strings, left, right }: PaperIndexData, path: string): void {
  if (left.length !== right.length) throw misshapen(`${path}.right`, `${left.length} numbers`, right);
  if (new Set(strings).size !== strings.length) throw misshapen(`${path}.strings`, "terms that differ", strings);
  const isSingle = (term: number): boolean => term < left.length && right[term] === noSecondTerm;
  let singles = 0;
  for (let term = 0; term < left.length; term += 1) {
    if (isSingle(term)) {
      if (left[term] !== singles) throw misshapen(`${path}.left[${term}]`, `${singles}`, left[term]);
      singles += 1;
    } else if (!isSingle(left[term]!) || !isSingle(right[term]!)) {
      throw misshapen(`${path}.left[${term}]`, "two single terms", left[term]);
    }
  }
  if (singles !== strings.length) throw misshapen(`${path}.strings`, `${singles} terms`, strings);
}

function checkEntries({ starts, entries, left }: PaperIndexData, path: string): void {
  if (starts[0] !== 0 || starts[starts.length - 1] !== entries.length) {
    throw misshapen(`${path}.starts`, "the starts of the papers", starts);
  }
  const rowOf = new Int32Array(left.length);
  for (let row = 1; row < starts.length; row += 1) {
    if (starts[row - 1]! > starts[row]!) throw misshapen(`${path}.starts[${row}]`, "ascending", starts[row]);
    for (let p = starts[row - 1]!; p < starts[row]!; p += 1) {
      const term = entries[p]! >>> countBits;
      if (term >= left.length || rowOf[term] === row) {
        throw misshapen(`${path}.entries[${p}]`, "a known term, once", term);
      }
      rowOf[term] = row;
    }
  }
}

function checkDense({ basis, dense, papers }: PaperIndexData, path: string): void {
  if (dense !== null) {
    if (dense.data.length !== papers.length * dense.dimensions) {
      throw misshapen(`${path}.dense`, "a vector for each paper", dense.data);
    }
    checkFinite(dense.data, `${path}.dense`);
  }
  if (basis === null) return;
  checkFinite(basis.components, `${path}.basis`);
  for (let term = 0; term < basis.place.length; term += 1) {
    if (basis.place[term]! * basis.dimensions > basis.components.length) {
      throw misshapen(`${path}.basis.place[${term}]`, "a row of the components", basis.place[term]);
    }
  }
}
