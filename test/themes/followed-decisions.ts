/** Random sequences of a person's decisions, followed beside the model to see whether they hold. */

import fc from "fast-check";
import {
  alignThemes,
  assignThemes,
  deserialize,
  discoverThemes,
  mergeThemes,
  movePapers,
  type Paper,
  renameTheme,
  serialize,
  splitTheme,
  type ThemeModel,
  updateThemes,
} from "../../src/index.js";

/** A model, and what a person has decided about it so far. */
interface Followed {
  model: ThemeModel;
  readonly papers: Paper[];
  /** Theme -> name given. */
  readonly names: Map<string, string>;
  /** Paper -> theme chosen. */
  readonly moves: Map<string, string>;
  /** Papers that a merge put into one theme. */
  together: [string, string][];
  /** Papers for later updates. */
  readonly later: Paper[];
}

type Pick = <T>(items: readonly T[]) => T;
type Step = (followed: Followed, pick: Pick) => void;

/** A step by name, with two numbers that pick its themes and papers. */
export type Choice = readonly [name: string, first: number, second: number];

const idsOf = ({ themes }: ThemeModel): string[] => themes.map(({ id }) => id);

function themeOfPapers({ themes }: ThemeModel): Map<string, string> {
  return new Map(themes.flatMap((theme) => theme.paperIds.map((paper) => [paper, theme.id])));
}

function retarget({ moves, names }: Followed, from: string, to: string): void {
  for (const [paper, theme] of moves) if (theme === from) moves.set(paper, to);
  const name = names.get(from);
  if (name !== undefined && !names.has(to)) names.set(to, name);
  names.delete(from);
}

const steps: Readonly<Record<string, Step>> = {
  rename: (followed, pick) => {
    const id = pick(idsOf(followed.model));
    followed.names.set(id, `Name ${followed.names.size} of ${id}`);
    followed.model = renameTheme(followed.model, id, followed.names.get(id)!);
  },
  merge: (followed, pick) => {
    const [into, gone] = [pick(followed.model.themes), pick(followed.model.themes)];
    if (into.id === gone.id || followed.model.themes.length < 3) return;
    const pair = [into.paperIds[0], gone.paperIds[0]];
    if (pair.every((id) => id !== undefined)) followed.together.push(pair as [string, string]);
    followed.model = mergeThemes(followed.model, [into.id, gone.id]);
    retarget(followed, gone.id, into.id);
  },
  split: (followed, pick) => {
    const { id, paperIds } = pick(followed.model.themes);
    if (paperIds.length < 6) return;
    followed.model = splitTheme(followed.model, id, { k: 2 });
    const themeOf = themeOfPapers(followed.model);
    for (const [paper, theme] of followed.moves) if (theme === id) followed.moves.set(paper, themeOf.get(paper)!);
    followed.together = followed.together.filter(([a, b]) => themeOf.get(a) === themeOf.get(b));
  },
  move: (followed, pick) => {
    const paper = pick(followed.papers).id;
    const theme = pick(idsOf(followed.model));
    followed.moves.set(paper, theme);
    followed.together = followed.together.filter((pair) => !pair.includes(paper));
    followed.model = movePapers(followed.model, [paper], theme);
  },
  update: (followed) => {
    const papers = followed.later.splice(0, 10);
    followed.papers.push(...papers);
    followed.model = updateThemes(followed.model, papers).model;
  },
  refit: (followed) => {
    const k = Math.max(2, followed.model.themes.length);
    followed.model = alignThemes(followed.model, discoverThemes(followed.papers, { k, method: "kmeans" })).model;
    // A refit may put two papers apart that a merged theme held; the theme itself stays merged.
    followed.together = [];
  },
  reload: (followed) => {
    followed.model = deserialize(serialize(followed.model)) as ThemeModel;
  },
};

/** Sequences of steps of every kind. */
export function sequences(minLength: number, maxLength: number): fc.Arbitrary<Choice[]> {
  return fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(), fc.nat()), { minLength, maxLength });
}

/**
 * Takes the steps from a fit on some papers, others coming later, and lists every decision that was broken after any of
 * them: none is right.
 */
export function brokenDecisions(
  start: ThemeModel,
  papers: readonly Paper[],
  later: readonly Paper[],
  sequence: readonly Choice[],
): string[] {
  const followed: Followed = {
    model: start,
    papers: [...papers],
    names: new Map(),
    moves: new Map(),
    together: [],
    later: [...later],
  };
  const broken = sequence.flatMap(([name, ...numbers]) => {
    steps[name]!(followed, (items) => items[(numbers.shift() ?? 0) % items.length]!);
    return brokenNow(followed).map((what) => `after ${name}: ${what}`);
  });
  const assigned = assignThemes(followed.model, followed.papers);
  const same = JSON.stringify(assigned) === JSON.stringify(followed.model.assignments);
  return same ? broken : [...broken, "assigning the papers gives something else than the model says"];
}

function brokenNow({ model, papers, names, moves, together }: Followed): string[] {
  const themeOf = themeOfPapers(model);
  const labels = new Map(model.themes.map(({ id, label }) => [id, label]));
  const back = model.decisions.merged.flatMap(({ from }) => from).filter((id) => labels.has(id));
  const facts: [boolean, string][] = [
    ...[...names].map(([id, name]): [boolean, string] => [labels.get(id) === name, `${id} is not "${name}"`]),
    ...[...moves].map(([paper, theme]): [boolean, string] => [themeOf.get(paper) === theme, `${paper} left ${theme}`]),
    ...together.map(([a, b]): [boolean, string] => [themeOf.get(a) === themeOf.get(b), `${a} and ${b} are apart`]),
    [model.decisions.merged.every(({ themeId }) => labels.has(themeId)), "a merged theme is gone"],
    [back.length === 0, `merged away, but there: ${back.join(", ")}`],
    [labels.size === model.themes.length, "two themes have one id"],
    [papers.map(({ id }) => id).join() === model.papers.map(({ id }) => id).join(), "papers are lost or out of order"],
  ];
  return facts.filter(([holds]) => !holds).map(([, what]) => what);
}
