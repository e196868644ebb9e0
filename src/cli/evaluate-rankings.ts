/** `themata evaluate --judgements`: how well related papers, or searches, agree with what people judged relevant. */

import { readFile } from "node:fs/promises";
import { type RankingScores, rankingScores } from "../evaluate/ranking.js";
import type { Paper } from "../papers/paper.js";
import { createPaperIndex } from "../related/paper-index.js";
import { aboutFile } from "./about-file.js";
import type { Given } from "./parse-arguments.js";
import type { Reporter } from "./reporter.js";
import type { Style } from "./style.js";
import { padded } from "./terminal-text.js";
import { UsageError } from "./usage-error.js";

const meanings: Readonly<Record<"ndcg" | "map" | "recall" | "mrr", (k: number) => string>> = {
  ndcg: (k) => `normalised discounted cumulated gain of the first ${k}`,
  map: () => "mean average precision of the whole ranking",
  recall: (k) => `share of the relevant among the first ${k}`,
  mrr: () => "one over the rank of the first relevant",
};

/** Asks for what is related to each judged paper, or searches with the texts of `--queries`, and scores the rankings. */
export async function evaluateRankings(papers: readonly Paper[], given: Given, reporter: Reporter): Promise<void> {
  const judgements = await readJudgements(given.text("judgements")!);
  const texts = await readQueries(given.text("queries"));
  const index = createPaperIndex(papers);
  const everything = { limit: Infinity };
  const rankings = new Map<string, string[]>();
  for (const query of judgements.keys()) {
    reporter.progress("ranking", rankings.size / judgements.size);
    const text = texts?.get(query);
    if (text === undefined && index.get(query) === undefined) {
      throw new UsageError(`Query ${query} is no paper of the files, and --queries has no text for it.`);
    }
    const found =
      text === undefined
        ? index.related(query, { ...everything, explain: false })
        : index.search(text, { ...everything, highlight: false });
    rankings.set(
      query,
      found.map(({ paperId }) => paperId),
    );
  }
  const k = given.number("limit") ?? 10;
  const { perQuery, ...scores } = rankingScores(rankings, judgements, { k });
  await reporter.answer({ records: () => [{ ...scores, k }], text: (style) => rankingText(scores, k, style) });
}

/** Lines of `{ query, doc, grade }`, or of `{ id, related: [...] }`. */
async function readJudgements(path: string): Promise<Map<string, Map<string, number>>> {
  const judgements = new Map<string, Map<string, number>>();
  for (const record of await readLines(path)) {
    const query = textOf(record["query"] ?? record["id"]);
    const related = record["related"] ?? [record["doc"] ?? record["paperId"]];
    const ids = Array.isArray(related) ? related.flatMap((id: unknown) => textOf(id) ?? []) : [];
    const grade = record["grade"] === undefined ? 1 : Number(record["grade"]);
    if (query === undefined || ids.length === 0 || Number.isNaN(grade)) {
      throw new UsageError(`${path}: expected lines of { query, doc, grade } or { id, related }.`);
    }
    const grades = judgements.get(query) ?? new Map<string, number>();
    for (const id of ids) grades.set(id, grade);
    judgements.set(query, grades);
  }
  return judgements;
}

/** Lines of `{ id, text }`; undefined without a file. */
async function readQueries(path: string | undefined): Promise<Map<string, string> | undefined> {
  if (path === undefined) return undefined;
  const queries = new Map<string, string>();
  for (const record of await readLines(path)) {
    const id = textOf(record["id"] ?? record["query"]);
    const text = textOf(record["text"]);
    if (id === undefined || text === undefined) throw new UsageError(`${path}: expected lines of { id, text }.`);
    queries.set(id, text);
  }
  return queries;
}

async function readLines(path: string): Promise<Readonly<Record<string, unknown>>[]> {
  const text = await aboutFile(path, () => readFile(path, "utf8"));
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    try {
      const record: unknown = JSON.parse(line);
      if (typeof record === "object" && record !== null) return [record as Readonly<Record<string, unknown>>];
    } catch {
      // Told below, with the line.
    }
    throw new UsageError(`${path}:${i + 1}: expected an object in JSON, one a line.`);
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function rankingText(scores: Omit<RankingScores, "perQuery">, k: number, style: Style): string {
  const rows = (Object.keys(meanings) as (keyof typeof meanings)[]).map((name) => {
    return `  ${padded(name, 8)}${style.accent(scores[name].toFixed(3))}  ${style.dim(meanings[name](k))}`;
  });
  return `${style.bold(scores.queries === 1 ? "1 query" : `${scores.queries} queries`)}\n${rows.join("\n")}\n`;
}
