/** From papers to numbers of terms: what `paperTerms` gives as strings, without the strings. */

import { numberOf } from "../matrix/by-key.js";
import type { Paper } from "../papers/paper.js";
import { type Analyzer, type FieldWeights, readTerms, scannerRules } from "../text/analyzer.js";
import { createTermScanner, type TermScanner } from "../text/term-scanner.js";
import { gramTable } from "./gram-table.js";

/** Reads the terms of one text after another. Numbers are given in the order of first meeting, without gaps. */
export interface TermReader {
  /** The numbers of a text's terms, in any order, repeats included; valid until the next call. */
  read(text: string): Uint32Array;
  /** The term of a number. */
  term(number: number): string;
}

/** A reader for an analyzer: a scanner where the analyzer is ours, else through its lists of terms. */
export function termReader(analyzer: Analyzer): TermReader {
  const rules = scannerRules(analyzer);
  if (rules === undefined) return readerOfLists(analyzer);
  const scanner = createTermScanner(rules);
  const range = analyzer.options!.ngramRange;
  return range[1] === 1 ? readerOfWords(scanner) : readerOfRuns(scanner, range);
}

/** Calls `visit` with each text of a paper that counts, and how often it does. */
export function forEachText(paper: Paper, fields: FieldWeights, visit: (text: string, times: number) => void): void {
  if (fields.title > 0 && paper.title) visit(paper.title, fields.title);
  if (fields.abstract > 0 && paper.abstract) visit(paper.abstract, fields.abstract);
  if (fields.keywords > 0) for (const keyword of paper.keywords ?? []) if (keyword) visit(keyword, fields.keywords);
}

function readerOfLists(analyzer: Analyzer): TermReader {
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  const read = (text: string): Uint32Array =>
    Uint32Array.from(readTerms(analyzer, text), (term) => {
      const number = numberOf(numbers, term);
      terms[number] = term;
      return number;
    });
  return { read, term: (number) => terms[number]! };
}

function readerOfWords(scanner: TermScanner): TermReader {
  return { read: scanner.scan, term: (number) => scanner.terms[number]! };
}

function readerOfRuns(scanner: TermScanner, [shortest, longest]: readonly [number, number]): TermReader {
  const grams = gramTable();
  const singles: number[] = [];
  // Of each run, those too short to count included: its beginning (-1 for none), its last word, its number as a term.
  const beginnings: number[] = [];
  const lastWords: number[] = [];
  const numbers: number[] = [];
  /** The run of each term. */
  const runs: number[] = [];
  let found = new Uint32Array(1 << 10);

  const runOf = (beginning: number, word: number): number => {
    const fresh = lastWords.length;
    if (beginning < 0) singles[word] ??= fresh;
    const run = beginning < 0 ? singles[word]! : grams.lookUp(beginning, word, fresh);
    if (run === fresh) {
      beginnings.push(beginning);
      lastWords.push(word);
      numbers.push(-1);
    }
    return run;
  };

  return {
    read(text) {
      const words = scanner.scan(text);
      if (found.length < longest * words.length) found = new Uint32Array(2 * longest * words.length);
      let count = 0;
      for (let i = 0; i < words.length; i += 1) {
        let run = -1;
        for (let length = 1; length <= longest && i + length <= words.length; length += 1) {
          run = runOf(run, words[i + length - 1]!);
          if (length < shortest) continue;
          if (numbers[run]! < 0) numbers[run] = runs.push(run) - 1;
          found[count++] = numbers[run]!;
        }
      }
      return found.subarray(0, count);
    },
    term(number) {
      let term = "";
      for (let run = runs[number]!; run >= 0; run = beginnings[run]!) {
        const word = scanner.terms[lastWords[run]!]!;
        term = term === "" ? word : `${word} ${term}`;
      }
      return term;
    },
  };
}
