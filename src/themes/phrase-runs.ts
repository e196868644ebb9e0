/** The runs of words inside phrases, each by its number in a catalogue, acronyms spelled out. */

import { longestNested } from "../text/phrase-key.js";
import type { PhraseCatalogue } from "./phrase-catalogue.js";
import type { Reading, ReadText } from "./read-phrases.js";

/** What acronyms stand for: keys by keys. */
export type Meanings = ReadonlyMap<string, { readonly longKey: string }>;

/**
 * Told of a run of words at [start, end) of a text.
 *
 * @param last whether it ends a noun phrase, and so can stand for a thing
 * @param isAcronym whether it is nothing but an acronym
 */
export type OnRun = (phrase: number, start: number, end: number, last: boolean, isAcronym: boolean) => void;

/** Tells every phrase of a text and every run of up to four words inside one. */
export function runTeller({ words, stems }: Reading, acronyms: Meanings, catalogue: PhraseCatalogue) {
  const own = stems.map((word) => word.map(catalogue.stem));
  const meant = stems.map((word) => acronyms.get(word.join(" "))?.longKey.split(" ").map(catalogue.stem));

  /** The stems of what an acronym stands for. "MAP" may be an acronym, "map" is not. */
  const meaningAt = ({ text }: ReadText, at: number): readonly number[] | undefined => {
    const meaning = meant[words[at]!];
    return meaning !== undefined && hasCapitals.test(text.slice(words[at + 1], words[at + 2])) ? meaning : undefined;
  };

  const tellPhrase = (read: ReadText, from: number, to: number, ends: ReadonlySet<number>, tell: OnRun): void => {
    for (let first = from; first < to; first += 3) {
      let phrase = -1;
      for (let last = first; last < to; last += 3) {
        const meaning = meaningAt(read, last);
        for (const stem of meaning ?? own[words[last]!]!) phrase = catalogue.extend(phrase, stem);
        const isWhole = first === from && last === to - 3;
        if (!isWhole && last - first >= 3 * longestNested) continue;
        const end = words[last + 2]!;
        tell(phrase, words[first + 1]!, end, ends.has(end), first === last && meaning !== undefined);
      }
    }
  };

  return (read: ReadText, tell: OnRun): void => {
    const ends = new Set<number>();
    for (let at = read.from + 3; at < read.to; at += 3) if (words[at] === -1) ends.add(words[at - 1]!);
    for (let from = read.from, at = from; at < read.to; at += 3) {
      if (words[at] !== -1) continue;
      tellPhrase(read, from, at, ends, tell);
      from = at + 3;
    }
  };
}

const hasCapitals = /\p{Lu}.*\p{Lu}/u;
