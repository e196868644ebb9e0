/**
 * The lengths of rows, brought up to date as far as a question needs it.
 *
 * Every change of the collection moves the weight of every term a little. A row whose terms moved by less than
 * `tolerance` keeps its length, and `drift` says how far the kept lengths may be off; rows that hold a term that moved
 * further are measured again, and all rows once the size of the collection has moved as far. Rows that may be answers
 * are measured exactly, so that answers never depend on what was kept.
 */

import { grown } from "../../matrix/growing-arrays.js";
import { countBits, countMask } from "../../vectors/packed-entry.js";
import { type LexicalIndex, rowEntries, visitPostings } from "./lexical-index.js";
import { mostChanges } from "./row-lengths.js";
import { countWeights, idfOf, logarithm } from "./term-weights.js";

/** How far the weight of a term, and all of them with the number of papers, may move unnoticed: as a share of it. */
const tolerance = 0.005;
/** Both may have moved this far up when a row was measured, and down since; and a little more. */
const largestDrift = 5 * tolerance;

/** A term that more than one in so many papers have is "common": what it adds to a score is bounded, then looked up. */
const commonShare = 4;
/** Common terms are numbered in ten bits, beside six of the count. */
const mostCommon = 1 << 10;

/** One over the length of a row, exactly. */
export function inverseLengthOf(index: LexicalIndex, row: number): number {
  const { lengths } = index;
  settleLengths(index);
  if (lengths.stamp[row] !== index.generation) measureRow(index, row, (term) => idfOf(index, term));
  return lengths.inverse[row]!;
}

/** Brings the lengths of all rows up to date within `drift`. Costs what the changes touch. */
export function settleLengths(index: LexicalIndex): void {
  const { lengths } = index;
  if (lengths.settled === index.generation) return;
  growLengths(index);
  const moved = Math.abs(logarithm(index, index.live) - logarithm(index, lengths.live));
  if (moved > tolerance || lengths.changed.length >= mostChanges(lengths.live)) measureAll(index);
  else measureChanged(index);
  lengths.changed = [];
  lengths.settled = index.generation;
}

function measureAll(index: LexicalIndex): void {
  const { lengths, rows, terms } = index;
  const idf = new Float64Array(terms.size);
  lengths.commonNumber = new Uint16Array(terms.size);
  lengths.common = [];
  for (let term = 0; term < terms.size; term += 1) {
    idf[term] = idfOf(index, term);
    if (index.frequency[term]! * commonShare <= index.live || lengths.common.length === mostCommon) continue;
    lengths.commonNumber[term] = lengths.common.push(term);
  }
  for (let row = 0; row < rows; row += 1) measureRow(index, row, (term) => idf[term]!);
  lengths.rows = 0;
  noteCommonTerms(index);
  lengths.live = index.live;
  lengths.frequency = index.frequency.slice(0, terms.size);
  lengths.drift = 0;
}

function measureChanged(index: LexicalIndex): void {
  const { lengths } = index;
  lengths.frequency = grown(lengths.frequency, index.terms.size);
  lengths.drift = largestDrift;
  const idf = (term: number): number => idfOf(index, term);
  for (const term of lengths.changed) {
    if (!hasMoved(index, term)) continue;
    lengths.frequency[term] = index.frequency[term]!;
    visitPostings(index, term, (row) => {
      if (lengths.stamp[row] !== index.generation) measureRow(index, row, idf);
    });
  }
  noteCommonTerms(index);
}

/** Whether the weight of a term moved too far since rows that have it were measured. */
function hasMoved(index: LexicalIndex, term: number): boolean {
  const before = index.lengths.frequency[term]!;
  const now = index.frequency[term]!;
  if (before === now) return false;
  const idf = logarithm(index, index.live) - logarithm(index, now) + 1;
  return Math.abs(logarithm(index, now) - logarithm(index, before)) > tolerance * idf;
}

/** Computes the length of a row from the weights of the moment. */
function measureRow(index: LexicalIndex, row: number, idf: (term: number) => number): void {
  const { stamp, inverse, commonPart, commonNumber } = index.lengths;
  const entries = rowEntries(index, row);
  let squares = 0;
  let common = 0;
  for (let i = 0; i < entries.length; i += 1) {
    const term = entries[i]! >>> countBits;
    const weight = countWeights[entries[i]! & countMask]! * idf(term);
    squares += weight * weight;
    if (term < commonNumber.length && commonNumber[term] !== 0) common += weight * weight;
  }
  inverse[row] = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  commonPart[row] = squares === 0 ? 0 : Math.sqrt(common / squares);
  stamp[row] = index.generation;
}

/** Measures rows that came since, and notes which common terms they have. */
function noteCommonTerms(index: LexicalIndex): void {
  const { lengths, rows } = index;
  const { commonNumber } = lengths;
  lengths.commonStart = grown(lengths.commonStart, rows + 1);
  let used = lengths.commonStart[lengths.rows]!;
  for (let row = lengths.rows; row < rows; row += 1) {
    if (lengths.stamp[row] !== index.generation) measureRow(index, row, (term) => idfOf(index, term));
    const entries = rowEntries(index, row);
    for (let i = 0; i < entries.length; i += 1) {
      const term = entries[i]! >>> countBits;
      if (term >= commonNumber.length || commonNumber[term] === 0) continue;
      lengths.commonEntries = grown(lengths.commonEntries, used + 1);
      lengths.commonEntries[used] = ((commonNumber[term]! - 1) << countBits) | (entries[i]! & countMask);
      used += 1;
    }
    lengths.commonStart[row + 1] = used;
  }
  lengths.rows = rows;
}

function growLengths(index: LexicalIndex): void {
  const { lengths, rows } = index;
  if (lengths.stamp.length >= rows) return;
  lengths.stamp = grown(lengths.stamp, rows);
  lengths.inverse = grown(lengths.inverse, rows);
  lengths.commonPart = grown(lengths.commonPart, rows);
}
