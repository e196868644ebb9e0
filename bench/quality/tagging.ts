/**
 * Quality of tagging, side by side with scikit-learn's TF-IDF and linear SVM on the same splits.
 * Run: THEMATA_PYTHON=python3 npx tsx bench/quality/tagging.ts [names|few|many|multi|novelty|read] [--draws 3] [--corpora 3]
 */

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import {
  crossValidateTagger,
  fitTagger,
  type Paper,
  type ThemeDefinition,
  taggingScores,
  tagPapers,
} from "../../src/index.js";
import { seededRandom, shuffledIndices } from "../../src/matrix/random.js";
import {
  corporaPresent,
  ijcai,
  type LabelledCorpus,
  type LabelledPaper,
  readCorpus,
  seedCorpus,
  stream,
  venues,
} from "../corpora.js";
import { areaUnderRoc, noveltyCurve } from "./novelty.js";

interface Split {
  readonly papers: readonly Paper[];
  readonly train: readonly number[];
  readonly test: readonly number[];
  readonly labels: readonly (readonly string[])[];
  readonly multi: boolean;
  /** Whether vectors are fitted on all papers, or on the training papers alone. */
  readonly transductive: boolean;
}

if (!corporaPresent) throw new Error("The corpora are not here.");
const at = process.argv.indexOf("--draws");
const draws = at < 0 ? 3 : Number(process.argv[at + 1]);
const corporaAt = process.argv.indexOf("--corpora");
const corporaWanted = corporaAt < 0 ? 3 : Number(process.argv[corporaAt + 1]);
const wanted = process.argv[2] ?? "all";
const seedThemes = codebook();
const askPeer = startPeer();

if (wanted === "names" || wanted === "all") names();
if (wanted === "few" || wanted === "all") await fewExamples();
if (wanted === "many" || wanted === "all") await manyExamples();
if (wanted === "multi" || wanted === "all") await multiLabel();
if (wanted === "novelty" || wanted === "all") novelty();
askPeer.close();

function names(): void {
  console.log("names and descriptions only: primary accuracy, abstain: false");
  const seed = seedCorpus();
  const sets: [string, LabelledCorpus, readonly ThemeDefinition[], number][] = [
    ["seed, names and descriptions", seed, seedThemes, 0.67],
    ["seed, names", seed, seedThemes.map(({ id, name }) => ({ id, name })), 0],
    ["venues-6, names", venues(), namesOf(venues()), 0.65],
    ["ijcai-dev, names", ijcai(), namesOf(ijcai()), 0.5],
  ];
  for (const [name, corpus, themes, target] of sets) {
    const tagger = fitTagger({ themes, background: corpus.papers });
    const judged = corpus.papers.filter(({ label }) => label !== undefined);
    const tagged = tagPapers(tagger, judged, { abstain: false, evidence: false });
    const right = tagged.filter(({ tags }, i) => tags[0]?.themeId === judged[i]!.label).length;
    const kept = tagPapers(tagger, judged, { evidence: false }).filter(({ tags }) => tags.length > 0).length;
    console.log(
      `  ${name.padEnd(30)} ${(right / judged.length).toFixed(3)}  target ${target}  tagged when allowed to abstain ${(kept / judged.length).toFixed(2)}`,
    );
  }
}

async function fewExamples(): Promise<void> {
  const corpora: LabelledCorpus[] = [areasOf(ijcai(), 60), ijcai(), venues()].slice(0, corporaWanted);
  for (const corpus of corpora) {
    const themes = namesOf(corpus);
    console.log(`few examples a theme, ${corpus.name}, ${themes.length} themes, ${draws} draws: themata / linear SVM`);
    for (const size of [1, 2, 5, 10, 20]) {
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let draw = 0; draw < draws; draw += 1) {
        const train = drawExamples(corpus.papers, themes, size, draw);
        const chosen = new Set(train);
        const test = corpus.papers.map((_, i) => i).filter((i) => !chosen.has(i));
        const examples = train.map((i) => ({ paper: corpus.papers[i]!, themes: [corpus.papers[i]!.label!] }));
        const tagger = fitTagger({ themes, examples, background: corpus.papers });
        ours.push(
          accuracy(
            tagPapers(
              tagger,
              test.map((i) => corpus.papers[i]!),
              { abstain: false, evidence: false },
            ).map(({ tags }) => tags[0]?.themeId),
            test.map((i) => corpus.papers[i]!),
          ),
        );
        const answer = await askPeer.ask({
          papers: corpus.papers,
          train,
          test,
          labels: examples.map((e) => e.themes),
          multi: false,
          transductive: true,
        });
        theirs.push(
          accuracy(
            answer.map(([first]) => first),
            test.map((i) => corpus.papers[i]!),
          ),
        );
      }
      console.log(`  ${String(size).padStart(3)}  ${mean(ours).toFixed(3)} / ${mean(theirs).toFixed(3)}`);
    }
  }
}

