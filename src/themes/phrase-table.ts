/** Which phrases each paper of a collection holds: the words that themes are named with. */

import { appendRows } from "../matrix/csr.js";
import { type Paper, textOf } from "../papers/paper.js";
import { type AcronymEntry, acronymDictionary } from "../text/acronym-dictionary.js";
import type { PhraseExtractor } from "../text/noun-phrases.js";
import { keyedPhrases, phraseKey } from "../text/phrase-key.js";
import { surfaceForms } from "../text/surface-forms.js";
import { phraseCatalogue } from "./phrase-catalogue.js";
import { type OnStep, stepping } from "./progress.js";
import type { PhraseTable } from "./theme-model.js";

/** Value of a phrase that stands in the title; elsewhere it is 1. */
export const inTitle = 2;

/**
 * The phrases of papers, those of a single paper left out. An acronym and its long form are one phrase.
 *
 * Linear in the text.
 *
 * @param read papers to read, by index, ascending; the others get empty rows
 * @param known a table whose phrases and acronyms are kept, be they as rare as they may in these papers
 */
export function fitPhraseTable(
  papers: readonly Paper[],
  read: ArrayLike<number>,
  extractor: PhraseExtractor,
  known?: PhraseTable,
  onStep: OnStep = () => undefined,
): PhraseTable {
  const chosen = Array.from(read, (i) => papers[i]!);
  const acronyms = new Map([
    ...commonMeanings(acronymDictionary(chosen), chosen.length),
    ...(known === undefined ? [] : knownMeanings(known)),
  ]);
  const forms = surfaceForms();
  const catalogue = phraseCatalogue();
  for (const paper of stepping(chosen, 64, onStep)) {
    catalogue.begin();
    for (const field of ["abstract", "title"] as const) {
      const text = textOf(paper, field);
      for (const { key, start, end, last, acronym } of spelledOut(text, extractor, acronyms)) {
        catalogue.note(key, last, field === "title" ? inTitle : 1);
        if (!acronym) forms.add(key, text, start, end, field === "title");
      }
    }
  }
  const columnOf = new Map(known?.keys.map((key, column) => [key, column]));
  const keys = [...new Set([...catalogue.keysOf(chosen.length < 20 ? 1 : 2), ...columnOf.keys()])].sort();
  const definition = new Map([...acronyms.values()].map((entry) => [entry.longKey, entry]));
  const before = <T>(values: ArrayLike<T> | undefined, key: string): T | undefined => values?.[columnOf.get(key) ?? -1];
  return {
    keys,
    phrases: keys.map((key) => before(known?.phrases, key) ?? (forms.best(key) || (definition.get(key)?.long ?? key))),
    acronyms: keys.map((key) => before(known?.acronyms, key) ?? written(definition.get(key), catalogue.frequency(key))),
    headShare: Float32Array.from(keys, (key) => before(known?.headShare, key) ?? catalogue.headShare(key)),
    matrix: catalogue.rows(keys, read, papers.length),
  };
}

/** The table with the phrases of more papers, their rows after those it has. */
export function growPhraseTable(table: PhraseTable, papers: readonly Paper[], extractor: PhraseExtractor): PhraseTable {
  const grown = fitPhraseTable(
    papers,
    papers.map((_, i) => i),
    extractor,
    table,
  );
  const columnOf = new Map(grown.keys.map((key, column) => [key, column]));
  // Keys keep their order, so that the columns of a row go on ascending.
  const indices = table.matrix.indices.map((column) => columnOf.get(table.keys[column]!)!);
  return { ...grown, matrix: appendRows({ ...table.matrix, indices, columns: grown.keys.length }, grown.matrix) };
}

type Meaning = Pick<AcronymEntry, "short" | "plural" | "long" | "shortKey" | "longKey" | "papers">;

/** Share of a phrase's papers that must introduce its acronym for it to be how the field writes it. */
const leastIntroduced = 0.15;

/** A short form as papers write it; "" for none that is in common use. */
function written(entry: Meaning | undefined, papers: number): string {
  if (entry === undefined || entry.papers < leastIntroduced * papers) return "";
  return entry.plural ? `${entry.short}s` : entry.short;
}

/** The acronyms of a table, by their keys. */
function knownMeanings({ keys, phrases, acronyms }: PhraseTable): [string, Meaning][] {
  return acronyms.flatMap((short, column): [string, Meaning][] => {
    if (short === "") return [];
    const entry = {
      short,
      plural: false,
      long: phrases[column]!,
      shortKey: phraseKey(short),
      longKey: keys[column]!,
      papers: 0,
    };
    return [[entry.shortKey, entry]];
  });
}

/** For each short form the meaning that most papers give it; in a collection of some size one paper's word is not enough. */
function commonMeanings(entries: readonly AcronymEntry[], papers: number): Map<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const entry of entries) {
    if ((papers < 20 || entry.papers > 1) && !meanings.has(entry.shortKey)) meanings.set(entry.shortKey, entry);
  }
  return meanings;
}

/** A phrase of a text, its acronyms spelled out in the key. */
interface FoundPhrase {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Whether it ends a noun phrase, and so can stand for a thing. */
  readonly last: boolean;
  /** Whether it is nothing but an acronym. */
  readonly acronym: boolean;
}

type Meanings = ReadonlyMap<string, { readonly longKey: string }>;

function spelledOut(text: string, extractor: PhraseExtractor, acronyms: Meanings): FoundPhrase[] {
  const found = keyedPhrases(text, extractor);
  const ends = new Set(found.filter(({ whole }) => whole).map(({ end }) => end));
  return found.map(({ key, phrase, start, end }) => {
    const last = ends.has(end);
    if (!hasCapitals.test(phrase)) return { key, start, end, last, acronym: false };
    const words = phrase.split(/\s+/);
    const keys = words.map((word) => longKey(word, acronyms) ?? phraseKey(word));
    return {
      key: keys.join(" "),
      start,
      end,
      last,
      acronym: words.length === 1 && longKey(phrase, acronyms) !== undefined,
    };
  });
}

/** "MAP" may be an acronym, "map" is not. */
const hasCapitals = /\p{Lu}.*\p{Lu}/u;

function longKey(word: string, acronyms: Meanings): string | undefined {
  return hasCapitals.test(word) ? acronyms.get(phraseKey(word))?.longKey : undefined;
}
