/** Why a paper is in the answer: what each shared term adds to the score, told in phrases of the paper itself. */

import { addTo } from "../../matrix/by-key.js";
import { type Paper, type TextField, textOf } from "../../papers/paper.js";
import { surfaceForms } from "../../text/surface-forms.js";
import { beginningsOf, type Occurrence, occurrences, type WordReader } from "../index/occurrences.js";
import { findPair, isPair, type TermTable, termString } from "../index/term-table.js";
import { standsAlone, tells } from "./telling.js";

/** A phrase that a paper shares with the query, and its part of the score. */
export interface SharedPhrase {
  readonly phrase: string;
  readonly weight: number;
}

interface Span {
  readonly field: TextField;
  readonly start: number;
  readonly end: number;
}

/** Words of the paper that follow each other and are shared, with the first places where they do. */
interface Run {
  readonly singles: readonly number[];
  readonly terms: readonly number[];
  readonly weight: number;
  readonly spans: Span[];
}

interface Choice {
  readonly run: Run;
  weight: number;
}

const longestRun = 4;
/** Places of a phrase that tell how it is written. */
const mostSpans = 4;
/** A word of which only a part is shared is told where nothing else tells that part. */
const partialDiscount = 0.01;
/** Words of any paper are left out where the others make up this share of the score. */
const telling = 0.5;

/** What the terms of a row add to a score, and the number of the pair of two terms, where it is one of them. */
interface Parts {
  readonly weights: ReadonlyMap<number, number>;
  readonly pairOf: (left: number, right: number) => number | undefined;
}

/**
 * The parts of a score as phrases, heaviest first. The part of each term goes to one phrase, and the parts of words
 * that any paper could have are spread over the phrases that tell more, so that the weights add up to the sum of the parts.
 *
 * @param parts what each shared term adds to the score
 * @param formOf writes a term that stands nowhere in the paper's text, as when its abstract was dropped
 */
export function sharedPhrases(
  paper: Paper,
  reader: WordReader,
  parts: ReadonlyMap<number, number>,
  formOf: (term: string) => string,
): SharedPhrase[] {
  const { table } = reader;
  const shared: Parts = {
    weights: parts,
    pairOf: (left, right) => {
      const pair = findPair(table, left, right);
      return parts.has(pair) ? pair : undefined;
    },
  };
  const runs = new Map<string | number, Run>();
  const beginnings = beginningsOf(reader, parts.keys());
  for (const field of ["title", "abstract"] as const) {
    collectRuns(occurrences(reader, textOf(paper, field), beginnings), field, shared, runs);
  }
  const left = new Map(parts);
  const written = writer(paper, parts);
  const choices = chooseRuns([...runs.values()], left, (run) => run.singles.length === 1 || standsAlone(written(run)));
  giveRemainder(choices, left, table);
  const found = choices.map(({ run, weight }) => ({ phrase: written(run), weight }));
  for (const [term, weight] of left) found.push({ phrase: formOf(termString(table, term)), weight });
  return spread(merged(found)).sort((a, b) => b.weight - a.weight || (a.phrase < b.phrase ? -1 : 1));
}

/** Notes every run of shared words. */
function collectRuns(
  words: readonly Occurrence[],
  field: TextField,
  parts: Parts,
  runs: Map<string | number, Run>,
): void {
  for (let first = 0; first < words.length; first += 1) {
    const { terms, start, end } = words[first]!;
    if (!terms.some((term) => parts.weights.has(term))) continue;
    // Most words are one term and stand alone: its number is key enough.
    note(runs, terms.length === 1 ? terms[0]! : terms.join(" "), terms, parts, { field, start, end });
    const singles = [...terms];
    for (let last = first + 1; last < words.length && last - first < longestRun; last += 1) {
      if (!linked(words, last, parts)) break;
      singles.push(...words[last]!.terms);
      note(runs, singles.join(" "), singles, parts, { field, start, end: words[last]!.end });
    }
  }
}

