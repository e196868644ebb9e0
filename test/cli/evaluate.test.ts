import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demonstration } from "../fixtures.js";
import { records, themata } from "./streams.js";

const few = demonstration.slice(0, 40);
const lines = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join("");
let folder: string;
const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "themata-evaluate-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("themata evaluate", () => {
  it("takes a text as one theme and a list as several, and scores the papers that have one", async () => {
    const own = few.map(({ themes: [first], ...paper }, i) => {
      const label = i % 3 === 0 ? ` ${first} ` : i % 3 === 1 ? [first, 7, ""] : " ";
      return { ...paper, themes: undefined, label };
    });
    const file = written("own.jsonl", lines(own));
    const [scores] = records<{ papers: number; classes: number; themes: number }>(
      (await themata(["evaluate", file, "-k", "3"])).output,
    );
    const scored = few.filter((_, i) => i % 3 < 2);
    const classes = new Set(scored.map(({ themes }) => themes[0])).size;
    expect(scores).toMatchObject({ papers: scored.length, classes, themes: 3 });
  });

  it("is wrong use where no usual field holds a theme", async () => {
    const file = written("none.jsonl", lines(few.map((paper) => ({ ...paper, themes: null }))));
    const { code, messages } = await themata(["evaluate", file]);
    expect([code, messages]).toEqual([2, expect.stringContaining("No paper has a theme in any of the fields themes,")]);
  });

  it("compares tags by id or by name, whichever the records use", async () => {
    const taxonomy = written("taxonomy.csv", "id,name,keywords\nt1,Bandits,bandit; regret\n");
    const gold = few.map((paper) => ({ ...paper, themes: /bandit/i.test(paper.abstract) ? ["Bandits"] : ["other"] }));
    const byName = await themata(["evaluate", written("names.jsonl", lines(gold)), "--themes", taxonomy]);
    const byId = await themata([
      "evaluate",
      written("ids.jsonl", lines(gold).replaceAll('"Bandits"', '"t1"')),
      "--themes",
      taxonomy,
    ]);
    const scores = [byName, byId].map(({ output }) => records<{ microF1: number }>(output)[0]!.microF1);
    expect(scores[0]).toBeGreaterThan(0);
    expect(scores[1]).toBe(scores[0]);
  });
});

describe("themata evaluate, on a terminal", () => {
  const onTerminal = { terminal: true, columns: 70 };

  it("tells each score of the themes with what it means", async () => {
    const words = ["evaluate", written("few.jsonl", lines(few)), "-k", "3"];
    const [scores] = records<Record<string, number>>((await themata(words)).output);
    const { output } = await themata([...words, "--no-color"], onTerminal);
    expect(output).toContain(`3 themes against ${scores!["classes"]} classes of 40 papers`);
    for (const name of ["nmi", "ami", "ari", "vMeasure", "homogeneity", "completeness", "purity"]) {
      expect(output).toMatch(new RegExp(`^  ${name} +${scores![name]!.toFixed(3)}  \\w`, "m"));
    }
  });

  it("tells the scores of tags, and those of each theme in a table that fits", async () => {
    const taxonomy = written("table.csv", `id,name,keywords\nBandits,Bandits,bandit; regret\n`);
    const long = "a theme of which the name is longer than any column of a table can be";
    const gold = few.map((paper, i) => ({ ...paper, themes: i % 3 === 0 ? [long] : ["Bandits"] }));
    const words = ["evaluate", written("tagged.jsonl", lines(gold)), "--themes", taxonomy];
    const [scores] = records<{ microF1: number; perTheme: { themeId: string; f1: number; support: number }[] }>(
      (await themata(words)).output,
    );
    const { output } = await themata([...words, "--no-color"], onTerminal);
    expect(output).toContain(`microF1      ${scores!.microF1.toFixed(3)}`);
    expect(Math.max(...output.split("\n").map((line) => line.length))).toBeLessThanOrEqual(70);
    const scoresOf = (f1: number, support: number): string => `${f1.toFixed(3)}  .*  +${support}$`;
    expect(scores!.perTheme).toHaveLength(2);
    for (const { themeId, f1, support } of scores!.perTheme) {
      const name = themeId === long ? "a theme of which .*…" : themeId;
      expect(output).toMatch(new RegExp(`^  ${name} +${scoresOf(f1, support)}`, "m"));
    }
  });
});

describe("themata evaluate --judgements", () => {
  const ask = async (judgements: string, ...more: string[]) => {
    return themata(["evaluate", "fixtures/abstracts.jsonl", "--judgements", written("j.jsonl", judgements), ...more]);
  };

  it("reads a pair of papers a line, too", async () => {
    const pairs = [
      { id: "a001", paperId: "a002" },
      { query: "a003", doc: "a004" },
    ];
    const { output } = await ask(lines(pairs), "--text");
    expect(output).toContain("2 queries");
  });

  it.each([
    ["no list", [{ id: "a001", related: "a002" }], "expected lines of { query, doc, grade } or { id, related }."],
    ["no paper", [{ id: "a001", related: [null] }], "expected lines of { query, doc, grade } or { id, related }."],
    ["no query", [{ doc: "a001" }], "expected lines of { query, doc, grade } or { id, related }."],
    ["no grade", [{ query: "a001", doc: "a002", grade: "high" }], "expected lines of { query, doc, grade }"],
    ["no object", [7], "j.jsonl:1: expected an object in JSON, one a line."],
  ])("refuses lines with %s", async (_, values, message) => {
    const { code, messages } = await ask(lines(values));
    expect([code, messages]).toEqual([2, expect.stringContaining(message)]);
  });

  it("takes the query's own name in --queries, and refuses a query without a text", async () => {
    const judged = lines([{ query: "q", doc: "a001" }]);
    const named = written("q.jsonl", `\n${lines([{ query: "q", text: "tool-calling agents" }])}`);
    expect(records((await ask(judged, "--queries", named)).output)).toMatchObject([{ queries: 1 }]);
    for (const line of [{ query: "q" }, { text: "agents" }]) {
      const { code, messages } = await ask(judged, "--queries", written("wrong.jsonl", lines([line])));
      expect([code, messages]).toEqual([2, expect.stringContaining("expected lines of { id, text }.")]);
    }
  });
});
