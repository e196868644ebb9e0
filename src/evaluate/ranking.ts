/**
 * Quality of ranked answers against judgements, as trec_eval defines it.
 *
 * Reference: Järvelin, K., Kekäläinen, J. (2002). Cumulated gain-based evaluation of IR techniques. ACM TOIS 20(4),
 * 422-446. doi:10.1145/582415.582418 (with gain = grade and discount log2(1 + rank), as trec_eval and scikit-learn);
 * Buckley, C., Voorhees, E. M. (2000). Evaluating evaluation measure stability. SIGIR 2000, 33-40.
 * doi:10.1145/345508.345543 (average precision).
 */

import { ln } from "../matrix/elementary.js";
import { invalidOption, type OptionRules, resolveOptions, value } from "../options.js";

/** What is relevant to one query: ids, all of grade 1, or the grade of each id. Grades of 0 and below are not relevant. */
export type Judgement =
  | readonly string[]
  | ReadonlySet<string>
  | ReadonlyMap<string, number>
  | Readonly<Record<string, number>>;

/** One entry for each query: by position, or by the query's id. */
export type PerQuery<T> = readonly T[] | ReadonlyMap<string, T> | Readonly<Record<string, T>>;

/** Where the answers are cut. */
export interface RankingOptions {
  /** How many answers `ndcg` and `recall` look at. @defaultValue all */
  readonly k?: number | undefined;
}

const rules: OptionRules<RankingOptions> = {
  k: value<number | undefined>(
    undefined,
    "a whole number from 1 up",
    (v) => v === Infinity || (Number.isInteger(v) && (v as number) > 0),
  ),
};

/** Scores of one query, or means over queries, each from 0 to 1. */
export interface RankingMeasures {
  /** Normalised discounted cumulated gain of the first k answers. */
  readonly ndcg: number;
  /** Average precision over the whole ranking; its mean over queries is MAP. */
  readonly map: number;
  /** Share of the relevant ids among the first k answers. */
  readonly recall: number;
  /** One over the rank of the first relevant answer, 0 without one. */
  readonly mrr: number;
}

/** Means over the queries that have a relevant id. */
export interface RankingScores extends RankingMeasures {
  /** Queries counted. */
  readonly queries: number;
  /** The scores of each, in the order of the judgements: for intervals and paired comparisons. */
  readonly perQuery: readonly (RankingMeasures & { readonly query: string })[];
}

/**
 * Compares rankings with judgements, query by query: by position where both are arrays, else by the query's id.
 *
 * A query that is judged but has no ranking scores 0. A query without a relevant id tells nothing and is left out. An id
 * that is ranked twice counts where it stands first. `map` and `mrr` look at the whole ranking, whatever `k`. Without
 * any query all means are 0.
 *
 * @throws ThemataError INVALID_OPTION when `k` is no whole number above 0, arrays differ in length, an id is no string or a
 * grade no finite number
 * @example
 * rankingScores([["p1", "p2", "p3"]], [["p1", "p3"]], { k: 2 }); // ndcg 0.613, map 0.833, recall 0.5, mrr 1
 */
export function rankingScores(
  rankings: PerQuery<readonly string[]>,
  judgements: PerQuery<Judgement>,
  options?: RankingOptions,
): RankingScores {
  const { k = Infinity } = resolveOptions("rankingScores", options, rules);
  if (Array.isArray(rankings) && Array.isArray(judgements) && rankings.length !== judgements.length) {
    throw invalidOption(
      "rankingScores",
      "judgements",
      `one for each of ${rankings.length} rankings`,
      judgements.length,
    );
  }
  const answers = new Map(entriesOf("rankings", rankings));
  for (const list of answers.values()) checkIds("rankings", list);
  const perQuery = entriesOf("judgements", judgements).flatMap(([query, judgement]) => {
    const grades = gradesOf(judgement);
    return grades.size === 0 ? [] : [{ query, ...scoresOf([...new Set(answers.get(query) ?? [])], grades, k) }];
  });
  const mean = (measure: keyof RankingMeasures): number => {
    let sum = 0;
    for (const scores of perQuery) sum += scores[measure];
    return perQuery.length === 0 ? 0 : sum / perQuery.length;
  };
  return {
    ndcg: mean("ndcg"),
    map: mean("map"),
    recall: mean("recall"),
    mrr: mean("mrr"),
    queries: perQuery.length,
    perQuery,
  };
}

function scoresOf(ranking: readonly string[], grades: ReadonlyMap<string, number>, k: number): RankingMeasures {
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, k);
  let best = 0;
  for (let i = 0; i < ideal.length; i += 1) best += ideal[i]! * (Math.LN2 / ln(i + 2));
  let gain = 0;
  let found = 0;
  let foundInK = 0;
  let precisions = 0;
  let first = 0;
  for (let i = 0; i < ranking.length; i += 1) {
    const grade = grades.get(ranking[i]!);
    if (grade === undefined) continue;
    found += 1;
    precisions += found / (i + 1);
    if (found === 1) first = 1 / (i + 1);
    if (i >= k) continue;
    foundInK += 1;
    gain += grade * (Math.LN2 / ln(i + 2));
  }
  return { ndcg: gain / best, map: precisions / grades.size, recall: foundInK / grades.size, mrr: first };
}

/** Relevant ids with their grades. */
function gradesOf(judgement: Judgement): Map<string, number> {
  if (isList(judgement) || judgement instanceof Set) {
    const ids = [...judgement];
    checkIds("judgements", ids);
    return new Map(ids.map((id) => [id, 1]));
  }
  const grades = entriesOf<number>("judgements", judgement as Exclude<typeof judgement, ReadonlySet<string>>);
  for (const [, grade] of grades)
    if (!Number.isFinite(grade)) throw invalidOption("rankingScores", "judgements", "finite grades", grade);
  return new Map(grades.filter(([, grade]) => grade > 0));
}

function entriesOf<T>(name: string, values: PerQuery<T>): [string, T][] {
  if (typeof values !== "object" || values === null)
    throw invalidOption("rankingScores", name, "an array, a map or an object", values);
  if (values instanceof Map) return [...values];
  if (Array.isArray(values)) return values.map((value, i) => [String(i), value]);
  return Object.entries(values);
}

/** Answers as they come from an index are objects: what is compared are ids. */
function checkIds(name: string, ids: readonly string[]): void {
  if (!Array.isArray(ids)) throw invalidOption("rankingScores", name, "arrays of ids", ids);
  const wrong = ids.findIndex((id) => typeof id !== "string");
  if (wrong >= 0) throw invalidOption("rankingScores", name, "arrays of ids, which are strings", ids[wrong]);
}

function isList(judgement: Judgement): judgement is readonly string[] {
  return Array.isArray(judgement);
}