/** Notes one place of a run. */
function note(
  runs: Map<string | number, Run>,
  key: string | number,
  singles: readonly number[],
  parts: Parts,
  span: Span,
): void {
  let run = runs.get(key);
  if (run === undefined) {
    run = runOf([...singles], parts);
    runs.set(key, run);
  }
  if (run.spans.length < mostSpans) run.spans.push(span);
}

/** Whether a word and the one before it stand together in both papers. */
function linked(words: readonly Occurrence[], at: number, { weights, pairOf }: Parts): boolean {
  const left = words[at - 1]!.terms.at(-1)!;
  const right = words[at]!.terms[0]!;
  return words[at]!.joined && left >= 0 && weights.has(right) && pairOf(left, right) !== undefined;
}

/** The shared terms of a run of single terms: themselves and their pairs. */
function runOf(singles: readonly number[], { weights, pairOf }: Parts): Run {
  const terms = new Set(singles.filter((term) => weights.has(term)));
  const whole = singles.every((term) => terms.has(term));
  for (let i = 1; i < singles.length; i += 1) {
    const pair = pairOf(singles[i - 1]!, singles[i]!);
    if (pair !== undefined) terms.add(pair);
  }
  let weight = 0;
  for (const term of terms) weight += weights.get(term)!;
  return { singles, terms: [...terms], weight: whole ? weight : weight * partialDiscount, spans: [] };
}

/** Heaviest good runs of which no term is told yet; takes their terms out of `left`. */
function chooseRuns(runs: readonly Run[], left: Map<number, number>, isGood: (run: Run) => boolean): Choice[] {
  const chosen: Choice[] = [];
  for (const run of [...runs].sort((a, b) => b.weight - a.weight)) {
    if (!run.terms.every((term) => left.has(term)) || !isGood(run)) continue;
    let weight = 0;
    for (const term of run.terms) {
      weight += left.get(term)!;
      left.delete(term);
    }
    chosen.push({ run, weight });
  }
  return chosen;
}

/** Pairs whose words were told apart go with the phrase of one of them. */
function giveRemainder(choices: readonly Choice[], left: Map<number, number>, table: TermTable): void {
  if (left.size === 0) return;
  const teller = new Map<number, Choice>();
  for (const choice of choices) for (const term of choice.run.terms) teller.set(term, choice);
  for (const [term, weight] of [...left]) {
    if (!isPair(table, term)) continue;
    const choice = teller.get(table.left[term]!) ?? teller.get(table.right[term]!);
    if (choice === undefined) continue;
    choice.weight += weight;
    left.delete(term);
  }
}

/** Writes a run as the paper does, with capitals only where they belong; of a word with hyphens what is shared. */
function writer(paper: Paper, parts: ReadonlyMap<number, number>): (run: Run) => string {
  const forms = surfaceForms<Run>();
  return (run) => {
    for (const { field, start, end } of run.spans) forms.add(run, textOf(paper, field), start, end, field === "title");
    const form = forms.best(run).replace(/['’]s?$/, "");
    if (!form.includes("-")) return form;
    const words = form.split("-");
    if (words.length !== run.singles.length) return form;
    const shared = words.filter((_, i) => parts.has(run.singles[i]!)).join("-");
    // "sub-optimal" rather than "sub", but "R1".
    return /^\p{Ll}{1,3}$/u.test(shared) ? form : shared;
  };
}

/** Without the words of any paper, whose weights go to the others in proportion, unless the others weigh too little. */
function spread(phrases: readonly SharedPhrase[]): SharedPhrase[] {
  const told = phrases.filter(({ phrase }) => tells(phrase));
  const sum = (list: readonly SharedPhrase[]): number => list.reduce((total, { weight }) => total + weight, 0);
  const factor = sum(phrases) / sum(told);
  if (!(factor * telling <= 1)) return [...phrases];
  return told.map(({ phrase, weight }) => ({ phrase, weight: factor * weight }));
}

function merged(phrases: readonly SharedPhrase[]): SharedPhrase[] {
  const weights = new Map<string, number>();
  for (const { phrase, weight } of phrases) addTo(weights, phrase, weight);
  return [...weights].map(([phrase, weight]) => ({ phrase, weight }));
}
