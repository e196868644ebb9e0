/** The words of a query as the terms that count as them: other spellings, beginnings, mistyped words, two words in one. */

import type { Paper } from "../../papers/paper.js";
import { wordParts } from "../../text/word-parts.js";
import type { Collection } from "../index/collection.js";
import { type WordList, wordsFrom, wordsLike } from "../index/word-list.js";
import type { SearchWord } from "./search-text.js";
import { addTerms, joinedTerm, writtenTerms } from "./written-terms.js";

/** A term of a query. */
export interface TypedTerm {
  readonly word: SearchWord;
  /** What the analyzer makes of the word, or of a part of it. */
  readonly term: string;
  /** The term's number, or that of another spelling; -1 where no paper has one. */
  readonly number: number;
  /** All terms that count as it. */
  readonly terms: readonly number[];
}

/** How words may differ from those of the papers. */
export interface TypingOptions {
  /** The last word may be the beginning of one. */
  readonly prefix: boolean;
  /** Words may be mistyped. */
  readonly fuzzy: boolean;
}

/** With the part of the word that it is of, while words are joined. */
type OpenTerm = TypedTerm & { readonly part: string; readonly terms: number[] };

/** The terms of the words in order. */
export function typedTerms(
  collection: Collection<Paper>,
  words: readonly SearchWord[],
  { prefix, fuzzy }: TypingOptions,
  wordList: () => WordList,
): TypedTerm[] {
  const { analyzer } = collection.reader;
  const typed: OpenTerm[] = [];
  for (const word of words) {
    for (const term of analyzer.terms(word.norm)) {
      const part = wordParts(word.norm).find((each) => analyzer.terms(each).includes(term)) ?? word.norm;
      const written = writtenTerms(collection, part, term);
      const number = written.values().next().value ?? -1;
      if (prefix && word === words.at(-1)) addTerms(collection, written, wordsFrom(wordList(), word.norm));
      if (fuzzy && number < 0) addTerms(collection, written, wordsLike(wordList(), word.norm));
      typed.push({ word, part, term, number, terms: [...written] });
    }
  }
  for (let i = 1; i < typed.length; i += 1) join(collection, typed[i - 1]!, typed[i]!);
  return typed;
}

/** Lets "dataset" count as both words of "data set". */
function join(collection: Collection<Paper>, left: OpenTerm, right: OpenTerm): void {
  if (left.word.group !== right.word.group) return;
  const joined = joinedTerm(collection, left.part, right.part);
  if (joined < 0) return;
  for (const { terms } of [left, right]) if (!terms.includes(joined)) terms.push(joined);
}