async function manyExamples(): Promise<void> {
  console.log("many examples: themata / LinearSVC; calibration error of the likeliest tag in ten bins");
  const conference = areasOf(ijcai(), 10);
  const daily = stream(1e9);
  const days = [...new Set(daily.papers.map(({ date }) => date!))].sort().slice(0, 8);
  const splits: [string, LabelledCorpus, (paper: Paper, i: number) => boolean][] = [
    ...[0, 1, 2, 3, 4].map((fold): [string, LabelledCorpus, (paper: Paper, i: number) => boolean] => [
      `ijcai-dev 80/20, fold ${fold}`,
      conference,
      (_, i) => i % 5 !== fold,
    ]),
    ["arxiv-stream, 8 days / rest", daily, ({ date }) => days.includes(date!)],
  ];
  for (const [name, corpus, isTrain] of splits) {
    const train = corpus.papers.map((_, i) => i).filter((i) => isTrain(corpus.papers[i]!, i));
    const test = corpus.papers.map((_, i) => i).filter((i) => !isTrain(corpus.papers[i]!, i));
    const examples = train.map((i) => ({ paper: corpus.papers[i]!, themes: [corpus.papers[i]!.label!] }));
    const papers = test.map((i) => corpus.papers[i]!);
    const tagger = fitTagger({ themes: namesOf(corpus), examples });
    const ours = tagPapers(tagger, papers, { abstain: false, evidence: false });
    const theirs = await askPeer.ask({
      papers: corpus.papers,
      train,
      test,
      labels: examples.map((e) => e.themes),
      multi: false,
      transductive: false,
    });
    console.log(
      `  ${name.padEnd(30)} ${accuracy(
        ours.map(({ tags }) => tags[0]?.themeId),
        papers,
      ).toFixed(4)} / ${accuracy(
        theirs.map(([first]) => first),
        papers,
      ).toFixed(4)}`,
    );
  }
  const examples = conference.papers.map((paper) => ({ paper, themes: [paper.label!] }));
  const report = crossValidateTagger({ themes: namesOf(conference), examples });
  console.log(`  calibration error on ijcai-dev, five folds: ${report.calibrationError.toFixed(4)}`);
  for (const { chance, right, size } of report.reliability)
    console.log(`    said ${chance.toFixed(3)}  right ${right.toFixed(3)}  of ${size}`);
}

async function multiLabel(): Promise<void> {
  const corpus = seedCorpus();
  const gold = new Map(
    readCorpus<{ id: string; themes: string[] }>("seed/gold-dev.jsonl").map(({ id, themes }) => [id, themes]),
  );
  const judged = corpus.papers.map((_, i) => i).filter((i) => gold.has(corpus.papers[i]!.id));
  const themesOf = (i: number): string[] => gold.get(corpus.papers[i]!.id)!;
  const ours: string[][] = [];
  const theirs: string[][] = [];
  const truth: string[][] = [];
  for (let fold = 0; fold < 5; fold += 1) {
    const train = judged.filter((_, i) => i % 5 !== fold);
    const test = judged.filter((_, i) => i % 5 === fold);
    const examples = train.map((i) => ({ paper: corpus.papers[i]!, themes: themesOf(i) }));
    const tagger = fitTagger({ themes: seedThemes, examples, background: corpus.papers });
    const tagged = tagPapers(
      tagger,
      test.map((i) => corpus.papers[i]!),
      { abstain: false, evidence: false },
    );
    ours.push(...tagged.map(({ tags }) => tags.map(({ themeId }) => themeId)));
    theirs.push(
      ...(await askPeer.ask({
        papers: corpus.papers,
        train,
        test,
        labels: train.map(themesOf),
        multi: true,
        transductive: true,
      })),
    );
    truth.push(...test.map(themesOf));
  }
  const [a, b] = [taggingScores(ours, truth), taggingScores(theirs, truth)];
  console.log("several tags a paper, seed corpus, five folds: themata / linear SVM, threshold tuned within the folds");
  console.log(
    `  micro-F1 ${a.microF1.toFixed(3)} / ${b.microF1.toFixed(3)}, macro-F1 ${a.macroF1.toFixed(3)} / ${b.macroF1.toFixed(3)}`,
  );
  const [low, high] = pairedInterval(ours, theirs, truth);
  console.log(`  difference of micro-F1, 95 % of 2,000 paired resamples: ${low.toFixed(3)} to ${high.toFixed(3)}`);
}

