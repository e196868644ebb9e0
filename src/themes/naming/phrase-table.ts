/** Which phrases each paper of a collection holds: the words that themes are named with. */

import { appendRows } from "../../matrix/csr.js";
import type { Paper } from "../../papers/paper.js";
import type { AcronymEntry } from "../../text/acronym-dictionary.js";
import type { PhraseExtractor } from "../../text/noun-phrases.js";
import { phraseKey } from "../../text/phrase-key.js";
import { surfaceForms } from "../../text/surface-forms.js";
import { type OnStep, part, stepping } from "../model/progress.js";
import type { PhraseTable } from "../model/theme-model.js";
import { nestedPhrases } from "./nested-phrases.js";
import { type PhraseCatalogue, phraseCatalogue } from "./phrase-catalogue.js";
import { runTeller } from "./phrase-runs.js";
import { type Reading, type ReadText, readPhrases } from "./read-phrases.js";
import { tripleList } from "./triple-list.js";

/** Value of a phrase that stands in the title; elsewhere it is 1. */
const inTitle = 2;

/**
 * The phrases of papers, those of a single paper left out. An acronym and its long form are one phrase.
 *
 * Linear in the text.
 *
 * @param read papers to read, by index, ascending; the others get empty rows and need not be there
 * @param known a table whose phrases and acronyms are kept, be they as rare as they may in these papers
 */
export function fitPhraseTable(
  papers: readonly (Paper | undefined)[],
  read: ArrayLike<number>,
  extractor: PhraseExtractor,
  known?: PhraseTable,
  onStep: OnStep = () => undefined,
): PhraseTable {
  const chosen = Array.from(read, (i) => papers[i]!);
  const reading = readPhrases(chosen, extractor, part(onStep, 0, 0.6));
  const acronyms = new Map([
    ...commonMeanings(reading.acronyms, chosen.length),
    ...(known === undefined ? [] : knownMeanings(known)),
  ]);
  const catalogue = phraseCatalogue();
  const occurrences = noteRuns(reading, runTeller(reading, acronyms, catalogue), catalogue, part(onStep, 0.6, 0.8));
  const fewest = chosen.length < 20 ? 1 : 2;
  const forms = surfaceForms<number>();
  occurrences.forEach(part(onStep, 0.8, 0.95), (phrase, { text, isTitle }, start, end) => {
    // A name is written as where it ends a noun phrase: "collaboration", however often "collaborative" stands before nouns.
    const counts = end > 0 || catalogue.headShare(phrase) === 0;
    if (counts && catalogue.frequency(phrase) >= fewest) forms.add(phrase, text, start, Math.abs(end), isTitle);
  });
  const columnOf = new Map(known?.keys.map((key, column) => [key, column]));
  const found = catalogue.phrasesOf(fewest, columnOf);
  const definition = new Map([...acronyms.values()].map((entry) => [entry.longKey, entry]));
  const nested = nestedPhrases(catalogue, found, forms.best, (key) => definition.has(key));
  const fresh = (key: string): PhraseColumn => {
    const phrase = found.get(key)!;
    const entry = definition.get(key);
    return {
      phrase: forms.best(phrase) || (entry?.long ?? key),
      acronym: written(entry, catalogue.frequency(phrase)),
      headShare: nested.has(key) ? 0 : catalogue.headShare(phrase),
    };
  };
  const keys = [...new Set([...found.keys(), ...columnOf.keys()])].sort();
  const columns: PhraseColumn[] = [];
  for (const key of stepping(keys, 512, part(onStep, 0.95, 1))) {
    columns.push(columnOf.has(key) ? columnAt(known!, columnOf.get(key)!) : fresh(key));
  }
  onStep(1);
  return {
    keys,
    phrases: columns.map(({ phrase }) => phrase),
    acronyms: columns.map(({ acronym }) => acronym),
    headShare: Float32Array.from(columns, ({ headShare }) => headShare),
    matrix: catalogue.rows(
      keys.map((key) => found.get(key)),
      read,
      papers.length,
    ),
  };
}

/** What a table says of one phrase. */
interface PhraseColumn {
  readonly phrase: string;
  readonly acronym: string;
  readonly headShare: number;
}

function columnAt({ phrases, acronyms, headShare }: PhraseTable, column: number): PhraseColumn {
  return { phrase: phrases[column]!, acronym: acronyms[column]!, headShare: headShare[column]! };
}

/** Notes every run of what was read in a catalogue; returns where the runs stand, but for acronyms. */
function noteRuns(
  { papers }: Reading,
  forEachRun: ReturnType<typeof runTeller>,
  catalogue: PhraseCatalogue,
  onStep: OnStep,
): ReturnType<typeof occurrenceList> {
  const occurrences = occurrenceList();
  for (const texts of stepping(papers, 64, onStep)) {
    catalogue.begin();
    for (const text of texts) {
      forEachRun(text, (phrase, start, end, last, kind) => {
        catalogue.note(phrase, last, kind, text.isTitle ? inTitle : 1);
        if (kind !== "acronym") occurrences.push(phrase, start, last ? end : -end);
      });
      occurrences.endText(text);
    }
  }
  return occurrences;
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

/** Where phrases stand, in the order met: which are worth a name is known at the end. */
function occurrenceList() {
  const spans = tripleList();
  const texts: { readonly text: ReadText; readonly until: number }[] = [];
  return {
    push: spans.push,
    endText: (text: ReadText) => void texts.push({ text, until: spans.length() }),
    forEach(onStep: OnStep, tell: (phrase: number, text: ReadText, start: number, end: number) => void) {
      const numbers = spans.numbers();
      let at = 0;
      for (const { text, until } of stepping(texts, 256, onStep)) {
        for (; at < until; at += 3) tell(numbers[at]!, text, numbers[at + 1]!, numbers[at + 2]!);
      }
    },
  };
}
