/** Phrases by number: how often each occurs, in how many papers, and which each paper holds. */

import type { CsrMatrix } from "../../matrix/csr.js";
import { type PhraseNumbers, phraseNumbers } from "./phrase-numbers.js";

/**
 * What a run is: an acronym alone, several words, two phrases that "of" joins; "bound" is a single word, or one of several
 * stems at either end ("fine-tuning"), so that no run lacks but its first stem or its last.
 */
export type RunKind = "acronym" | "words" | "joined" | "bound";

/** What is counted of the phrases of one paper after another. */
export interface PhraseCatalogue extends Omit<PhraseNumbers, "written"> {
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

/** The phrases of a paper, each once, and the value of each. */
interface NotedPhrases {
  readonly phrases: number[];
  readonly values: number[];
}

/** An empty catalogue. */
export function phraseCatalogue(): PhraseCatalogue {
  const all: number[] = [];
  const ends: number[] = [];
  const open: number[] = [];
  const joined: number[] = [];
  const papers: number[] = [];
  /** The last paper that held each phrase, and its place in that paper's list. */
  const paperOf: number[] = [];
  const placeOf: number[] = [];
  const lists: NotedPhrases[] = [];
  const { stem, extend, written } = phraseNumbers(() => {
    for (const counts of [all, ends, open, joined, papers, paperOf, placeOf]) counts.push(0);
  });

  return {
    stem,
    extend,
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
      return { rows, columns: phrases.length, ...entriesOf(lists, columnOf, read, rows) };
    },
  };
}

/** The entries of lists that are rows `read`, in the columns of their phrases; -1 for a phrase without one. */
function entriesOf(
  lists: readonly NotedPhrases[],
  columnOf: Int32Array,
  read: ArrayLike<number>,
  rows: number,
): Pick<CsrMatrix, "indptr" | "indices" | "data"> {
  const indptr = new Uint32Array(rows + 1);
  const indices: number[] = [];
  const data: number[] = [];
  for (let row = 0, next = 0; row < rows; row += 1) {
    if (read[next] === row) {
      const { phrases, values } = lists[next]!;
      // A column and its value are one number, negative where there is no column.
      const entries = Int32Array.from(phrases, (phrase, place) => 4 * columnOf[phrase]! + values[place]!);
      for (const entry of entries.sort()) {
        if (entry < 0) continue;
        indices.push(entry >> 2);
        data.push(entry & 3);
      }
      next += 1;
    }
    indptr[row + 1] = indices.length;
  }
  return { indptr, indices: Uint32Array.from(indices), data: Float32Array.from(data) };
}
