/**
 * Themes in a person's hand and over time. Run: npx tsx bench/quality/updates.ts [part...], where a part is one of
 * decisions, planted, trends, stream, months. Corpora beside the repository, but for the first.
 */

import fc from "fast-check";
import {
  alignThemes,
  clusteringScores,
  discoverThemes,
  type Paper,
  type ThemeChanges,
  type ThemeModel,
  themeTrends,
  updateThemes,
} from "../../src/index.js";
import { seededRandom, shuffledIndices } from "../../src/matrix/random.js";
import { brokenDecisions, sequences } from "../../test/themes/followed-decisions.js";
import { demonstration, readCorpus, venues } from "../corpora.js";

interface DatedPaper extends Paper {
  readonly date: string;
}

/** Random sequences of decisions, updates, refits, saves and loads: how many break a decision. */
function decisions(): void {
  const { papers } = demonstration();
  const [fitted, later] = [papers.slice(0, 80), papers.slice(80)];
  const start = discoverThemes(fitted, { k: 5 });
  const drawn = fc.sample(sequences(4, 12), { numRuns: 50, seed: 11 });
  const broken = drawn.map((sequence) => brokenDecisions(start, fitted, later, sequence));
  const steps = drawn.reduce((sum, sequence) => sum + sequence.length, 0);
  console.log(
    `${drawn.length} sequences, ${steps} steps, ${broken.filter((b) => b.length > 0).length} break a decision`,
  );
  for (const what of broken.flat()) console.log(`  ${what}`);
}

/** Each community of venues-6 kept out of the fit, then added: alone, and among 300 papers of the others. */
function planted(): void {
  const all = venues().papers;
  const full = discoverThemes(all, { k: 6 });
  for (const held of new Set(all.map(({ label }) => label))) {
    const others = all.filter(({ label }) => label !== held);
    const newcomers = all.filter(({ label }) => label === held);
    const ids = new Set(newcomers.map(({ id }) => id));
    const order = Array.from(shuffledIndices(others.length, seededRandom(7)), (i) => others[i]!);
    const model = discoverThemes(order.slice(300), { k: 5 });
    console.log(`${held}, by a full fit of all: ${overlapWith(ids, full.themes)}`);
    for (const usual of [300, 0]) {
      const { changes } = updateThemes(model, [...order.slice(0, usual), ...newcomers]);
      const found = changes.new.map(({ label }) => label).join(", ");
      console.log(
        `  among ${usual} others: ${overlapWith(ids, changes.new)}; new: ${found}; moved ${changes.moved.length}`,
      );
    }
  }
}

/** Recall and precision of the theme that holds most of some papers. */
function overlapWith(ids: ReadonlySet<string>, themes: readonly { readonly paperIds: readonly string[] }[]): string {
  const scored = themes.map(({ paperIds }) => ({
    all: paperIds.length,
    right: paperIds.filter((id) => ids.has(id)).length,
  }));
  const best = scored.reduce((a, b) => (b.right > a.right ? b : a), { all: 1, right: 0 });
  return `recall ${(best.right / ids.size).toFixed(2)}, precision ${(best.right / best.all).toFixed(2)}`;
}

/** A community whose papers become three times as frequent within a year, and dates that mean nothing. */
function trends(): void {
  const { papers } = venues();
  const model = discoverThemes(papers, { k: 6 });
  const themeOf = firstThemes(model);
  const tally = { planted: 0, found: 0, otherRises: 0 };
  for (const label of new Set(papers.map((paper) => paper.label))) {
    const ids = new Set(papers.filter((paper) => paper.label === label).map(({ id }) => id));
    const home = mostFrequent([...ids].map((id) => themeOf.get(id)!));
    for (let seed = 0; seed < 20; seed += 1) {
      const random = seededRandom(seed, 1);
      const rising = risingThemes(model, (id) => month(ids.has(id) ? risingMonth(random) : Math.floor(random() * 12)));
      tally.planted += 1;
      if (rising.includes(home)) tally.found += 1;
      if (rising.some((id) => id !== home)) tally.otherRises += 1;
    }
  }
  console.log(`planted rises found: ${tally.found} of ${tally.planted}; with another rise: ${tally.otherRises}`);
  const shuffles = 400;
  let [any, rises] = [0, 0];
  for (let seed = 0; seed < shuffles; seed += 1) {
    const random = seededRandom(seed, 2);
    const dated = withDates(model, () => month(Math.floor(random() * 12)));
    const directions = themeTrends(dated, { by: "month" }).map(({ direction }) => direction);
    if (directions.some((direction) => direction !== "steady")) any += 1;
    if (directions.includes("rising")) rises += 1;
  }
  console.log(`shuffled dates: a rise in ${rises}, a rise or fall in ${any} of ${shuffles}`);
}

function risingThemes(model: ThemeModel, dateOf: (paperId: string) => string): string[] {
  const found = themeTrends(withDates(model, dateOf), { by: "month" });
  return found.filter(({ direction }) => direction === "rising").map(({ themeId }) => themeId);
}

function withDates(model: ThemeModel, dateOf: (paperId: string) => string): ThemeModel {
  return { ...model, papers: model.papers.map((paper) => ({ ...paper, date: dateOf(paper.id) })) };
}

function month(place: number): string {
  return `2025-${String(place + 1).padStart(2, "0")}`;
}

