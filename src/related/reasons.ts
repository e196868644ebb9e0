/** Why a paper is in the answer: what each shared term adds to the score, told in phrases of the paper itself. */

import type { Paper, TextField } from "../papers/paper.js";
import { textOf } from "../papers/paper.js";
import { surfaceForms } from "../text/surface-forms.js";
import { beginningsOf, type Occurrence, occurrences, type WordReader } from "./occurrences.js";
import { findPair, isPair, type TermTable, termString } from "./term-table.js";

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

/**
 * The parts of a score as phrases, heaviest first. The part of each term goes to one phrase, so that the weights add
 * up to the sum of the parts.
 *
 * @param parts what each shared term adds to the score
 */
export function sharedPhrases(paper: Paper, reader: WordReader, parts: ReadonlyMap<number, number>): SharedPhrase[] {
  const { table } = reader;
  const runs = new Map<string | number, Run>();
  const beginnings = beginningsOf(reader, parts.keys());
  for (const field of ["title", "abstract"] as const) {
    collectRuns(occurrences(reader, textOf(paper, field), beginnings), field, table, parts, runs);
  }
  const left = new Map(parts);
  const choices = chooseRuns([...runs.values()], left);
  giveRemainder(choices, left, table);
  const written = writer(paper);
  const found = choices.map(({ run, weight }) => ({ phrase: written(run), weight }));
  for (const [term, weight] of left) found.push({ phrase: termString(table, term), weight });
  return merged(found).sort((a, b) => b.weight - a.weight || (a.phrase < b.phrase ? -1 : 1));
}

/** Notes every run of shared words. */
function collectRuns(
  words: readonly Occurrence[],
  field: TextField,
  table: TermTable,
  parts: ReadonlyMap<number, number>,
  runs: Map<string | number, Run>,
): void {
  for (let first = 0; first < words.length; first += 1) {
    const { terms, start, end } = words[first]!;
    if (!terms.some((term) => parts.has(term))) continue;
    // Most words are one term and stand alone: its number is key enough.
    note(runs, terms.length === 1 ? terms[0]! : terms.join(" "), terms, table, parts, { field, start, end });
    const singles = [...terms];
    for (let last = first + 1; last < words.length && last - first < longestRun; last += 1) {
      if (!linked(words, last, table, parts)) break;
      singles.push(...words[last]!.terms);
      note(runs, singles.join(" "), singles, table, parts, { field, start, end: words[last]!.end });
    }
  }
}

/** Notes one place of a run. */
function note(
  runs: Map<string | number, Run>,
  key: string | number,
  singles: readonly number[],
  table: TermTable,
  parts: ReadonlyMap<number, number>,
  span: Span,
): void {
  let run = runs.get(key);
  if (run === undefined) {
    run = runOf(singles, table, parts);
    runs.set(key, run);
  }
  if (run.spans.length < mostSpans) run.spans.push(span);
}

/** Whether a word and the one before it stand together in both papers. */
function linked(
  words: readonly Occurrence[],
  at: number,
  table: TermTable,
  parts: ReadonlyMap<number, number>,
): boolean {
  const left = words[at - 1]!.terms.at(-1)!;
  const right = words[at]!.terms[0]!;
  return words[at]!.joined && left >= 0 && parts.has(right) && parts.has(findPair(table, left, right));
}

/** The shared terms of a run of single terms: themselves and their pairs. */
function runOf(singles: readonly number[], table: TermTable, parts: ReadonlyMap<number, number>): Run {
  if (singles.length === 1) return { terms: singles, weight: parts.get(singles[0]!)!, spans: [] };
  const terms = new Set(singles.filter((term) => parts.has(term)));
  const whole = singles.every((term) => terms.has(term));
  for (let i = 1; i < singles.length; i += 1) {
    if (singles[i - 1]! < 0 || singles[i]! < 0) continue;
    const pair = findPair(table, singles[i - 1]!, singles[i]!);
    if (parts.has(pair)) terms.add(pair);
  }
  let weight = 0;
  for (const term of terms) weight += parts.get(term)!;
  return { terms: [...terms], weight: whole ? weight : weight * partialDiscount, spans: [] };
}

/** Heaviest runs of which no term is told yet; takes their terms out of `left`. */
function chooseRuns(runs: readonly Run[], left: Map<number, number>): Choice[] {
  const chosen: Choice[] = [];
  for (const run of [...runs].sort((a, b) => b.weight - a.weight)) {
    if (!run.terms.every((term) => left.has(term))) continue;
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

/** Writes a run as the paper does, with capitals only where they belong. */
function writer(paper: Paper): (run: Run) => string {
  const forms = surfaceForms();
  return (run) => {
    const key = run.terms.join(" ");
    for (const { field, start, end } of run.spans) forms.add(key, textOf(paper, field), start, end, field === "title");
    return forms.best(key).replace(/['’]s?$/u, "");
  };
}

function merged(phrases: readonly SharedPhrase[]): SharedPhrase[] {
  const weights = new Map<string, number>();
  for (const { phrase, weight } of phrases) weights.set(phrase, (weights.get(phrase) ?? 0) + weight);
  return [...weights].map(([phrase, weight]) => ({ phrase, weight }));
}
