/** The phrases that two papers of a model share, rarest first: why they stand beside each other. */

import type { PhraseTable } from "../themes/model/theme-model.js";

/** A function from two papers, by place, to at most `limit` phrases, none part of another. O(phrases of a paper). */
export function phraseSharer(table: PhraseTable, limit: number): (i: number, j: number) => string[] {
  const { indptr, indices, columns } = table.matrix;
  const frequency = new Uint32Array(columns);
  for (const column of indices) frequency[column]! += 1;
  return (i, j) => {
    const shared: number[] = [];
    for (let p = indptr[i]!, q = indptr[j]!; p < indptr[i + 1]! && q < indptr[j + 1]!; ) {
      if (indices[p] === indices[q]) shared.push(indices[p]!);
      if (indices[p]! <= indices[q]!) p += 1;
      else q += 1;
    }
    // Columns ascend, so where both stand on one column p moves on first and q is passed at the next step.
    const words = (column: number): number => table.keys[column]!.split(" ").length;
    shared.sort((a, b) => frequency[a]! / words(a) - frequency[b]! / words(b) || a - b);
    const chosen: number[] = [];
    for (const column of shared) {
      if (chosen.length === limit) break;
      const key = ` ${table.keys[column]} `;
      const nested = chosen.some(
        (other) => ` ${table.keys[other]} `.includes(key) || key.includes(` ${table.keys[other]} `),
      );
      if (!nested) chosen.push(column);
    }
    return chosen.map((column) => table.phrases[column]!);
  };
}
