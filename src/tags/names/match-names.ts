/** The names that stand in a paper: longest first, its own acronyms read as what they stand for. */

import { type Paper, type TextField, textOf } from "../../papers/paper.js";
import { findAcronyms } from "../../text/acronyms.js";
import { longerRun, type WordTree } from "../word-tree.js";
import { findName, type IndexedName, type NameIndex, tailOf } from "./name-index.js";
import { type NameWord, nameWords } from "./name-words.js";

/** A place in a paper. */
export interface NamePlace {
  readonly field: TextField;
  /** UTF-16 code units into the field. */
  readonly start: number;
  readonly end: number;
}

/** A name at its place. */
export interface NameMatch extends NamePlace {
  readonly name: IndexedName;
  /** "name": spelt alike; "stem": of the same stems; "acronym": a short form stood for it. */
  readonly kind: "name" | "stem" | "acronym";
}

const fields = ["title", "abstract"] as const;

/**
 * The matches in the order of the text; none lies within another.
 *
 * @param acronyms what other papers let short forms stand for: names by folded short form
 */
export function matchNames(paper: Paper, index: NameIndex, acronyms: ReadonlyMap<string, IndexedName>): NameMatch[] {
  const own = ownAcronyms(paper, index);
  const matches: NameMatch[] = [];
  for (const field of fields) {
    const words = nameWords(textOf(paper, field));
    for (let i = 0; i < words.length; ) {
      const found = longestAt(words, i, index);
      const { folded, capitals } = words[i]!;
      const isShort =
        capitals && (found === undefined || found.words === 1) && (own.has(folded) || acronyms.has(folded));
      const match = isShort ? shortForm(words[i]!, own, acronyms) : found;
      if (match === undefined) {
        i += found?.words ?? 1;
        continue;
      }
      const { start } = words[i]!;
      const { end } = words[i + match.words - 1]!;
      matches.push({ name: match.name, kind: match.kind, field, start, end });
      i += match.words;
    }
  }
  return matches;
}

interface Found {
  readonly name: IndexedName;
  readonly words: number;
  readonly kind: NameMatch["kind"];
}

/** The longest name that begins at a word; of equal length, the one spelt alike. */
function longestAt(words: readonly NameWord[], first: number, index: NameIndex): Found | undefined {
  const alike = walk(words, first, index.folded, (word) => word.folded);
  const { folded } = words[first]!;
  const second = words[first + 1];
  if (alike === undefined && second?.joined && index.beginnings.has(folded)) {
    const name = longerRun(index.folded, [folded + second.folded])?.value;
    if (name !== undefined && !name.acronym) return { name, words: 2, kind: "name" };
  }
  const stems = walk(words, first, index.stemmed, (word) => word.stemmed);
  if (stems !== undefined && stems.words > (alike?.words ?? 0)) return { ...stems, kind: "stem" };
  return alike === undefined ? undefined : { ...alike, kind: "name" };
}

function walk(
  words: readonly NameWord[],
  first: number,
  root: WordTree<IndexedName>,
  form: (word: NameWord) => string,
): { name: IndexedName; words: number } | undefined {
  let node: WordTree<IndexedName> | undefined = root;
  let best: { name: IndexedName; words: number } | undefined;
  for (let i = first; i < words.length && (i === first || words[i]!.joined); i += 1) {
    node = node.next?.get(form(words[i]!));
    if (node === undefined) break;
    const name = node.value;
    if (name !== undefined && (!name.acronym || words[i]!.capitals)) best = { name, words: i - first + 1 };
  }
  return best;
}

/** What a word in capitals stands for; undefined where the paper gives it a meaning that is no theme. */
function shortForm(
  word: NameWord,
  own: ReadonlyMap<string, IndexedName | undefined>,
  acronyms: ReadonlyMap<string, IndexedName>,
): Found | undefined {
  const name = own.has(word.folded) ? own.get(word.folded) : acronyms.get(word.folded);
  return name === undefined ? undefined : { name, words: 1, kind: "acronym" };
}

/** The paper's short forms; undefined for one whose long form is no name. */
function ownAcronyms(paper: Paper, index: NameIndex): Map<string, IndexedName | undefined> {
  const own = new Map<string, IndexedName | undefined>();
  for (const field of fields) {
    const text = textOf(paper, field);
    if (!text.includes("(")) continue;
    for (const { short, long } of findAcronyms(text)) {
      const words = nameWords(short);
      if (words.length !== 1) continue;
      own.set(words[0]!.folded, nameOf(long, index));
    }
  }
  return own;
}

/** The name that a text is, or else that it ends in: "deep reinforcement learning" is some reinforcement learning. */
export function nameOf(text: string, index: NameIndex): IndexedName | undefined {
  const words = nameWords(text);
  const name = findName(words, index);
  // BERT ends in "transformers", and says more: a tail of one word is too little.
  return name === undefined || name.acronym ? tailOf(words, index, 2) : name;
}
