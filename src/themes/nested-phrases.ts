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
/** Papers that must hold the longer phrase, or the one that "of" joins: what a paper or two write may be chance. */
const fewestPapers = 2;
const fewestOfJoined = 3;

/** What is told of the phrases. */
export interface Nesting {
  /** Keys of those that give way. */
  readonly nested: ReadonlySet<string>;
  /** Keys of those joined with "of" to which none gives way: they happen to stand together. */
  readonly loose: ReadonlySet<string>;
}

/** A phrase that would give way to a longer one. */
interface Claim {
  readonly part: string;
  readonly longer: string;
}

/**
 * Linear in the phrases but for sorting those that give way.
 *
 * @param found the number of each phrase by its stems with blanks between
 * @param written how a phrase is written
 * @param isTerm whether a phrase is a term whatever stands around it, as those with an acronym are
 */
export function nestedPhrases(
  catalogue: PhraseCatalogue,
  found: ReadonlyMap<string, number>,
  written: (phrase: number) => string,
  isTerm: (key: string) => boolean,
): Nesting {
  const claims: Claim[] = [];
  const loose = new Set<string>();
  for (const [key, phrase] of found) {
    const isJoined = catalogue.isJoined(phrase);
    const own: Claim[] = [];
    if (catalogue.frequency(phrase) >= (isJoined ? fewestOfJoined : fewestPapers)) {
      for (const { part, times, isHead } of partsOf(key, phrase, catalogue)) {
        const number = found.get(part);
        if (number === undefined || isTerm(part) || times < nearlyAlways * catalogue.occurrences(number)) continue;
        if (isHead || isJoined || !endsEmpty(written(phrase))) own.push({ part, longer: key });
      }
    }
    claims.push(...own);
    if (isJoined && own.every(({ part }) => catalogue.isJoined(found.get(part)!))) loose.add(key);
  }
  const nested = new Set<string>();
  // The longest first, so that it is known of a longer phrase whether it is a name or gives way itself.
  for (const { part, longer } of claims.sort((a, b) => b.longer.length - a.longer.length)) {
    const phrase = found.get(longer)!;
    if (nested.has(longer) || isNamed(written(phrase), catalogue.headShare(phrase))) nested.add(part);
  }
  return { nested, loose };
}

interface Part {
  readonly part: string;
  /** How often it stands in the phrase. */
  readonly times: number;
  /** Whether it ends the phrase. */
  readonly isHead: boolean;
}

/** A phrase without its first word, without its last, and what "of" joins in it. */
function partsOf(key: string, phrase: number, catalogue: PhraseCatalogue): Part[] {
  const all = catalogue.occurrences(phrase);
  const first = key.indexOf(" ");
  if (first < 0) return [];
  const part = (from: number, to: number, times: number): Part => {
    return { part: key.slice(from, to), times, isHead: to === key.length };
  };
  if (!catalogue.isJoined(phrase)) {
    return [
      part(first + 1, key.length, catalogue.longerBy(phrase, "first")),
      part(0, key.lastIndexOf(" "), catalogue.longerBy(phrase, "last")),
    ];
  }
  const joint = key.indexOf(" of ");
  return [part(0, joint, all), part(joint + 4, key.length, all), part(first + 1, key.length, all)];
}
