/** The periods in which papers are counted: years, or months or days where all papers are of a short time. */

import { isoDate } from "../../papers/fields/iso-date.js";
import type { ModelPaper } from "../../themes/model/theme-model.js";

/** Periods without gaps, and the place of each paper among them. */
export interface Periods {
  readonly names: readonly string[];
  /** -1 for a paper without a date that is precise enough. */
  readonly of: Int32Array;
}

/** A way to number periods so that consecutive ones have consecutive numbers. */
interface Calendar {
  /** -1 where the date says too little. */
  number(date: string): number;
  name(number: number): string;
}

const fewest = 3;
const most = 150;
const millisecondsOfDay = 86_400_000;

const calendars: readonly Calendar[] = [
  { number: (date) => Number(/^\d{4}/.exec(date)?.[0] ?? -1), name: String },
  {
    number(date) {
      const found = /^(\d{4})-(\d{2})/.exec(date);
      return found ? Number(found[1]) * 12 + Number(found[2]) - 1 : -1;
    },
    name: (number) => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`,
  },
  {
    number(date) {
      const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
      return found ? Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) / millisecondsOfDay : -1;
    },
    name: (number) => new Date(number * millisecondsOfDay).toISOString().slice(0, 10),
  },
];

/** The longest periods of which the papers fill four or more; none where there are no such. O(papers). */
export function periodsOf(papers: readonly ModelPaper[]): Periods {
  const dates = papers.map(({ date }) => isoDate(date ?? "") ?? "");
  for (const calendar of calendars) {
    const numbers = dates.map((date) => calendar.number(date));
    const known = numbers.filter((number) => number >= 0);
    if (new Set(known).size < fewest) continue;
    const first = known.reduce((least, number) => Math.min(least, number), Infinity);
    const last = known.reduce((largest, number) => Math.max(largest, number), 0);
    if (last - first >= most) break;
    return {
      names: Array.from({ length: last - first + 1 }, (_, i) => calendar.name(first + i)),
      of: Int32Array.from(numbers, (number) => (number < 0 ? -1 : number - first)),
    };
  }
  return { names: [], of: new Int32Array(papers.length).fill(-1) };
}
