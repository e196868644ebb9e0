/** The corpora that the benchmarks read; they are not part of the repository. */

import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Paper } from "../src/index.js";

const root: URL = new URL("../../shared/corpora/", import.meta.url);

/** A paper with its gold class, where it has one. */
export interface LabelledPaper extends Paper {
  readonly label?: string;
}

/** A collection to cluster, with the number of themes of its gold. */
export interface LabelledCorpus {
  readonly name: string;
  readonly k: number;
  readonly papers: readonly LabelledPaper[];
}

/** Whether the corpora lie beside the repository. */
export const corporaPresent: boolean = existsSync(root);

/** The records of a JSON Lines file of the corpora, unzipped where its name ends in ".gz". */
export function readCorpus<T>(path: string): T[] {
  const bytes = readFileSync(new URL(path, root));
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

/** The demonstration corpus: the first theme of a paper is its class. */
export function demonstration(): LabelledCorpus {
  const text = readFileSync(new URL("../fixtures/abstracts.jsonl", import.meta.url), "utf8");
  const records = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Paper & { themes: string[] });
  return { name: "demonstration", k: 10, papers: records.map((p) => ({ ...p, label: p.themes[0]! })) };
}

/** The seed corpus: 212 papers, of which 101 have a gold theme. */
export function seedCorpus(): LabelledCorpus {
  const gold = new Map(
    readCorpus<{ id: string; primary: string }>("seed/gold-dev.jsonl").map((g) => [g.id, g.primary]),
  );
  const papers = readCorpus<Paper>("seed/papers.jsonl").map((paper) => {
    const label = gold.get(paper.id);
    return label === undefined ? paper : { ...paper, label };
  });
  return { name: "seed", k: 15, papers };
}

/** Six conference communities of 300 papers each. */
export function venues(): LabelledCorpus {
  return { name: "venues-6", k: 6, papers: readCorpus<LabelledPaper>("venues-6/venues-6.jsonl") };
}

/** Conference papers by topical area. */
export function ijcai(): LabelledCorpus {
  const dropped = new Set(["Machine Learning", "Multidisciplinary Topics", "Humans and AI"]);
  const papers = readCorpus<LabelledPaper>("ijcai-dev/ijcai-dev.jsonl").filter((p) => {
    return ![...dropped].some((name) => (p.label ?? "").startsWith(name));
  });
  return { name: "ijcai-dev", k: 11, papers };
}

/** The first papers of the daily stream, by primary category. */
export function stream(count: number): LabelledCorpus {
  const papers = readCorpus<LabelledPaper>("arxiv-stream/arxiv-stream-2026-06.jsonl").slice(0, count);
  return { name: `arxiv-stream-${count}`, k: new Set(papers.map((p) => p.label)).size, papers };
}
