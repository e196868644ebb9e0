import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deserialize, discoverThemes, serialize, type ThemeModel, themeTrends } from "../../src/index.js";
import { codeOf, demonstration } from "../fixtures.js";

const model = discoverThemes(demonstration, { k: 4, method: "kmeans" });
const [first, second] = model.themes.map(({ id }) => id) as [string, string];

/** The model with the first papers dated and put into themes as told; the others have no date. */
function told(papers: readonly { date: string; theme: string; venue?: string }[]): ThemeModel {
  return {
    ...model,
    papers: model.papers.map(({ id, title }, row) => ({ id, title, ...dateAndVenue(papers[row]) })),
    assignments: model.assignments.map((assignment, row) => {
      const paper = papers[row];
      return paper === undefined ? assignment : { ...assignment, themes: [{ themeId: paper.theme, score: 1 }] };
    }),
  };
}

function dateAndVenue(paper: { date: string; venue?: string } | undefined): { date?: string; venue?: string } {
  if (paper === undefined) return {};
  return { date: paper.date, ...(paper.venue === undefined ? {} : { venue: paper.venue }) };
}

/** Papers of the first theme and of the second on each date. */
function counted(counts: readonly [string, number, number][], venue = "V"): Parameters<typeof told>[0] {
  return counts.flatMap(([date, ofFirst, ofSecond]) => [
    ...Array.from({ length: ofFirst }, () => ({ date, theme: first, venue })),
    ...Array.from({ length: ofSecond }, () => ({ date, theme: second, venue })),
  ]);
}

const growing = told(
  counted([
    ["2024-01-09", 2, 8],
    ["2024-02-09", 4, 6],
    ["2024-03-09", 6, 4],
    ["2024-04-09", 8, 2],
  ]),
);
const periodsOf = (of: ThemeModel, by: "year" | "quarter" | "month" | "day"): string[] =>
  themeTrends(of, { by })[0]!.periods.map(({ period }) => period);

