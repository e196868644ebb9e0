/**
 * An index of the names of themes, for taxonomies of any size: a text finds its names in time that does not depend on
 * how many there are.
 *
 * Reference: Salatino, A. A., Osborne, F., Thanapalasingam, T., Motta, E. (2019). The CSO classifier: ontology-driven
 * detection of research topics in scholarly articles. TPDL, 296-311. doi:10.1007/978-3-030-30760-8_26
 * Departures: its syntactic module alone; variants are folded into one key in place of edit distances, and the longest
 * name at a place holds.
 */

import { addTo } from "../../matrix/by-key.js";
import { ln } from "../../matrix/elementary.js";
import { academicWords } from "../../text/academic-words.js";
import { englishStopWords } from "../../text/stop-words.js";
import type { ThemeDefinition } from "../../themes/model/theme-definition.js";
import { longerRun, placeIn, type WordTree } from "../word-tree.js";
import { type NameWord, nameWords } from "./name-words.js";

/** A name as the index holds it. */
export interface IndexedName {
  /** Place of the theme. */
  readonly theme: number;
  /** Written with capitals, so found in capitals only. */
  readonly acronym: boolean;
  /** How little the name says by itself, in logits: that of a single word which many names have, or of "method". */
  readonly plainness: number;
}

/** The index. */
export interface NameIndex {
  /** Names by their folded words. */
  readonly folded: WordTree<IndexedName>;
  /** Names of two words and more by their stems. */
  readonly stemmed: WordTree<IndexedName>;
  /** Beginnings of names of one word, which a text may have in two. */
  readonly beginnings: ReadonlySet<string>;
  /** For each theme the first theme of which it is a spelling variant, or itself. */
  readonly variantOf: Uint32Array;
  /** For each theme another whose name its own name ends in, -1 without: "language models" of "large language models". */
  readonly heads: Int32Array;
}

const mostWords = 8;
/** Letters of each part, at least, where a word is found as two. */
const shortestPart = 3;

/** Indexes names, aliases and keywords. Where two themes have a name in common, it is that of the first. */
export function indexNames(themes: readonly ThemeDefinition[]): NameIndex {
  const folded: WordTree<IndexedName> = {};
  const stemmed: WordTree<IndexedName> = {};
  const beginnings = new Set<string>();
  const variantOf = Uint32Array.from(themes.keys());
  const heads = new Int32Array(themes.length).fill(-1);
  const index = { folded, stemmed, beginnings, variantOf, heads };
  const spread = namesOfWords(themes);
  const add = (words: readonly NameWord[], theme: number): void => {
    if (words.length > 0 && words.length <= mostWords) addName(index, words, theme, spread);
  };
  themes.forEach(({ name }, theme) => {
    const words = nameWords(plainName(name));
    // "structures (built objects)" is not any structure.
    if (words.length === 1 && plainName(name) !== name && otherNames(name).length === 0) return;
    const known = words.length === 0 ? undefined : findName(words, index);
    if (known === undefined) add(words, theme);
    else variantOf[theme] = known.theme;
  });
  themes.forEach(({ name, aliases = [], keywords = [] }, theme) => {
    const others = [...otherNames(name), ...aliases.flatMap((alias) => [plainName(alias), ...otherNames(alias)])];
    for (const other of [...others, ...keywords]) add(nameWords(other), variantOf[theme]!);
  });
  themes.forEach(({ name }, theme) => {
    heads[theme] = tailOf(nameWords(plainName(name)), index)?.theme ?? -1;
  });
  return index;
}

/** Adds a name as it is, with two of its words in one, and by its stems. */
function addName(
  { folded, stemmed, beginnings }: Pick<NameIndex, "folded" | "stemmed"> & { readonly beginnings: Set<string> },
  words: readonly NameWord[],
  theme: number,
  spread: ReadonlyMap<string, number>,
): void {
  const parts = words.map((word) => word.folded);
  const acronym = words.length === 1 && words[0]!.capitals;
  const name = { theme, acronym, plainness: plainnessOf(parts, spread) };
  placeIn(folded, parts).value ??= name;
  for (let i = 1; i < parts.length; i += 1) {
    if (parts[i - 1]!.length < shortestPart || parts[i]!.length < shortestPart) continue;
    const joined = [...parts.slice(0, i - 1), parts[i - 1]! + parts[i]!, ...parts.slice(i + 1)];
    placeIn(folded, joined).value ??= name;
  }
  const stems = words.map((word) => word.stemmed);
  if (stems.length > 1) placeIn(stemmed, stems).value ??= name;
  else if (!acronym) {
    const only = parts[0]!;
    for (let cut = shortestPart; cut <= only.length - shortestPart; cut += 1) beginnings.add(only.slice(0, cut));
  }
}

/** The longest name that the words end in, shorter than all of them, of `fewest` words or more. */
export function tailOf(words: readonly NameWord[], index: NameIndex, fewest = 1): IndexedName | undefined {
  for (let first = Math.max(1, words.length - mostWords); first <= words.length - fewest; first += 1) {
    const name = findName(words.slice(first), index);
    if (name !== undefined && !name.acronym) return name;
  }
  return undefined;
}

/** In how many names each word stands. */
function namesOfWords(themes: readonly ThemeDefinition[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const { name } of themes) {
    for (const word of new Set(nameWords(name).map(({ folded }) => folded))) addTo(names, word, 1);
  }
  return names;
}

function plainnessOf(words: readonly string[], spread: ReadonlyMap<string, number>): number {
  const academic = words.every((word) => academicWords.has(word)) ? 1.4 : academicWords.has(words.at(-1)!) ? 0.6 : 0;
  return academic + (words.length === 1 ? 0.8 + 0.3 * ln(Math.max(1, spread.get(words[0]!) ?? 1)) : 0);
}

/** The name that all of the words are, spelt alike. */
export function findName(words: readonly NameWord[], { folded, beginnings }: NameIndex): IndexedName | undefined {
  const parts = words.map((word) => word.folded);
  const name = longerRun(folded, parts)?.value;
  if (name !== undefined || parts.length !== 2 || !beginnings.has(parts[0]!)) return name;
  return longerRun(folded, [parts.join("")])?.value;
}

/** The name without a qualifier in brackets: "alcatel (co)". */
function plainName(name: string): string {
  const open = name.lastIndexOf("(");
  return open > 0 && name.trimEnd().endsWith(")") ? name.slice(0, open).trim() : name;
}

/** What else the name says: the acronym in its brackets, "graduate education" for "education, graduate". */
function otherNames(name: string): string[] {
  const plain = plainName(name);
  const others: string[] = [];
  const bracket = name.slice(plain.length).replace(/[()]/g, "").trim();
  const initials = nameWords(plain).map(({ folded }) => folded[0]);
  const isShort = bracket.length > 1 && !englishStopWords.has(bracket.toLowerCase());
  // Acronyms are written in capitals, in a taxonomy of small letters too.
  if (isShort && isInitials(bracket.toLowerCase(), initials))
    others.push(bracket.replace(/[^s]|s(?!$)/g, (c) => c.toUpperCase()));
  const [head, rest, more] = plain.split(",");
  if (head !== undefined && rest !== undefined && more === undefined) others.push(`${rest.trim()} ${head.trim()}`);
  return others;
}

/** Whether the letters are first letters of the words, in order; an "s" at the end may be a plural. */
function isInitials(letters: string, initials: readonly (string | undefined)[]): boolean {
  let at = 0;
  for (const initial of initials) if (initial === letters[at]) at += 1;
  return at >= 2 && (at === letters.length || (at === letters.length - 1 && letters.endsWith("s")));
}
