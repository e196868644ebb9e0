/** The runs of words inside phrases, each by its number in a catalogue, acronyms spelled out. */

import { longestNested } from "../../text/phrase-key.js";
import type { PhraseCatalogue, RunKind } from "./phrase-catalogue.js";
import type { Reading, ReadText } from "./read-phrases.js";

/** What acronyms stand for: keys by keys. */
export type Meanings = ReadonlyMap<string, { readonly longKey: string }>;

/**
 * Told of a run of words at [start, end) of a text.
 *
 * @param last whether it ends a noun phrase, and so can stand for a thing
 */
export type OnRun = (phrase: number, start: number, end: number, last: boolean, kind: RunKind) => void;

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
  const joint = [catalogue.stem("of")];

  /** The stems of what an acronym stands for. "MAP" may be an acronym, "map" is not. */
  const meaningAt = ({ text }: ReadText, at: number): readonly number[] | undefined => {
    const meaning = meant[words[at]!];
    return meaning !== undefined && hasCapitals.test(text.slice(words[at + 1], words[at + 2])) ? meaning : undefined;
  };

  const tellPhrase = (read: ReadText, from: number, to: number, ends: Ends, tell: OnRun): void => {
    for (let first = from; first < to; first += 3) {
      let phrase = -1;
      let opens = false;
      for (let last = first; last < to; last += 3) {
        const meaning = meaningAt(read, last);
        const added = meaning ?? own[words[last]!]!;
        for (const stem of added) phrase = catalogue.extend(phrase, stem);
        const isPlain = added.length === 1;
        const kind = meaning && last === first ? "acronym" : opens && isPlain ? "words" : "bound";
        if (last === first) opens = isPlain;
        const isWhole = first === from && last === to - 3;
        if (!isWhole && last - first >= 3 * longestNested) continue;
        const end = words[last + 2]!;
        tell(phrase, words[first + 1]!, end, ends.has(end), kind);
      }
    }
  };

  /** Tells the runs over the end of one phrase, [from, end), and on into the next, until `to`. */
  const tellJoined = (read: ReadText, from: number, end: number, to: number, ends: Ends, tell: OnRun): void => {
    for (let first = Math.max(from, end - 3 * longestBefore); first < end; first += 3) {
      let phrase = -1;
      for (let at = first; at < to && at <= end + 3 * longestAfter; at += 3) {
        const added = at === end ? joint : (meaningAt(read, at) ?? own[words[at]!]!);
        for (const stem of added) phrase = catalogue.extend(phrase, stem);
        const until = words[at + 2]!;
        if (at > end) tell(phrase, words[first + 1]!, until, ends.has(until), "joined");
      }
    }
  };

  return (read: ReadText, tell: OnRun): void => {
    const ends = new Set<number>();
    for (let at = read.from + 3; at < read.to; at += 3) if (words[at] === -1) ends.add(words[at - 1]!);
    let before = -1;
    for (let from = read.from, at = from; at < read.to; at += 3) {
      if (words[at] !== -1) continue;
      tellPhrase(read, from, at, ends, tell);
      if (before >= 0) tellJoined(read, before, from - 3, at, ends, tell);
      before = at + 3 < read.to && isOf(read.text, words[at - 1]!, words[at + 4]!) ? from : -1;
      from = at + 3;
    }
  };
}

type Ends = ReadonlySet<number>;

/** Whether nothing but "of" stands between two words. */
function isOf(text: string, from: number, to: number): boolean {
  return to - from > 3 && to - from < 8 && text.slice(from, to).trim() === "of";
}

const hasCapitals = /\p{Lu}.*\p{Lu}/u;
