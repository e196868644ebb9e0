/** Completes a model with everything a reader sees: names, phrases, representatives, firmness, neighbours, assignments. */

import { clusterMembers } from "../clusters/cluster-members.js";
import { type DenseMatrix, dotDense } from "../matrix/dense.js";
import { invalidOption } from "../options.js";
import { firstThemes, rankThemes } from "./model/membership.js";
import { type OnStep, part } from "./model/progress.js";
import { uniqueIds } from "./model/theme-id.js";
import type { Assignment, Decisions, Theme, ThemeModel } from "./model/theme-model.js";
import { groupWords } from "./naming/group-words.js";
import { type GroupName, nameGroups, phrasesApart } from "./naming/name-themes.js";
import { type GroupFrequencies, groupFrequencies, rowsOfGroups } from "./naming/theme-phrases.js";

/** A model without what is derived from it. */
export type ThemeCore = Omit<ThemeModel, "themes" | "assignments">;

/** What a name hook is told of a theme. */
export interface UnnamedTheme {
  /** The label that themata would give. */
  readonly label: string;
  readonly phrases: readonly string[];
  /** Titles of the papers nearest to the theme's heart. */
  readonly titles: readonly string[];
  readonly size: number;
}

/** Gives a theme its label, unless a definition gives it; `undefined` or a text of blanks keeps the one found. */
export type NameHook = (theme: UnnamedTheme) => string | undefined;

/** A theme that keeps its id, and its label where one is given. */
export interface KnownTheme {
  readonly id: string;
  readonly label?: string | undefined;
}

/** What describing needs beside the model. */
export interface DescribeOptions {
  /** For each theme the id, and perhaps the label, that it keeps. */
  readonly known: readonly (KnownTheme | undefined)[];
  readonly name?: NameHook | undefined;
  /** Representatives of each theme from the rows of its papers, nearest to the prototype first. */
  readonly represent: (members: readonly (readonly number[])[]) => readonly Theme["representatives"][];
  readonly onStep?: OnStep;
}

/** Nearest themes listed for each theme, and phrases that tell it from each. */
const nearestListed = 3;
const tellingListed = 5;

/**
 * The complete model; themes in the order of the prototypes.
 *
 * @param similarity cosine of each fitted paper with each theme
 */
export function describeThemes(core: ThemeCore, similarity: DenseMatrix, options: DescribeOptions): ThemeModel {
  const { known, onStep = () => undefined } = options;
  const k = core.prototypes.rows;
  onStep(0.1);
  const stranger = (row: number): boolean => core.papers[row]!.waiting === true;
  const first = firstThemes(similarity, stranger);
  const decided = decidedThemes(core.decisions);
  const labels = decidedLabels(core, first, decided, known);
  const papersOf = clusterMembers(labels, similarity.columns);
  const members = papersOf.map((rows, t) => byNearness(rows, similarity, t));
  onStep(0.2);
  const given = known.map((theme) => theme?.label);
  const found = nameGroups(core.phraseTable, labels, k, given, part(onStep, 0.2, 0.4));
  onStep(0.4);
  const words = groupWords(core.space.vectors, core.space.surfaces, labels, k, part(onStep, 0.4, 0.5));
  const names = found.map((name, t) => given[t] ?? offeredName(core, name, members[t]!, options.name));
  onStep(0.5);
  const ids = themeIds(names, known, core.decisions);
  const assignments = rankThemes(
    core.papers.map((paper) => paper.id),
    similarity,
    { themeIds: ids, sharpness: core.sharpness, first, decided },
    part(onStep, 0.5, 0.7),
  );
  onStep(0.7);
  const represented = options.represent(members);
  onStep(0.8);
  const table = core.phraseTable.matrix;
  const frequencies = rowsOfGroups(table, labels, k).map((rows) => groupFrequencies(table, rows));
  const themes = names.map((label, t): Theme => {
    onStep(0.8 + (0.2 * t) / k);
    return {
      id: ids[t]!,
      label,
      phrases: found[t]!.phrases,
      words: words[t]!,
      paperIds: papersOf[t]!.map((row) => core.papers[row]!.id),
      representatives: represented[t]!,
      cohesion: mean(
        members[t]!.map((row) => Math.min(1, Math.max(0, similarity.data[row * similarity.columns + t]!))),
      ),
      stability: mean(members[t]!.map((row) => firstScore(assignments[row]!))),
      nearest: nearestThemes(core, frequencies, ids, t),
    };
  });
  onStep(1);
  return { ...core, themes, assignments };
}

/** The label that the caller gives to a theme, or else the one found. */
function offeredName(
  { papers }: ThemeCore,
  { label, phrases }: GroupName,
  members: readonly number[],
  hook: NameHook | undefined,
): string {
  const titles = members.slice(0, 5).map((row) => papers[row]!.title);
  const offered =
    hook?.({ label, phrases: phrases.map(({ phrase }) => phrase), titles, size: members.length }) || label;
  if (typeof offered !== "string") {
    throw invalidOption("discoverThemes", "name", "a function that gives a text or undefined", offered);
  }
  return offered.trim() ? offered : label;
}

/** The first themes, or where a person decided, the themes chosen. */
function decidedLabels(
  { papers }: ThemeCore,
  first: Int32Array,
  decided: ReadonlyMap<string, string>,
  known: DescribeOptions["known"],
): Int32Array {
  if (decided.size === 0) return first;
  return first.map((label, i) => {
    const themeId = decided.get(papers[i]!.id);
    return themeId === undefined ? label : known.findIndex((theme) => theme?.id === themeId);
  });
}

/** The theme that a person chose, by paper id. */
export function decidedThemes({ moved }: Decisions): Map<string, string> {
  return new Map(moved.map(({ paperId, themeId }) => [paperId, themeId]));
}

/** Rows in the order of their similarity to a theme, ties as they are. */
function byNearness(rows: readonly number[], { columns, data }: DenseMatrix, theme: number): number[] {
  const nearness = rows.map((row) => data[row * columns + theme]!);
  const order = [...rows.keys()].sort((a, b) => nearness[b]! - nearness[a]!);
  return order.map((place) => rows[place]!);
}

/** Themes that are known keep their id; the others get one made of their name, never that of a theme merged away. */
function themeIds(names: readonly string[], known: DescribeOptions["known"], { merged }: Decisions): string[] {
  const fresh = names.filter((_, t) => known[t] === undefined);
  const gone = merged.flatMap(({ from }) => from);
  const made = uniqueIds(fresh, [...known.flatMap((theme) => theme?.id ?? []), ...gone]);
  return names.map((_, t) => known[t]?.id ?? made.shift()!);
}

function nearestThemes(
  core: ThemeCore,
  frequencies: readonly GroupFrequencies[],
  ids: readonly string[],
  t: number,
): Theme["nearest"] {
  const similarity = ids.map((_, s) => dotDense(core.prototypes, t, core.prototypes, s));
  const others = [...ids.keys()].filter((s) => s !== t);
  others.sort((a, b) => similarity[b]! - similarity[a]! || a - b);
  return others.slice(0, nearestListed).map((s) => ({
    themeId: ids[s]!,
    similarity: similarity[s]!,
    phrases: phrasesApart(core.phraseTable, frequencies[t]!, frequencies[s]!, tellingListed),
  }));
}

function firstScore({ themes }: Assignment): number {
  return themes[0]?.score ?? 0;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
