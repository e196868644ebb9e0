/** Dates of papers: ranges to keep and the weight of recent ones. */

import { power } from "../../matrix/elementary.js";
import { isText } from "../../options.js";
import type { Paper } from "../../papers/paper.js";

/** Recent papers count more. */
export interface Recency {
  /** How much of the score depends on age, 0 to 1. */
  readonly weight: number;
  /** Years after which that part is worth half. */
  readonly halfLife: number;
  /** ISO date from which ages count; the newest paper's by default. */
  readonly now?: string;
}

/** Whether a paper's date lies in a range, both ends included, compared as precisely as both are known. */
export function datedWithin(paper: Paper, from: string | number | undefined, to: string | number | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  const date = paper.date ?? "";
  if (yearsOf(date) === undefined) return false;
  if (from !== undefined && upToShorter(date, String(from)) < 0) return false;
  return to === undefined || upToShorter(date, String(to)) <= 0;
}

/**
 * What the score of a row is multiplied by, in (0, 1]: 1 for the newest; rows without a date count as the oldest.
 *
 * @param years date of each row in years, NaN for none
 */
export function recencyFactor(years: readonly number[], recency: Recency): (row: number) => number {
  const { weight, halfLife } = recency;
  let newest = -Infinity;
  let oldest = Infinity;
  for (const year of years) {
    if (year > newest) newest = year;
    if (year < oldest) oldest = year;
  }
  const now = recency.now === undefined ? newest : yearsOf(recency.now)!;
  if (newest < oldest) return () => 1;
  return (row) => {
    const year = years[row]!;
    const age = Math.max(0, now - (Number.isNaN(year) ? oldest : year));
    return 1 - weight + weight * power(0.5, age / halfLife);
  };
}

/** An ISO date as years with a fraction; undefined for no date. */
export function yearsOf(date: string): number | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  if (found === null) return undefined;
  const month = found[2] === undefined ? 0 : Number(found[2]) - 1;
  const day = found[3] === undefined ? 0 : Number(found[3]) - 1;
  return Number(found[1]) + month / 12 + day / 365;
}

function upToShorter(a: string, b: string): number {
  const length = Math.min(a.length, b.length, 10);
  const x = a.slice(0, length);
  const y = b.slice(0, length);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Whether a value is a {@link Recency}. */
export function isRecency(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { weight, halfLife, now } = value as Partial<Recency>;
  if (typeof weight !== "number" || !(weight >= 0 && weight <= 1)) return false;
  if (typeof halfLife !== "number" || !(halfLife > 0)) return false;
  return now === undefined || (isText(now) && yearsOf(now) !== undefined);
}
