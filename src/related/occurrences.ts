/** Where the terms of an index stand in a text: each word with its place and the terms the analyzer makes of it. */

import type { Analyzer } from "../text/analyzer.js";
import { tokenize } from "../text/tokenize.js";
import { findTerm, type TermTable } from "./term-table.js";

/** A word of a text that has terms of the index. */
export interface Occurrence {
  /** Numbers of its terms, two or more where a hyphen joins words; -1 for a term the index does not know. */
  readonly terms: readonly number[];
  /** UTF-16 code units into the text. */
  readonly start: number;
  readonly end: number;
  /** Whether no sign stands between this word and the one before it, at most words without terms. */
  readonly joined: boolean;
}

/** Words without terms that a phrase may bridge: "chain of thought", "learning from the human". */
const longestBridge = 2;

/** The words of a text that have terms, in order. */
export function occurrences(analyzer: Analyzer, table: TermTable, text: string): Occurrence[] {
  const found: Occurrence[] = [];
  let between = longestBridge + 1;
  for (const { kind, norm, start, end } of tokenize(text)) {
    const isWord = kind === "word" || kind === "acronym" || kind === "number" || kind === "formula";
    const terms = isWord ? analyzer.terms(norm) : [];
    if (terms.length === 0) {
      between += isWord && kind !== "formula" ? 1 : longestBridge + 1;
      continue;
    }
    const numbers = terms.map((term) => findTerm(table, term));
    found.push({ terms: numbers, start, end, joined: between <= longestBridge });
    between = 0;
  }
  return found;
}