function novelty(): void {
  const corpus = areasOf(ijcai(), 60);
  console.log("each area left out in turn: area under the ROC of 'belongs to no known theme'");
  const ours: number[] = [];
  const baseline: number[] = [];
  const points: { fit: number; novel: boolean }[] = [];
  for (const { id } of namesOf(corpus)) {
    const known = corpus.papers.filter(({ label }) => label !== id);
    const train = known.filter((_, i) => i % 10 < 7);
    const test = [...known.filter((_, i) => i % 10 >= 7), ...corpus.papers.filter(({ label }) => label === id)];
    const tagger = fitTagger({ examples: train.map((paper) => ({ paper, themes: [paper.label!] })) });
    const scored = noveltyCurve(tagger, test);
    const isNovel = test.map(({ label }) => label === id);
    ours.push(
      areaUnderRoc(
        scored.map(({ fit }) => -fit),
        isNovel,
      ),
    );
    baseline.push(
      areaUnderRoc(
        scored.map(({ chance }) => -chance),
        isNovel,
      ),
    );
    points.push(...scored.map(({ fit }, i) => ({ fit, novel: isNovel[i]! })));
    console.log(
      `  without ${id.padEnd(42)} ${ours.at(-1)!.toFixed(3)} / ${baseline.at(-1)!.toFixed(3)} (highest probability)`,
    );
  }
  console.log(`  mean ${mean(ours).toFixed(3)} / ${mean(baseline).toFixed(3)}`);
  points.sort((a, b) => a.fit - b.fit);
  const novel = points.filter((point) => point.novel).length;
  for (const share of [0.01, 0.05, 0.1, 0.2, 0.3, 0.5]) {
    const known = points.filter((point) => !point.novel);
    const threshold = known[Math.floor(share * known.length)]!.fit;
    const caught = points.filter((point) => point.novel && point.fit < threshold).length;
    console.log(
      `    abstaining on ${(100 * share).toFixed(0)} % of known papers: on ${((100 * caught) / novel).toFixed(0)} % of the others`,
    );
  }
}

function pairedInterval(ours: string[][], theirs: string[][], truth: string[][]): [number, number] {
  const random = seededRandom(0);
  const differences = Array.from({ length: 2000 }, () => {
    const rows = truth.map(() => Math.floor(random() * truth.length));
    const pick = (sets: string[][]): string[][] => rows.map((row) => sets[row]!);
    return taggingScores(pick(ours), pick(truth)).microF1 - taggingScores(pick(theirs), pick(truth)).microF1;
  }).sort((x, y) => x - y);
  return [differences[50]!, differences[1949]!];
}

function areasOf(corpus: LabelledCorpus, fewest: number): LabelledCorpus {
  const sizes = new Map<string, number>();
  for (const { label } of corpus.papers) sizes.set(label!, (sizes.get(label!) ?? 0) + 1);
  const papers = corpus.papers.filter(({ label }) => sizes.get(label!)! >= fewest);
  return { ...corpus, name: `${corpus.name}, areas of ${fewest} papers and more`, papers };
}

function namesOf(corpus: LabelledCorpus): ThemeDefinition[] {
  const labels = [...new Set(corpus.papers.flatMap(({ label }) => label ?? []))].sort();
  return labels.map((label) => ({ id: label, name: label }));
}

function codebook(): ThemeDefinition[] {
  const text = readFileSync(new URL("../../../shared/corpora/seed/codebook.md", import.meta.url), "utf8");
  const rows = text.split("\n").map((line) => /^\| (\w[\w-]*) \| (.*?) \| (.*?) \|$/.exec(line));
  return rows
    .filter((row) => row !== null && row[1] !== "id")
    .map((row) => ({ id: row![1]!, name: row![2]!, description: row![3]! }));
}

/** `size` papers of each theme, at most half of what it has. */
function drawExamples(
  papers: readonly LabelledPaper[],
  themes: readonly ThemeDefinition[],
  size: number,
  draw: number,
): number[] {
  const random = seededRandom(draw, size);
  return themes.flatMap(({ id }) => {
    const pool = papers.map((_, i) => i).filter((i) => papers[i]!.label === id);
    const order = shuffledIndices(pool.length, random);
    return Array.from(order.subarray(0, Math.min(size, Math.floor(pool.length / 2))), (i) => pool[i]!);
  });
}

function accuracy(given: readonly (string | undefined)[], papers: readonly LabelledPaper[]): number {
  return given.filter((id, i) => id === papers[i]!.label).length / papers.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function startPeer(): { ask(split: Split): Promise<string[][]>; close(): void } {
  const script = fileURLToPath(new URL("../peers/tagging.py", import.meta.url));
  const child = spawn(process.env["THEMATA_PYTHON"] ?? "python3", [script], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask({ papers, train, test, labels, multi, transductive }) {
      const texts = papers.map(({ title, abstract }) => `${title}\n${abstract}`);
      const fit = transductive ? texts.map((_, i) => i) : train;
      child.stdin.write(`${JSON.stringify({ texts, train, test, labels, multi, fit })}\n`);
      const { done, value } = await lines.next();
      if (done) throw new Error("The Python process ended early. Set THEMATA_PYTHON to one that has scikit-learn.");
      return JSON.parse(value);
    },
    close: () => child.stdin.end(),
  };
}
