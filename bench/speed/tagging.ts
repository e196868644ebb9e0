/**
 * Papers tagged a second, beside scikit-learn's, natural's and wink's classifiers: all learn from the demonstration corpus
 * and tag the same invented papers, in turns; CPU seconds, medians.
 *
 *     THEMATA_PYTHON=python3 THEMATA_PEERS=folder npx tsx bench/speed/tagging.ts [papers = 5000] [rounds = 3]
 *
 * THEMATA_PEERS is a folder in which `npm install wink-naive-bayes-text-classifier wink-nlp-utils` was run.
 */

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fitTagger, type Paper, tagPapers } from "../../src/index.js";
import { demonstration } from "../corpora.js";
import { generatePapers } from "./generate-papers.js";

interface Classifier {
  addDocument(text: string, label: string): void;
  train(): void;
  classify(text: string): string;
}

interface WinkClassifier {
  definePrepTasks(tasks: readonly unknown[]): number;
  defineConfig(config: object): boolean;
  learn(text: string, label: string): boolean;
  consolidate(): boolean;
  predict(text: string): string;
}

const [size = "5000", rounds = "3"] = process.argv.slice(2);
const examples = demonstration().papers;
const papers: Paper[] = [...generatePapers(Number(size))];
const textOf = ({ title, abstract }: Paper): string => `${title}\n${abstract}`;

const tagger = fitTagger({ examples: examples.map((paper) => ({ paper, themes: [paper.label!] })) });
const named = fitTagger({ themes: manyNames(14_000) });
const steps: [string, () => number][] = [
  [
    "themata, tags alone",
    () => cpuOf(() => papers.forEach((paper) => void tagPapers(tagger, [paper], { evidence: false }))),
  ],
  ["themata, tags and evidence", () => cpuOf(() => papers.forEach((paper) => void tagPapers(tagger, [paper])))],
  ["themata, 14,000 names", () => cpuOf(() => papers.forEach((paper) => void tagPapers(named, [paper])))],
  ["scikit-learn, TF-IDF + LinearSVC", scikitLearn],
  ["natural, Bayes classifier", withNatural()],
  ...withWink(),
];
const seconds = new Map<string, number[]>(steps.map(([name]) => [name, []]));
for (let round = 0; round < Number(rounds); round += 1) {
  for (const [name, step] of steps) seconds.get(name)!.push(step());
}
for (const [name, own] of seconds) {
  const median = own.sort((a, b) => a - b)[Math.floor(own.length / 2)]!;
  console.log(
    `${name.padEnd(36)} ${Math.round(papers.length / median)
      .toString()
      .padStart(7)} papers a CPU second`,
  );
}

function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function scikitLearn(): number {
  const folder = mkdtempSync(join(tmpdir(), "themata-tagging-"));
  const files = [examples, papers].map((list, i) => {
    const file = join(folder, `${i}.jsonl`);
    writeFileSync(file, list.map((paper) => `${JSON.stringify(paper)}\n`).join(""));
    return file;
  });
  const script = fileURLToPath(new URL("../peers/tagging-speed.py", import.meta.url));
  const printed = execFileSync(process.env["THEMATA_PYTHON"] ?? "python3", [script, ...files], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return Number(printed);
}

function withNatural(): () => number {
  const BayesClassifier: new () => Classifier = createRequire(import.meta.url)(
    "natural/lib/natural/classifiers/bayes_classifier.js",
  );
  const classifier = new BayesClassifier();
  for (const paper of examples) classifier.addDocument(textOf(paper), paper.label!);
  classifier.train();
  // A hundredth of the papers is enough to tell its pace.
  const some = papers.slice(0, Math.max(20, papers.length / 100));
  return () =>
    (cpuOf(() => some.forEach((paper) => void classifier.classify(textOf(paper)))) * papers.length) / some.length;
}

function withWink(): [string, () => number][] {
  const folder = process.env["THEMATA_PEERS"];
  if (folder === undefined) return [];
  const require = createRequire(join(folder, "package.json"));
  const classifier: WinkClassifier = require("wink-naive-bayes-text-classifier")();
  const { string, tokens } = require("wink-nlp-utils");
  classifier.definePrepTasks([string.tokenize0, tokens.removeWords, tokens.stem]);
  classifier.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
  for (const paper of examples) classifier.learn(textOf(paper), paper.label!);
  classifier.consolidate();
  return [["wink, naive Bayes", () => cpuOf(() => papers.forEach((paper) => void classifier.predict(textOf(paper))))]];
}

/** Names of two words each, of the invented papers themselves. */
function manyNames(count: number): { id: string; name: string }[] {
  const names = new Set<string>();
  for (const { abstract } of generatePapers(count, 2)) {
    for (const [name] of abstract.matchAll(/\b[a-z]{4,} [a-z]{4,}\b/g)) {
      names.add(name);
      if (names.size % 3 === 0) break;
    }
    if (names.size >= count) break;
  }
  return [...names].map((name) => ({ id: name, name }));
}
