/** Where the terms of an index stand in a text: each word with its place and the terms the analyzer makes of it. */

import { type Analyzer, readTerms, scannerRules } from "../../text/analyzer.js";
import { normalize } from "../../text/normalize.js";
import type { TokenKind } from "../../text/token-kind.js";
import { skipSpace, tokenAt } from "../../text/tokenize.js";
import { findTerm, isPair, type TermTable, termString } from "./term-table.js";

/** What turns the words of a text into the numbers of their terms. */
export interface WordReader {
  readonly analyzer: Analyzer;
  readonly table: TermTable;
  /** Terms of the words read so far, by a hash of the word as written; empty it when the table changes. */
  readonly known: Map<number, KnownWord>;
}

/** A word as written. */
export interface KnownWord {
  readonly word: string;
  readonly terms: readonly number[];
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
/** Third letters, a bit each, by the first two letters. */
export type Beginnings = Uint32Array;
const latest: Beginnings = new Uint32Array(1 << 10);
const any = 0xffffffff;
const mostKnown = 100_000;
const none: readonly number[] = [];

/**
 * The words of a text that have terms, in order.
 *
 * @param beginnings if given, words that begin otherwise may be left out
 */
export function occurrences(reader: WordReader, text: string, beginnings?: Beginnings): Occurrence[] {
  const found: Occurrence[] = [];
  let gap = parted;
  for (let start = skipSpace(text, 0); start < text.length; ) {
    const letters = lettersEnd(text, start);
    const isPlain = letters > start && partsWords(text.charCodeAt(letters));
    const { kind, end } = isPlain ? { kind: "word" as const, end: letters } : tokenAt(text, start);
    const isWord = kind === "word" || kind === "acronym" || kind === "number";
    const isWanted = beginnings === undefined || letters < end || end < start + 2 || begins(beginnings, text, start);
    const terms = (isWord || kind === "formula") && isWanted ? termsOf(reader, text, start, end, kind) : none;
    if (terms.length > 0) {
      found.push({ terms, start, end, joined: gap < parted });
      gap = together;
    } else if (gap < parted) gap = isWord ? wider(gap, text.slice(start, end)) : parted;
    start = skipSpace(text, end);
  }
  return found;
}

/**
 * How words begin that may have one of these terms, for {@link occurrences}: most words of a text can be passed over by
 * their first three letters. The same table each time; undefined for a caller's own analyzer, whose terms may begin
 * otherwise than their words.
 */
export function beginningsOf({ analyzer, table }: WordReader, terms: Iterable<number>): Beginnings | undefined {
  if (scannerRules(analyzer) === undefined) return undefined;
  const beginnings = latest.fill(0);
  for (const term of terms) {
    if (isPair(table, term)) continue;
    const string = termString(table, term);
    const two = firstTwo(string, 0);
    // A word has all letters of its stem but the last ("tri" of "try").
    if (string.length > 3) beginnings[two]! |= 1 << (string.charCodeAt(2) & 31);
    else if (string.length === 3) beginnings[two] = any;
    else beginnings.fill(any, two & ~31, (two & ~31) + 32);
  }
  return beginnings;
}

/** Whether a text may go on with one of the words. */
function begins(beginnings: Beginnings, text: string, start: number): boolean {
  return ((beginnings[firstTwo(text, start)]! >>> (text.charCodeAt(start + 2) & 31)) & 1) === 1;
}

/** The first two letters at a place as ten bits, whatever their case. */
function firstTwo(text: string, start: number): number {
  return ((text.charCodeAt(start) & 31) << 5) | (text.charCodeAt(start + 1) & 31);
}

/** The gap with one word more. */
function wider(gap: number, word: string): number {
  if (gap === together && links.has(word)) return linked;
  return gap === linked && articles.has(word) ? introduced : parted;
}

/** Numbers of the terms of the word at a place of a text. A known word is recognised where it stands, without cutting it. */
function termsOf(
  { analyzer, table, known }: WordReader,
  text: string,
  start: number,
  end: number,
  kind: TokenKind,
): readonly number[] {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  // Engines keep numbers below 2 ** 30 without a box.
  hash = (hash ^ (hash >>> 15)) & 0x3fffffff;
  const before = known.get(hash);
  if (before !== undefined && before.word.length === end - start && text.startsWith(before.word, start)) {
    return before.terms;
  }
  const word = text.slice(start, end);
  const terms = readTerms(analyzer, normalize(word, kind)).map((term) => findTerm(table, term));
  if (known.size >= mostKnown) known.clear();
  known.set(hash, { word, terms });
  return terms;
}

/** End of the ASCII letters at a place. */
function lettersEnd(text: string, start: number): number {
  for (let at = start; ; at += 1) {
    const code = text.charCodeAt(at) | 0x20;
    if (code < 0x61 || code > 0x7a) return at;
  }
}

/** Whether a sign behind letters is never part of their word: white space, a comma, a closing bracket. */
function partsWords(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x2c || code === 0x29;
}
