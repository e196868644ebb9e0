/** The terms of a typed word however papers write it: other spellings, accents, in one word or two. */

import type { Paper } from "../../papers/paper.js";
import { readTerms } from "../../text/analyzer.js";
import { otherSpellings, withoutAccents } from "../../text/spellings.js";
import type { Collection } from "../index/collection.js";
import { findPair, findTerm } from "../index/term-table.js";
import { accentedTerms } from "./accented-terms.js";

/** Letters of the parts that a word may be written in: "co-training". */
const shortestPart = 2;
const longestWord = 40;

/**
 * Terms of a word as typed first, then of its other spellings, then pairs that it is written in ("pre-training" for
 * "pretraining"); none where no paper has one.
 *
 * @param term what the analyzer makes of the word
 */
export function writtenTerms(collection: Collection<Paper>, word: string, term: string): Set<number> {
  const table = collection.lexical.terms;
  const spelled = [word, ...otherSpellings(word)];
  const numbers = [findTerm(table, term), ...spelled.slice(1).map((other) => onlyTerm(collection, other))];
  numbers.push(
    ...accentedTerms(table, withoutAccents(word)),
    ...spelled.flatMap((other) => pairsOf(collection, other)),
  );
  return new Set(numbers.filter((number) => live(collection, number) >= 0));
}

/** The term of two words written in one, "dataset" for "data set"; -1 where no paper has it. */
export function joinedTerm(collection: Collection<Paper>, left: string, right: string): number {
  return left.length + right.length > longestWord ? -1 : live(collection, onlyTerm(collection, left + right));
}

/** Adds the terms of whole words. */
export function addTerms(collection: Collection<Paper>, terms: Set<number>, words: readonly string[]): void {
  for (const word of words) {
    for (const term of readTerms(collection.reader.analyzer, word)) {
      const number = live(collection, findTerm(collection.lexical.terms, term));
      if (number >= 0) terms.add(number);
    }
  }
}

/** The number of a term, -1 where no paper has it any more. */
export function live({ lexical }: Collection<Paper>, term: number): number {
  return term >= 0 && lexical.frequency[term]! > 0 ? term : -1;
}

/** Pairs of terms that make the word. */
function pairsOf(collection: Collection<Paper>, word: string): number[] {
  if (word.length > longestWord || !collection.reader.pairs) return [];
  const pairs: number[] = [];
  for (let at = shortestPart; at <= word.length - shortestPart; at += 1) {
    const left = onlyTerm(collection, word.slice(0, at));
    const right = left < 0 ? -1 : onlyTerm(collection, word.slice(at));
    if (right >= 0) pairs.push(findPair(collection.lexical.terms, left, right));
  }
  return pairs;
}

/** The number of a word's only term, -1 for one that the index does not know. */
function onlyTerm({ reader, lexical }: Collection<Paper>, word: string): number {
  const terms = readTerms(reader.analyzer, word);
  return terms.length === 1 ? findTerm(lexical.terms, terms[0]!) : -1;
}
