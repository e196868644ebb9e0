/**
 * Phrases that hardly stand outside one longer phrase and give way to it: "layer equations" to "boundary layer equations",
 * "zero angle" to "zero angle of attack".
 *
 * Reference: Frantzi, K., Ananiadou, S., Mima, H. (2000). Automatic recognition of multi-word terms: the C-value/NC-value
 * method. International Journal on Digital Libraries 3, 115-130. doi:10.1007/s007999900023 (nested terms).
 * Departures: nesting decides whether a phrase can be a name, not how much it weighs; the most frequent longer phrase
 * counts alone, since a phrase of several longer ones is a term of its own.
 */

import { endsEmpty, isNamed } from "./headings.js";
import type { PhraseCatalogue } from "./phrase-catalogue.js";

/** Share of a phrase's occurrences that one longer phrase must take up. */
const nearlyAlways = 0.8;
/** Papers that must hold the longer phrase, and one that "of" joins: what a paper or two write may be chance. */
const fewestPapers = 2;
const fewestOfJoined = 3;

/**
 * Keys of the phrases that give way, and of those that "of" joins and none gives way to: they only happen to meet.
 *
 * Linear in the phrases but for sorting them.
 *
 * @param found the number of each phrase by its stems with blanks between
 * @param written how a phrase is written
 * @param isTerm whether a phrase is a term whatever stands around it, as those with an acronym are
 */
export function nestedPhrases(
  { frequency, occurrences, headShare, inside, isJoined }: PhraseCatalogue,
  found: ReadonlyMap<string, number>,
  written: (phrase: number) => string,
  isTerm: (key: string) => boolean,
): ReadonlySet<string> {
  const nested = new Set<string>();
  // The longest first, so that it is known of a longer phrase whether it gives way itself.
  for (const [key, phrase] of [...found].sort(([a], [b]) => b.length - a.length)) {
    const joined = isJoined(phrase);
    const givesWay = (part: string): boolean => {
      const number = found.get(part);
      if (number === undefined || isTerm(part) || inside(phrase) < nearlyAlways * occurrences(number)) return false;
      if (!joined && key.startsWith(part) && endsEmpty(written(phrase))) return false;
      return nested.has(key) || isNamed(written(phrase), headShare(phrase));
    };
    const isEnough = frequency(phrase) >= (joined ? fewestOfJoined : fewestPapers);
    const parts = isEnough ? partsOf(key, joined).filter(givesWay) : [];
    for (const part of parts) nested.add(part);
    if (joined && parts.every((part) => isJoined(found.get(part)!))) nested.add(key);
  }
  return nested;
}

/** A phrase without its first word and without its last, or what "of" joins in it. */
function partsOf(key: string, joined: boolean): string[] {
  const rest = key.slice(key.indexOf(" ") + 1);
  return joined ? [rest, ...key.split(" of ")] : [rest, key.slice(0, key.lastIndexOf(" "))];
}
