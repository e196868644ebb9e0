import { describe, expect, it } from "vitest";
import { periodsOf } from "../../../src/report/map/periods.js";

function dated(...dates: readonly (string | undefined)[]): Parameters<typeof periodsOf>[0] {
  return dates.map((date, i) => ({ id: String(i), title: "", ...(date === undefined ? {} : { date }) }));
}

describe("periodsOf(papers)", () => {
  it("counts by year where there are three years or more, without gaps", () => {
    const { names, of } = periodsOf(dated("2019", "2021-03", "2022", "2024-01-31", undefined));
    expect(names).toEqual(["2019", "2020", "2021", "2022", "2023", "2024"]);
    expect([...of]).toEqual([0, 2, 3, 5, -1]);
  });

  it("counts by month across the turn of a year, and knows no month of a bare year", () => {
    const { names, of } = periodsOf(dated("2023-11", "2023-12", "2024-01", "2024-02", "2024"));
    expect(names).toEqual(["2023-11", "2023-12", "2024-01", "2024-02"]);
    expect([...of]).toEqual([0, 1, 2, 3, -1]);
  });

  it("counts by day within a month", () => {
    expect(periodsOf(dated("2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02")).names).toHaveLength(4);
  });

  it("counts days before 1970", () => {
    const { names, of } = periodsOf(dated("1969-12-30", "1969-12-31", "1970-01-02"));
    expect(names).toEqual(["1969-12-30", "1969-12-31", "1970-01-01", "1970-01-02"]);
    expect([...of]).toEqual([0, 1, 3]);
  });

  it("knows only the month of a day that there is not", () => {
    const { names, of } = periodsOf(dated("2026-06-29", "2026-06-30", "2026-07-02", "2026-06-31"));
    expect(names).toEqual(["2026-06-29", "2026-06-30", "2026-07-01", "2026-07-02"]);
    expect([...of]).toEqual([0, 1, 3, -1]);
  });

  it("counts nothing without dates, with too few, or over centuries", () => {
    expect(periodsOf(dated(undefined, "soon")).names).toEqual([]);
    expect(periodsOf(dated("2020", "2020", "2021")).names).toEqual([]);
    expect(periodsOf(dated("1600", "1700", "1800", "2020")).names).toEqual([]);
  });
});
