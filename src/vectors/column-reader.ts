/** From text to the columns of a fixed vocabulary, for what reads a stream: nothing grows but the words met. */

import { numberOf } from "../matrix/by-key.js";
import { type Analyzer, readTerms, scannerRules } from "../text/analyzer.js";
import { createTermScanner, type TermRules } from "../text/term-scanner.js";
import { columnsOf } from "./counts.js";
import { gramTable } from "./gram-table.js";

/**
 * Gives the columns of a text's terms in any order, repeats included; valid until the next call. A word outside the
 * vocabulary has the column after the last, a longer term outside it none.
 */
export type ColumnReader = (text: string) => Uint32Array;

/** A scanner that has met more words is begun anew. */
const mostWords = 50_000;

/** A reader for the terms that an analyzer gives. */
export function columnReader(vocabulary: readonly string[], analyzer: Analyzer): ColumnReader {
  const rules = scannerRules(analyzer);
  if (rules !== undefined) return readerOfRuns(vocabulary, rules, analyzer.options!.ngramRange);
  const columns = columnsOf(vocabulary);
  const columnOf = (term: string): number | [] => columns.get(term) ?? (term.includes(" ") ? [] : vocabulary.length);
  return (text) => Uint32Array.from(readTerms(analyzer, text).flatMap(columnOf));
}

/** The vocabulary as runs of words: each run is a shorter one and a word. */
interface Runs {
  /** The number of a word, -1 for one of no run. */
  word(word: string): number;
  /** The run that goes on with a word, -1 for none. All begin with run 0, which is empty. */
  longer(run: number, word: number): number;
  /** The column of a run, -1 for a mere beginning. */
  readonly columns: Int32Array;
}

function readerOfRuns(
  vocabulary: readonly string[],
  rules: TermRules,
  [shortest, longest]: readonly [number, number],
): ColumnReader {
  const runs = runsOf(vocabulary);
  let scanner = createTermScanner(rules);
  // Of each term of the scanner.
  let singles: number[] = [];
  let words: number[] = [];
  let found = new Uint32Array(1 << 10);

  return (text) => {
    if (scanner.size() > mostWords) {
      scanner = createTermScanner(rules);
      singles = [];
      words = [];
    }
    const numbers = scanner.scan(text);
    for (let number = singles.length; number < scanner.terms.length; number += 1) {
      words.push(runs.word(scanner.terms[number]!));
      singles.push(runs.longer(0, words[number]!));
    }
    if (found.length < longest * numbers.length) found = new Uint32Array(2 * longest * numbers.length);
    let count = 0;
    for (let i = 0; i < numbers.length; i += 1) {
      let run = singles[numbers[i]!]!;
      if (shortest === 1 && (run < 0 || runs.columns[run]! < 0)) found[count++] = vocabulary.length;
      for (let length = 1; run >= 0; length += 1) {
        const column = runs.columns[run]!;
        if (column >= 0 && length >= shortest) found[count++] = column;
        if (length === longest || i + length === numbers.length) break;
        run = runs.longer(run, words[numbers[i + length]!]!);
      }
    }
    return found.subarray(0, count);
  };
}

function runsOf(vocabulary: readonly string[]): Runs {
  const words = new Map<string, number>();
  const grams = gramTable();
  const columns = [-1];
  vocabulary.forEach((term, column) => {
    let run = 0;
    for (const word of term.split(" ")) {
      run = grams.lookUp(run, numberOf(words, word), columns.length);
      if (run === columns.length) columns.push(-1);
    }
    columns[run] = column;
  });
  return {
    word: (word) => words.get(word) ?? -1,
    longer: (run, word) => (word < 0 ? -1 : grams.find(run, word)),
    columns: Int32Array.from(columns),
  };
}
