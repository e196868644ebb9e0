/** Which papers may be answers, and how many: options that all questions to an index share. */

import { callback, number, type OptionRules, value } from "../../options.js";
import type { Paper } from "../../papers/paper.js";
import { type Collection, yearsOfRows } from "../index/collection.js";
import { datedWithin, isRecency, type Recency, recencyFactor } from "../index/paper-dates.js";
import { idsRule } from "./query.js";
import type { RankLimits } from "./rank-pass.js";

/** Which answers, and how many. */
export interface AnswerOptions<P extends Paper = Paper> {
  /** Most answers, `Infinity` for all. @defaultValue 10 */
  readonly limit: number;
  /** Lowest score of an answer, inclusive, 0 to 1. Answers always have a score above 0. @defaultValue 0 */
  readonly minScore: number;
  /** Keeps the papers for which it is true. @defaultValue all */
  readonly filter: ((paper: P) => boolean) | undefined;
  /** Ids of papers to leave out; unknown ones are passed over. @defaultValue [] */
  readonly exclude: readonly string[];
  /** Earliest and latest date, a year or ISO as "2021-06", both included; papers without a date are left out. @defaultValue none */
  readonly from: string | number | undefined;
  readonly to: string | number | undefined;
  /** Lets recent papers count more. @defaultValue none */
  readonly recency: Recency | undefined;
}

const isDate = (v: unknown): boolean => /^\d{4}(-(0\d|1[0-2])(-[0-3]\d)?)?($|T)/.test(String(v));
const isLimit = (v: unknown): boolean => v === Infinity || (Number.isInteger(v) && (v as number) > 0);

const dateRule = value<string | number | undefined>(undefined, "a year or an ISO date", isDate);

/** The rules of {@link AnswerOptions}. */
export const answerRules: OptionRules<AnswerOptions<never>> = {
  limit: value(10, "a whole number from 1 up, or Infinity", isLimit),
  minScore: number(0, 0, 1),
  filter: callback<AnswerOptions<never>["filter"]>(undefined),
  exclude: idsRule,
  from: dateRule,
  to: dateRule,
  recency: value<Recency | undefined>(
    undefined,
    "{ weight: 0 to 1, halfLife: years above 0, now?: ISO date }",
    isRecency,
  ),
};

/** The options as limits on rows; the rows of the query itself are left out. */
export function answerLimits<P extends Paper>(
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
    factor: recency === undefined ? undefined : recencyFactor(yearsOfRows(collection), recency),
    positionOf: (row) => positionOf[row]!,
    rowAt: (position) => rowAt[position]!,
  };
}
