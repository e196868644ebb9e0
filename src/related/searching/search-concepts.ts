/** The words of a query as concepts: each with all terms that count as it, acronyms and mistyped words resolved. */

import type { Paper } from "../../papers/paper.js";
import { type Acronym, findAcronyms } from "../../text/acronyms.js";
import { wordParts } from "../../text/word-parts.js";
import type { Collection } from "../index/collection.js";
import { visitPostings } from "../index/lexical-index.js";
import { findPair, findTerm, termString } from "../index/term-table.js";
import { textsOf, type WordList, wordsFrom, wordsLike } from "../index/word-list.js";
import { type AcronymReader, acronymOf, longFormOf } from "./acronym-lookup.js";
import type { SearchText, SearchWord } from "./search-text.js";
import { addTerms, joinedTerm, live, writtenTerms } from "./written-terms.js";

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
/** Words of the longest phrase of which an acronym is looked up. */
const longestPhrase = 6;

/** The concepts of a query: its words in order, then its pairs of neighbours. */
export function conceptsOf(
  collection: Collection<Paper>,
  { words }: SearchText,
  options: ConceptOptions,
  wordList: () => WordList,
): Concept[] {
  const { analyzer } = collection.reader;
  const table = collection.lexical.terms;
  const known = new Map<string, Acronym[]>();
  /** Many words and phrases ask the same papers. */
  const acronymsIn = (text: string): Acronym[] => {
    const found = known.get(text) ?? findAcronyms(text);
    known.set(text, found);
    return found;
  };
  const concepts: (Concept & { readonly terms: number[] })[] = [];
  const pairs: Concept[] = [];
  let previous: { word: SearchWord; part: string; term: number; terms: number[] } | undefined;
  const last = words.at(-1);
  for (const word of words) {
    for (const term of analyzer.terms(word.norm)) {
      const part = wordParts(word.norm).find((each) => analyzer.terms(each).includes(term)) ?? word.norm;
      const written = writtenTerms(collection, part, term);
      const number = written.values().next().value ?? -1;
      const isKnown = number >= 0;
      if (options.prefix && word === last) addTerms(collection, written, wordsFrom(wordList(), word.norm));
      if (options.fuzzy && !isKnown) addTerms(collection, written, wordsLike(wordList(), word.norm));
      const rows = isKnown ? rowsAsWritten(collection, word, number) : undefined;
      const isSpelled = isKnown && rows === undefined && words.length <= mostWords;
      const spelledOut = isSpelled ? spelled(collection, acronymsIn, term, number) : [];
      const terms = [...written];
      concepts.push({ label: word.text, terms, spelledOut, weight: 1, rows });
      if (previous !== undefined && previous.word.group === word.group) {
        const pair = live(collection, findPair(table, previous.term, number));
        const label = previous.word === word ? word.text : `${previous.word.text} ${word.text}`;
        if (pair >= 0) pairs.push({ label, terms: [pair], spelledOut: [], weight: pairWeight });
        const joined = joinedTerm(collection, previous.part, part);
        if (joined >= 0) for (const list of [previous.terms, terms]) if (!list.includes(joined)) list.push(joined);
      }
      previous = { word, part, term: number, terms };
    }
  }
  return withAcronyms(collection, acronymsIn, distinct(concepts)).concat(distinct(pairs));
}

/**
 * The rows of a term that have the whole word, where the analyzer drops a letter or number of it; undefined where it
 * drops none or no row has it.
 */
function rowsAsWritten(collection: Collection<Paper>, word: SearchWord, term: number): Set<number> | undefined {
  const parts = wordParts(word.norm);
  const isDropped = (part: string): boolean =>
    /^(?:\p{L}|\p{N}+)$/u.test(part) && collection.reader.analyzer.terms(part).length === 0;
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
