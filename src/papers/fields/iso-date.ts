/** Dates of every style, from "2024 Mar 5" to "2024/03//", as ISO 8601 of the precision that is known. */

/** How the months begin in English, German, Dutch, French, Italian, Spanish and Portuguese, without accents. */
const MONTHS =
  "jan gen ene,feb fev,mar mrz,apr avr abr,may mai mag mei,jun juin giu,jul juil lug,aug aou ago,sep set,oct okt ott out,nov,dec dez dic"
    .split(",")
    .map((names) => names.split(" "));
const NUMERIC = /^(\d{4})(?:[-/.](\d{1,2})?)?(?:[-/.](\d{1,2})?)?(?![\d])/;
const YEAR = /(?:^|\D)((?:1[5-9]|20|21)\d{2})(?!\d)/;
/** "17/05/2023", "5.2023": day and month before the year, or month and day. */
const YEAR_LAST = /^(?:(\d{1,2})([/.-]))?(\d{1,2})[/.-](\d{4})(?!\d)/;
/** What most services write, and needs no more than a look. */
const PLAIN = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;
/** Seconds or milliseconds since 1970, between 2001 and 2096. */
const EPOCH = /^([1-3]\d{9})(?:\d{3})?$/;
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
  if (PLAIN.test(text)) return text;
  const trimmed = text
    .trim()
    .slice(0, 80)
    .replace(/[年月]/g, "-");
  const numeric = NUMERIC.exec(trimmed);
  if (numeric !== null && monthOf(trimmed.slice(numeric[0].length)) === 0) {
    return joined(numeric[1]!, Number(numeric[2] ?? 0), Number(numeric[3] ?? 0));
  }
  const compact = /^(\d{4})(\d{2})(\d{2})?$/.exec(trimmed);
  if (compact !== null) return joined(compact[1]!, Number(compact[2]), Number(compact[3] ?? 0));
  const epoch = EPOCH.exec(trimmed);
  if (epoch !== null) return new Date(Number(epoch[1]) * 1000).toISOString().slice(0, 10);
  const yearLast = YEAR_LAST.exec(trimmed);
  if (yearLast !== null) return fromYearLast(yearLast);
  const year = YEAR.exec(trimmed)?.[1];
  if (year === undefined) return undefined;
  const month = monthOf(trimmed);
  const day = month === 0 ? 0 : Number(DAY.exec(trimmed.replace(year, "    "))?.[1] ?? 0);
  return joined(year, month, day);
}

/** The first month named in a text, 0 where there is none. */
function monthOf(text: string): number {
  const words =
    text
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .match(/[a-z]{3,}/g) ?? [];
  const found = words.map((word) => MONTHS.findIndex((names) => names.some((name) => word.startsWith(name))) + 1);
  return found.find((month) => month > 0) ?? 0;
}

/** Where day and month could be exchanged, "05/06/2023" says no more than its year; with full stops the day is first. */
function fromYearLast([, first, mark, second, year]: RegExpExecArray): string | undefined {
  if (first === undefined) return joined(year!, Number(second), 0);
  const [a, b] = [Number(first), Number(second)];
  if (mark === "." || a > 12 || a === b) return joined(year!, b, a);
  return b > 12 ? joined(year!, a, b) : year!;
}

function joined(year: string, month: number, day: number): string | undefined {
  if (Number(year) < 1000) return undefined;
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
