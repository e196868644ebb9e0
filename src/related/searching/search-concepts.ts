/** The words of a query as concepts: each with all terms that count as it, acronyms and mistyped words resolved. */

import type { Paper } from "../../papers/paper.js";
import type { Collection } from "../index/collection.js";
import { visitPostings } from "../index/lexical-index.js";
import { findPair, findTerm } from "../index/term-table.js";
import { type WordList, wordsFrom, wordsLike } from "../index/word-list.js";
import { acronymOf, longFormOf } from "./acronym-lookup.js";
import type { SearchText, SearchWord } from "./search-text.js";

/** Something a query asks for. */
export interface Concept {
  /** As typed. */
  readonly label: string;
  /** Terms that count as it; none for a word that no paper has. */
  readonly terms: readonly number[];
  /** A phrase that counts as it: rows that have all these terms, usually pairs. */
  readonly spelledOut: readonly number[];
  /** 1 for a word, less for two words standing together. */
  readonly weight: number;
}

/** How words may differ from those of the papers. */
export interface ConceptOptions {
  /** The last word may be the beginning of one. */
  readonly prefix: boolean;
  /** Words may be mistyped. */
  readonly fuzzy: boolean;
}

/** Weight of two words standing together, beside their own. */
const pairWeight = 0.3;
/** Words of a query of which acronyms are looked up. */
const mostWords = 16;

/** The concepts of a query: its words in order, then its pairs of neighbours. */
export function conceptsOf(
  collection: Collection<Paper>,
  { words }: SearchText,
  options: ConceptOptions,
  wordList: () => WordList,
): Concept[] {
  const { analyzer } = collection.reader;
  const table = collection.lexical.terms;
  const concepts: Concept[] = [];
  const pairs: Concept[] = [];
  let previous: { word: SearchWord; term: number } | undefined;
  const last = words.at(-1);
  for (const word of words) {
    for (const term of analyzer.terms(word.norm)) {
      const number = live(collection, findTerm(table, term));
      const terms = new Set(number < 0 ? [] : [number]);
      const isKnown = number >= 0;
      if (options.prefix && word === last) addTerms(collection, terms, wordsFrom(wordList(), word.norm));
      if (options.fuzzy && !isKnown && terms.size <= 1) addTerms(collection, terms, wordsLike(wordList(), word.norm));
      const spelledOut = isKnown && words.length <= mostWords ? spelled(collection, term, number) : [];
      concepts.push({ label: word.text, terms: [...terms], spelledOut, weight: 1 });
      if (previous !== undefined && previous.word.group === word.group && previous.term >= 0 && number >= 0) {
        const pair = live(collection, findPair(table, previous.term, number));
        const label = `${previous.word.text} ${word.text}`;
        if (pair >= 0) pairs.push({ label, terms: [pair], spelledOut: [], weight: pairWeight });
      }
      previous = { word, term: number };
    }
  }
  return withAcronyms(collection, distinct(concepts)).concat(distinct(pairs));
}

function addTerms(collection: Collection<Paper>, terms: Set<number>, words: readonly string[]): void {
  for (const word of words) {
    for (const term of collection.reader.analyzer.terms(word)) {
      const number = live(collection, findTerm(collection.lexical.terms, term));
      if (number >= 0) terms.add(number);
    }
  }
}

/** The number of a term, -1 where no paper has it any more. */
function live({ lexical }: Collection<Paper>, term: number): number {
  return term >= 0 && lexical.frequency[term]! > 0 ? term : -1;
}

/** Terms of what an acronym stands for: its pairs, or the words where an index has no pairs. */
function spelled(collection: Collection<Paper>, term: string, number: number): number[] {
  const papers = papersOf(collection, number);
  const words = longFormOf(collection.reader.analyzer, term, papers)?.map((w) =>
    live(collection, findTerm(collection.lexical.terms, w)),
  );
  if (words === undefined || words.length < 2 || words.some((word) => word < 0)) return [];
  if (!collection.reader.pairs) return words;
  const pairs = words.slice(1).map((word, i) => live(collection, findPair(collection.lexical.terms, words[i]!, word)));
  return pairs.every((pair) => pair >= 0) ? pairs : [];
}

/** Lets the acronym of words that stand together in a query count as each of them. */
function withAcronyms(collection: Collection<Paper>, concepts: readonly Concept[]): Concept[] {
  const table = collection.lexical.terms;
  const found = concepts.map((concept) => new Set(concept.terms));
  if (concepts.length > mostWords) return [...concepts];
  for (let first = 0; first + 1 < concepts.length; first += 1) {
    const start = concepts[first]!.terms[0];
    const next = concepts[first + 1]!.terms[0];
    if (start === undefined || next === undefined) continue;
    const pair = live(collection, findPair(table, start, next));
    if (pair < 0) continue;
    for (let end = Math.min(concepts.length, first + 6); end >= first + 2; end -= 1) {
      const window = concepts.slice(first, end);
      if (window.some(({ terms }) => terms.length === 0)) continue;
      const phrase = window.map(({ terms }) => table.strings[table.left[terms[0]!]!]!);
      const short = acronymOf(collection.reader.analyzer, phrase, papersOf(collection, pair));
      const number = short === undefined ? -1 : live(collection, findTerm(table, short));
      if (number < 0) continue;
      for (let i = first; i < end; i += 1) found[i]!.add(number);
      break;
    }
  }
  return concepts.map((concept, i) => ({ ...concept, terms: [...found[i]!] }));
}

/** Papers with a term, in the order of the collection. */
function papersOf(collection: Collection<Paper>, term: number): Paper[] {
  const rows: number[] = [];
  visitPostings(collection.lexical, term, (row) => {
    if (collection.lexical.length[row] !== 0) rows.push(row);
  });
  rows.sort((a, b) => collection.positionOf[a]! - collection.positionOf[b]!);
  return rows.map((row) => collection.papers[row]!);
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
