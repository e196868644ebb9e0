/**
 * Quality of the number of themes that `k: "auto"` chooses: regret is the best AMI with the gold classes over k = 2 to 30
 * minus the AMI at the number chosen. Run: npx tsx bench/quality/choose-k.ts [corpus...]
 */

import { clusteringScores, discoverThemes } from "../../src/index.js";
import { demonstration, ijcai, type LabelledCorpus, seedCorpus, stream, venues } from "../corpora.js";

const corpora: Readonly<Record<string, () => LabelledCorpus>> = {
  demonstration,
  seed: seedCorpus,
  venues,
  ijcai,
  stream: () => stream(1500),
};

function amiAt({ papers }: LabelledCorpus, k: number): number {
  const { assignments } = discoverThemes(papers, { k });
  const judged = papers.flatMap(({ label }, i) => (label === undefined ? [] : [{ label, i }]));
  return clusteringScores(
    judged.map(({ i }) => assignments[i]!.themes[0]?.themeId ?? ""),
    judged.map(({ label }) => label),
  ).ami;
}

const given = process.argv.slice(2).filter((name) => name in corpora);
const regrets: number[] = [];
console.log("| corpus | classes | chosen | AMI there | best k | AMI there | regret |\n|---|---|---|---|---|---|---|");
for (const name of given.length > 0 ? given : Object.keys(corpora)) {
  const corpus = corpora[name]!();
  const chosen = discoverThemes(corpus.papers).choice.k;
  const tried = Array.from({ length: 29 }, (_, i) => ({ k: i + 2, ami: amiAt(corpus, i + 2) }));
  const best = tried.reduce((a, b) => (b.ami > a.ami ? b : a));
  const reached = tried.find(({ k }) => k === chosen)?.ami ?? amiAt(corpus, chosen);
  regrets.push(best.ami - reached);
  const figures = [chosen, reached.toFixed(3), best.k, best.ami.toFixed(3), (best.ami - reached).toFixed(3)];
  console.log(`| ${corpus.name} | ${corpus.k} | ${figures.join(" | ")} |`);
}
console.log(`mean regret ${(regrets.reduce((sum, regret) => sum + regret, 0) / regrets.length).toFixed(3)}`);
