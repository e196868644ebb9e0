/** The runs of words inside phrases, each by its number in a catalogue, acronyms spelled out. */

import { longestNested } from "../text/phrase-key.js";
import type { Longer, PhraseCatalogue } from "./phrase-catalogue.js";
import type { Reading, ReadText } from "./read-phrases.js";

/** What acronyms stand for: keys by keys. */
export type Meanings = ReadonlyMap<string, { readonly longKey: string }>;

/**
 * Told of a run of words at [start, end) of a text.
 *
 * @param last whether it ends a noun phrase, and so can stand for a thing
 * @param isAcronym whether it is nothing but an acronym
 */
export type OnRun = (phrase: number, start: number, end: number, last: boolean, by: Longer, isAcronym: boolean) => void;

/** Most words told on either side of an "of". */
const longestBefore = 3;
const longestAfter = 2;

/**
 * Tells every phrase of a text, every run of up to four words inside one, and runs that "of" joins: "zero angle of attack"
 * and "angle of attack".
 */
export function runTeller({ words, stems }: Reading, acronyms: Meanings, catalogue: PhraseCatalogue) {
  const own = stems.map((word) => word.map(catalogue.stem));
  const meant = stems.map((word) => acronyms.get(word.join(" "))?.longKey.split(" ").map(catalogue.stem));
  const joint = catalogue.stem("of");

  /** The stems of what an acronym stands for. "MAP" may be an acronym, "map" is not. */
  const meaningAt = ({ text }: ReadText, at: number): readonly number[] | undefined => {
    const meaning = meant[words[at]!];
    return meaning !== undefined && hasCapitals.test(text.slice(words[at + 1], words[at + 2])) ? meaning : undefined;
  };

  const stemsAt = (read: ReadText, at: number): readonly number[] => meaningAt(read, at) ?? own[words[at]!]!;

  const goOn = (read: ReadText, beginning: number, at: number): number => {
    let phrase = beginning;
    for (const stem of stemsAt(read, at)) phrase = catalogue.extend(phrase, stem);
    return phrase;
  };

  const tellPhrase = (read: ReadText, from: number, to: number, ends: Ends, tell: OnRun): void => {
    for (let first = from; first < to; first += 3) {
      let phrase = -1;
      const isPlain = stemsAt(read, first).length === 1;
      for (let last = first; last < to; last += 3) {
        const meaning = meaningAt(read, last);
        const added = meaning ?? own[words[last]!]!;
        for (const stem of added) phrase = catalogue.extend(phrase, stem);
        const isWhole = first === from && last === to - 3;
        if (!isWhole && last - first >= 3 * longestNested) continue;
        const end = words[last + 2]!;
        const by = longerBy(first < last && isPlain, first < last && added.length === 1);
        tell(phrase, words[first + 1]!, end, ends.has(end), by, first === last && meaning !== undefined);
      }
    }
  };

  /** Tells the runs across the end of the phrase [from, end) and the beginning of the next one, [next, to). */
  const tellJoined = (read: ReadText, from: number, end: number, to: number, ends: Ends, tell: OnRun): void => {
    const next = end + 3;
    for (let first = Math.max(from, end - 3 * longestBefore); first < end; first += 3) {
      let phrase = -1;
      for (let at = first; at < end; at += 3) phrase = goOn(read, phrase, at);
      phrase = catalogue.extend(phrase, joint);
      for (let last = next; last < Math.min(to, next + 3 * longestAfter); last += 3) {
        phrase = goOn(read, phrase, last);
        const until = words[last + 2]!;
        tell(phrase, words[first + 1]!, until, ends.has(until), "joined", false);
      }
    }
  };

  /** Whether nothing but "of" stands between the phrase that is over at `end` and the next one. */
  const isJoinedAt = ({ text, from, to }: ReadText, end: number): boolean =>
    end > from && end + 3 < to && words[end + 4]! - words[end - 1]! < 8
      ? text.slice(words[end - 1], words[end + 4]).trim() === "of"
      : false;

  return (read: ReadText, tell: OnRun): void => {
    const ends = new Set<number>();
    for (let at = read.from + 3; at < read.to; at += 3) if (words[at] === -1) ends.add(words[at - 1]!);
    let before = -1;
    for (let from = read.from, at = from; at < read.to; at += 3) {
      if (words[at] !== -1) continue;
      tellPhrase(read, from, at, ends, tell);
      if (before >= 0) tellJoined(read, before, from - 3, at, ends, tell);
      before = isJoinedAt(read, at) ? from : -1;
      from = at + 3;
    }
  };
}

type Ends = ReadonlySet<number>;

function longerBy(first: boolean, last: boolean): Longer {
  if (first) return last ? "both" : "first";
  return last ? "last" : "none";
}

const hasCapitals = /\p{Lu}.*\p{Lu}/u;
