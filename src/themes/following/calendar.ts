/** Periods of time, numbered so that consecutive ones have consecutive numbers. */

import { isoDate } from "../../papers/fields/iso-date.js";

/** How long a period is. */
export type TrendPeriod = "year" | "quarter" | "month" | "day";

/** The periods of one length. */
export interface Calendar {
  /** The number of a date's period, undefined where the date does not say: of 31 June only the month is known. */
  number(date: string | undefined): number | undefined;
  /** "2025", "2025-Q1", "2025-03" or "2025-03-17". */
  name(number: number): string;
}

const millisecondsOfDay = 86_400_000;

/** The calendar of each length. */
export const calendars: Readonly<Record<TrendPeriod, Calendar>> = {
  year: { number: (date) => partsOf(date)[0], name: String },
  quarter: {
    number(date) {
      const [year, month] = partsOf(date);
      return month && year! * 4 + Math.ceil(month / 3);
    },
    name: (number) => `${Math.floor((number - 1) / 4)}-Q${((number - 1) % 4) + 1}`,
  },
  month: {
    number(date) {
      const [year, month] = partsOf(date);
      return month && year! * 12 + month;
    },
    name: (number) => `${Math.floor((number - 1) / 12)}-${String(((number - 1) % 12) + 1).padStart(2, "0")}`,
  },
  day: {
    number(date) {
      const [year, month, day] = partsOf(date);
      return day && Date.UTC(year!, month! - 1, day) / millisecondsOfDay;
    },
    name: (number) => new Date(number * millisecondsOfDay).toISOString().slice(0, 10),
  },
};

/** Year, month and day, as far as they are known. */
function partsOf(date = ""): number[] {
  return isoDate(date)?.split("-").map(Number) ?? [];
}
