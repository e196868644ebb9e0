/** The words of a query as concepts: each with all terms that count as it, acronyms and mistyped words resolved. */

import type { Paper } from "../../papers/paper.js";
import { type Acronym, findAcronyms } from "../../text/acronyms.js";
import { readTerms } from "../../text/analyzer.js";
import { wordParts } from "../../text/word-parts.js";
import type { Collection } from "../index/collection.js";
import { visitPostings } from "../index/lexical-index.js";
import { findPair, findTerm, termString } from "../index/term-table.js";
import { textsOf } from "../index/word-list.js";
import { type AcronymReader, acronymOf, longFormOf } from "./acronym-lookup.js";
import type { SearchText, SearchWord } from "./search-text.js";
import { type TypedTerm, type TypingOptions, typedTerms } from "./typed-terms.js";
import { live } from "./written-terms.js";

/** Something a query asks for. */
export interface Concept {
  /** As typed. */
  readonly label: string;
  /** Terms that count as it; none for a word that no paper has. */
  readonly terms: readonly number[];
  /** A phrase that counts as it: rows that have all these terms, usually pairs. */
  readonly spelledOut: readonly number[];
  /** The rows that have it as written, where the terms tell less than the word: "k-means" is more than "means". */
  readonly rows?: ReadonlySet<number> | undefined;
  /** 1 for a word, less for two words standing together. */
  readonly weight: number;
}

/** Weight of two words standing together, beside their own. */
const pairWeight = 0.3;
/** Words of a query of which acronyms are looked up. */
const mostWords = 16;
/** Words of the longest phrase of which an acronym is looked up. */
const longestPhrase = 6;

/** The concepts of a query: its words in order, then its pairs of neighbours. */
export function conceptsOf(collection: Collection<Paper>, { words }: SearchText, options: TypingOptions): Concept[] {
  const typed = typedTerms(collection, words, options);
  const acronymsIn = acronymReader();
  const concepts = typed.map((term) => conceptOf(collection, term, words.length <= mostWords ? acronymsIn : undefined));
  return withAcronyms(collection, acronymsIn, distinct(concepts)).concat(distinct(pairsOf(collection, typed)));
}

/** Remembers the acronyms of a text: many words and phrases ask the same papers. */
function acronymReader(): AcronymReader {
  const known = new Map<string, Acronym[]>();
  return (text) => {
    const found = known.get(text) ?? findAcronyms(text);
    known.set(text, found);
    return found;
  };
}

function conceptOf(
  collection: Collection<Paper>,
  { word, term, number, terms }: TypedTerm,
  acronymsIn: AcronymReader | undefined,
): Concept {
  const rows = number < 0 ? undefined : rowsAsWritten(collection, word, number);
  const isWhole = number >= 0 && rows === undefined;
  const spelledOut = isWhole && acronymsIn !== undefined ? spelled(collection, acronymsIn, term, number) : [];
  return { label: word.text, terms, spelledOut, weight: 1, rows };
}

/** Words that stand together in the query and in a paper. */
function pairsOf(collection: Collection<Paper>, typed: readonly TypedTerm[]): Concept[] {
  return typed.flatMap((right, i) => {
    const left = typed[i - 1];
    if (left === undefined || left.word.group !== right.word.group) return [];
    const pair = live(collection, findPair(collection.lexical.terms, left.number, right.number));
    const label = left.word === right.word ? right.word.text : `${left.word.text} ${right.word.text}`;
    return pair < 0 ? [] : [{ label, terms: [pair], spelledOut: [], weight: pairWeight }];
  });
}

/**
 * The rows of a term that have the whole word, where the analyzer drops a letter or number of it; undefined where it
 * drops none or no row has it.
 */
function rowsAsWritten(collection: Collection<Paper>, word: SearchWord, term: number): Set<number> | undefined {
  const parts = wordParts(word.norm);
  const isDropped = (part: string): boolean =>
    /^(?:\p{L}|\p{N}+)$/u.test(part) && readTerms(collection.reader.analyzer, part).length === 0;
  if (parts.length < 2 || !parts.some(isDropped)) return undefined;
  const signs = word.norm.replace(/[^\p{L}\p{N}]+/gu, "[^\\p{L}\\p{N}]{1,3}");
  const written = new RegExp(`(?<![\\p{L}\\p{N}])${signs}(?![\\p{L}\\p{N}])`, "iu");
  const rows = rowsOf(collection, term).filter((row) => textsOf(collection.papers[row]!).some((t) => written.test(t)));
  return rows.length === 0 ? undefined : new Set(rows);
}

/** Terms of what an acronym stands for: its pairs, or the words where an index has no pairs. */
function spelled(collection: Collection<Paper>, acronymsIn: AcronymReader, term: string, number: number): number[] {
  const papers = rowsOf(collection, number).map((row) => collection.papers[row]!);
  const words = longFormOf(collection.reader.analyzer, acronymsIn, term, papers)?.map((w) =>
    live(collection, findTerm(collection.lexical.terms, w)),
  );
  if (words === undefined || words.length < 2 || words.some((word) => word < 0)) return [];
  if (!collection.reader.pairs) return words;
  const pairs = words.slice(1).map((word, i) => live(collection, findPair(collection.lexical.terms, words[i]!, word)));
  return pairs.every((pair) => pair >= 0) ? pairs : [];
}

/** Lets the acronym of words that stand together in a query count as each of them. */
function withAcronyms(
  collection: Collection<Paper>,
  acronymsIn: AcronymReader,
  concepts: readonly Concept[],
): Concept[] {
  const table = collection.lexical.terms;
  const found = concepts.map((concept) => new Set(concept.terms));
  if (concepts.length > mostWords) return [...concepts];
  const singles = concepts.map(({ terms }) => terms[0] ?? -1);
  for (let first = 0; first + 1 < singles.length; first += 1) {
    const pair = findPair(table, singles[first]!, singles[first + 1]!);
    if (pair < 0) continue;
    const papers = rowsOf(collection, pair).map((row) => collection.papers[row]!);
    for (let end = Math.min(singles.length, first + longestPhrase); end >= first + 2; end -= 1) {
      const window = singles.slice(first, end);
      if (window.includes(-1)) continue;
      const phrase = window.map((term) => termString(table, term));
      const short = acronymOf(collection.reader.analyzer, acronymsIn, phrase, papers);
      const number = short === undefined ? -1 : live(collection, findTerm(table, short));
      if (number < 0) continue;
      for (let i = first; i < end; i += 1) found[i]!.add(number);
      break;
    }
  }
  return concepts.map((concept, i) => ({ ...concept, terms: [...found[i]!] }));
}

/** Rows with a term, in the order of the collection. */
function rowsOf({ lexical, positionOf }: Collection<Paper>, term: number): number[] {
  const rows: number[] = [];
  visitPostings(lexical, term, (row) => {
    if (lexical.length[row] !== 0) rows.push(row);
  });
  return rows.sort((a, b) => positionOf[a]! - positionOf[b]!);
}

function distinct(concepts: readonly Concept[]): Concept[] {
  const seen = new Set<string>();
  return concepts.filter(({ label, terms }) => {
    const key = terms.length === 0 ? `?${label}` : terms.join(" ");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
