/** The phrases of a paper that argued for a theme, and against it: what each added to the score, and where it stands. */

import { type Paper, type TextField, textOf } from "../../papers/paper.js";
import type { PlacedRun, PlacedTerm, PlacedText } from "./place-terms.js";

/** A phrase that counted. */
export interface TagEvidence {
  /** As written at the place given. */
  readonly phrase: string;
  /** What all its occurrences added to the theme's score above the mean theme's; negative: it argued against. */
  readonly weight: number;
  readonly field: TextField;
  /** UTF-16 code units into the field. */
  readonly start: number;
  readonly end: number;
}

const mostFor = 5;
const mostAgainst = 2;
/** A phrase that adds less than this share of the strongest one is left out. */
const worthSaying = 0.15;
/** A phrase goes on beyond so many words within one noun phrase only, */
const longestJoined = 4;
/** and never beyond so many. */
const longestPhrase = 8;

/**
 * The phrases that argued, strongest first, those against the theme last.
 *
 * @param contribution what all occurrences of a run together add to the score
 */
export function findEvidence(
  paper: Paper,
  text: PlacedText,
  runs: readonly PlacedRun[],
  contribution: (run: PlacedRun) => number,
): TagEvidence[] {
  const placed = text.terms;
  const { weights, links } = weighPlaces(placed, runs, contribution);
  const phrases = new Map<string, Phrase>();
  const add = (phrase: Phrase): void => {
    let key = placed[phrase.first]!.known.term;
    for (let i = phrase.first + 1; i <= phrase.last; i += 1) key += ` ${placed[i]!.known.term}`;
    const before = phrases.get(key);
    if (before !== undefined) before.weight += phrase.weight;
    else if (phrase.weight !== 0) phrases.set(key, phrase);
  };
  for (let i = 0; i < placed.length; ) {
    let last = i;
    while (last + 1 < placed.length && links[last + 1]! * weights[i]! > 0 && goesOn(text, i, last)) last += 1;
    const phrase = weights[i] === 0 ? undefined : wholePhrase(text, i, last);
    i = last + 1;
    if (phrase === undefined) continue;
    for (let j = phrase.first; j <= phrase.last; j += 1) phrase.weight += weights[j]!;
    add(phrase);
  }
  if (strongestOf(phrases.values()) <= 0) addStrongestRun(text, runs, contribution, add);
  return chosen([...phrases.values()]).map(({ first, last, weight }) => {
    const { field, start } = placed[first]!;
    const end = last > first ? text.phraseEnd(last) : placed[last]!.end;
    return { phrase: textOf(paper, field).slice(start, end), weight, field, start, end };
  });
}

interface Phrase {
  readonly first: number;
  readonly last: number;
  weight: number;
}

/** Whether the phrase of the places `first` to `last` may go on with the next. */
function goesOn(text: PlacedText, first: number, last: number): boolean {
  const [before, after] = [text.terms[last]!, text.terms[last + 1]!];
  if (before.token === after.token && before.field === after.field) return true;
  if (before.known.isVerb || after.known.isVerb) return false;
  const [nounPhrase, next] = [text.nounPhrase(last), text.nounPhrase(last + 1)];
  if (nounPhrase < 0 || next < 0) return false;
  const length = last - first + 1;
  return length < longestJoined || (length < longestPhrase && nounPhrase === next);
}

/** The places from the first word on that is not empty, up to the last that is no mere adjective; undefined without any. */
function wholePhrase(text: PlacedText, from: number, to: number): Phrase | undefined {
  const isEmpty = (place: number): boolean => text.terms[place]!.known.isEmpty;
  let first = from;
  let last = to;
  while (first <= last && isEmpty(first)) first += 1;
  while (last > first && isEmpty(last) && text.nounPhrase(last) < 0) last -= 1;
  return first > last ? undefined : { first, last, weight: 0 };
}

/** Where the words of a phrase argue against each other, the run that argues most for the theme by itself. */
function addStrongestRun(
  text: PlacedText,
  runs: readonly PlacedRun[],
  contribution: (run: PlacedRun) => number,
  add: (phrase: Phrase) => void,
): void {
  let best: Phrase | undefined;
  for (const run of runs) {
    const [first, length] = run.places as [number, number];
    const weight = contribution(run);
    if (weight <= (best?.weight ?? 0)) continue;
    const phrase = wholePhrase(text, first, first + length - 1);
    if (phrase === undefined) continue;
    phrase.weight = weight;
    best = phrase;
  }
  if (best !== undefined) add(best);
}

/** Each run's contribution spread over its places; `links[i]` is what the run of places i - 1 and i adds. */
function weighPlaces(
  placed: readonly PlacedTerm[],
  runs: readonly PlacedRun[],
  contribution: (run: PlacedRun) => number,
): { weights: Float64Array; links: Float64Array } {
  const weights = new Float64Array(placed.length);
  const links = new Float64Array(placed.length);
  for (const run of runs) {
    const { places } = run;
    const each = contribution(run) / (places.length / 2);
    for (let p = 0; p < places.length; p += 2) {
      const i = places[p]!;
      const length = places[p + 1]!;
      for (let j = i; j < i + length; j += 1) weights[j]! += each / length;
      for (let j = i + 1; j < i + length; j += 1) if (placed[j]!.joined) links[j]! += each;
    }
  }
  return { weights, links };
}

/** The strongest for, from the strongest on, then the strongest against, the strongest last. */
function chosen(phrases: readonly Phrase[]): Phrase[] {
  const fewest = worthSaying * Math.max(strongestOf(phrases), 0);
  const ordered = phrases
    .filter(({ weight }) => Math.abs(weight) >= fewest)
    .sort((a, b) => b.weight - a.weight || a.first - b.first);
  const inFavour = ordered.filter(({ weight }) => weight > 0).slice(0, mostFor);
  return [...inFavour, ...ordered.filter(({ weight }) => weight < 0).slice(-mostAgainst)];
}

function strongestOf(phrases: Iterable<Phrase>): number {
  let strongest = -Infinity;
  for (const { weight } of phrases) if (weight > strongest) strongest = weight;
  return strongest;
}
