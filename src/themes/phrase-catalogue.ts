/** Phrases by number: how often each occurs, in how many papers, and which each paper holds. */

import type { CsrMatrix } from "../matrix/csr.js";

/** What is counted of the phrases of one paper after another. */
export interface PhraseCatalogue {
  /** What is noted from now on is in another paper. */
  begin(): void;
  /** Notes an occurrence; the value of the paper's last occurrence of a phrase counts. */
  note(key: string, endsNounPhrase: boolean, value: number): void;
  /** Papers that hold a phrase. */
  frequency(key: string): number;
  /** Share of a phrase's occurrences that end a noun phrase. */
  headShare(key: string): number;
  /** The phrases of so many papers or more. */
  keysOf(fewest: number): string[];
  /**
   * The phrases of the papers as rows, in columns of their place in `keys`: the i-th paper noted in row `read[i]`, read
   * ascending, the other rows empty.
   */
  rows(keys: readonly string[], read: ArrayLike<number>, rows: number): CsrMatrix;
}

/** An empty catalogue. */
export function phraseCatalogue(): PhraseCatalogue {
  const numbers = new Map<string, number>();
  const all: number[] = [];
  const ends: number[] = [];
  const papers: number[] = [];
  /** The last paper that held each phrase, and its place in that paper's list. */
  const paperOf: number[] = [];
  const placeOf: number[] = [];
  const lists: { readonly phrases: number[]; readonly values: number[] }[] = [];

  return {
    begin: () => void lists.push({ phrases: [], values: [] }),
    note(key, endsNounPhrase, value) {
      let number = numbers.get(key);
      if (number === undefined) {
        number = all.length;
        numbers.set(key, number);
        all.push(0);
        ends.push(0);
        papers.push(0);
        paperOf.push(-1);
        placeOf.push(0);
      }
      const { phrases, values } = lists[lists.length - 1]!;
      all[number]! += 1;
      if (endsNounPhrase) ends[number]! += 1;
      if (paperOf[number] !== lists.length) {
        paperOf[number] = lists.length;
        papers[number]! += 1;
        placeOf[number] = phrases.push(number) - 1;
      }
      values[placeOf[number]!] = value;
    },
    frequency: (key) => papers[numbers.get(key) ?? -1] ?? 0,
    headShare: (key) => ends[numbers.get(key)!]! / all[numbers.get(key)!]!,
    keysOf: (fewest) => [...numbers.keys()].filter((key) => papers[numbers.get(key)!]! >= fewest),
    rows(keys, read, rows) {
      const columnOf = new Int32Array(all.length).fill(-1);
      keys.forEach((key, column) => {
        const number = numbers.get(key);
        if (number !== undefined) columnOf[number] = column;
      });
      const indptr = new Uint32Array(rows + 1);
      const indices: number[] = [];
      const data: number[] = [];
      for (let row = 0, next = 0; row < rows; row += 1) {
        if (read[next] === row) {
          const { phrases, values } = lists[next]!;
          const places = phrases.map((_, place) => place).filter((place) => columnOf[phrases[place]!]! >= 0);
          for (const place of places.sort((a, b) => columnOf[phrases[a]!]! - columnOf[phrases[b]!]!)) {
            indices.push(columnOf[phrases[place]!]!);
            data.push(values[place]!);
          }
          next += 1;
        }
        indptr[row + 1] = indices.length;
      }
      const numbersOf = { indices: Uint32Array.from(indices), data: Float32Array.from(data) };
      return { rows, columns: keys.length, indptr, ...numbersOf };
    },
  };
}
