/** What a person types into a search field: words, and phrases in quotation marks. */

import { oneSpelling, withoutAccents } from "../../text/spellings.js";
import { tokenize } from "../../text/tokenize.js";
import { wordParts } from "../../text/word-parts.js";

/** A query read. */
export interface SearchText {
  /** Words outside and inside quotation marks, in order; hyphens keep words together. */
  readonly words: readonly SearchWord[];
  /** The words of each quotation, which must stand together in an answer, as of {@link joinedWords}. */
  readonly phrases: readonly string[];
}

/** A word as typed. */
export interface SearchWord {
  readonly text: string;
  readonly norm: string;
  /** Words of one number were typed without a quotation mark between. */
  readonly group: number;
}

const longestQuery = 4000;

/** Reads a query; of a longer text than 4,000 code units the beginning. An open quotation mark is passed over. */
export function readSearchText(text: string): SearchText {
  const words: SearchWord[] = [];
  const phrases: string[] = [];
  const pieces = text.slice(0, longestQuery).split(/["“”„]/);
  pieces.forEach((piece, group) => {
    const isQuoted = group % 2 === 1 && group < pieces.length - 1;
    for (const token of tokenize(piece)) {
      if (isWordKind(token.kind)) words.push({ text: token.text, norm: token.norm, group });
    }
    const phrase = isQuoted ? plainWords(piece) : [];
    if (phrase.length > 0) phrases.push(joinedWords(phrase));
  });
  return { words, phrases };
}

/** Parts of the words of a text in order, lower case, without accents; "" where a sign stands between. */
export function wordSequence(text: string): string[] {
  return tokenize(text).flatMap(({ kind, norm }) => (isWordKind(kind) ? wordParts(norm).map(withoutAccents) : [""]));
}

/** The same without the signs. */
export function plainWords(text: string): string[] {
  return wordSequence(text).filter((part) => part !== "");
}

/** Words as one string in which a phrase of such words can be looked for, each in one spelling. */
export function joinedWords(words: readonly string[]): string {
  return ` ${words.map(oneSpelling).join(" ")} `;
}

function isWordKind(kind: string): boolean {
  return kind === "word" || kind === "acronym" || kind === "number";
}
