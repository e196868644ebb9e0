/**
 * Quality of discovered themes: agreement with gold classes over seeds, agreement of fits on 90 % samples, coherence of
 * the top words. Run: npx tsx bench/quality/themes.ts [corpus...] [--seeds 10]
 */

import {
  assignThemes,
  clusteringScores,
  coherence,
  createAnalyzer,
  discoverThemes,
  type ThemeModel,
} from "../../src/index.js";
import { seededRandom, shuffledIndices } from "../../src/matrix/random.js";
import { corporaPresent, demonstration, ijcai, type LabelledCorpus, seedCorpus, stream, venues } from "../corpora.js";

const corpora: Readonly<Record<string, () => LabelledCorpus>> = {
  demonstration,
  seed: seedCorpus,
  venues,
  ijcai,
  stream: () => stream(1500),
};

/** First theme of each paper; papers that fit nowhere are one class. */
function firstThemes(model: ThemeModel): string[] {
  return model.assignments.map(({ themes }) => themes[0]?.themeId ?? "");
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function agreement({ k, papers }: LabelledCorpus, seeds: number): number[][] {
  return Array.from({ length: seeds }, (_, seed) => {
    const themes = firstThemes(discoverThemes(papers, { k, seed }));
    const judged = papers.map((_, i) => i).filter((i) => papers[i]!.label !== undefined);
    const scores = clusteringScores(
      judged.map((i) => themes[i]!),
      judged.map((i) => papers[i]!.label!),
    );
    return [scores.nmi, scores.ami, scores.ari, scores.purity];
  });
}

/** Mean ARI on the common papers of consecutive fits, each on another 90 % of the collection. */
function stability({ k, papers }: LabelledCorpus, samples: number): number {
  const fits = Array.from({ length: samples }, (_, sample) => {
    const chosen = shuffledIndices(papers.length, seededRandom(1000 + sample))
      .subarray(0, Math.floor(0.9 * papers.length))
      .sort();
    const themes = firstThemes(
      discoverThemes(
        Array.from(chosen, (i) => papers[i]!),
        { k, seed: sample },
      ),
    );
    return new Map(Array.from(chosen, (paper, i) => [paper, themes[i]!]));
  });
  return mean(
    fits.slice(1).map((fit, i) => {
      const common = [...fit.keys()].filter((paper) => fits[i]!.has(paper));
      return clusteringScores(
        common.map((p) => fit.get(p)!),
        common.map((p) => fits[i]!.get(p)!),
      ).ari;
    }),
  );
}

/** NPMI and diversity of the ten best words of each theme. */
function wordQuality({ k, papers }: LabelledCorpus): { npmi: number; diversity: number } {
  const analyzer = createAnalyzer();
  const documents = papers.map((paper) => analyzer.terms(`${paper.title}\n${paper.abstract}`));
  const model = discoverThemes(papers, { k });
  const words = model.themes.map((theme) => theme.words.map(({ phrase }) => analyzer.terms(phrase)[0] ?? phrase));
  return coherence(words, documents);
}

const given = process.argv.slice(2);
const seeds = Number(given[given.indexOf("--seeds") + 1] ?? 10) || 10;
const names = given.filter((word) => word in corpora);
if (!corporaPresent)
  console.log("The corpora are not beside this repository: only the demonstration corpus is measured.");
console.log(
  "| corpus | k | NMI | AMI | ARI | purity | stability | NPMI | diversity | assign = fit |\n|---|---|---|---|---|---|---|---|---|---|",
);
for (const name of names.length > 0 ? names : corporaPresent ? Object.keys(corpora) : ["demonstration"]) {
  const corpus = corpora[name]!();
  const scores = agreement(corpus, seeds);
  const columns = [0, 1, 2, 3].map((c) => mean(scores.map((row) => row[c]!)).toFixed(3));
  const { npmi, diversity } = wordQuality(corpus);
  const model = discoverThemes(corpus.papers, { k: corpus.k });
  const same = JSON.stringify(assignThemes(model, corpus.papers)) === JSON.stringify(model.assignments);
  console.log(
    `| ${corpus.name} | ${corpus.k} | ${columns.join(" | ")} | ${stability(corpus, 6).toFixed(3)} | ${npmi.toFixed(3)} | ${diversity.toFixed(3)} | ${same} |`,
  );
}
