/** Phrases by number: how often each occurs, in how many papers, and which each paper holds. */

import type { CsrMatrix } from "../../matrix/csr.js";
import { gramTable } from "../../vectors/gram-table.js";

/**
 * What a run is: an acronym alone, several words, two phrases that "of" joins; "bound" is a single word, or one of several
 * stems at either end ("fine-tuning"), so that no run lacks but its first stem or its last.
 */
export type RunKind = "acronym" | "words" | "joined" | "bound";

/** What is counted of the phrases of one paper after another. */
export interface PhraseCatalogue {
  /** The number of the phrase that is one stem. */
  stem(stem: string): number;
  /** The number of the phrase that goes on from `beginning`, or begins where that is -1, with the stem of a number. */
  extend(beginning: number, stem: number): number;
  /** What is noted from now on is in another paper. */
  begin(): void;
  /** Notes an occurrence; the value of the paper's last occurrence of a phrase counts: 1 to 3. */
  note(phrase: number, endsNounPhrase: boolean, kind: RunKind, value: number): void;
  /** Papers that hold a phrase. */
  frequency(phrase: number): number;
  /** How often a phrase stands in the papers. */
  occurrences(phrase: number): number;
  /** Share of a phrase's occurrences that end a noun phrase. */
  headShare(phrase: number): number;
  /** How often the phrase that lacks a phrase's first word, or its last, stands inside it. */
  inside(phrase: number): number;
  /** Whether a phrase is one only where "of" joins two. */
  isJoined(phrase: number): boolean;
  /** The phrases of so many papers or more, and those that are known, by their stems with blanks between. */
  phrasesOf(fewest: number, known: ReadonlyMap<string, unknown>): Map<string, number>;
  /**
   * The phrases of the papers as rows: the i-th paper noted in row `read[i]`, read ascending, the other rows empty.
   *
   * @param phrases of each column, undefined for columns without entries
   */
  rows(phrases: readonly (number | undefined)[], read: ArrayLike<number>, rows: number): CsrMatrix;
}

/** An empty catalogue. */
export function phraseCatalogue(): PhraseCatalogue {
  const stems = new Map<string, number>();
  const runs = gramTable();
  /** Of each phrase the one it goes on from, -1 for none, and its last stem. */
  const beginnings: number[] = [];
  const lastStems: string[] = [];
  const all: number[] = [];
  const ends: number[] = [];
  const open: number[] = [];
  const joined: number[] = [];
  const papers: number[] = [];
  /** The last paper that held each phrase, and its place in that paper's list. */
  const paperOf: number[] = [];
  const placeOf: number[] = [];
  const lists: { readonly phrases: number[]; readonly values: number[] }[] = [];

  const add = (beginning: number, stem: string): number => {
    lastStems.push(stem);
    all.push(0);
    ends.push(0);
    open.push(0);
    joined.push(0);
    papers.push(0);
    paperOf.push(0);
    placeOf.push(0);
    return beginnings.push(beginning) - 1;
  };

  const written = (phrase: number): string => {
    const words: string[] = [];
    for (let at = phrase; at >= 0; at = beginnings[at]!) words.push(lastStems[at]!);
    return words.reverse().join(" ");
  };

  return {
    stem(stem) {
      const known = stems.get(stem);
      if (known !== undefined) return known;
      const number = add(-1, stem);
      stems.set(stem, number);
      return number;
    },
    extend(beginning, stem) {
      if (beginning < 0) return stem;
      const number = runs.lookUp(beginning, stem, beginnings.length);
      if (number === beginnings.length) add(beginning, lastStems[stem]!);
      return number;
    },
    begin: () => void lists.push({ phrases: [], values: [] }),
    note(phrase, endsNounPhrase, kind, value) {
      const { phrases, values } = lists[lists.length - 1]!;
      all[phrase]! += 1;
      if (endsNounPhrase) ends[phrase]! += 1;
      if (kind === "words" || kind === "joined") open[phrase]! += 1;
      if (kind === "joined") joined[phrase]! += 1;
      if (paperOf[phrase] !== lists.length) {
        paperOf[phrase] = lists.length;
        papers[phrase]! += 1;
        placeOf[phrase] = phrases.push(phrase) - 1;
      }
      values[placeOf[phrase]!] = value;
    },
    frequency: (phrase) => papers[phrase]!,
    occurrences: (phrase) => all[phrase]!,
    headShare: (phrase) => ends[phrase]! / all[phrase]!,
    inside: (phrase) => open[phrase]!,
    isJoined: (phrase) => joined[phrase] === all[phrase],
    phrasesOf(fewest, known) {
      const found = new Map<string, number>();
      papers.forEach((frequency, phrase) => {
        if (frequency < fewest && (frequency === 0 || known.size === 0)) return;
        const key = written(phrase);
        if (frequency >= fewest || known.has(key)) found.set(key, phrase);
      });
      return found;
    },
    rows(phrases, read, rows) {
      const columnOf = new Int32Array(papers.length).fill(-1);
      phrases.forEach((phrase, column) => {
        if (phrase !== undefined) columnOf[phrase] = column;
      });
      const indptr = new Uint32Array(rows + 1);
      const indices: number[] = [];
      const data: number[] = [];
      for (let row = 0, next = 0; row < rows; row += 1) {
        if (read[next] === row) {
          const { phrases: own, values } = lists[next]!;
          // A column and its value are one number, negative where there is no column.
          const entries = Int32Array.from(own, (phrase, place) => 4 * columnOf[phrase]! + values[place]!);
          for (const entry of entries.sort()) {
            if (entry < 0) continue;
            indices.push(entry >> 2);
            data.push(entry & 3);
          }
          next += 1;
        }
        indptr[row + 1] = indices.length;
      }
      const numbersOf = { indices: Uint32Array.from(indices), data: Float32Array.from(data) };
      return { rows, columns: phrases.length, indptr, ...numbersOf };
    },
  };
}
