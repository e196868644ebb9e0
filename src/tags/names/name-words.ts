/**
 * A text as words that can be matched with names, whatever their spelling: plural or singular, British or American,
 * with hyphen, space or neither.
 */

import { remembered } from "../../text/remembered.js";
import { stem } from "../../text/stem.js";
import { tokenize } from "../../text/tokenize.js";
import { wordParts } from "../../text/word-parts.js";

/** A word, or a part of a hyphenated one, at its place. */
export interface NameWord {
  /** Without plural and without national spelling; equal for words that a dictionary has as one. */
  readonly folded: string;
  readonly stemmed: string;
  /** Two capitals or more, as in RLHF or LoRA. */
  readonly capitals: boolean;
  /** UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Whether no punctuation parts it from the word before. */
  readonly joined: boolean;
}

/** The words of a text. Linear. */
export function nameWords(text: string): NameWord[] {
  const words: NameWord[] = [];
  let joined = false;
  for (const token of tokenize(text)) {
    if (token.kind !== "word" && token.kind !== "acronym" && token.kind !== "number") {
      joined &&= token.text === "-" || token.text === "~";
      continue;
    }
    let at = 0;
    const parts = wordParts(token.norm);
    const plain = token.norm.length === token.text.length;
    for (const part of parts) {
      const found = parts.length > 1 && plain ? token.norm.indexOf(part, at) : -1;
      const start = found < 0 ? token.start : token.start + found;
      const end = found < 0 ? token.end : start + part.length;
      at = found < 0 ? at : found + part.length;
      const { folded, stemmed } = formsOf(part);
      words.push({ folded, stemmed, capitals: hasCapitals(text, start, end), start, end, joined });
      joined = true;
    }
  }
  return words;
}

/** Two capitals or more, among the first letters. */
function hasCapitals(text: string, start: number, end: number): boolean {
  let capitals = 0;
  for (let i = start; i < Math.min(end, start + longestWord) && capitals < 2; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 128 ? code >= 65 && code <= 90 : /\p{Lu}/u.test(text[i]!)) capitals += 1;
  }
  return capitals === 2;
}

interface Forms {
  readonly folded: string;
  readonly stemmed: string;
}

const formsOf = remembered((part): Forms => ({ folded: foldWord(part), stemmed: stem(part) }));

const longestWord = 40;

/** Endings that are written in two ways; the first that fits, once. */
const plurals: readonly (readonly [string, string])[] = [
  ["trices", "trix"],
  ["rtices", "rtex"],
  ["ndices", "ndex"],
  ["theses", "thesis"],
  ["yses", "ysis"],
  ["sses", "ss"],
  ["ches", "ch"],
  ["shes", "sh"],
  ["xes", "x"],
  ["ies", "y"],
  ["ss", "ss"],
  ["us", "us"],
  ["is", "is"],
  ["ics", "ics"],
  ["s", ""],
];

const notPlural: ReadonlySet<string> = new Set(["news", "lens", "bias", "gas", "atlas", "canvas"]);

const spellings: readonly (readonly [string, string])[] = [
  ["isation", "ization"],
  ["isational", "izational"],
  ["ise", "ize"],
  ["ised", "ized"],
  ["ising", "izing"],
  ["iser", "izer"],
  ["yse", "yze"],
  ["ysing", "yzing"],
  ["our", "or"],
  ["oural", "oral"],
  ["oured", "ored"],
  ["tre", "ter"],
  ["bre", "ber"],
  ["lling", "ling"],
  ["lled", "led"],
  ["ogue", "og"],
];

/** A lower-case word without accents, plural and national spelling. */
export function foldWord(word: string): string {
  if (word.length < 4 || word.length > longestWord || notPlural.has(word)) return word;
  const bare = /^[a-z]*$/.test(word) ? word : word.normalize("NFD").replace(/\p{M}/gu, "");
  return replaced(replaced(bare, plurals), spellings);
}

function replaced(word: string, endings: readonly (readonly [string, string])[]): string {
  for (const [ending, other] of endings) {
    if (word.length >= ending.length + 2 && word.endsWith(ending)) {
      return word.slice(0, word.length - ending.length) + other;
    }
  }
  return word;
}