describe("themeTrends(model, { by })", () => {
  it("gives counts, shares, Wilson's intervals, slope and chance as worked out by hand", () => {
    const [rising, falling, ...rest] = themeTrends(growing, { by: "month" });
    expect(rising).toMatchObject({ themeId: first, label: model.themes[0]!.label, direction: "rising" });
    expect(rising!.periods.map(({ period, count }) => [period, count])).toEqual([
      ["2024-01", 2],
      ["2024-02", 4],
      ["2024-03", 6],
      ["2024-04", 8],
    ]);
    const [january] = rising!.periods;
    expect(january!.share).toBe(0.2);
    // Wilson's interval of 2 in 10, as in tables.
    expect(january!.low).toBeCloseTo(0.0567, 4);
    expect(january!.high).toBeCloseTo(0.5098, 4);
    expect(rising!.slope).toBeCloseTo(0.2, 12);
    // z = .2 x sqrt(10 x 5) / .5 = 2.83.
    expect(rising!.chance).toBeCloseTo(0.00468, 4);
    expect(falling).toMatchObject({ themeId: second, direction: "falling" });
    expect(falling!.slope).toBeCloseTo(-0.2, 12);
    for (const trend of rest) expect(trend).toMatchObject({ slope: 0, chance: 1, direction: "steady" });
  });

  it("tells periods of every length apart, in order of time, and leaves out dates that are less precise", () => {
    const dates = [
      "2023",
      "2024-11",
      "2024-02-03",
      "2025-01-31",
      "2024-02-04T08:00:00Z",
      "soon",
      "2024-13",
      "2024-02-30",
      "20240203",
    ];
    const mixed = told(dates.map((date) => ({ date, theme: first })));
    expect(periodsOf(mixed, "year")).toEqual(["2023", "2024", "2025"]);
    expect(periodsOf(mixed, "quarter")).toEqual(["2024-Q1", "2024-Q4", "2025-Q1"]);
    expect(periodsOf(mixed, "month")).toEqual(["2024-02", "2024-11", "2025-01"]);
    expect(periodsOf(mixed, "day")).toEqual(["2024-02-03", "2024-02-04", "2025-01-31"]);
    expect(themeTrends(mixed)[0]!.periods.length).toBe(3);
  });

  it("counts a gap as time that passed", () => {
    const counts = [
      ["2020-01-01", 2, 8],
      ["2024-01-01", 6, 4],
    ] as [string, number, number][];
    expect(themeTrends(told(counted(counts)), { by: "year" })[0]!.slope).toBeCloseTo(0.1, 12);
    expect(themeTrends(told(counted(counts)), { by: "quarter" })[0]!.slope).toBeCloseTo(0.025, 12);
  });

  it("looks at the papers that `filter` lets through", () => {
    const two = told([
      ...counted([["2024-01-01", 3, 1]], "here"),
      ...counted([["2024-01-01", 5, 5]], "there"),
      ...counted([["2025-01-01", 1, 0]], "there"),
    ]);
    const [here] = themeTrends(two, { by: "year", filter: ({ venue }) => venue === "here" });
    expect(here!.periods).toHaveLength(1);
    expect(here!.periods[0]).toMatchObject({ period: "2024", count: 3, share: 0.75 });
    expect(themeTrends(two, { by: "year", filter: () => false })[0]!.periods).toEqual([]);
  });

  it("gives empty periods where no paper has a date", () => {
    for (const by of ["year", "quarter", "month", "day"] as const) {
      for (const trend of themeTrends(told([]), { by })) {
        expect(trend).toMatchObject({ periods: [], slope: 0, chance: 1, direction: "steady", rising: [], falling: [] });
      }
    }
  });

  it("finds a planted rise and no other", () => {
    // Twelve months of ten papers; the first theme goes from one of ten to nine of ten, the others share the rest.
    const others = model.themes.slice(1).map(({ id }) => id);
    const papers = Array.from({ length: 120 }, (_, i) => {
      const month = Math.floor(i / 10);
      const theme = i % 10 < 1 + Math.floor((month * 8) / 11) ? first : others[i % 3]!;
      return { date: `2024-${String(month + 1).padStart(2, "0")}`, theme };
    });
    const rising = themeTrends(told(papers), { by: "month" }).filter(({ direction }) => direction === "rising");
    expect(rising.map(({ themeId }) => themeId)).toEqual([first]);
  });

  it("tells the phrases that rise and fall within a theme, and those alone", () => {
    const chosen = new Set(model.themes[0]!.paperIds);
    const papers = demonstration.map((paper, row) => {
      const phrase = row % 2 === 0 ? "rotary embeddings" : "beam search";
      const abstract = chosen.has(paper.id) ? `${paper.abstract} It uses ${phrase}.` : paper.abstract;
      return { ...paper, abstract, date: row % 2 === 0 ? "2025" : "2024" };
    });
    const trends = themeTrends(discoverThemes(papers, { k: 4, method: "kmeans" }));
    const moved = trends.filter(({ rising, falling }) => rising.length + falling.length > 0);
    expect(moved.map(({ rising }) => rising.map(({ phrase }) => phrase))).toEqual([["rotary embeddings"]]);
    expect(moved.map(({ falling }) => falling.map(({ phrase }) => phrase))).toEqual([["beam search"]]);
    expect(moved[0]!.rising[0]!.before).toBe(0);
    expect(moved[0]!.rising[0]!.after).toBeGreaterThan(0.5);
  });

  it("finds hardly a trend where dates have nothing to do with themes", () => {
    const months = Array.from({ length: 12 }, (_, m) => `2024-${String(m + 1).padStart(2, "0")}`);
    const dates = fc.array(fc.constantFrom(...months), { minLength: 160, maxLength: 160 });
    const samples = fc.sample(dates, { numRuns: 40, seed: 5 });
    const withTrend = samples.filter((dated) => {
      const papers = model.assignments.map(({ themes }, row) => ({ date: dated[row]!, theme: themes[0]!.themeId }));
      return themeTrends(told(papers), { by: "month" }).some(({ direction }) => direction !== "steady");
    });
    expect(withTrend.length).toBeLessThanOrEqual(4);
  });

  it("adds the counts of each period up to its papers, keeps shares within their intervals, and survives saving", () => {
    const dates = fc.array(fc.date({ min: new Date("2020-01-01"), max: new Date("2026-12-31"), noInvalidDate: true }), {
      minLength: 160,
      maxLength: 160,
    });
    fc.assert(
      fc.property(dates, fc.constantFrom("year", "quarter", "month", "day"), (dated, by) => {
        const papers = model.papers.map((paper, row) => ({ ...paper, date: dated[row]!.toISOString() }));
        const trends = themeTrends({ ...model, papers }, { by });
        const periods = trends[0]!.periods.map(({ period }) => period);
        expect(periods).toEqual([...periods].sort());
        periods.forEach((_, p) => {
          const points = trends.map((trend) => trend.periods[p]!);
          for (const { share, low, high } of points) {
            expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
          }
          expect(points.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
        });
        const count = trends.flatMap(({ periods: points }) => points).reduce((sum, point) => sum + point.count, 0);
        expect(count).toBe(160);
      }),
      { numRuns: 8, seed: 9 },
    );
    const loaded = deserialize(serialize(growing)) as ThemeModel;
    expect(themeTrends(loaded, { by: "month" })).toEqual(themeTrends(growing, { by: "month" }));
  });

  it("refuses other periods and options", () => {
    expect(codeOf(() => themeTrends(model, { by: "week" } as never))).toBe("INVALID_OPTION");
    expect(codeOf(() => themeTrends(model, { per: "year" } as never))).toBe("INVALID_OPTION");
    expect(codeOf(() => themeTrends(model, { filter: "venue" } as never))).toBe("INVALID_OPTION");
  });
});
