/** The periods in which papers are counted: years, or months or days where all papers are of a short time. */

import { calendars } from "../../themes/following/calendar.js";
import type { ModelPaper } from "../../themes/model/theme-model.js";

/** Periods without gaps, and the place of each paper among them. */
export interface Periods {
  readonly names: readonly string[];
  /** -1 for a paper without a date that is precise enough. */
  readonly of: Int32Array;
}

const fewest = 3;
const most = 150;

/** The longest periods of which the papers fill four or more; none where there are no such. O(papers). */
export function periodsOf(papers: readonly ModelPaper[]): Periods {
  for (const by of ["year", "month", "day"] as const) {
    const calendar = calendars[by];
    const numbers = papers.map(({ date }) => calendar.number(date));
    const known = numbers.filter((number) => number !== undefined);
    if (new Set(known).size < fewest) continue;
    const first = known.reduce((least, number) => Math.min(least, number), Infinity);
    const last = known.reduce((largest, number) => Math.max(largest, number), -Infinity);
    if (last - first >= most) break;
    return {
      names: Array.from({ length: last - first + 1 }, (_, i) => calendar.name(first + i)),
      of: Int32Array.from(numbers, (number) => (number === undefined ? -1 : number - first)),
    };
  }
  return { names: [], of: new Int32Array(papers.length).fill(-1) };
}
