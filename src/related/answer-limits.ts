/** Which papers may be answers, and how many: options that all questions to an index share. */

import { integer, number, type OptionRules, value } from "../options.js";
import type { Paper } from "../papers/paper.js";
import type { Collection } from "./collection.js";
import { datedWithin, isRecency, type Recency, recencyFactor } from "./paper-dates.js";
import type { RankLimits } from "./rank-rows.js";

/** Which answers, and how many. */
export interface AnswerOptions<P extends Paper = Paper> {
  /** Most answers. @defaultValue 10 */
  readonly limit: number;
  /** Lowest score of an answer, inclusive, 0 to 1. Answers always have a score above 0. @defaultValue 0 */
  readonly minScore: number;
  /** Keeps the papers for which it is true. @defaultValue all */
  readonly filter: ((paper: P) => boolean) | undefined;
  /** Ids of papers to leave out; unknown ones are passed over. @defaultValue [] */
  readonly exclude: readonly string[];
  /** Earliest and latest date, ISO, as "2021" or "2021-06"; papers without a date are left out. @defaultValue none */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Lets recent papers count more. @defaultValue none */
  readonly recency: Recency | undefined;
}

const isText = (v: unknown): boolean => typeof v === "string";

/** The rules of {@link AnswerOptions}. */
export const answerRules: OptionRules<AnswerOptions<never>> = {
  limit: integer(10, 1),
  minScore: number(0, 0, 1),
  filter: value<AnswerOptions<never>["filter"]>(undefined, "a function", (v) => typeof v === "function"),
  exclude: value<readonly string[]>([], "an array of ids", (v) => Array.isArray(v) && v.every(isText)),
  from: value<string | undefined>(undefined, "an ISO date", isText),
  to: value<string | undefined>(undefined, "an ISO date", isText),
  recency: value<Recency | undefined>(
    undefined,
    "{ weight: 0 to 1, halfLife: years above 0, now?: ISO date }",
    isRecency,
  ),
};

/** The options as limits on rows; the rows of the query itself are left out. */
export function answerLimits<P extends Paper>(
  where: string,
  collection: Collection<P>,
  { minScore, filter, exclude, from, to, recency }: AnswerOptions<P>,
  own: Iterable<number>,
): Omit<RankLimits, "k"> {
  const { papers, positionOf, rowAt } = collection;
  const left = new Set([...own, ...exclude.flatMap((id) => collection.rowOf.get(id) ?? [])]);
  return {
    minScore,
    allowed: (row) => {
      const paper = papers[row];
      if (paper === undefined || left.has(row) || !datedWithin(paper, from, to)) return false;
      return filter === undefined || filter(paper);
    },
    factor: recency === undefined ? undefined : recencyFactor(where, collection.years, recency),
    positionOf: (row) => positionOf[row]!,
    rowAt: (position) => rowAt[position]!,
  };
}
