/** The words of a query as the terms that count as them: other spellings, beginnings, mistyped words, two words in one. */

import type { Paper } from "../../papers/paper.js";
import { type Analyzer, readTerms } from "../../text/analyzer.js";
import { wordParts } from "../../text/word-parts.js";
import { type Collection, wordsOf } from "../index/collection.js";
import { wordsFrom, wordsLike } from "../index/word-list.js";
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
): TypedTerm[] {
  const { analyzer } = collection.reader;
  const typed: OpenTerm[] = [];
  for (const word of words) {
    const partOf = partsByTerm(analyzer, word.norm);
    const begun = prefix && word === words.at(-1) ? wordsFrom(wordsOf(collection), word.norm) : [];
    let like: readonly string[] | undefined;
    for (const term of readTerms(analyzer, word.norm)) {
      const part = partOf.get(term) ?? word.norm;
      const written = writtenTerms(collection, part, term);
      const number = written.values().next().value ?? -1;
      addTerms(collection, written, begun);
      if (fuzzy && number < 0) {
        like ??= wordsLike(wordsOf(collection), word.norm);
        addTerms(collection, written, like);
      }
      typed.push({ word, part, term, number, terms: [...written] });
    }
  }
  for (let i = 1; i < typed.length; i += 1) join(collection, typed[i - 1]!, typed[i]!);
  return typed;
}

/** For each term of a word the first part that it is of. */
function partsByTerm(analyzer: Analyzer, word: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const part of wordParts(word)) {
    for (const term of readTerms(analyzer, part)) if (!parts.has(term)) parts.set(term, part);
  }
  return parts;
}

/** Lets "dataset" count as both words of "data set". */
function join(collection: Collection<Paper>, left: OpenTerm, right: OpenTerm): void {
  if (left.word.group !== right.word.group) return;
  const joined = joinedTerm(collection, left.part, right.part);
  if (joined < 0) return;
  for (const { terms } of [left, right]) if (!terms.includes(joined)) terms.push(joined);
}
