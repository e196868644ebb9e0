/**
 * What the score of a first theme is worth: of the papers given such a score, the share that stay with their theme in fits
 * on other samples of the collection. Themes of two fits are matched one to one by the papers they share.
 * Run: npx tsx bench/quality/membership.ts [corpus...]
 */

import { discoverThemes, type Paper } from "../../src/index.js";
import { seededRandom, shuffledIndices } from "../../src/matrix/random.js";
import { demonstration, ijcai, type LabelledCorpus, seedCorpus, stream, venues } from "../corpora.js";

const corpora: Readonly<Record<string, () => LabelledCorpus>> = {
  demonstration,
  seed: seedCorpus,
  venues,
  ijcai,
  stream: () => ({ ...stream(1500), k: 20 }),
};
const samples = 8;
const bins = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.001];

type First = ReadonlyMap<string, { readonly themeId: string; readonly score: number }>;

function firstThemes(papers: readonly Paper[], k: number, seed: number): First {
  const { assignments } = discoverThemes(papers, { k, seed });
  return new Map(assignments.flatMap(({ paperId, themes: [best] }) => (best === undefined ? [] : [[paperId, best]])));
}

/** For each theme of one fit the theme of the other that it is matched with: largest overlap first, each theme once. */
function match(fit: First, other: First): Map<string, string> {
  const overlap = new Map<string, number>();
  for (const [paper, { themeId }] of fit) {
    const there = other.get(paper);
    if (there !== undefined)
      overlap.set(`${themeId}\n${there.themeId}`, (overlap.get(`${themeId}\n${there.themeId}`) ?? 0) + 1);
  }
  const matched = new Map<string, string>();
  const taken = new Set<string>();
  for (const [pair] of [...overlap].sort((a, b) => b[1] - a[1])) {
    const [here, there] = pair.split("\n") as [string, string];
    if (matched.has(here) || taken.has(there)) continue;
    matched.set(here, there);
    taken.add(there);
  }
  return matched;
}

const given = process.argv.slice(2).filter((name) => name in corpora);
console.log(
  `| corpus | all: score, stay | ${bins
    .slice(1)
    .map((to, b) => `${bins[b]} to ${Math.min(1, to)}`)
    .join(" | ")} |`,
);
console.log(
  `|---|---|${bins
    .slice(1)
    .map(() => "---|")
    .join("")}`,
);
for (const name of given.length > 0 ? given : Object.keys(corpora)) {
  const { papers, k } = corpora[name]!();
  const whole = firstThemes(papers, k, 0);
  const seen: { score: number; stays: boolean }[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const chosen = shuffledIndices(papers.length, seededRandom(2000 + sample)).subarray(
      0,
      Math.floor(0.9 * papers.length),
    );
    const fit = firstThemes(
      Array.from(chosen.sort(), (i) => papers[i]!),
      k,
      sample + 1,
    );
    const matched = match(whole, fit);
    for (const [paper, { themeId, score }] of whole) {
      const there = fit.get(paper);
      if (there !== undefined) seen.push({ score, stays: matched.get(themeId) === there.themeId });
    }
  }
  const told = (of: typeof seen): string =>
    of.length === 0
      ? "–"
      : `${(of.reduce((sum, { score }) => sum + score, 0) / of.length).toFixed(2)}, ${(of.filter(({ stays }) => stays).length / of.length).toFixed(2)}`;
  const cells = bins.slice(1).map((to, b) => told(seen.filter(({ score }) => score >= bins[b]! && score < to)));
  console.log(`| ${name} | ${told(seen)} | ${cells.join(" | ")} |`);
}