/** A month of which the last is drawn three times as often as the first. */
function risingMonth(random: () => number): number {
  for (;;) {
    const place = Math.floor(random() * 12);
    if (random() < (1 + (2 * place) / 11) / 3) return place;
  }
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

/** A fit on the first four days, then day by day. */
function stream(): void {
  const papers = readCorpus<DatedPaper>("arxiv-stream/arxiv-stream-2026-06.jsonl");
  const days = periodsOf(papers, 10);
  for (const k of [12, 20]) followed(papers, [days.slice(0, 4), ...days.slice(4).map((day) => [day])], 10, k);
}

/** A quarter of the year's papers: a fit on March, then month by month, with the trends of the whole. */
function months(): void {
  const all = readCorpus<DatedPaper>("arxiv-2025/arxiv-2025.jsonl.gz");
  const byDate = all.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
  const once = [...new Map(byDate.map((paper) => [paper.id, paper])).values()];
  const papers = once.filter((_, i) => i % 4 === 0);
  const model = followed(
    papers,
    periodsOf(papers, 7).map((period) => [period]),
    7,
    20,
  );
  for (const { label, direction, chance, periods, rising, falling } of themeTrends(model, { by: "month" })) {
    const shares = periods.map(({ share }) => (100 * share).toFixed(1)).join(" ");
    const phrases = [...rising.map(({ phrase }) => `+${phrase}`), ...falling.map(({ phrase }) => `-${phrase}`)];
    console.log(`${direction} ${label} (p ${chance.toExponential(0)}): ${shares} % ${phrases.join("; ")}`);
  }
}

function periodsOf(papers: readonly DatedPaper[], length: number): string[] {
  return [...new Set(papers.map(({ date }) => date.slice(0, length)))].sort();
}

/** Fits the first periods, updates with the others, and compares the end with a fit of everything. */
function followed(
  papers: readonly DatedPaper[],
  steps: readonly (readonly string[])[],
  length: number,
  k: number,
): ThemeModel {
  const papersOf = (periods: readonly string[]): DatedPaper[] =>
    papers.filter(({ date }) => periods.includes(date.slice(0, length)));
  const start = discoverThemes(papersOf(steps[0]!), { k });
  let model = start;
  for (const periods of steps.slice(1)) {
    const began = performance.now();
    const update = updateThemes(model, papersOf(periods));
    model = update.model;
    report(periods.join(), update.changes, performance.now() - began);
  }
  const stable = start.themes.every(({ id, label }) => model.themes.some((t) => t.id === id && t.label === label));
  const began = performance.now();
  const refit = discoverThemes(papers, { k });
  const seconds = (performance.now() - began) / 1000;
  const [one, two] = [1, 2].map((seed) => firstThemes(discoverThemes(sampled(papers, seed), { k })));
  const [reached, possible] = [agreement(firstThemes(model), firstThemes(refit)), agreement(one!, two!)];
  console.log(
    `k ${k}: ids and labels stable ${stable}; agreement with a full refit ${reached.toFixed(3)}, of two 90 % refits ${possible.toFixed(3)}, ratio ${(reached / possible).toFixed(2)}; full refit ${seconds.toFixed(1)} s`,
  );
  const { changes } = alignThemes(model, refit);
  console.log(
    `aligned: ${changes.map(({ status, label, before, after }) => `${status} ${label} ${before} > ${after}`).join("; ")}`,
  );
  return model;
}

function report(period: string, changes: ThemeChanges, milliseconds: number): void {
  const { added, grown, drifted, moved, waiting, refit } = changes;
  console.log(
    `${period}: ${added} papers in ${Math.round(milliseconds)} ms; waiting ${waiting.length}, moved ${moved.length}, refit due ${refit.due}`,
  );
  for (const { label, phrases, paperIds } of changes.new) {
    console.log(`  new: ${label} (${paperIds.length}): ${phrases.slice(0, 5).join("; ")}`);
  }
  for (const { label, before, after, expected } of grown.slice(0, 3)) {
    console.log(`  grown: ${label} ${before} > ${after}, ${Math.round(expected)} expected`);
  }
  for (const { label, rising, falling } of drifted) {
    const phrases = [...rising.map(({ phrase }) => `+${phrase}`), ...falling.map(({ phrase }) => `-${phrase}`)];
    console.log(`  drifted: ${label}: ${phrases.join("; ")}`);
  }
}

function sampled<P>(papers: readonly P[], seed: number): P[] {
  const order = shuffledIndices(papers.length, seededRandom(seed)).subarray(0, Math.floor(0.9 * papers.length));
  return Array.from(order.sort(), (i) => papers[i]!);
}

function firstThemes({ assignments }: ThemeModel): Map<string, string> {
  return new Map(assignments.map(({ paperId, themes: [first] }) => [paperId, first?.themeId ?? ""]));
}

/** Adjusted Rand index on the common papers. */
function agreement(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): number {
  const common = [...one.keys()].filter((id) => other.has(id));
  return clusteringScores(
    common.map((id) => one.get(id)!),
    common.map((id) => other.get(id)!),
  ).ari;
}

const parts: Readonly<Record<string, () => void>> = { decisions, planted, trends, stream, months };

const asked = process.argv.slice(2);
for (const part of asked.length === 0 ? Object.keys(parts) : asked) {
  console.log(`## ${part}`);
  parts[part]!();
}
