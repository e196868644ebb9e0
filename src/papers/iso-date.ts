/** Dates of every style, from "2024 Mar 5" to "2024/03//", as ISO 8601 of the precision that is known. */

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NUMERIC = /^(\d{4})(?:[-/.](\d{1,2})?)?(?:[-/.](\d{1,2})?)?(?![\d])/;
const YEAR = /(?:^|\D)((?:1[5-9]|20|21)\d{2})(?!\d)/;
const DAY = /(?:^|[^\d])(\d{1,2})(?!\d|:)/;

/**
 * The date as "2024", "2024-03" or "2024-03-05", or undefined where there is no year. Of a range its beginning; with
 * a season or an impossible month or day, the precision before it.
 *
 * @example
 * isoDate("2024 Mar 5") // "2024-03-05"
 * isoDate("2024/03//")  // "2024-03"
 */
export function isoDate(text: string): string | undefined {
  const trimmed = text.trim().slice(0, 80);
  const numeric = NUMERIC.exec(trimmed);
  if (numeric !== null && !/[a-z]{3}/i.test(trimmed.slice(numeric[0].length))) {
    return joined(numeric[1]!, Number(numeric[2] ?? 0), Number(numeric[3] ?? 0));
  }
  const compact = /^(\d{4})(\d{2})(\d{2})?$/.exec(trimmed);
  if (compact !== null) return joined(compact[1]!, Number(compact[2]), Number(compact[3] ?? 0));
  const year = YEAR.exec(trimmed)?.[1];
  if (year === undefined) return undefined;
  const words = trimmed.toLowerCase().match(/[a-z]+/g) ?? [];
  const month = words.map((word) => MONTHS.indexOf(word.slice(0, 3)) + 1).find((found) => found > 0) ?? 0;
  const day = month === 0 ? 0 : Number(DAY.exec(trimmed.replace(year, "    "))?.[1] ?? 0);
  return joined(year, month, day);
}

function joined(year: string, month: number, day: number): string {
  if (month < 1 || month > 12) return year;
  const upToMonth = `${year}-${String(month).padStart(2, "0")}`;
  const days = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return day < 1 || day > days ? upToMonth : `${upToMonth}-${String(day).padStart(2, "0")}`;
}

/** The most precise of several dates of one thing; the first with a year says which year. Undefined without any. */
export function mostPreciseDate(texts: readonly string[]): string | undefined {
  const dates = texts.map(isoDate).filter((date) => date !== undefined);
  const year = dates[0]?.slice(0, 4);
  const candidates = dates.filter((date) => date.startsWith(year!));
  return (
    candidates.reduce<string | undefined>(
      (best, date) => (date.length > (best?.length ?? 0) ? date : best),
      undefined,
    ) ?? texts[0]
  );
}
