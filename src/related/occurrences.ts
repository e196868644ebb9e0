/** Where the terms of an index stand in a text: each word with its place and the terms the analyzer makes of it. */

import type { Analyzer } from "../text/analyzer.js";
import { normalize } from "../text/normalize.js";
import type { TokenKind } from "../text/token-kind.js";
import { skipSpace, tokenAt } from "../text/tokenize.js";
import { findTerm, type TermTable } from "./term-table.js";

/** What turns the words of a text into the numbers of their terms. */
export interface WordReader {
  readonly analyzer: Analyzer;
  readonly table: TermTable;
  /** Terms of the words read so far, as written; empty it when the table changes. */
  readonly known: Map<string, readonly number[]>;
}

/** A word of a text that has terms of the index. */
export interface Occurrence {
  /** Numbers of its terms, two or more where a hyphen joins words; -1 for a term the index does not know. */
  readonly terms: readonly number[];
  /** UTF-16 code units into the text. */
  readonly start: number;
  readonly end: number;
  /** Whether this word and the one before it stand together, or have "of", "from the" and the like between them. */
  readonly joined: boolean;
}

/** Words that a phrase may bridge: "chain of thought", "simulation and the real world". */
const links: ReadonlySet<string> = new Set(["of", "for", "in", "from", "and", "on", "with", "by", "to", "at", "as"]);
const articles: ReadonlySet<string> = new Set(["the", "a", "an"]);
/** What stands since the last word with terms: nothing, a link, a link and an article, anything more. */
const together = 0;
const linked = 1;
const introduced = 2;
const parted = 3;
const mostKnown = 50_000;
const none: readonly number[] = [];

/** The words of a text that have terms, in order. */
export function occurrences(reader: WordReader, text: string): Occurrence[] {
  const found: Occurrence[] = [];
  let gap = parted;
  for (let start = skipSpace(text, 0); start < text.length; ) {
    const plain = plainWordEnd(text, start);
    const { kind, end } = plain > 0 ? { kind: "word" as const, end: plain } : tokenAt(text, start);
    const isWord = kind === "word" || kind === "acronym" || kind === "number";
    const terms = isWord || kind === "formula" ? termsOf(reader, text.slice(start, end), kind) : none;
    if (terms.length > 0) {
      found.push({ terms, start, end, joined: gap < parted });
      gap = together;
    } else if (gap < parted) gap = isWord ? wider(gap, text.slice(start, end)) : parted;
    start = skipSpace(text, end);
  }
  return found;
}

/** The gap with one word more. */
function wider(gap: number, word: string): number {
  if (gap === together && links.has(word)) return linked;
  return gap === linked && articles.has(word) ? introduced : parted;
}

/** Numbers of the terms of a word as written. */
function termsOf({ analyzer, table, known }: WordReader, word: string, kind: TokenKind): readonly number[] {
  const before = known.get(word);
  if (before !== undefined) return before;
  const terms = analyzer.terms(normalize(word, kind)).map((term) => findTerm(table, term));
  if (known.size >= mostKnown) known.clear();
  known.set(word, terms);
  return terms;
}

/** End of a word of nothing but ASCII letters with a space or comma behind it; 0 for what only the tokenizer can tell. */
function plainWordEnd(text: string, start: number): number {
  let at = start;
  let code = text.charCodeAt(at) | 0x20;
  while (code > 0x60 && code < 0x7b) {
    at += 1;
    code = text.charCodeAt(at) | 0x20;
  }
  const next = text.charCodeAt(at);
  return at > start && (next === 0x20 || next === 0x2c) ? at : 0;
}
