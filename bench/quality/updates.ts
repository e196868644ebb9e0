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
  type ThemeTrend,
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

/** Communities whose papers become three or five times as frequent within a year, and dates that mean nothing. */
function trends(): void {
  const { papers } = venues();
  const model = discoverThemes(papers, { k: 6 });
  for (const times of [3, 5]) {
    const trials = [...new Set(papers.map(({ label }) => label))].flatMap((label) => {
      const ids = new Set(papers.filter((paper) => paper.label === label).map(({ id }) => id));
      return Array.from({ length: 20 }, (_, seed) => plantedRise(model, ids, times, seededRandom(seed, 1)));
    });
    const [found, others] = [trials.filter(({ found }) => found).length, trials.filter(({ other }) => other).length];
    console.log(`rises to ${times} times: ${found} of ${trials.length} found, ${others} with a rise of another theme`);
  }
  const shuffled = Array.from({ length: 400 }, (_, seed) => {
    const random = seededRandom(seed, 2);
    const dated = withDates(model, () => month(Math.floor(random() * 12)));
    return themeTrends(dated, { by: "month" }).map(({ direction }) => direction);
  });
  const rises = shuffled.filter((directions) => directions.includes("rising")).length;
  const any = shuffled.filter((directions) => directions.some((direction) => direction !== "steady")).length;
  console.log(`shuffled dates: a rise in ${rises}, a rise or fall in ${any} of ${shuffled.length}`);
}

/** Whether the theme with most of some papers rises when those do, and whether another one does. */
function plantedRise(
  model: ThemeModel,
  ids: ReadonlySet<string>,
  times: number,
  random: () => number,
): { readonly found: boolean; readonly other: boolean } {
  const held = model.themes.map(({ paperIds }) => paperIds.filter((id) => ids.has(id)).length);
  const home = model.themes[held.indexOf(Math.max(...held))]!.id;
  const dateOf = (id: string): string => month(ids.has(id) ? risingMonth(times, random) : Math.floor(random() * 12));
  const found = themeTrends(withDates(model, dateOf), { by: "month" });
  const rising = found.filter(({ direction }) => direction === "rising").map(({ themeId }) => themeId);
  return { found: rising.includes(home), other: rising.some((id) => id !== home) };
}

function withDates(model: ThemeModel, dateOf: (paperId: string) => string): ThemeModel {
  return { ...model, papers: model.papers.map((paper) => ({ ...paper, date: dateOf(paper.id) })) };
}

function month(place: number): string {
  return `2025-${String(place + 1).padStart(2, "0")}`;
}

/** A month of which the last is drawn so many times as often as the first. */
function risingMonth(times: number, random: () => number): number {
  for (;;) {
    const place = Math.floor(random() * 12);
    if (random() < (1 + ((times - 1) * place) / 11) / times) return place;
  }
}

/** A fit on the first four days, then day by day. */
function stream(): void {
  const papers = readCorpus<DatedPaper>("arxiv-stream/arxiv-stream-2026-06.jsonl");
  const days = periodsOf(papers, 10);
  const steps = [days.slice(0, 4), ...days.slice(4).map((day) => [day])];
  for (const k of [12, 20]) followed(papers, steps, 10, { k, refit: false });
}

/**
 * A quarter of the year's papers: a fit on March, then month by month, fitted anew where the signal says so, with the
 * trends of the whole.
 */
function months(): void {
  const all = readCorpus<DatedPaper>("arxiv-2025/arxiv-2025.jsonl.gz");
  const byDate = all.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
  const once = [...new Map(byDate.map((paper) => [paper.id, paper])).values()];
  const papers = once.filter((_, i) => i % 4 === 0);
  const steps = periodsOf(papers, 7).map((period) => [period]);
  const model = followed(papers, steps, 7, { k: 20, refit: true });
  for (const trend of themeTrends(model, { by: "month" })) {
    const shares = trend.periods.map(({ share }) => (100 * share).toFixed(1)).join(" ");
    const chance = trend.chance.toExponential(0);
    console.log(`${trend.direction} ${trend.label} (p ${chance}): ${shares} % ${phrasesOf(trend)}`);
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
  { k, refit }: { readonly k: number; readonly refit: boolean },
): ThemeModel {
  const papersOf = (periods: readonly string[]): DatedPaper[] =>
    papers.filter(({ date }) => periods.includes(date.slice(0, length)));
  let model = discoverThemes(papersOf(steps[0]!), { k });
  steps.slice(1).forEach((periods, step) => {
    const before = model;
    const update = timed(() => updateThemes(model, papersOf(periods)));
    const { changes } = update.value;
    model = update.value.model;
    console.log(`${periods.join()}: ${changes.added} papers in ${update.seconds.toFixed(1)} s; ${reportOf(changes)}`);
    const stable = before.themes.every(({ id, label }) => model.themes.some((t) => t.id === id && t.label === label));
    if (!stable) console.log("  AN ID OR LABEL CHANGED");
    if (refit && changes.refit.due) model = fittedAnew(model, papersOf(steps.slice(0, step + 2).flat()));
  });
  const full = timed(() => discoverThemes(papers, { k }));
  const [one, two] = [1, 2].map((seed) => firstThemes(discoverThemes(sampled(papers, seed), { k })));
  const [reached, possible] = [agreement(firstThemes(model), firstThemes(full.value)), agreement(one!, two!)];
  const ratio = (reached / possible).toFixed(2);
  console.log(
    `k ${k}: agreement with a full fit ${reached.toFixed(3)}, of two 90 % fits ${possible.toFixed(3)}, ratio ${ratio}; full fit ${full.seconds.toFixed(1)} s`,
  );
  return model;
}

function fittedAnew(model: ThemeModel, papers: readonly Paper[]): ThemeModel {
  const { model: aligned, changes } = alignThemes(model, discoverThemes(papers, { k: model.themes.length }));
  const of = (wanted: string): string =>
    changes
      .filter(({ status }) => status === wanted)
      .map(({ label }) => label)
      .join(", ");
  const kept = changes.filter(({ status }) => status === "kept").length;
  console.log(`  fitted anew: ${kept} of ${model.themes.length} themes kept; new: ${of("new")}; gone: ${of("gone")}`);
  return aligned;
}

function timed<T>(run: () => T): { readonly value: T; readonly seconds: number } {
  const began = performance.now();
  const value = run();
  return { value, seconds: (performance.now() - began) / 1000 };
}

function reportOf({ new: born, grown, drifted, moved, waiting, refit }: ThemeChanges): string {
  const lines = [
    ...born.map(({ label, phrases, paperIds }) => {
      return `new: ${label} (${paperIds.length}): ${phrases.slice(0, 5).join("; ")}`;
    }),
    ...grown.slice(0, 3).map(({ label, before, after, expected }) => {
      return `grown: ${label} ${before} > ${after}, ${Math.round(expected)} expected`;
    }),
    ...drifted.map((theme) => `drifted: ${theme.label}: ${phrasesOf(theme)}`),
  ];
  const counts = `waiting ${waiting.length}, moved ${moved.length}, refit due ${refit.due}`;
  return [counts, ...lines].join("\n  ");
}

function phrasesOf({ rising, falling }: Pick<ThemeTrend, "rising" | "falling">): string {
  return [...rising.map(({ phrase }) => `+${phrase}`), ...falling.map(({ phrase }) => `-${phrase}`)].join("; ");
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
