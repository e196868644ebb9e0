/** Counts the term numbers of one document after another, and in how many documents each stands. */

import { longer } from "../matrix/growing-arrays.js";
import type { EntryList } from "./entry-list.js";

/** Between `begin` and `end` lies a document. */
export interface RowCounter {
  begin(): void;
  /** Counts each number `weight` times more. */
  add(numbers: Uint32Array, weight: number): void;
  /** Appends the document's different numbers with their counts; returns how many they are. */
  end(entries: EntryList): number;
  /** Distinct numbers counted: they are given without gaps. */
  size(): number;
  /** For each number the documents that have it. */
  documentFrequencies(): Uint32Array;
}

// What is known of a number lies side by side, so that a token touches one place: the last document that had it (counted
// from one), its place in that document's row, its document frequency.
const width = 4;

/** A counter that has met nothing yet. */
export function rowCounter(): RowCounter {
  let known = new Uint32Array(width << 12);
  let numbersOfRow = new Uint32Array(1 << 10);
  let counts = new Uint32Array(1 << 10);
  let documents = 0;
  let length = 0;
  let size = 0;

  return {
    begin() {
      documents += 1;
      length = 0;
    },
    add(numbers, weight) {
      if (numbersOfRow.length < length + numbers.length) {
        numbersOfRow = longer(numbersOfRow, 2 * (length + numbers.length));
        counts = longer(counts, numbersOfRow.length);
      }
      for (let i = 0; i < numbers.length; i += 1) {
        const number = numbers[i]!;
        const at = width * number;
        if (number >= size) {
          size = number + 1;
          if (at >= known.length) known = longer(known, 2 * at);
        }
        if (known[at] === documents) {
          counts[known[at + 1]!]! += weight;
          continue;
        }
        known[at] = documents;
        known[at + 1] = length;
        known[at + 2]! += 1;
        numbersOfRow[length] = number;
        counts[length] = weight;
        length += 1;
      }
    },
    end(entries) {
      entries.push(numbersOfRow, counts, length);
      return length;
    },
    size: () => size,
    documentFrequencies: () => Uint32Array.from({ length: size }, (_, number) => known[width * number + 2]!),
  };
}
